import { DateTime } from "luxon";

/** "YYYY-MM-DD", or null when the text is not a date. A full ISO instant gives its own calendar day. */
export function toDateText(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(text);
  if (match === null) return null;
  return instantOf(text, "utc") === null ? null : (match[1] ?? null);
}

/**
 * UTC with milliseconds and Z, or null when the text is not a date. Text without an offset is read in the
 * field's zone; `utc` and `client` both mean UTC there (the field model's page on date-time fields).
 */
export function toDateTimeText(text: string, fieldZone: string): string | null {
  const instant = instantOf(text, fieldZone === "client" ? "utc" : fieldZone);
  return instant === null ? null : isoOf(instant);
}

/** What typecast also understands: month/day/year, and a day written out ("22 Nov 2026", "November 22, 2026"). */
export function looseDateText(text: string): string | null {
  const strict = toDateText(text);
  if (strict !== null) return strict;
  for (const format of ["M/d/yyyy", "d LLL yyyy", "d LLLL yyyy", "LLL d, yyyy", "LLLL d, yyyy"]) {
    const parsed = attempt(() => DateTime.fromFormat(text, format, { zone: "utc", locale: "en" }));
    if (parsed !== null) return parsed.toFormat("yyyy-MM-dd");
  }
  return null;
}

/** Milliseconds since the epoch, or null. */
export function instantOf(text: string, zone = "utc"): number | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  return attempt(() => DateTime.fromISO(text, { zone }))?.toMillis() ?? null;
}

/** UTC with milliseconds and Z. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A moment as people of that zone and language would write it; the real format is not promised either. */
export function displayMoment(iso: string, zone: string, locale: string, withTime: boolean): string {
  const moment = DateTime.fromISO(iso, { zone }).setLocale(locale);
  return moment.toLocaleString(withTime ? DateTime.DATETIME_SHORT : DateTime.DATE_SHORT);
}

/** Luxon throws on invalid input or returns an invalid value, depending on a process-wide setting. */
function attempt(parse: () => DateTime): DateTime | null {
  try {
    const parsed = parse();
    return parsed.isValid ? parsed : null;
  } catch {
    return null;
  }
}
