import type { RequestCounts } from "../adapters/types.ts";

/** One line a connection, for `--verbose`: what the run asked of each service. */
export function describeRequests(requests: ReadonlyMap<string, RequestCounts>): readonly string[] {
  return [...requests].map(
    ([connection, { reads, writes, bodies }]) =>
      `${connection}: ${reads + writes} requests (${reads} reads, ${bodies} of them page texts; ${writes} writes)`,
  );
}
