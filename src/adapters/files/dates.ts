import { DateTime } from "luxon";

// Makes luxon throw on what is no date.
import "../../lib/clock.ts";

/** A typed day: read, or one of two because `1/2/2026` does not say what comes first. */
type TypedDay =
  | { readonly day: string }
  | { readonly numbers: readonly [number, number]; readonly year: string };

export interface TypedDate {
  readonly start: string;
  readonly end: string | null;
}

/**
 * A reader for a column all of whose values are dates as the services export them; null when it is no such column.
 * `11/16/2026` tells the whole column's order, so that `11/12/2026` in it is clear too; without such a value a
 * column of these stays text. Times of day are left out: an export does not say whose they are.
 */
export function dateColumn(values: readonly string[]): ((text: string) => TypedDate | null) | null {
  const typed = values.map(typedDays);
  if (typed.length === 0 || typed.some((days) => days === null)) return null;
  const unclear = typed
    .flatMap((days) => days ?? [])
    .flatMap((day) => ("numbers" in day ? [day.numbers] : []));
  const dayFirst = unclear.some(([first]) => first > 12);
  const monthFirst = unclear.some(([, second]) => second > 12);
  if (unclear.length > 0 && dayFirst === monthFirst) return null;
  const toDay = (day: TypedDay): string | null => {
    if ("day" in day) return day.day;
    const [first, second] = day.numbers;
    return dayFirst ? realDay(day.year, second, first) : realDay(day.year, first, second);
  };
  const read = (text: string): TypedDate | null => {
    const days = typedDays(text)?.map(toDay);
    const [start, end] = days ?? [];
    if (days === undefined || start === undefined || start === null || end === null) return null;
    return { start, end: end === undefined || end === start ? null : end };
  };
  return values.every((text) => read(text) !== null) ? read : null;
}

/** One day, or the two ends of a range; null for anything else. */
function typedDays(text: string): readonly TypedDay[] | null {
  const [first = "", last, ...more] = text.trim().split(" → ");
  const start = typedDay(first);
  if (start === null || more.length > 0) return null;
  // The end of a range within one day is only a time.
  if (last === undefined || new RegExp(`^${time}$`, "i").test(last)) return [start];
  const end = typedDay(last);
  return end === null ? null : [start, end];
}

const time = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: ?\([A-Z0-9+:-]{1,9}\))?`;
const perhapsTime = `(?:,? ${time})?$`;
const long = new RegExp(String.raw`^@?([A-Z][a-z]+) (\d{1,2}), (\d{4})${perhapsTime}`, "i");
const yearFirst = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${perhapsTime}`, "i");
const yearLast = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${perhapsTime}`, "i");
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function typedDay(text: string): TypedDay | null {
  const named = long.exec(text);
  if (named !== null) {
    return asDay(named[3], months.indexOf(named[1]?.toLowerCase() ?? "") + 1, named[2]);
  }
  const sorted = yearFirst.exec(text);
  if (sorted !== null) return asDay(sorted[1], Number(sorted[3]), sorted[4]);
  const either = yearLast.exec(text);
  if (either === null) return null;
  return { numbers: [Number(either[1]), Number(either[2])], year: either[3] ?? "" };
}

function asDay(year: string | undefined, month: number, day: string | undefined): TypedDay | null {
  const real = realDay(year ?? "", month, Number(day));
  return real === null ? null : { day: real };
}

/** Null for a day that no calendar has. */
function realDay(year: string, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? text : null;
}

const momentForms = [
  "LLLL d, yyyy h:mm a",
  "LLLL d, yyyy H:mm",
  "LLLL d, yyyy",
  "M/d/yyyy h:mma",
  "M/d/yyyy H:mm",
  "yyyy-MM-dd h:mma",
  "yyyy-MM-dd H:mm",
  "yyyy/MM/dd h:mm a",
  "yyyy/MM/dd H:mm",
];

/**
 * When a row was made or changed, from a column that says so.
 * @param timezone IANA zone of times that name none.
 * @returns an ISO instant, UTC; null for text in no form that the services export.
 */
export function toInstant(text: string, timezone: string): string | null {
  const asked = text.trim().replace(/ \([A-Z]{2,5}\)$/, "");
  for (const read of [
    () => DateTime.fromISO(asked, { zone: timezone }),
    ...momentForms.map((form) => () => DateTime.fromFormat(asked, form, { zone: timezone, locale: "en-US" })),
  ]) {
    try {
      return read().toUTC().toISO();
    } catch {
      // Not in this form.
    }
  }
  return null;
}
