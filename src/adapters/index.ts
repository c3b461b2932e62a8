import { createAirtableAdapter, type AirtableSettings } from "./airtable/index.ts";
import { createFilesAdapter, type FilesSettings } from "./files/index.ts";
import { createNotionAdapter, type NotionSettings } from "./notion/index.ts";
import type { Adapter, AdapterContext } from "./types.ts";

/** A connection's part of the config, paths made absolute. */
export type AdapterSettings =
  | ({ readonly provider: "notion" } & NotionSettings)
  | ({ readonly provider: "airtable" } & AirtableSettings)
  | ({ readonly provider: "files" } & FilesSettings);

/** The registry of services: the one place that knows all adapters by name. */
export function createAdapter(settings: AdapterSettings, context: AdapterContext): Adapter {
  switch (settings.provider) {
    case "notion":
      return createNotionAdapter(settings, context);
    case "airtable":
      return createAirtableAdapter(settings, context);
    case "files":
      return createFilesAdapter(settings, context);
  }
}
