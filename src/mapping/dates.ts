import { isDay } from "../domain/day.ts";
import type { Day } from "../domain/types.ts";
import { fold } from "./normalise.ts";

export type ReadDate =
  | { readonly day: Day }
  /** Two readings, day first and month first; nothing in the text says which one is meant. */
  | { readonly either: readonly [Day, Day] };

/**
 * Reads days typed as text where they can mean one thing only: `2026-11-16`, `16.11.2026`, `11/16/2026`,
 * `November 16, 2026`, `16-Nov-2026`, `16 de noviembre de 2026`, `Nov 2026` (its first day).
 * A time of day after the date is left out, as it was typed in the writer's own zone.
 * @param locale BCP 47 tag whose month names are known besides en, es, fr, de and pt.
 */
export function dateReader(locale: string): (text: string) => ReadDate | null {
  const months = monthNames(locale);
  return (text) => {
    const date = text
      .slice(0, 80)
      .normalize("NFKC")
      .trim()
      .replace(/[ T,]+\d{1,2}:\d{2}.*$/su, "");
    return digitsOnly(date) ?? withMonthName(date, months);
  };
}

function digitsOnly(text: string): ReadDate | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/u.exec(text);
  if (yearFirst) return one(dayFrom(yearFirst[1], yearFirst[2], yearFirst[3] ?? "1"));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/u.exec(text);
  // Day first wherever dots are used.
  if (dotted) return one(dayFrom(dotted[3], dotted[2], dotted[1]));
  const yearLast = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/u.exec(text);
  if (!yearLast) return null;
  const dayFirst = dayFrom(yearLast[3], yearLast[2], yearLast[1]);
  const monthFirst = dayFrom(yearLast[3], yearLast[1], yearLast[2]);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return { either: [dayFirst, monthFirst] };
  return one(dayFirst ?? monthFirst);
}

function withMonthName(text: string, months: ReadonlyMap<string, number>): ReadDate | null {
  const dayFirst =
    /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th|er|º|o|\.)?[ -](?:de |of )?(\p{L}+)\.?,?[ -](?:de |del )?(\d{4})$/iu.exec(
      text,
    );
  if (dayFirst) return named(months, dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(?:\p{L}+, )?(\p{L}+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})$/iu.exec(text);
  if (monthFirst) return named(months, monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthOnly = /^(\p{L}+)\.?,?[ -](?:de )?(\d{4})$/iu.exec(text);
  return monthOnly ? named(months, monthOnly[2], monthOnly[1], "1") : null;
}

function named(
  months: ReadonlyMap<string, number>,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): ReadDate | null {
  const number = months.get(fold(month ?? ""));
  return number === undefined ? null : one(dayFrom(year, String(number), day));
}

function dayFrom(year: string | undefined, month: string | undefined, day: string | undefined): Day | null {
  const text = `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

function one(day: Day | null): ReadDate | null {
  return day === null ? null : { day };
}

function monthNames(locale: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  // English last, so that a short form shared by two languages ("mar") keeps its English meaning.
  for (const language of [locale, "pt", "de", "fr", "es", "en"]) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const name = fold(format.format(Date.UTC(2026, month, 15)));
        if (/\p{L}/u.test(name)) names.set(name, month + 1);
      }
    }
  }
  return names.set("sept", 9);
}
