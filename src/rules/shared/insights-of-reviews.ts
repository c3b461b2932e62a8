import type { Portfolio } from "../../domain/types.ts";
import { rememberFor } from "../../lib/remember.ts";

/** Ids of the insights that each review led to, whichever of the two names the other. */
export const insightsOfReviews = rememberFor(
  ({ items }: Portfolio): ReadonlyMap<string, ReadonlySet<string>> => {
    const found = new Map<string, Set<string>>();
    const add = (review: string, insight: string): void => {
      const known = found.get(review);
      if (known) known.add(insight);
      else found.set(review, new Set([insight]));
    };
    for (const item of items) {
      if (item.kind === "insight") for (const id of item.reviewIds) add(id, item.id);
      if (item.kind === "review") for (const id of item.insightIds) add(item.id, id);
    }
    return found;
  },
);
