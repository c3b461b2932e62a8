import type { Finding } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { LastReport } from "../domain/history.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Goal, Hypothesis, Opportunity, Portfolio, Reference, Review } from "../domain/types.ts";
import type { ResultSeries } from "../insight/series.ts";
import type { Link, ReportPeriod } from "./model.ts";

/** What every section of the report is made from. */
export interface ReportContext {
  /** What the report shows: the whole, or what its filters leave of it. */
  readonly portfolio: Portfolio;
  /** All that was read. What something is used for or tested by counts, whether it is shown or not. */
  readonly whole: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly findings: readonly Finding[];
  /** Remarks that are not made: somebody said that it is fine as it is. */
  readonly silenced: readonly Finding[];
  /** What the rules together say of each live goal. */
  readonly judgements: readonly GoalJudgement[];
  readonly period: Omit<ReportPeriod, "past">;
  readonly today: Day;
  /** BCP 47 tag. */
  readonly locale: string;
  /** The report before this one; null when none is known. */
  readonly last: LastReport | null;
  /** By goal id. */
  readonly series: ReadonlyMap<string, ResultSeries>;
  readonly links: ReportLinks;
  readonly landings: Landings;
}

/** A row that put an insight to use. */
export interface Use extends Link {
  readonly date: Day | null;
}

/** By the insight's id, each row once, by title. */
export type UsesOfInsights = ReadonlyMap<string, readonly Use[]>;

/** Something that landed in a goal's work on one day: an event, a review that was held, an insight put to use. */
export interface Landing {
  readonly date: Day;
  readonly link: Link;
}

/** By goal id, oldest first. */
export type Landings = ReadonlyMap<string, readonly Landing[]>;

/** Links read against their direction, each collected once. */
export interface ReportLinks {
  /** Reviews of an event, or of a before-review of that event. */
  readonly reviewsOfEvent: ReadonlyMap<string, readonly Review[]>;
  /** The review an insight came out of. */
  readonly reviewOfInsight: ReadonlyMap<string, Review>;
  /** What tests a hypothesis, or plans to. */
  readonly testsOfHypothesis: ReadonlyMap<string, readonly (Review | Opportunity)[]>;
  /** Where insights were put to use, as far as rows say so. */
  readonly usesOfInsight: UsesOfInsights;
  /** Ids of insights that something later names as used, in a row or in words. */
  readonly usedInsightIds: ReadonlySet<string>;
  /** Bets under a question. */
  readonly hypothesesOfQuestion: ReadonlyMap<string, readonly Hypothesis[]>;
}

/** Only what a reader needs to recognise and open a row. */
export function linkTo({ id, title, url }: Pick<Reference, "id" | "title" | "url">): Link {
  return { id, title, url };
}

export function linksToGoals(portfolio: Portfolio, goalIds: readonly string[]): readonly Link[] {
  return goalIds
    .flatMap((id) => portfolio.goalById.get(id) ?? [])
    .sort(byTitle)
    .map(linkTo);
}

export function byTitle(a: Pick<Reference, "id" | "title">, b: Pick<Reference, "id" | "title">): number {
  return compareText(a.title, b.title) || compareText(a.id, b.id);
}

/** Live first, then the soonest due, then by title. */
export function byGoalOrder(a: Goal, b: Goal): number {
  if (a.live !== b.live) return a.live ? -1 : 1;
  return compareText(a.due ?? "9999", b.due ?? "9999") || byTitle(a, b);
}
