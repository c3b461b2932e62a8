import type { Day, Portfolio } from "../../domain/types.ts";
import { rememberFor } from "../../lib/remember.ts";

/**
 * Where learning was put to use, by the id of the row that was used: the days of the rows that used it, null for a
 * use without a day. A use is an "applied in", a review that names it as learned earlier, or an item that
 * comes from it.
 */
export const usesOfLearning = rememberFor(
  (portfolio: Portfolio): ReadonlyMap<string, readonly (Day | null)[]> => {
    const uses = new Map<string, (Day | null)[]>();
    const use = (id: string, day: Day | null): void => {
      const days = uses.get(id);
      if (days) days.push(day);
      else uses.set(id, [day]);
    };
    for (const item of portfolio.items) {
      for (const id of new Set(item.parentIds)) use(id, item.date);
      if (item.kind === "review") for (const id of new Set(item.priorLearningIds)) use(id, item.date);
      if (item.kind !== "insight") continue;
      for (const id of new Set(item.appliedInIds)) {
        const place = portfolio.itemById.get(id) ?? portfolio.eventById.get(id);
        use(item.id, place?.date ?? null);
      }
      if (item.appliedInIds.length === 0 && item.appliedIn !== null) use(item.id, null);
    }
    return uses;
  },
);
