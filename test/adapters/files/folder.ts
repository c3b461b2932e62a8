import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { createFilesAdapter } from "../../../src/adapters/files/index.ts";
import type { Adapter, Row, TableRequest } from "../../../src/adapters/types.ts";
import { noCache } from "../../../src/lib/cache.ts";
import { fakeClock } from "../../lib/fake-clock.ts";
import { collect } from "../contract.ts";

export function filesAdapter(folder: string, signal = new AbortController().signal): Adapter {
  return createFilesAdapter(
    { folder },
    {
      connection: "exports",
      token: "",
      baseUrl: null,
      clock: fakeClock(),
      signal,
      cache: noCache,
      timezone: "America/New_York",
      onWait: () => {},
    },
  );
}

export async function rowsOf(adapter: Adapter, request: TableRequest): Promise<readonly Row[]> {
  return await collect(await adapter.openTable(request));
}

/** Every file's text by its path below the folder. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, "utf8")] as const),
  );
  return Object.fromEntries(texts);
}
