import type { Adapter, AdapterContext } from "../types.ts";
import { type AirtableSettings, createClient } from "./client.ts";
import { openPlace } from "./report/open-place.ts";
import { openTable } from "./table.ts";

export type { AirtableSettings } from "./client.ts";

/** Airtable, one base, through its Web API. README.md beside this file says what it needs and what it cannot do. */
export function createAirtableAdapter(settings: AirtableSettings, context: AdapterContext): Adapter {
  const client = createClient(settings, context);
  return {
    provider: "airtable",
    connection: context.connection,
    openTable: async (request) => await openTable(client, request),
    openPlace: async (destination) => await openPlace(client, destination),
    requests: () => client.counts(),
  };
}
