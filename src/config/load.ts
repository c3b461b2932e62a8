import { dirname } from "node:path";

import { UsageError } from "../errors.ts";
import { findTokenLike } from "../lib/redact.ts";
import { crossChecks, crossHints } from "./cross-checks.ts";
import type { ConfigDocument } from "./document.ts";
import { readDocument } from "./document.ts";
import { explainIssues } from "./explain.ts";
import { readConfigText } from "./find-file.ts";
import { valueAt } from "./known-keys.ts";
import { outlineOf } from "./outline.ts";
import type { Problem } from "./problem.ts";
import { showPath, withoutTokens } from "./problem.ts";
import type { Config } from "./schema.ts";
import { configSchema } from "./schema.ts";

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute. */
  readonly file: string;
  /** The file's folder, absolute: relative paths in the config start here. */
  readonly folder: string;
  /** Where a key or list entry stands: `sothat.yaml:31`. */
  readonly lineOf: (path: Problem["path"]) => string;
  /** `file:line:column  path: hint`, in file order: not wrong, but worth a look. */
  readonly warnings: readonly string[];
}

export interface LoadConfigOptions {
  /** From `--config`; the usual places otherwise. */
  readonly path?: string | undefined;
  readonly cwd: string;
  /** Looked into only to notice when a token's value stands in the file. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds, reads and checks the config.
 * @throws UsageError with every problem at once, each as `file:line:column  path: what was found, what is accepted`.
 */
export async function loadConfig({ path, cwd, env }: LoadConfigOptions): Promise<LoadedConfig> {
  const { file, shown, text } = await readConfigText(path, cwd);
  const document = readDocument(text);
  const secrets = tokensNamedIn(document.value, env);
  const leaks = leaksIn(text, secrets);
  const result = configSchema.safeParse(document.value);
  const outline = outlineOf(document.value);

  const problems =
    document.value === null
      ? []
      : [
          ...(result.success ? [] : explainIssues(result.error.issues, document.value)),
          ...crossChecks.flatMap((check) => check(outline)),
        ];
  const format = (list: readonly PlacedProblem[]): readonly string[] =>
    inFileOrder(list).map((one) => formatProblem(one, shown, document, secrets));

  if (!result.success || problems.length + document.problems.length + leaks.length > 0) {
    const details = format([...document.problems, ...leaks, ...place(problems, document)]);
    throw new UsageError(
      details.length === 1
        ? `There is a problem in ${shown}.`
        : `There are ${details.length} problems in ${shown}.`,
      { details, hint: "docs/config.md explains every key, and config/ holds examples to copy from." },
    );
  }
  return {
    config: result.data,
    file,
    folder: dirname(file),
    lineOf: (path) => `${shown}:${document.position(document.offsetOf(path, "value")).line}`,
    warnings: format(
      place(
        crossHints.flatMap((hint) => hint(outline)),
        document,
      ),
    ),
  };
}

interface PlacedProblem {
  readonly offset: number;
  readonly text: string;
  readonly path?: Problem["path"];
}

function place(problems: readonly Problem[], document: ConfigDocument): readonly PlacedProblem[] {
  return problems.map(({ path, at, text }) => ({ offset: document.offsetOf(path, at), path, text }));
}

function inFileOrder(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  return [...problems].sort((a, b) => a.offset - b.offset);
}

function formatProblem(
  { offset, path, text }: PlacedProblem,
  shown: string,
  document: ConfigDocument,
  secrets: readonly string[],
): string {
  const { line, column } = document.position(offset);
  const where = path === undefined || path.length === 0 ? "" : `${showPath(path)}: `;
  return withoutTokens(`${shown}:${line}:${column}  ${where}${text}`, secrets);
}

/** Values of the environment variables that the file itself calls tokens. */
function tokensNamedIn(value: unknown, env: LoadConfigOptions["env"]): readonly string[] {
  const connections = valueAt(value, "connections");
  if (typeof connections !== "object" || connections === null) return [];
  return Object.values(connections).flatMap((settings: unknown) => {
    const name = valueAt(settings, "tokenEnv");
    const token = typeof name === "string" && Object.hasOwn(env, name) ? env[name]?.trim() : undefined;
    return token === undefined || token.length < shortestToken ? [] : [token];
  });
}

/** A shorter value of such a variable is a stand-in for tests, and an ordinary word might equal it. */
const shortestToken = 12;

function leaksIn(text: string, secrets: readonly string[]): readonly PlacedProblem[] {
  const offsets = new Set(findTokenLike(text).map(({ index }) => index));
  for (const secret of secrets) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) offsets.add(at);
  }
  return [...offsets].map((offset) => ({
    offset,
    text: "a token stands here; take it out of the file, have the service make a new one (this one may have been seen), and put that in an environment variable named by tokenEnv",
  }));
}
