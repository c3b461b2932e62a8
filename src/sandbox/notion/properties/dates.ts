import { DateTime } from "luxon";

import { failedValidation } from "../errors.ts";

export interface DateValue {
  readonly start: string;
  readonly end: string | null;
  readonly time_zone: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A date as kept: days as they are, times cut to the minute with their offset.
 * @throws NotionError for text that is no ISO 8601 date.
 */
export function keepDate(
  sent: { start: string; end?: string | null; time_zone?: string | null },
  path: string,
): DateValue {
  const zone = sent.time_zone ?? null;
  return {
    start: keepMoment(sent.start, zone, `${path}.start`),
    end: sent.end === undefined || sent.end === null ? null : keepMoment(sent.end, zone, `${path}.end`),
    time_zone: null,
  };
}

/** Milliseconds since 1970 at which a stored or asked-for moment begins; days begin at midnight UTC. */
export function millisOf(moment: string): number {
  return parse(moment, null)?.toMillis() ?? Number.NaN;
}

export function isDay(moment: string): boolean {
  return DAY.test(moment);
}

function keepMoment(text: string, zone: string | null, path: string): string {
  const moment = parse(text, zone);
  if (moment === null) throw failedValidation(path, "a valid ISO 8601 date string", text);
  if (isDay(text)) return text;
  return moment.startOf("minute").toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
}

function parse(text: string, zone: string | null): DateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  try {
    return zone === null
      ? DateTime.fromISO(text, { setZone: true, zone: "utc" })
      : DateTime.fromISO(text, { zone });
  } catch {
    // The project makes invalid dates throw.
    return null;
  }
}
