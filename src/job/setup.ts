import type { Config } from "../config/schema.ts";
import type { Day, Instant } from "../domain/types.ts";
import { InterruptedError } from "../errors.ts";
import type { HistoryFile } from "../history/file.ts";
import type { Cache } from "../lib/cache.ts";
import type { Clock } from "../lib/clock.ts";
import type { Encode } from "../lib/encoder.ts";
import type { Progress } from "../reporters/progress.ts";

/** What a run needs besides the workspace. */
export interface JobSetup {
  readonly config: Config;
  /** Where each entry under `ignore` stands, `sothat.yaml:31`; empty when nobody knows. */
  readonly ignoredAt: readonly string[];
  /** Relative paths in the config start here. */
  readonly folder: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** Service addresses that override the real ones, by provider. */
  readonly baseUrls: Readonly<Partial<Record<"notion" | "airtable", string>>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  /** What earlier reports saw. May vanish: a run then knows of no report before it. */
  readonly history: HistoryFile;
  readonly progress: Progress;
  /** What compares texts by their meaning. */
  readonly embed: Encode;
}

export function nowOf(clock: Clock): Instant {
  return clock.asOf().toUTC().toISO() ?? "";
}

export function todayOf({ clock, config }: Pick<JobSetup, "clock" | "config">): Day {
  return clock.asOf().setZone(config.timezone).toFormat("yyyy-MM-dd");
}

/** Between the parts that ask services, who look at the signal themselves. */
export function throwIfStopped({ signal }: JobSetup): void {
  if (signal.aborted) throw new InterruptedError();
}
