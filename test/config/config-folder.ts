import type { LoadedConfig } from "../../src/config/load.ts";
import { loadConfig } from "../../src/config/load.ts";
import { UsageError } from "../../src/errors.ts";
import { tempFolder } from "../temp-folder.ts";

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

export async function load(text: string, env: Record<string, string> = {}): Promise<LoadedConfig> {
  return loadConfig({ cwd: await tempFolder({ "sothat.yaml": text }), env });
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
