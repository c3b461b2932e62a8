import { DateTime } from "luxon";
import { parse } from "yaml";

import { configSchema } from "../src/config/schema.ts";
import { noHistory, type HistoryFile } from "../src/history/file.ts";
import type { JobSetup } from "../src/job.ts";
import { noCache } from "../src/lib/cache.ts";
import { systemClock, type Clock } from "../src/lib/clock.ts";
import type { Sandbox } from "../src/sandbox/index.ts";
import type { SandboxClock } from "../src/sandbox/server/clock.ts";
import { fakeClock } from "./lib/fake-clock.ts";

export interface SetupOptions {
  /** Folder that relative paths of the config start from. */
  readonly folder?: string;
  readonly patienceMinutes?: number;
  /** Default: none is kept. */
  readonly history?: HistoryFile;
  /** Default: the sample's Monday at noon. */
  readonly now?: string;
  /**
   * Default: the machine's, with waits that take no time. That will do for Notion, where a run stays below the limit;
   * to keep to Airtable's pace, time must pass by waiting, there and here: see `sharedTime`.
   */
  readonly clock?: Clock;
}

/** Time for the job and for the sandbox that passes by waiting alone: the pace is kept and nothing takes long. */
export function sharedTime(startsAt: string): {
  readonly clock: Clock;
  readonly sandboxClock: SandboxClock;
} {
  const clock = fakeClock();
  const start = Date.parse(startsAt);
  return { clock, sandboxClock: { now: () => start + clock.elapsed() } };
}

/** What a run against this sandbox needs, without waiting and without a cache. */
export function setupFor(
  { config, env, url }: Sandbox,
  {
    folder = "/",
    patienceMinutes = 15,
    history = noHistory,
    now = "2026-11-16T12:00:00Z",
    clock = { ...systemClock(DateTime.fromISO(now)), sleep: async () => {} },
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
    clock,
    signal: new AbortController().signal,
    cache: noCache,
    history,
    loadEncoder: async () => ({ absent: "Meaning is not compared here." }),
    progress: { step: () => {}, note: () => {}, wait: () => {}, done: () => {} },
  };
}
