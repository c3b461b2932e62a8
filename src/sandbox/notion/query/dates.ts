import { DateTime, type DurationLike } from "luxon";

import { isDay, millisOf } from "../properties/dates.ts";
import type { Json } from "../records.ts";
import type { View } from "../view.ts";
import { testPresence } from "./tests.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const RELATIVE: Readonly<Record<string, DurationLike>> = {
  today: {},
  tomorrow: { days: 1 },
  yesterday: { days: -1 },
  one_week_ago: { weeks: -1 },
  one_week_from_now: { weeks: 1 },
  one_month_ago: { months: -1 },
  one_month_from_now: { months: 1 },
};

/** Windows around today, both ends included. */
const WINDOWS: Readonly<Record<string, readonly [DurationLike, DurationLike]>> = {
  past_week: [{ days: -7 }, {}],
  past_month: [{ months: -1 }, {}],
  past_year: [{ years: -1 }, {}],
  next_week: [{}, { days: 7 }],
  next_month: [{}, { months: 1 }],
  next_year: [{}, { years: 1 }],
};

/**
 * Tests the beginning of a date, to the minute; a bound that is a day stands for the whole day.
 * Dates without a zone are UTC.
 */
export function testDate(view: View, value: string | null, condition: Json): boolean {
  const present = testPresence(value !== null, condition);
  if (present !== null) return present;
  if (value === null) return false;

  const at = toMinute(millisOf(value));
  const today = DateTime.fromMillis(view.store.clock.now(), { zone: "utc" }).startOf("day");
  const [[operator, bound] = ["", ""]] = Object.entries(condition);
  const window = WINDOWS[operator];
  if (window !== undefined) {
    return at >= today.plus(window[0]).toMillis() && at < today.plus(window[1]).toMillis() + DAY;
  }
  if (operator === "this_week")
    return at >= today.startOf("week").toMillis() && at <= today.endOf("week").toMillis();

  const { start, end } = boundOf(today, String(bound));
  switch (operator) {
    case "equals":
      return at >= start && at < end;
    case "before":
      return at < start;
    case "after":
      return at >= end;
    case "on_or_before":
      return at < end;
    default:
      return at >= start;
  }
}

/** The stretch of time a bound stands for, from its first to just after its last millisecond. */
function boundOf(today: DateTime, bound: string): { readonly start: number; readonly end: number } {
  const relative = RELATIVE[bound];
  if (relative !== undefined) {
    const start = today.plus(relative).toMillis();
    return { start, end: start + DAY };
  }
  const start = toMinute(millisOf(bound));
  return { start, end: start + (isDay(bound) ? DAY : MINUTE) };
}

function toMinute(milliseconds: number): number {
  return milliseconds - (milliseconds % MINUTE);
}
