import { DateTime } from "luxon";
import { parse } from "yaml";

import { configSchema } from "../src/config/schema.ts";
import { noHistory, type HistoryFile } from "../src/history/file.ts";
import type { JobSetup } from "../src/job.ts";
import { noCache } from "../src/lib/cache.ts";
import { systemClock } from "../src/lib/clock.ts";
import type { Sandbox } from "../src/sandbox/index.ts";

export interface SetupOptions {
  /** Folder that relative paths of the config start from. */
  readonly folder?: string;
  readonly patienceMinutes?: number;
  /** Default: none is kept. */
  readonly history?: HistoryFile;
  /** Default: the sample's Monday at noon. */
  readonly now?: string;
}

/** What a run against this sandbox needs, without waiting and without a cache. */
export function setupFor(
  { config, env, url }: Sandbox,
  {
    folder = "/",
    patienceMinutes = 15,
    history = noHistory,
    now = "2026-11-16T12:00:00Z",
  }: SetupOptions = {},
): JobSetup {
  const parsed = parse(config) as { connections: Record<string, { provider: string }> };
  for (const settings of Object.values(parsed.connections)) {
    if (settings.provider !== "files") Object.assign(settings, { patienceMinutes });
  }
  return {
    config: configSchema.parse(parsed),
    ignoredAt: [],
    folder,
    tokens: new Map([
      ["team-notion", env["NOTION_TOKEN"] ?? ""],
      ["program-base", env["AIRTABLE_TOKEN"] ?? ""],
    ]),
    baseUrls: { notion: url, airtable: url },
    clock: { ...systemClock(DateTime.fromISO(now)), sleep: async () => {} },
    signal: new AbortController().signal,
    cache: noCache,
    history,
    embed: async () => null,
    progress: { step: () => {}, note: () => {}, wait: () => {}, done: () => {} },
  };
}
