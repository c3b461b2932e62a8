import type { Portfolio, Review } from "../../domain/types.ts";
import { rememberFor } from "../../lib/remember.ts";

/** Fields that tie a review to what it looks at. */
const tyingFields: ReadonlySet<string> = new Set(["goal", "event", "hypothesis", "before", "parent"]);

/**
 * How a review is tied to the work: "tied" by a goal, an event, a hypothesis, its other bookend or what it comes
 * from; "hidden" when a link of that kind could not be followed; else "loose".
 */
export const tiesOfReviews = rememberFor(
  (portfolio: Portfolio): ((review: Review) => "tied" | "hidden" | "loose") => {
    const closedByOther = new Set<string>();
    for (const item of portfolio.items) {
      if (item.kind === "review") for (const id of item.beforeIds) closedByOther.add(id);
    }
    return (review) => {
      const ties = [
        review.goalIds,
        review.eventIds,
        review.hypothesisIds,
        review.beforeIds,
        review.parentIds,
      ];
      if (ties.some((ids) => ids.length > 0) || closedByOther.has(review.id)) return "tied";
      return review.unresolved.some(({ field }) => tyingFields.has(field)) ? "hidden" : "loose";
    };
  },
);
