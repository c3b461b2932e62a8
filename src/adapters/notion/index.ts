import type { Adapter, AdapterContext, AdapterFactory } from "../types.ts";
import { createNotion, type NotionSettings } from "./client.ts";
import { openPlace } from "./report/open-place.ts";
import { openTable } from "./table.ts";

export type { NotionSettings } from "./client.ts";

/** Notion, through its public API and SDK. README.md beside this file says what it needs and what it cannot do. */
export const createNotionAdapter = function createNotionAdapter(
  settings: NotionSettings,
  context: AdapterContext,
): Adapter {
  const notion = createNotion(settings, context);
  return {
    provider: "notion",
    connection: context.connection,
    openTable: async (request) => await openTable(notion, request),
    openPlace: async (destination) => await openPlace(notion, destination),
    requests: () => notion.transport.counts(),
  };
} satisfies AdapterFactory<NotionSettings>;
