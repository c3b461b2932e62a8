import { addDays } from "../domain/day.ts";
import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Goal, Insight } from "../domain/types.ts";
import { lookAround } from "./around.ts";
import { byGoalOrder, byTitle, linkTo, type ReportContext } from "./context.ts";
import type { GoalLearning, InsightReport, UsedInsight } from "./model.ts";
import { isNews, lookBackDays, recentSpan } from "./recent.ts";
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
    .map((goal) => {
      const insights = (byGoal.get(goal.id) ?? [])
        .toSorted(newestFirst)
        .map((insight) => describeInsight(insight, goal, context));
      return { goal: linkTo(goal), insights, cantTell: insights.some((insight) => !isTold(insight)) };
    });
}

/**
 * Insights noted longer ago and put to use since, under their nearest live goal, once the result's movement around the
 * first use can be told. The latest use comes first.
 */
export function buildPutToUse(context: ReportContext): readonly UsedInsight[] {
  const { portfolio, links, today } = context;
  const { earliest } = recentSpan(context);
  return portfolio.items
    .flatMap((item) => {
      if (item.kind !== "insight" || item.date === null || item.date >= earliest) return [];
      const used = firstUse(item, links.usesOfInsight, today);
      if (used === null || used.date < addDays(today, -lookBackDays)) return [];
      const goal = portfolio.goalById.get(nearestLiveGoal(item, context) ?? "");
      const described = goal && describeInsight(item, goal, context);
      return described !== undefined && isTold(described)
        ? [{ ...described, used: used.date, news: isNews(described.movement, today) }]
        : [];
    })
    .toSorted((a, b) => compareText(b.used, a.used) || byTitle(a, b));
}

function isTold({ movement }: InsightReport): boolean {
  return movement !== null && movement.difference !== null;
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
