import type { LearningItem, Portfolio } from "../../domain/types.ts";

/** The rows an item points at, goals left out, and how it does. */
export interface Pointer {
  readonly to: string;
  /** Whether a line of sight may run this way; the others only say that two rows have to do with each other. */
  readonly leadsUp: boolean;
}

/** Every item's pointers, with an insight that a review lists pointing at that review. */
export function pointersOf(portfolio: Portfolio): (itemId: string) => readonly Pointer[] {
  const listing = new Map<string, Pointer[]>();
  for (const item of portfolio.items) {
    if (item.kind !== "review") continue;
    for (const id of item.insightIds) {
      const known = listing.get(id);
      if (known) known.push({ to: item.id, leadsUp: true });
      else listing.set(id, [{ to: item.id, leadsUp: true }]);
    }
  }
  return (itemId) => {
    const item = portfolio.itemById.get(itemId);
    return item === undefined ? [] : [...pointers(item), ...(listing.get(itemId) ?? [])];
  };
}

function pointers(item: LearningItem): Pointer[] {
  const up = (ids: readonly string[]): Pointer[] => ids.map((to) => ({ to, leadsUp: true }));
  const aside = (ids: readonly string[]): Pointer[] => ids.map((to) => ({ to, leadsUp: false }));
  const common = up(item.parentIds);
  switch (item.kind) {
    case "question":
      return [...common, ...aside(item.eventIds)];
    case "hypothesis":
      return [...common, ...up(item.questionIds), ...aside([...item.refinedFromIds, ...item.eventIds])];
    case "review":
      return [
        ...common,
        ...up([...item.hypothesisIds, ...item.beforeIds, ...item.eventIds]),
        ...aside(item.priorLearningIds),
      ];
    case "insight":
      return [...common, ...up(item.reviewIds), ...aside([...item.appliedInIds, ...item.eventIds])];
    case "opportunity":
      return [...common, ...up(item.hypothesisIds), ...aside(item.eventIds)];
  }
}
