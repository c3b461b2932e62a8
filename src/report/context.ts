import type { Finding } from "../domain/finding.ts";
import type { LastReport, RunHistory } from "../domain/history.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import { compareText } from "../domain/portfolio.ts";
import type {
  Day,
  Goal,
  Hypothesis,
  LearningItem,
  Opportunity,
  Portfolio,
  Reference,
  Review,
} from "../domain/types.ts";
import { buildSeries, groupResults, type ResultSeries } from "../insight/series.ts";
import type { Link, ReportPeriod } from "./model.ts";

/** What every section of the report is made from. */
export interface ReportContext {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly findings: readonly Finding[];
  readonly period: ReportPeriod;
  readonly today: Day;
  /** The report before this one; null when none is known. */
  readonly last: LastReport | null;
  /** By goal id. */
  readonly series: ReadonlyMap<string, ResultSeries>;
  readonly links: ReportLinks;
}

/** Links read against their direction, each collected once. */
export interface ReportLinks {
  /** Reviews of an event, or of a before-review of that event. */
  readonly reviewsOfEvent: ReadonlyMap<string, readonly Review[]>;
  /** The review an insight came out of. */
  readonly reviewOfInsight: ReadonlyMap<string, Review>;
  /** What tests a hypothesis, or plans to. */
  readonly testsOfHypothesis: ReadonlyMap<string, readonly (Review | Opportunity)[]>;
  /** Ids of insights that something later names as used. */
  readonly usedInsightIds: ReadonlySet<string>;
  /** Bets under a question. */
  readonly hypothesesOfQuestion: ReadonlyMap<string, readonly Hypothesis[]>;
}

export interface ContextInput extends Omit<ReportContext, "series" | "links"> {
  /** What earlier reports saw of the goals' `current` column. */
  readonly history: Pick<RunHistory, "currentsOf">;
}

export function gatherContext({ history, ...input }: ContextInput): ReportContext {
  const results = groupResults(input.portfolio.results);
  const series = input.portfolio.goals.map(
    (goal) =>
      [
        goal.id,
        buildSeries(goal, results.get(goal.id) ?? [], input.today, history.currentsOf(goal.id)),
      ] as const,
  );
  return { ...input, series: new Map(series), links: gatherLinks(input.portfolio) };
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

/** The goal an item is shown under: its own live one, else the nearest up the chain; null when it reaches none. */
export function nearestLiveGoal(
  item: LearningItem,
  { portfolio, lineOfSight }: Pick<ReportContext, "portfolio" | "lineOfSight">,
): string | null {
  const own = item.goalIds.filter((id) => portfolio.goalById.get(id)?.live === true).toSorted(compareText)[0];
  if (own !== undefined) return own;
  const sight = lineOfSight.of(item.id);
  return sight.state === "live" ? (sight.goalIds[0] ?? null) : null;
}

export function byTitle(a: Pick<Reference, "id" | "title">, b: Pick<Reference, "id" | "title">): number {
  return compareText(a.title, b.title) || compareText(a.id, b.id);
}

/** Live first, then the soonest due, then by title. */
export function byGoalOrder(a: Goal, b: Goal): number {
  if (a.live !== b.live) return a.live ? -1 : 1;
  return compareText(a.due ?? "9999", b.due ?? "9999") || byTitle(a, b);
}

function gatherLinks(portfolio: Portfolio): ReportLinks {
  const reviewsOfEvent = new Map<string, Review[]>();
  const reviewOfInsight = new Map<string, Review>();
  const testsOfHypothesis = new Map<string, (Review | Opportunity)[]>();
  const hypothesesOfQuestion = new Map<string, Hypothesis[]>();
  const usedInsightIds = new Set<string>();

  for (const item of portfolio.items) {
    if (item.kind === "insight") {
      if (item.appliedInIds.length > 0 || item.appliedIn) usedInsightIds.add(item.id);
      const review = item.reviewIds.flatMap((id) => reviewById(portfolio, id))[0];
      if (review) reviewOfInsight.set(item.id, review);
    } else if (item.kind === "review") {
      for (const id of eventsOf(portfolio, item)) add(reviewsOfEvent, id, item);
      for (const id of new Set(item.hypothesisIds)) add(testsOfHypothesis, id, item);
      for (const id of item.insightIds) if (!reviewOfInsight.has(id)) reviewOfInsight.set(id, item);
      for (const id of item.priorLearningIds) usedInsightIds.add(id);
    } else if (item.kind === "opportunity") {
      for (const id of new Set(item.hypothesisIds)) add(testsOfHypothesis, id, item);
    } else if (item.kind === "hypothesis") {
      for (const id of new Set([...item.questionIds, ...item.parentIds])) add(hypothesesOfQuestion, id, item);
      for (const id of item.parentIds) usedInsightIds.add(id);
    }
  }
  return { reviewsOfEvent, reviewOfInsight, testsOfHypothesis, usedInsightIds, hypothesesOfQuestion };
}

/** An after-review speaks of its own event and of the one its before-review was held for. */
function eventsOf(portfolio: Portfolio, review: Review): ReadonlySet<string> {
  const before = review.beforeIds.flatMap((id) => reviewById(portfolio, id));
  return new Set([review, ...before].flatMap(({ eventIds }) => eventIds));
}

function reviewById(portfolio: Portfolio, id: string): readonly Review[] {
  const item = portfolio.itemById.get(id);
  return item?.kind === "review" ? [item] : [];
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const group = map.get(key);
  if (group) group.push(value);
  else map.set(key, [value]);
}
