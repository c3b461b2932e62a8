import type { Day, Goal, Result } from "../domain/types.ts";

/** Which way is better: from baseline toward target. `hold` when the two are equal. */
export type Direction = "increase" | "decrease" | "hold";

/** One dated value in the goal's unit. */
export interface Point {
  readonly date: Day;
  readonly value: number;
}

/** What is known of one goal's result over time. */
export interface ResultSeries {
  readonly goalId: string;
  /** null when baseline or target is not given. */
  readonly direction: Direction | null;
  /** Oldest first, one value a day, none after `today`. */
  readonly points: readonly Point[];
  readonly latest: Point | null;
  /** `current` is the goal's own column, with what earlier reports saw in it; `none` when there is neither. */
  readonly source: "results" | "current" | "none";
  /** Values dated after today: left out, and said so in the report. */
  readonly ahead: number;
}

/** Results by the goal they speak of, so that a series per goal costs one pass over all results. */
export function groupResults(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const byGoal = new Map<string, Result[]>();
  for (const result of results) {
    for (const goalId of new Set(result.goalIds)) {
      const group = byGoal.get(goalId);
      if (group) group.push(result);
      else byGoal.set(goalId, [result]);
    }
  }
  return byGoal;
}

/**
 * The goal's dated values. Results come first; without any usable one the goal's `current` stands in: what earlier
 * reports saw in that column, each value on the first day it was seen, and its value of today. Of several values for
 * one day the last one entered is taken, as a correction (creation time, then row id). Rows without a date or number
 * are passed over.
 * @param seen values of `current` on earlier days, oldest first; none when no history was kept.
 */
export function buildSeries(
  goal: Goal,
  results: readonly Result[],
  today: Day,
  seen: readonly Point[] = [],
): ResultSeries {
  const dated = results.flatMap((result) =>
    result.date !== null && result.value !== null && Number.isFinite(result.value)
      ? [{ date: result.date, value: result.value, enteredAt: result.createdAt ?? "", id: result.id }]
      : [],
  );
  const known = dated.filter(({ date }) => date <= today);
  const points = known.length > 0 ? lastOfEachDay(known) : currentValues(goal, today, seen);
  return {
    goalId: goal.id,
    direction: directionOf(goal.baseline, goal.target),
    points,
    latest: points.at(-1) ?? null,
    source: known.length > 0 ? "results" : points.length > 0 ? "current" : "none",
    ahead: dated.length - known.length,
  };
}

function directionOf(baseline: number | null, target: number | null): Direction | null {
  if (baseline === null || target === null) return null;
  if (target === baseline) return "hold";
  return target > baseline ? "increase" : "decrease";
}

/** Whether a change goes toward the target; null when unknown, unchanged, or the goal holds a level. */
export function isToward(change: number | null, direction: Direction | null): boolean | null {
  if (change === null || change === 0 || direction === null || direction === "hold") return null;
  return direction === "increase" ? change > 0 : change < 0;
}

/** A value that is still the same says nothing about today: nobody need have looked. */
function currentValues({ current }: Goal, today: Day, seen: readonly Point[]): readonly Point[] {
  if (current === null || !Number.isFinite(current)) return [];
  const earlier = seen.filter(({ date }) => date < today);
  return earlier.at(-1)?.value === current ? earlier : [...earlier, { date: today, value: current }];
}

interface Entered extends Point {
  readonly enteredAt: string;
  readonly id: string;
}

function lastOfEachDay(values: readonly Entered[]): readonly Point[] {
  const byDay = new Map<Day, Entered>();
  for (const value of values) {
    const other = byDay.get(value.date);
    if (!other || isLater(value, other)) byDay.set(value.date, value);
  }
  return [...byDay.values()]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, value }) => ({ date, value }));
}

function isLater(a: Entered, b: Entered): boolean {
  if (a.enteredAt !== b.enteredAt) return a.enteredAt > b.enteredAt;
  return a.id > b.id;
}
