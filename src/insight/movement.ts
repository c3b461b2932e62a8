import { addDays, daysBetween } from "../domain/day.ts";
import type { Day } from "../domain/types.ts";
import { middle } from "../lib/middle.ts";
import { isToward, type Point, type ResultSeries } from "./series.ts";
import { sumUp, trendDays, type Stretch } from "./stretch.ts";

/** A result before and after a day, in windows of one length. It says what happened alongside, never why. */
export interface Movement {
  readonly since: Day;
  /** Days looked at on each side of `since`, the same on both. */
  readonly windowDays: number;
  /** Whether all days of the window after it have passed; more results may come in otherwise. */
  readonly complete: boolean;
  /** null below two results on that side. */
  readonly before: Stretch | null;
  readonly after: Stretch | null;
  /** Mean after minus mean before; null means "can't tell yet". */
  readonly difference: number | null;
  /** Whether that is toward the target; null when unknown, unchanged, or the goal holds a level. */
  readonly toward: boolean | null;
  /**
   * Whether the result was moving that way before the day already: its earlier trend, carried on, makes up at least
   * half of the difference. null when there is no difference, or no trend to carry on (three results before).
   */
  readonly alreadyMoving: boolean | null;
}

/** A window holds this many results at the series' usual rhythm. */
const resultsAWindow = 3;
/** However often somebody counts, nothing is judged within less than four weeks. */
const leastDays = 28;

/**
 * The results of the days before `day` and of as many days after it.
 *
 *     window = the longer of 28 days and 3 × the middle gap between results
 *     before = results in (day − window, day]; after = results in (day, day + window], up to today
 *
 * A result of the day itself speaks of the time before it. Below two results on a side that side is null, and
 * nothing can be told yet.
 */
export function movementAround(series: ResultSeries, day: Day, today: Day): Movement {
  const { points, direction } = series;
  const windowDays = windowOf(points);
  const passed = Math.min(windowDays, Math.max(0, daysBetween(day, today)));
  const before = sumUp(within(points, addDays(day, -windowDays), day));
  const after = sumUp(within(points, day, addDays(day, passed)));
  const difference = before && after ? after.mean - before.mean : null;
  return {
    since: day,
    windowDays,
    complete: passed === windowDays,
    before,
    after,
    difference,
    toward: isToward(difference, direction),
    alreadyMoving: before && carriesOn(before, difference, (windowDays + passed) / 2),
  };
}

/** Days of a window, by how often results come in. */
export function windowOf(points: readonly Point[]): number {
  const gaps = points.slice(1).map(({ date }, index) => daysBetween(points[index]!.date, date));
  return Math.max(leastDays, Math.ceil(resultsAWindow * (middle(gaps) ?? 0)));
}

/** Results after `from`, up to and including `to`. */
function within(points: readonly Point[], from: Day, to: Day): readonly Point[] {
  return points.filter(({ date }) => date > from && date <= to);
}

/** @param apart days from the middle of the one stretch of time to the middle of the other. */
function carriesOn({ slope }: Stretch, difference: number | null, apart: number): boolean | null {
  if (slope === null || difference === null || difference === 0) return null;
  return ((slope / trendDays) * apart) / difference >= 0.5;
}
