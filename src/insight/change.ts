import type { Day } from "../domain/types.ts";
import type { Point } from "./series.ts";

/** By how much a result moved, in the goal's unit. */
export interface Change {
  /** Last value up to the period's end minus the last value before its start; null when either is missing. */
  readonly period: number | null;
  /** Last value up to the period's end minus the value the last report could show; null when no earlier run is known, or it had none. */
  readonly sinceLast: number | null;
}

export function changeOf(
  points: readonly Point[],
  period: { readonly start: Day; readonly end: Day },
  lastRun: Day | null,
): Change {
  const now = points.findLast(({ date }) => date <= period.end) ?? null;
  const before = points.findLast(({ date }) => date < period.start) ?? null;
  const then = lastRun === null ? null : (points.findLast(({ date }) => date <= lastRun) ?? null);
  return { period: difference(now, before), sinceLast: difference(now, then) };
}

function difference(later: Point | null, earlier: Point | null): number | null {
  return later === null || earlier === null ? null : later.value - earlier.value;
}
