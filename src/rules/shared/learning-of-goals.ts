import type { LineOfSight } from "../../domain/line-of-sight.ts";
import type { Day, Portfolio } from "../../domain/types.ts";
import { homeGoals } from "./home-goals.ts";
import { usesOfLearning } from "./use-of-learning.ts";

export interface GoalLearning {
  /** Insights that were put to use, once for each day up to today. */
  readonly uses: readonly { readonly title: string; readonly day: Day }[];
  /** Days of the insights and after-reviews that speak of the goal; null for one without a day. */
  readonly days: readonly (Day | null)[];
}

/** By goal id: what was learned about it and when it was put to use. */
export function learningOfGoals({
  portfolio,
  lineOfSight,
  today,
}: {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly today: Day;
}): ReadonlyMap<string, GoalLearning> {
  const usesOf = usesOfLearning(portfolio);
  const byGoal = new Map<string, { uses: { title: string; day: Day }[]; days: (Day | null)[] }>();
  for (const item of portfolio.items) {
    if (item.kind !== "insight" && (item.kind !== "review" || item.when === "before")) continue;
    const days = item.kind === "insight" ? [...new Set(usesOf.get(item.id) ?? [])] : [];
    const uses = days.flatMap((day) => (day === null || day > today ? [] : [{ title: item.title, day }]));
    for (const goal of homeGoals(item, lineOfSight)) {
      const known = byGoal.get(goal) ?? { uses: [], days: [] };
      byGoal.set(goal, known);
      known.uses.push(...uses);
      known.days.push(item.date);
    }
  }
  return byGoal;
}
