import type { Day, LearningItem, Portfolio } from "../../domain/types.ts";
import { rememberFor } from "../../lib/remember.ts";

/** Items with a day, by day, the latest first; those of one day in id order. Sorting days is quick where sorting items is not. */
export const itemsByDay = rememberFor(
  ({ items }: Portfolio): readonly (readonly [Day, readonly LearningItem[]])[] => {
    const byDay = new Map<Day, LearningItem[]>();
    for (const item of items) {
      if (item.date === null) continue;
      const group = byDay.get(item.date);
      if (group) group.push(item);
      else byDay.set(item.date, [item]);
    }
    return [...byDay].toSorted(([a], [b]) => (a < b ? 1 : -1));
  },
);

export function* newestFirst(portfolio: Portfolio): Generator<LearningItem> {
  for (const [, items] of itemsByDay(portfolio)) yield* items;
}
