import { DateTime } from "luxon";

import { addDays, daysBetween, isDay } from "./day.ts";
import type { Day } from "./types.ts";

type PeriodKind = "week" | "month" | "quarter" | "days" | "since-last";

/** A stretch of whole calendar days in the team's zone. */
export interface Period {
  readonly kind: PeriodKind;
  /** Stable and sortable, part of a report's key: `2026-W47`, `2026-11`, `2026-Q4`, `30d-2026-11-16`, `since-2026-11-09`. */
  readonly name: string;
  /** For people: "16–22 November 2026". */
  readonly label: string;
  readonly start: Day;
  /** The last day, included. */
  readonly end: Day;
}

export interface PeriodContext {
  /** The run's day in the team's zone. */
  readonly today: Day;
  /** For `since-last`: the day of the report before this one; null when there is none, which gives the week of today. */
  readonly since?: Day | null;
  /** BCP 47 tag for the label. Default: en-US. */
  readonly locale?: string;
}

/**
 * The period a config or a flag names: `week`, `month`, `quarter` (the one that holds today), `2026-W47`,
 * `2026-11`, `2026-Q4`, `30d` (so many days up to and including today) or `since-last`.
 * @returns null when the text names no period (`2026-W60`, `2026-13`).
 */
export function parsePeriod(text: string, context: PeriodContext): Period | null {
  const locale = context.locale ?? "en-US";
  const today = atNoon(context.today);
  if (text === "week") return weekOf(today, locale);
  if (text === "month") return monthOf(today, locale);
  if (text === "quarter") return quarterOf(today, locale);
  if (text === "since-last") return sinceLast(context, locale);

  const days = /^(\d{1,4})d$/.exec(text);
  if (days) return Number(days[1]) < 1 ? null : lastDays(Number(days[1]), context.today, locale);
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) return namedWeek(Number(week[1]), Number(week[2]), locale);
  const month = /^(\d{4}-\d{2})$/.exec(text);
  if (month) return isDay(`${text}-01`) ? monthOf(atNoon(`${text}-01`), locale) : null;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
    return isDay(first) ? quarterOf(atNoon(first), locale) : null;
  }
  return null;
}

/** The period of the same kind and length that ends the day before this one starts. */
export function previousPeriod(period: Period, locale = "en-US"): Period {
  const lastDay = addDays(period.start, -1);
  switch (period.kind) {
    case "week":
      return weekOf(atNoon(lastDay), locale);
    case "month":
      return monthOf(atNoon(lastDay), locale);
    case "quarter":
      return quarterOf(atNoon(lastDay), locale);
    case "days":
    case "since-last":
      return lastDays(daysBetween(period.start, period.end) + 1, lastDay, locale);
  }
}

export function isWithin(day: Day, period: Period): boolean {
  return day >= period.start && day <= period.end;
}

/** Days left until a due date: 0 on the day itself, negative when it has passed, null without one. */
export function daysUntil(due: Day | null, today: Day): number | null {
  return due === null ? null : daysBetween(today, due);
}

/** Days are counted in UTC at noon, where no clock ever changes; which day is "today" was settled in the team's zone. */
function atNoon(day: Day): DateTime {
  return DateTime.fromISO(`${day}T12:00:00`, { zone: "utc" });
}

function weekOf(date: DateTime, locale: string): Period {
  const name = `${date.weekYear}-W${String(date.weekNumber).padStart(2, "0")}`;
  return span("week", name, dayOf(date.startOf("week")), dayOf(date.endOf("week")), locale);
}

function namedWeek(year: number, number: number, locale: string): Period | null {
  const week = weekOf(atNoon(addDays(dayOf(fourthOfJanuary(year)), (number - 1) * 7)), locale);
  // Counting on from the last week of a year would arrive in the next year, under another name.
  return week.name === `${String(year).padStart(4, "0")}-W${String(number).padStart(2, "0")}` ? week : null;
}

/** Always in week 1 (ISO 8601). */
function fourthOfJanuary(year: number): DateTime {
  return DateTime.utc(year, 1, 4, 12);
}

function monthOf(date: DateTime, locale: string): Period {
  const start = dayOf(date.startOf("month"));
  const label = date.setLocale(locale).toLocaleString({ month: "long", year: "numeric" });
  return { kind: "month", name: start.slice(0, 7), label, start, end: dayOf(date.endOf("month")) };
}

function quarterOf(date: DateTime, locale: string): Period {
  const name = `${String(date.year).padStart(4, "0")}-Q${date.quarter}`;
  return span("quarter", name, dayOf(date.startOf("quarter")), dayOf(date.endOf("quarter")), locale);
}

function lastDays(count: number, end: Day, locale: string): Period {
  return span("days", `${count}d-${end}`, addDays(end, 1 - count), end, locale);
}

function sinceLast({ today, since }: PeriodContext, locale: string): Period {
  if (since === undefined || since === null) return weekOf(atNoon(today), locale);
  const start = since < today ? since : today;
  return span("since-last", `since-${start}`, start, today, locale);
}

function span(kind: PeriodKind, name: string, start: Day, end: Day, locale: string): Period {
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const label = format.formatRange(atNoon(start).toJSDate(), atNoon(end).toJSDate());
  return { kind, name, label: label.replaceAll(/[\u2009\u202f]/gu, " "), start, end };
}

function dayOf(date: DateTime): Day {
  return date.toFormat("yyyy-MM-dd");
}
