import { DateTime } from "luxon";

import type { Day, Instant } from "./types.ts";

const dayMs = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return shape.test(text) && !Number.isNaN(toMs(text));
}

/** Days from `from` to `to`; negative when `to` comes first. Calendar days, so a clock change never counts. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

export function addDays(day: Day, days: number): Day {
  return fromMs(toMs(day) + days * dayMs) ?? day;
}

/**
 * Turns instants into the calendar day they fall on in one zone; null for text that is no instant.
 * A zone's offset rarely changes within a day, so it is looked up once a UTC day and again only on the days
 * when it does change: 100,000 rows would otherwise cost a second.
 * @param zone IANA name.
 */
export function dayInZone(zone: string): (instant: Instant) => Day | null {
  const offsets = new Map<number, number | null>();
  const offsetAt = (ms: number): number => DateTime.fromMillis(ms, { zone }).offset * 60_000;
  const offsetOfDay = (utcDay: number): number | null => {
    const start = offsetAt(utcDay * dayMs);
    return start === offsetAt((utcDay + 1) * dayMs) ? start : null;
  };
  return (instant) => {
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) return null;
    const utcDay = Math.floor(ms / dayMs);
    let offset = offsets.get(utcDay);
    if (offset === undefined) {
      offset = offsetOfDay(utcDay);
      offsets.set(utcDay, offset);
    }
    return fromMs(ms + (offset ?? offsetAt(ms)));
  };
}

/** A workspace speaks of few different days, again and again: looking one up takes a fifth of working it out. */
const msOfDays = new Map<Day, number>();
const mostDays = 20_000;

/** Milliseconds at the day's start in UTC; NaN for text that is no day of the calendar. */
function toMs(day: Day): number {
  const known = msOfDays.get(day);
  if (known !== undefined) return known;
  if (msOfDays.size >= mostDays) msOfDays.clear();
  const parsed = Date.parse(`${day}T00:00:00Z`);
  // The 30th of February is parsed as a day in March.
  const ms = fromMs(parsed) === day ? parsed : Number.NaN;
  msOfDays.set(day, ms);
  return ms;
}

function fromMs(ms: number): Day | null {
  // Years past 9999 would be written with a sign and six digits, which is no `Day`.
  return ms >= -62_167_219_200_000 && ms < 253_402_300_800_000
    ? new Date(ms).toISOString().slice(0, 10)
    : null;
}
