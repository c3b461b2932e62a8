import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes the text to a file of its own beside `path`, then lets `settle` move it there. Whoever looks at `path` sees
 * the old file or the new one, never half of one; nothing is left behind when it fails.
 */
export async function writeBeside<Result>(
  path: string,
  text: string,
  settle: (half: string) => Promise<Result>,
): Promise<Result> {
  const half = join(dirname(path), `.sothat-${randomUUID()}.tmp`);
  try {
    await writeFile(half, text);
    return await settle(half);
  } finally {
    await rm(half, { force: true });
  }
}

/** In one step. The folder must be there. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeBeside(path, text, async (half) => await rename(half, path));
}
