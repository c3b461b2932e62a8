import type { RunHistory } from "../domain/history.ts";
import type { Hypothesis, Opportunity, Portfolio, Review } from "../domain/types.ts";
import { buildSeries, groupResults } from "../insight/series.ts";
import type { ReportContext, ReportLinks } from "./context.ts";
import { gatherLandings } from "./landings.ts";
import { gatherUses } from "./uses.ts";

interface ContextInput extends Omit<ReportContext, "series" | "links" | "landings"> {
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
  const links = gatherLinks(input.whole);
  return { ...input, series: new Map(series), links, landings: gatherLandings(input, links.usesOfInsight) };
}

function gatherLinks(portfolio: Portfolio): ReportLinks {
  const reviewsOfEvent = new Map<string, Review[]>();
  const reviewOfInsight = new Map<string, Review>();
  const testsOfHypothesis = new Map<string, (Review | Opportunity)[]>();
  const hypothesesOfQuestion = new Map<string, Hypothesis[]>();
  const usesOfInsight = gatherUses(portfolio);
  const usedInsightIds = new Set(usesOfInsight.keys());

  for (const item of portfolio.items) {
    if (item.kind === "insight") {
      if (item.appliedInIds.length > 0 || item.appliedIn) usedInsightIds.add(item.id);
      const review = item.reviewIds.flatMap((id) => reviewById(portfolio, id))[0];
      if (review) reviewOfInsight.set(item.id, review);
    } else if (item.kind === "review") {
      for (const id of eventsOf(portfolio, item)) add(reviewsOfEvent, id, item);
      for (const id of new Set(item.hypothesisIds)) add(testsOfHypothesis, id, item);
      for (const id of item.insightIds) if (!reviewOfInsight.has(id)) reviewOfInsight.set(id, item);
    } else if (item.kind === "opportunity") {
      for (const id of new Set(item.hypothesisIds)) add(testsOfHypothesis, id, item);
    } else if (item.kind === "hypothesis") {
      for (const id of new Set([...item.questionIds, ...item.parentIds])) add(hypothesesOfQuestion, id, item);
    }
  }
  return {
    reviewsOfEvent,
    reviewOfInsight,
    testsOfHypothesis,
    usesOfInsight,
    usedInsightIds,
    hypothesesOfQuestion,
  };
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
