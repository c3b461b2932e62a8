import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import type { Goal, Review } from "../domain/types.ts";
import { lookAround } from "./around.ts";
import { byGoalOrder, byTitle, linkTo, type ReportContext } from "./context.ts";
import { compareText } from "../domain/portfolio.ts";
import type { GoalReviews, ReviewReport } from "./model.ts";
import { recentSpan } from "./recent.ts";

/** What we looked back on: for each live goal the after-reviews held of late, each under its nearest goal only. */
export function buildReviewed(context: ReportContext): readonly GoalReviews[] {
  const { portfolio } = context;
  const { earliest, latest } = recentSpan(context);
  const byGoal = new Map<string, Review[]>();
  for (const item of portfolio.items) {
    if (item.kind !== "review" || item.when === "before" || item.date === null) continue;
    if (item.date < earliest || item.date > latest) continue;
    const nearest = nearestLiveGoal(item, context);
    if (nearest === null) continue;
    const group = byGoal.get(nearest);
    if (group) group.push(item);
    else byGoal.set(nearest, [item]);
  }
  return [...byGoal.keys()]
    .flatMap((id) => portfolio.goalById.get(id) ?? [])
    .sort(byGoalOrder)
    .map((goal) => ({
      goal: linkTo(goal),
      reviews: (byGoal.get(goal.id) ?? [])
        .toSorted((a, b) => compareText(b.date ?? "", a.date ?? "") || byTitle(a, b))
        .map((review) => describeReview(review, goal, context)),
    }));
}

function describeReview(review: Review, goal: Goal, context: ReportContext): ReviewReport {
  const { eventById } = context.portfolio;
  const events = review.eventIds.flatMap((id) => eventById.get(id) ?? []).sort(byTitle);
  return {
    ...linkTo(review),
    date: review.date,
    event: events[0] ? linkTo(events[0]) : null,
    ...lookAround(
      {
        goalId: goal.id,
        day: review.date,
        countedFrom: "held",
        own: [review.id, ...review.beforeIds, ...review.eventIds, ...review.insightIds],
      },
      context,
    ),
  };
}
