import { DateTime } from "luxon";
import { parse } from "yaml";

import { configSchema } from "../src/config/schema.ts";
import { noHistory, type HistoryFile } from "../src/history/file.ts";
import type { JobSetup } from "../src/job/setup.ts";
import { noCache } from "../src/lib/cache.ts";
import { startSandbox, type Sandbox, type SandboxOptions } from "../src/sandbox/index.ts";
import { manualClock, type ManualClock } from "../src/sandbox/server/clock.ts";
import { sampleNow } from "../src/sandbox/teams/index.ts";

/** The services and the job share one time: it stands still until somebody waits, and nobody waits in earnest. */
export interface SampleSandbox extends Sandbox {
  readonly clock: ManualClock;
}

export async function startSample(
  options: Partial<Pick<SandboxOptions, "provider" | "variant">> = {},
): Promise<SampleSandbox> {
  const clock = manualClock(sampleNow);
  const sandbox = await startSandbox({
    variant: "plain",
    port: null,
    startsAt: sampleNow,
    clock,
    ...options,
  });
  return { ...sandbox, clock };
}

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
  { config, env, url, clock }: SampleSandbox,
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
    clock: {
      asOf: () => DateTime.fromISO(now),
      elapsed: () => clock.now(),
      sleep: async (milliseconds) => clock.advance(milliseconds),
    },
    signal: new AbortController().signal,
    cache: noCache,
    history,
    embed: async () => null,
    progress: { step: () => {}, note: () => {}, wait: () => {}, done: () => {} },
  };
}
