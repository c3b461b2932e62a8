import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { LoadedConfig } from "../../src/config/load.ts";
import { loadConfig } from "../../src/config/load.ts";
import { UsageError } from "../../src/errors.ts";

/** The least a config may hold; every line of it counts in the tests' line numbers. */
export const smallConfig = `name: Team
connections:
  work: { provider: notion }
tables:
  goals:
    from: work
    table: goals-table
    fields: { title: Goal }
  learning:
    from: work
    table: learning-table
    kind: insight
    fields: { title: Name }
`;

export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sothat-config-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

export async function load(text: string, env: Record<string, string> = {}): Promise<LoadedConfig> {
  return loadConfig({ cwd: await folderOf({ "sothat.yaml": text }), env });
}

/** The error that loading ends with. */
export async function refusal(loading: Promise<unknown>): Promise<UsageError> {
  const error = await loading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UsageError)) throw new Error("expected a UsageError", { cause: error });
  return error;
}

/** Every problem's line, without the file's name. */
export async function problemsOf(text: string, env: Record<string, string> = {}): Promise<readonly string[]> {
  const { details } = await refusal(load(text, env));
  return details.map((line) => line.replace(/^sothat\.yaml:/, ""));
}
