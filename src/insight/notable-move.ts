import { addDays } from "../domain/day.ts";
import type { Day, Goal } from "../domain/types.ts";
import { middle } from "../lib/middle.ts";
import { windowOf, movementAround, type Movement } from "./movement.ts";
import type { Point, ResultSeries } from "./series.ts";

/** A result that moved more than it usually does. */
export interface NotableMove {
  /** The newest window against the one before it. */
  readonly movement: Movement;
  /** The middle of the differences between neighbouring results, in the goal's unit: what is usual for it. */
  readonly usualStep: number;
}

/** Fewer results than this have no usual step. */
const leastResults = 6;
/** The difference of the two windows is this many usual steps at least. */
const leastSteps = 2;
/** And this part of the way from baseline to target, where there is one. */
const leastShare = 0.05;

/**
 * Whether the result moved notably of late: the mean of its newest window (see `movementAround`) against the
 * window before it, by at least two of its usual steps and a twentieth of the way to its target. docs/numbers.md says
 * why. null when it did not, when there is too little to tell, and when its usual step is 0.
 */
export function notableMove(
  series: ResultSeries,
  { baseline, target }: Pick<Goal, "baseline" | "target">,
  today: Day,
): NotableMove | null {
  const { points } = series;
  if (points.length < leastResults) return null;
  const usualStep = middle(steps(points)) ?? 0;
  const movement = movementAround(series, addDays(today, -windowOf(points)), today);
  if (movement.difference === null || usualStep === 0) return null;
  const way = baseline === null || target === null ? 0 : Math.abs(target - baseline);
  const size = Math.abs(movement.difference);
  return size >= leastSteps * usualStep && size >= leastShare * way ? { movement, usualStep } : null;
}

function steps(points: readonly Point[]): readonly number[] {
  return points.slice(1).map(({ value }, index) => Math.abs(value - points[index]!.value));
}
