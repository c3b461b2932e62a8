import { UsageError } from "../errors.ts";
import type { Config } from "./schema.ts";

export interface Tokens {
  /** By connection name; connections without a token (files) or that nobody uses are absent. */
  readonly tokens: ReadonlyMap<string, string>;
  /** One line each. */
  readonly warnings: readonly string[];
}

/**
 * Takes the tokens of all connections in use from the environment.
 * @throws UsageError naming every variable that is missing or cannot be a token; never its value.
 */
export function readTokens(config: Config, env: Readonly<Record<string, string | undefined>>): Tokens {
  const tokens = new Map<string, string>();
  const warnings: string[] = [];
  const details: string[] = [];
  let missing = 0;
  const used = usedConnections(config);

  for (const [connection, settings] of Object.entries(config.connections)) {
    if (settings.provider === "files" || !used.has(connection)) continue;
    const variable = settings.tokenEnv;
    const place = `${variable}  (connection ${connection}, ${settings.provider})`;
    const raw = env[variable];
    const trimmed = raw?.trim() ?? "";
    const token = withoutQuotes(trimmed);
    if (token === "") {
      details.push(`${place}: ${raw === undefined ? "is not set" : "is set but empty"}`);
      missing += 1;
    } else if (!/^[\x21-\x7E]+$/.test(token)) {
      details.push(`${place}: holds a space or another character that no token has; copy it again`);
    } else tokens.set(connection, token);

    if (token === "") continue;
    if (token !== trimmed) warnings.push(`${variable} has quotes around it; they were left out.`);
    else if (raw !== trimmed)
      warnings.push(`${variable} has spaces or a line break around it; they were left out.`);
  }

  if (details.length === 0) return { tokens, warnings: [...new Set(warnings)] };
  throw new UsageError(tokensMessage(details.length, missing), {
    details,
    hint: "Put each token in its environment variable, in the shell or as a secret of the scheduler; never in the config file.",
  });
}

function tokensMessage(all: number, missing: number): string {
  const what = missing === all ? "missing" : "missing or cannot be used";
  if (all > 1) return `${all} tokens are ${what}.`;
  return missing === 1 ? "A token is missing." : "A token cannot be used.";
}

/** Names of the connections that a table is read from or a report is put in. */
function usedConnections({ tables, report }: Config): ReadonlySet<string> {
  return new Set([
    ...[...tables.goals, ...tables.results, ...tables.events, ...tables.learning].map(({ from }) => from),
    ...report.to.map(({ connection }) => connection),
  ]);
}

function withoutQuotes(text: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(text);
  return (quoted?.[2] ?? text).trim();
}
