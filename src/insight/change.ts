import type { Day } from "../domain/types.ts";
import type { Point } from "./series.ts";

/** By how much a result moved, in the goal's unit. */
export interface Change {
  /** Last value up to the period's end minus the last value before its start; null when either is missing. */
  readonly period: number | null;
  /** Last value up to the period's end minus the value the last report showed; null when no earlier report is known, or it had none. */
  readonly sinceLast: number | null;
}

/** @param shown the goal's latest value as the last report gave it; null when there was none. */
export function changeOf(
  points: readonly Point[],
  period: { readonly start: Day; readonly end: Day },
  shown: number | null,
): Change {
  const now = points.findLast(({ date }) => date <= period.end) ?? null;
  const before = points.findLast(({ date }) => date < period.start) ?? null;
  return {
    period: now && before && now.value - before.value,
    sinceLast: now === null || shown === null ? null : now.value - shown,
  };
}
