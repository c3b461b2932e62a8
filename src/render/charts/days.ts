import { DateTime } from "luxon";

import type { Day } from "../../domain/types.ts";

/** A day in full: "Nov 16, 2026". */
export function sayDay(locale: string): (day: Day) => string {
  return (day) => write(day, locale, DateTime.DATE_MED);
}

/** Days along an axis, as short as these allow: as years, months, or days. */
export function nameDays(days: readonly Day[], locale: string): (day: Day) => string {
  const allEnd = (end: string): boolean => days.every((day) => day.endsWith(end));
  const form: Intl.DateTimeFormatOptions = allEnd("-01-01")
    ? { year: "numeric" }
    : allEnd("-01")
      ? { month: "short", year: "numeric" }
      : { month: "short", day: "numeric" };
  return (day) => write(day, locale, form);
}

function write(day: Day, locale: string, form: Intl.DateTimeFormatOptions): string {
  return DateTime.fromISO(day, { zone: "utc", locale }).toLocaleString(form);
}
