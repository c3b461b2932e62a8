import type { Day } from "../../domain/types.ts";
import type { GoalPoint } from "./goal-results.ts";

/** A result before and after a day: what happened alongside, never why. */
export interface Move {
  /** Mean of up to three results, in the goal's unit. */
  readonly before: number;
  readonly after: number;
  /** After minus before. */
  readonly difference: number;
  /** Day of the newest result. */
  readonly last: Day;
}

/** Results looked at on each side, at most and at least: one alone may be a slip. */
const most = 3;
const least = 2;

/**
 * The last results up to `day` and the newest after it; null below two on either side.
 * A result of the day itself speaks of the time before it.
 * @param points oldest first.
 */
export function moveAround(points: readonly GoalPoint[], day: Day): Move | null {
  const before = points.filter(({ date }) => date <= day).slice(-most);
  const after = points.filter(({ date }) => date > day).slice(-most);
  const last = after.at(-1)?.date;
  if (last === undefined || before.length < least || after.length < least) return null;
  const [one, other] = [mean(before), mean(after)];
  return { before: one, after: other, difference: other - one, last };
}

function mean(points: readonly GoalPoint[]): number {
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
