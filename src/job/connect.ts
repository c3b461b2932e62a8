import { resolve } from "node:path";

import { createAdapter } from "../adapters/index.ts";
import type { Adapter, ReportPlace, RequestCounts } from "../adapters/types.ts";
import { InterruptedError } from "../errors.ts";
import type { PublishFailure } from "../publish/publish-all.ts";
import type { JobSetup } from "./setup.ts";

/** What was asked of each service, by connection. */
export interface Asked {
  readonly requests: ReadonlyMap<string, RequestCounts>;
}

export function connect({
  config,
  folder,
  tokens,
  baseUrls,
  ...rest
}: JobSetup): ReadonlyMap<string, Adapter> {
  const adapters = new Map<string, Adapter>();
  for (const [connection, settings] of Object.entries(config.connections)) {
    const token = tokens.get(connection) ?? "";
    if (token === "" && settings.provider !== "files") continue; // not used by any table or report
    const located =
      settings.provider === "files" ? { ...settings, folder: resolve(folder, settings.folder) } : settings;
    const adapter = createAdapter(located, {
      connection,
      token,
      baseUrl: settings.provider === "files" ? null : (baseUrls[settings.provider] ?? null),
      clock: rest.clock,
      signal: rest.signal,
      cache: rest.cache,
      timezone: config.timezone,
      onWait: ({ reason, seconds }) => rest.progress.wait(reason, seconds),
    });
    adapters.set(connection, adapter);
  }
  return adapters;
}

export function requestsOf(adapters: ReadonlyMap<string, Adapter>): Asked["requests"] {
  return new Map([...adapters].map(([connection, adapter]) => [connection, adapter.requests()]));
}

export interface OpenedPlace {
  readonly connection: string;
  readonly place: ReportPlace;
}

export interface OpenedPlaces {
  readonly places: readonly OpenedPlace[];
  /** Places that could not be opened; they do not keep the report from the others. */
  readonly failures: readonly PublishFailure[];
}

/**
 * Before anything is read: a report that could not be put anywhere need not be made.
 * @throws what the first place failed with, when none could be opened
 */
export async function openPlaces(
  { config }: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<OpenedPlaces> {
  const places: OpenedPlace[] = [];
  const failures: PublishFailure[] = [];
  for (const { connection, parent, table, fields } of config.report.to) {
    const target = parent ?? table ?? "";
    const mapped = Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    try {
      const place = await adapters.get(connection)!.openPlace({ target, fields: Object.fromEntries(mapped) });
      places.push({ connection, place });
    } catch (error) {
      if (error instanceof InterruptedError) throw error;
      failures.push({ connection, place: target, error });
    }
  }
  if (places.length === 0 && failures.length > 0) throw failures[0]!.error;
  return { places, failures };
}
