import type { GoalStanding, RunHistory } from "../domain/history.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import { paceOf } from "./pace.ts";
import { buildSeries, groupResults } from "./series.ts";

/** Where each goal's result stands today. */
export function standingsOf(
  portfolio: Portfolio,
  today: Day,
  { currentsOf }: Pick<RunHistory, "currentsOf">,
): readonly GoalStanding[] {
  const results = groupResults(portfolio.results);
  return portfolio.goals.map((goal) => {
    const { latest } = buildSeries(goal, results.get(goal.id) ?? [], today, currentsOf(goal.id));
    return { goal, latest, reached: paceOf({ ...goal, latest, today }).reached };
  });
}
