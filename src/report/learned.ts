import { compareText } from "../domain/portfolio.ts";
import type { Day, Goal, Insight, Portfolio } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { movementAround } from "../insight/movement.ts";
import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import { byGoalOrder, byTitle, linkTo, type ReportContext } from "./context.ts";
import type { GoalLearning, InsightReport, Link } from "./model.ts";

/** An insight stays in the report this long after it was noted: time for two or three results to come in. */
const recentDays = 60;

/** What we learned: for each live goal the insights of the period and the recent ones, each under its nearest goal only. */
export function buildLearned(context: ReportContext): readonly GoalLearning[] {
  const { portfolio, period, today } = context;
  const earliest = [period.start, addDays(today, -recentDays)].toSorted(compareText)[0]!;
  const latest = [period.end, today].toSorted(compareText)[0]!;
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
  const { portfolio, links, period, series } = context;
  const review = links.reviewOfInsight.get(insight.id) ?? null;
  const used = usesOf(insight, portfolio);
  const usedOn = firstUse(insight, used, context.today);
  const since = usedOn ?? insight.date;
  const ofGoal = series.get(goal.id);
  return {
    ...linkTo(insight),
    date: insight.date,
    inPeriod: insight.date !== null && insight.date >= period.start && insight.date <= period.end,
    text: insight.text,
    evidence: insight.evidence,
    review: review && linkTo(review),
    appliedIn: used.map(linkTo),
    appliedNote: insight.appliedIn,
    countedFrom: usedOn === null ? "noted" : "used",
    unit: goal.unit,
    movement: since !== null && ofGoal && ofGoal.points.length > 0 ? movementAround(ofGoal, since) : null,
  };
}

interface Use extends Link {
  readonly date: Day | null;
}

/** The first day up to today on which it was used. A use dated before the insight says nothing about it: the row was linked afterwards. */
export function firstUse(insight: Insight, used: readonly Use[], today: Day): Day | null {
  const days = used
    .flatMap(({ date }) => date ?? [])
    .filter((date) => date >= (insight.date ?? "") && date <= today);
  return days.toSorted(compareText)[0] ?? null;
}

export function usesOf(insight: Insight, portfolio: Portfolio): readonly Use[] {
  return insight.appliedInIds
    .flatMap((id): readonly Use[] => {
      const row = portfolio.itemById.get(id) ?? portfolio.eventById.get(id);
      return row ? [row] : [];
    })
    .toSorted(byTitle);
}
