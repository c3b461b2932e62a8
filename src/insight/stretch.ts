import { daysBetween } from "../domain/day.ts";
import type { Day } from "../domain/types.ts";
import type { Point } from "./series.ts";

/** Some neighbouring results, summed up. */
export interface Stretch {
  /** The level, in the goal's unit. */
  readonly mean: number;
  /** The trend: a straight line through the results, in the goal's unit per 30 days; null below three results, as two always lie on a line. */
  readonly slope: number | null;
  readonly points: number;
  readonly from: Day;
  readonly to: Day;
}

/** Days that a slope is given for: about a month. */
export const trendDays = 30;

/** Below this many results nothing is said: one alone may be a slip. */
const least = 2;
const leastForTrend = 3;

/** @param points oldest first, one a day. */
export function sumUp(points: readonly Point[]): Stretch | null {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < least) return null;
  const mean = meanOf(points.map(({ value }) => value));
  return { mean, slope: slopeOf(points, mean), points: points.length, from: first.date, to: last.date };
}

/** Ordinary least squares. */
function slopeOf(points: readonly Point[], mean: number): number | null {
  if (points.length < leastForTrend) return null;
  const days = daysOf(points);
  const middle = meanOf(days);
  let together = 0;
  let spread = 0;
  for (const [index, { value }] of points.entries()) {
    const away = days[index]! - middle;
    together += away * (value - mean);
    spread += away * away;
  }
  return (together / spread) * trendDays;
}

function daysOf(points: readonly Point[]): readonly number[] {
  const first = points[0]?.date;
  return points.map(({ date }) => (first === undefined ? 0 : daysBetween(first, date)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
