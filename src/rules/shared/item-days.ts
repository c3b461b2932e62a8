import { addDays, daysBetween } from "../../domain/day.ts";
import type { Day, LearningItem } from "../../domain/types.ts";

/** Whether the item's day lies in the last `days` days; an item without a day counts, as nothing says that it is old. */
export function isRecent(item: LearningItem, today: Day, days: number): boolean {
  return item.date === null || item.date >= addDays(today, -days);
}

/**
 * The day an item was planned for: its own day, when that lies after the day its row was made.
 * null when it has no day, or one that may only be the day on which somebody typed it: the reading puts that in
 * where no day was given, and the two days may differ by one between time zones.
 */
export function plannedDay(item: LearningItem): Day | null {
  const created = createdDay(item);
  if (item.date === null || created === null) return item.date;
  return daysBetween(created, item.date) > 1 ? item.date : null;
}

function createdDay(item: LearningItem): Day | null {
  return item.createdAt?.slice(0, 10) ?? null;
}
