import { daysBetween } from "./day.ts";
import type { Day, LearningItem } from "./types.ts";

/**
 * Whether the item is too new to ask about. Counted from its own day or the day its row was made, whichever is
 * later; days ahead say nothing about how long it has waited.
 */
export function isYoung(item: LearningItem, today: Day, graceDays: number): boolean {
  return [item.date, item.createdAt?.slice(0, 10) ?? null].some(
    (day) => day !== null && day <= today && daysBetween(day, today) < graceDays,
  );
}
