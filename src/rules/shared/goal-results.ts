import { compareText } from "../../domain/portfolio.ts";
import type { Day, Portfolio, Result } from "../../domain/types.ts";
import { indexBy } from "./index-by.ts";

/** A result whose day is known. */
export type DatedResult = Result & { readonly date: Day };

/** One value a day, in the goal's unit. */
export interface GoalPoint {
  readonly date: Day;
  readonly value: number;
}

/** Every result with a day up to today, by the goal it speaks of, oldest first; of one day the last entered comes last. */
export function datedResults(portfolio: Portfolio, today: Day): ReadonlyMap<string, readonly DatedResult[]> {
  const dated = portfolio.results.filter(
    (result): result is DatedResult => result.date !== null && result.date <= today,
  );
  return indexBy(dated.toSorted(byDay), ({ goalIds }) => goalIds);
}

/** The numbers among them; of several for one day the last one entered counts, as a correction. */
export function pointsOf(results: readonly DatedResult[]): readonly GoalPoint[] {
  const byDay = new Map<Day, number>();
  for (const { date, value } of results) if (value !== null && Number.isFinite(value)) byDay.set(date, value);
  return [...byDay].map(([date, value]) => ({ date, value }));
}

function byDay(a: DatedResult, b: DatedResult): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.createdAt ?? "", b.createdAt ?? "") ||
    compareText(a.id, b.id)
  );
}
