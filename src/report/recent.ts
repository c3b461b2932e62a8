import { addDays } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day } from "../domain/types.ts";
import type { Movement } from "../insight/movement.ts";
import type { ReportContext } from "./context.ts";

/** What was learned stays in the report this long: time for two or three results to come in. */
export const recentDays = 60;

/** How far back a report looks for what was put to use: a year, the usual span of a plan. */
export const lookBackDays = 365;

/** Whether a movement can be told, and the newest of its results is of late: it could not be read in the reports of last season. */
export function isNews(movement: Movement | null, today: Day): boolean {
  return (
    movement !== null &&
    movement.difference !== null &&
    movement.after !== null &&
    movement.after.to >= addDays(today, -recentDays)
  );
}

/** The period and the days before today in which something still counts as recent, up to today or the period's end. */
export function recentSpan({ period, today }: Pick<ReportContext, "period" | "today">): {
  readonly earliest: Day;
  readonly latest: Day;
} {
  return {
    earliest: [period.start, addDays(today, -recentDays)].toSorted(compareText)[0]!,
    latest: [period.end, today].toSorted(compareText)[0]!,
  };
}
