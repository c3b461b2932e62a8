import type { Day, LearningItem, Portfolio } from "../../domain/types.ts";
import { rememberFor } from "../../lib/remember.ts";
import { itemsByDay } from "./newest-first.ts";

/**
 * For every item the latest day on which something was linked to it, directly or further down: a bet to its
 * question, that bet's review, that review's insight. An item's own day does not count for itself. Days ahead do:
 * what is planned is being worked on. Linear: the newest item marks everything above it, and each is marked once.
 */
export const lastActivity = rememberFor((portfolio: Portfolio): ReadonlyMap<string, Day> => {
  const { items, itemById } = portfolio;
  const listedBy = reviewsThatList(items);
  const latest = new Map<string, Day>();
  const open: LearningItem[] = [];
  for (const [day, ofThatDay] of itemsByDay(portfolio)) {
    for (const item of ofThatDay) {
      const mark = (ids: readonly string[] | undefined): void => {
        for (const id of ids ?? []) {
          if (id === item.id || latest.has(id)) continue;
          const above = itemById.get(id);
          if (above === undefined) continue;
          latest.set(id, day);
          open.push(above);
        }
      };
      for (let at: LearningItem | undefined = item; at !== undefined; at = open.pop()) {
        mark(at.parentIds);
        for (const ids of linksOf(at)) mark(ids);
        mark(listedBy.get(at.id));
      }
    }
  }
  return latest;
});

/** Ids of the reviews that list an insight, by the insight's. */
function reviewsThatList(items: readonly LearningItem[]): ReadonlyMap<string, readonly string[]> {
  const listedBy = new Map<string, string[]>();
  for (const item of items) {
    if (item.kind !== "review") continue;
    for (const id of item.insightIds) {
      const reviews = listedBy.get(id);
      if (reviews) reviews.push(item.id);
      else listedBy.set(id, [item.id]);
    }
  }
  return listedBy;
}

function linksOf(item: LearningItem): readonly (readonly string[])[] {
  switch (item.kind) {
    case "question":
      return [];
    case "hypothesis":
      return [item.questionIds, item.refinedFromIds];
    case "review":
      return [item.hypothesisIds, item.beforeIds];
    case "insight":
      return [item.reviewIds];
    case "opportunity":
      return [item.hypothesisIds];
  }
}
