import { ServiceFailedError } from "../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import type { AirtableClient } from "./client.ts";
import { cursorTypes, isRefusal, type Subject } from "./errors.ts";
import type { Query } from "./wire.ts";

export interface ListRequest {
  readonly tableId: string;
  readonly subject: Subject;
  /** Ids of the columns that are wanted; null for all. */
  readonly fieldIds: readonly string[] | null;
  readonly formula: string | null;
  readonly commentCount: boolean;
}

/** Largest page (airtable.com/developers/web/api/list-records). */
const pageSize = 100;
/** Cursors live on the service and die when it restarts; this often a list is begun anew before it is given up. */
const maxRestarts = 3;

/**
 * All records, each once, one list a page. A list whose cursor has died is begun anew without what was seen:
 * the order of an unsorted list is anybody's guess, so there is nothing to take up from.
 */
export async function* listRecords(
  client: AirtableClient,
  request: ListRequest,
): AsyncGenerator<readonly LooseRecord[]> {
  const { tableId, subject, fieldIds, formula, commentCount } = request;
  const query: Query = {
    pageSize,
    returnFieldsByFieldId: true,
    ...(fieldIds === null ? {} : { fields: fieldIds }),
    ...(formula === null ? {} : { filterByFormula: formula }),
    ...(commentCount ? { recordMetadata: ["commentCount"] } : {}),
  };
  const page = async (offset: string | null): Promise<LooseRecord | null> => {
    try {
      return await client.records(subject, "read", {
        method: "GET",
        path: `/${tableId}`,
        query: offset === null ? query : { ...query, offset },
      });
    } catch (error) {
      if (offset !== null && isRefusal(error, ...cursorTypes)) return null;
      throw error;
    }
  };

  const seen = new Set<string>();
  let restarts = 0;
  let offset: string | null = null;
  for (;;) {
    const answer = await page(offset);
    if (answer === null) {
      restarts += 1;
      if (restarts > maxRestarts) throw keepsLosingItsPlace(client, subject);
      offset = null;
      continue;
    }
    const fresh = asList(answer.records)
      .map(asRecord)
      .filter(({ id }) => asText(id) !== null && !seen.has(String(id)));
    for (const { id } of fresh) seen.add(String(id));
    yield fresh;
    offset = asText(answer.offset);
    if (offset === null || offset === "") return;
  }
}

function keepsLosingItsPlace(client: AirtableClient, { what }: Subject): ServiceFailedError {
  return new ServiceFailedError(
    `Airtable (connection “${client.context.connection}”): the list of ${what} broke off ${maxRestarts + 1} times, so it could not be read in full.`,
    { hint: "Airtable was probably restarting. Try again in a few minutes." },
  );
}
