import type { Day, Result } from "../domain/types.ts";

/** Results that no series shows, or shows by chance. Every row is counted once, by the first thing that it lacks. */
export interface UnusedResults {
  /** Rows with a day up to today and no number. */
  readonly withoutNumber: number;
  /** Rows with a number and no day. */
  readonly withoutDay: number;
  /** Rows with both that lead to no goal. */
  readonly withoutGoal: number;
  /** Days of a goal with two different numbers, of which nothing tells which was entered last. */
  readonly undecidedDays: number;
}

export function unusedResults(results: readonly Result[], today: Day): UnusedResults {
  const count = (isUnused: (result: Result) => boolean): number => results.filter(isUnused).length;
  return {
    withoutNumber: count(({ value, date }) => value === null && date !== null && date <= today),
    withoutDay: count(({ value, date }) => value !== null && date === null),
    withoutGoal: count(({ value, date, goalIds }) => value !== null && date !== null && goalIds.length === 0),
    undecidedDays: undecidedDays(results, today),
  };
}

interface Newest {
  readonly enteredAt: string | null;
  readonly values: Set<number>;
}

function undecidedDays(results: readonly Result[], today: Day): number {
  const newest = new Map<string, Newest>();
  for (const { goalIds, date, value, createdAt } of results) {
    if (value === null || date === null || date > today) continue;
    for (const goalId of goalIds) {
      const key = `${goalId} ${date}`;
      const known = newest.get(key);
      if (known === undefined || (createdAt ?? "") > (known.enteredAt ?? ""))
        newest.set(key, { enteredAt: createdAt, values: new Set([value]) });
      else if (createdAt === known.enteredAt) known.values.add(value);
    }
  }
  return [...newest.values()].filter(({ values }) => values.size > 1).length;
}
