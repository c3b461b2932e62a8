import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Goal, Insight } from "../domain/types.ts";
import { lookAround } from "./around.ts";
import { byGoalOrder, byTitle, linkTo, type ReportContext } from "./context.ts";
import type { GoalLearning, InsightReport } from "./model.ts";
import { recentSpan } from "./recent.ts";
import { firstUse } from "./uses.ts";

/** What we learned: for each live goal the insights of the period and the recent ones, each under its nearest goal only. */
export function buildLearned(context: ReportContext): readonly GoalLearning[] {
  const { portfolio } = context;
  const { earliest, latest } = recentSpan(context);
  const byGoal = new Map<string, Insight[]>();
  for (const item of portfolio.items) {
    if (item.kind !== "insight" || item.date === null || item.date < earliest || item.date > latest) continue;
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
      insights: (byGoal.get(goal.id) ?? [])
        .toSorted(newestFirst)
        .map((insight) => describeInsight(insight, goal, context)),
    }));
}

function newestFirst(a: Insight, b: Insight): number {
  return compareText(b.date ?? "", a.date ?? "") || byTitle(a, b);
}

function describeInsight(insight: Insight, goal: Goal, context: ReportContext): InsightReport {
  const { links, period, today } = context;
  const review = links.reviewOfInsight.get(insight.id) ?? null;
  const uses = links.usesOfInsight.get(insight.id) ?? [];
  const used = firstUse(insight, links.usesOfInsight, today);
  return {
    ...linkTo(insight),
    date: insight.date,
    inPeriod: insight.date !== null && insight.date >= period.start && insight.date <= period.end,
    text: insight.text,
    evidence: insight.evidence,
    review: review && linkTo(review),
    appliedIn: uses.map(linkTo),
    appliedNote: insight.appliedIn,
    ...lookAround(
      {
        goalId: goal.id,
        day: used?.date ?? insight.date,
        countedFrom: used === null ? "noted" : "used",
        own: [insight.id, ...uses.map(({ id }) => id), ...(review ? [review.id, ...review.eventIds] : [])],
      },
      context,
    ),
  };
}
