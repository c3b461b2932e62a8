import type { Day } from "../domain/types.ts";
import type { ResultSeries } from "./series.ts";
import { sumUp, type Stretch } from "./stretch.ts";

/** Where a result stood up to a day, and where it stands now, however long ago the day is. */
export interface ThenAndNow {
  readonly then: Stretch;
  readonly now: Stretch;
  /** Mean now minus mean then. */
  readonly difference: number;
}

/** Results looked at on each side, at most. */
const most = 3;

/**
 * The last three results up to `day` beside the newest three after it; null below two on either side. A result of the
 * day itself speaks of the time before it. For what landed just before and just after a day: `movementAround`.
 */
export function thenAndNow({ points }: ResultSeries, day: Day): ThenAndNow | null {
  const then = sumUp(points.filter(({ date }) => date <= day).slice(-most));
  const now = sumUp(points.filter(({ date }) => date > day).slice(-most));
  return then && now && { then, now, difference: now.mean - then.mean };
}
