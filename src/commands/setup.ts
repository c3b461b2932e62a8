import { join } from "node:path";

import { loadConfig } from "../config/load.ts";
import { readTokens } from "../config/tokens.ts";
import { historyFile } from "../history/file.ts";
import type { JobSetup } from "../job/setup.ts";
import { diskCache } from "../lib/cache.ts";
import { sentenceEncoder } from "../lib/encoder.ts";
import { createProgress } from "../reporters/progress.ts";
import type { CommandIo } from "./io.ts";
import { clockFor } from "./now.ts";
import type { GlobalOptions } from "./options.ts";

/**
 * From flags, config file and environment to everything a run needs.
 * @throws UsageError with every problem of the file, or every missing token, at once.
 */
export async function prepareJob(options: GlobalOptions, io: CommandIo): Promise<JobSetup> {
  const { config, folder, lineOf, warnings } = await loadConfig({
    path: options.config ?? undefined,
    cwd: io.cwd,
    env: io.env,
  });
  const { tokens, warnings: tokenWarnings } = readTokens(config, io.env);
  for (const token of tokens.values()) io.hide(token);
  const clock = clockFor(options.now, config.timezone);
  const progress = createProgress({ io, quiet: options.quiet, clock });
  for (const warning of [...warnings, ...tokenWarnings]) progress.note(warning);
  const cached = join(folder, ".sothat", "cache");
  return {
    config,
    ignoredAt: config.ignore.map((_, index) => lineOf(["ignore", index])),
    folder,
    tokens,
    baseUrls: baseUrlsFrom(io.env),
    clock,
    signal: io.signal,
    cache: diskCache(cached),
    history: historyFile(join(folder, ".sothat", "history.ndjson")),
    progress,
    embed: sentenceEncoder({
      cache: diskCache(join(cached, "meaning")),
      onAbsent: (why) => progress.step(why),
    }),
  };
}

/** `NOTION_BASE_URL` and `AIRTABLE_ENDPOINT_URL` redirect the clients: proxies, the sandbox, tests. */
function baseUrlsFrom(env: CommandIo["env"]): JobSetup["baseUrls"] {
  const { NOTION_BASE_URL: notion, AIRTABLE_ENDPOINT_URL: airtable } = env;
  return { ...(notion ? { notion } : {}), ...(airtable ? { airtable } : {}) };
}
