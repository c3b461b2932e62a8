import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { onTestFinished } from "vitest";

/** A fresh folder holding the given files, for whoever takes it away again: what lives longer than one test. */
export async function freshFolder(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "sothat-test-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * A fresh folder holding the given files (path below it → text). It is taken away when the running test is over,
 * after its `afterEach`; may also be called in `beforeEach`.
 */
export async function tempFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { folder, remove } = await freshFolder(files);
  onTestFinished(remove);
  return folder;
}
