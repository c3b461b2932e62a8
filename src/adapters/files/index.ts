import type { Adapter, AdapterContext } from "../types.ts";
import { createDisk } from "./disk.ts";
import { openPlace } from "./report/open-place.ts";
import { openTable } from "./table.ts";
import { knownTitles } from "./titles.ts";

export interface FilesSettings {
  /** The folder of exports: an absolute path. */
  readonly folder: string;
}

/** A folder of CSV files as Notion and Airtable export them. README.md beside this file says what is understood. */
export function createFilesAdapter(settings: FilesSettings, context: AdapterContext): Adapter {
  const disk = createDisk(settings.folder, context);
  const { connection, timezone } = context;
  const files = {
    disk,
    titles: knownTitles(disk),
    opened: new Map<string, string | null>(),
    connection,
    timezone,
  };
  return {
    provider: "files",
    connection,
    openTable: async (request) => await openTable(files, request),
    openPlace: async (destination) => await openPlace(disk, connection, destination),
    requests: () => disk.counts(),
  };
}
