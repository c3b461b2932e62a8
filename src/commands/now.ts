import { DateTime } from "luxon";

import { UsageError } from "../errors.ts";
import type { Clock } from "../lib/clock.ts";
import { systemClock } from "../lib/clock.ts";

/**
 * The moment that `--now` names; a day alone means its first moment.
 * @param zone IANA zone that a time without an offset is meant in.
 * @throws UsageError when it names no moment.
 */
export function parseNow(text: string, zone: string): DateTime {
  try {
    // A time alone would silently mean today's, and a year alone its first second.
    if (/^\d{4}-\d{2}-\d{2}(T\d{2}|$)/.test(text)) return DateTime.fromISO(text, { zone });
  } catch {
    // Told below, in a person's words.
  }
  throw new UsageError(`--now ${JSON.stringify(text)} is not a date or a time.`, {
    hint: "Write 2026-11-16, 2026-11-16T06:00 (in the config's time zone) or 2026-11-16T12:00:00Z.",
  });
}

/** The machine's clock, or one that says what `--now` says. */
export function clockFor(now: string | null, zone: string): Clock {
  return systemClock(now === null ? undefined : parseNow(now, zone));
}
