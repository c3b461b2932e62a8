import type { Answer, Finding } from "../domain/finding.ts";
import { addDays } from "../domain/day.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { LastReport, RunHistory } from "../domain/history.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import type { Day, Instant, Portfolio } from "../domain/types.ts";
import { buildBets } from "./bets.ts";
import { buildCentre } from "./centre.ts";
import { buildComingUp } from "./coming-up.ts";
import type { ReportContext } from "./context.ts";
import { buildCoverage } from "./coverage.ts";
import { gatherContext } from "./gather-context.ts";
import { buildGoals } from "./goals.ts";
import { buildLearned, buildPutToUse } from "./learned.ts";
import { narrow } from "./filters.ts";
import type { Link, ReportFilters, ReportModel, ReportPeriod, ReportSummary } from "./model.ts";
import { buildMoves } from "./moves.ts";
import { buildRemarks, buildUnlinked, toldBefore } from "./remarks.ts";
import { buildReviewed } from "./reviewed.ts";
import { buildSinceLast } from "./since-last.ts";

export interface ReportInput {
  /** The team, from the config. */
  readonly name: string;
  readonly key: string;
  readonly templateName: string;
  /** Whether one page is kept for all periods. */
  readonly living: boolean;
  readonly period: Omit<ReportPeriod, "past">;
  /** The run's day in `timezone`. */
  readonly today: Day;
  readonly now: Instant;
  readonly timezone: string;
  readonly locale: string;
  /** Narrows the report; null for the whole. */
  readonly filters: ReportFilters | null;
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly findings: readonly Finding[];
  /** Remarks that are not made: somebody said that it is fine as it is. */
  readonly silenced: readonly Finding[];
  /** What the rules together say of each live goal. */
  readonly judgements: readonly GoalJudgement[];
  /** Every rule's answers; only "can't see" is counted here. */
  readonly verdicts: readonly { readonly answer: Answer }[];
  /** What earlier reports saw of the goals' `current` column. */
  readonly history: Pick<RunHistory, "currentsOf">;
  /** The report before this one; null when none is known. */
  readonly last: LastReport | null;
}

/** Pure: the same input gives the same report, in whatever order rows arrived. */
export function buildReport(input: ReportInput): ReportModel {
  const { lineOfSight, filters, silenced, period, today, history, last } = input;
  const context = gatherContext({
    ...narrow(input, filters),
    whole: input.portfolio,
    lineOfSight,
    silenced,
    period,
    today,
    history,
    last,
    locale: input.locale,
  });
  const goals = buildGoals(context);
  const moves = buildMoves(context);
  const bets = buildBets(context);
  const comingUp = buildComingUp(context);
  const ids = (links: readonly Link[]): ReadonlySet<string> => new Set(links.map(({ id }) => id));
  return {
    version: 1,
    name: input.name,
    key: input.key,
    template: input.templateName,
    living: input.living,
    period: {
      name: period.name,
      label: period.label,
      start: period.start,
      end: period.end,
      past: period.end < today,
    },
    today,
    madeAt: input.now,
    nextDue: nextDue(period.end, today),
    timezone: input.timezone,
    locale: input.locale,
    filters,
    summary: summarise(context),
    since: buildSinceLast(context, goals),
    goals,
    moves,
    learned: buildLearned(context),
    putToUse: buildPutToUse(context),
    reviewed: buildReviewed(context),
    bets,
    comingUp,
    unlinked: buildUnlinked(context),
    worthALook: buildRemarks(context, {
      betsToTest: ids(bets.filter(({ couldTest }) => couldTest !== null)),
      openSteps: ids(comingUp.opportunities),
      insightsTold: new Set(
        comingUp.events
          .filter(({ insights }) => insights.length > 0)
          .flatMap(({ date, goals }) => goals.map(({ id }) => toldBefore(id, date))),
      ),
      movedGoals: ids(moves),
    }),
    centre: buildCentre(context),
    coverage: buildCoverage(context, input.verdicts, filters === null ? silenced.length : 0),
  };
}

/** The day after the period, unless that is gone by as well. */
function nextDue(end: Day, today: Day): Day | null {
  const next = addDays(end, 1);
  return next > today ? next : null;
}

function summarise({ portfolio, lineOfSight, findings }: ReportContext): ReportSummary {
  const bySeverity = { error: 0, warn: 0, info: 0 };
  for (const { severity } of findings) bySeverity[severity] += 1;
  const states = portfolio.items.map(({ id }) => lineOfSight.stateOf(id));
  return {
    goals: portfolio.goals.length,
    liveGoals: portfolio.goals.filter(({ live }) => live).length,
    items: portfolio.items.length,
    linked: states.filter((state) => state !== "none").length,
    lineOfSight: states.filter((state) => state === "live").length,
    findings: bySeverity,
  };
}
