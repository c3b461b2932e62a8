import { compareText } from "../../domain/portfolio.ts";
import type { Day, Goal, Portfolio, Result } from "../../domain/types.ts";
import { buildSeries, groupResults, type ResultSeries } from "../../insight/series.ts";
import { rememberFor } from "../../lib/remember.ts";
import { isDated, type Dated } from "./dated.ts";

const resultsByGoal = rememberFor(({ results }: Portfolio) => groupResults(results));

/** A goal's result over time, as the report shows it. */
export function seriesOf(goal: Goal, portfolio: Portfolio, today: Day): ResultSeries {
  return buildSeries(goal, resultsByGoal(portfolio).get(goal.id) ?? [], today);
}

/** The goal's results with a day up to today, those without a number too, oldest first; of one day the last entered comes last. */
export function datedResults(goal: Goal, portfolio: Portfolio, today: Day): readonly Dated<Result>[] {
  return (resultsByGoal(portfolio).get(goal.id) ?? [])
    .filter((result) => isDated(result))
    .filter(({ date }) => date <= today)
    .sort(byDay);
}

function byDay(a: Dated<Result>, b: Dated<Result>): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.createdAt ?? "", b.createdAt ?? "") ||
    compareText(a.id, b.id)
  );
}
