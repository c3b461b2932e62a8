import type { Day } from "../domain/types.ts";
import { isToward, type Point, type ResultSeries } from "./series.ts";

/** Some neighbouring results, summed up. */
export interface Stretch {
  /** In the goal's unit. */
  readonly mean: number;
  readonly points: number;
  readonly from: Day;
  readonly to: Day;
}

/** A result before and after a day. It says what happened alongside, never why. */
export interface Movement {
  readonly since: Day;
  /** null below two results on that side. */
  readonly before: Stretch | null;
  readonly after: Stretch | null;
  /** Mean after minus mean before; null means "can't tell yet". */
  readonly difference: number | null;
  /** Whether that is toward the target; null when unknown, unchanged, or the goal holds a level. */
  readonly toward: boolean | null;
}

/** Results looked at on each side, at most and at least. */
const most = 3;
const least = 2;

/**
 * The last results before `day` and the latest ones after it: up to three, at least two, else that side is null.
 * A result of the day itself speaks of the time before it.
 */
export function movementAround(series: ResultSeries, day: Day): Movement {
  const firstAfter = series.points.findIndex(({ date }) => date > day);
  const split = firstAfter === -1 ? series.points.length : firstAfter;
  const before = sumUp(series.points.slice(Math.max(0, split - most), split));
  const after = sumUp(series.points.slice(split).slice(-most));
  const difference = before && after ? after.mean - before.mean : null;
  return { since: day, before, after, difference, toward: isToward(difference, series.direction) };
}

function sumUp(points: readonly Point[]): Stretch | null {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < least) return null;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  return { mean, points: points.length, from: first.date, to: last.date };
}
