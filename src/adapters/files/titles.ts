import { join } from "node:path";

import { ServiceRefusedError } from "../../errors.ts";
import { readCsv } from "./csv.ts";
import type { Disk } from "./disk.ts";
import { isTable } from "./find-table.ts";

/** Values of the first column of every table in the folder; read once, when first asked for. */
export function knownTitles(disk: Disk): () => Promise<ReadonlySet<string>> {
  let known: Promise<ReadonlySet<string>> | null = null;
  return async () => await (known ??= readTitles(disk));
}

async function readTitles(disk: Disk): Promise<ReadonlySet<string>> {
  const titles = new Set<string>();
  for (const file of (await disk.files()).filter(isTable)) {
    try {
      const { records } = readCsv(await disk.read(join(disk.folder, file)), file);
      for (const [title = ""] of records) if (title !== "") titles.add(title);
    } catch (error) {
      // A file that nobody mapped may be as broken as it likes; a mapped one says so when it is opened.
      if (!(error instanceof ServiceRefusedError)) throw error;
    }
  }
  return titles;
}
