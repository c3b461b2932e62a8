import { compareText } from "../domain/portfolio.ts";
import type { Day, Insight, Review, WorkEvent } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { byTitle, linksToGoals, linkTo, type ReportContext } from "./context.ts";
import type { ComingUp, EventReport, Link } from "./model.ts";

const daysAhead = 14;
const daysBack = 21;
/** More than a few are not read before a meeting. */
const mostInsights = 3;

/** What is coming up, and what has just been and was not looked back on yet. */
export function buildComingUp(context: ReportContext): ComingUp {
  const { portfolio, today } = context;
  const until = addDays(today, daysAhead);
  const from = addDays(today, -daysBack);
  const coming = portfolio.events
    .flatMap((event) =>
      event.date !== null && event.date >= today && event.date <= until ? [{ event, date: event.date }] : [],
    )
    .sort((a, b) => compareText(a.date, b.date) || byTitle(a.event, b.event));
  const past = portfolio.events
    .flatMap((event) => {
      const date = event.endDate ?? event.date;
      return date !== null && date < today && date >= from ? [{ event, date }] : [];
    })
    .filter(({ event, date }) => !hasAfterReview(event, date, context))
    .sort((a, b) => compareText(b.date, a.date) || byTitle(a.event, b.event));

  const insights = insightsByGoal(context, new Set(coming.flatMap(({ event }) => event.goalIds)));
  return {
    daysAhead,
    daysBack,
    events: coming.map(({ event, date }) => ({
      ...describeEvent(event, date, context),
      insights: insightsFor(event, insights),
    })),
    unreviewed: past.map(({ event, date }) => describeEvent(event, date, context)),
  };
}

function describeEvent(event: WorkEvent, date: Day, { portfolio, links }: ReportContext): EventReport {
  const before = (links.reviewsOfEvent.get(event.id) ?? []).find((review) => isBefore(review, date));
  return {
    ...linkTo(event),
    date,
    goals: linksToGoals(portfolio, event.goalIds),
    beforeReview: before ? linkTo(before) : null,
  };
}

function hasAfterReview(event: WorkEvent, end: Day, { links }: ReportContext): boolean {
  return (links.reviewsOfEvent.get(event.id) ?? []).some((review) => !isBefore(review, end));
}

/** A review that does not say which bookend it is counts by its date; without a date, as an after-review. */
function isBefore(review: Review, date: Day): boolean {
  if (review.when !== null) return review.when === "before";
  return review.date !== null && review.date < date;
}

/** Newest first within a goal. */
function insightsByGoal(
  { portfolio, lineOfSight, links }: ReportContext,
  goalIds: ReadonlySet<string>,
): ReadonlyMap<string, readonly Insight[]> {
  const byGoal = new Map<string, Insight[]>([...goalIds].map((id) => [id, []]));
  if (goalIds.size === 0) return byGoal;
  for (const item of portfolio.items) {
    if (item.kind !== "insight") continue;
    for (const goalId of lineOfSight.goalsServed(item.id)) byGoal.get(goalId)?.push(item);
  }
  const unusedFirst = (a: Insight, b: Insight): number =>
    Number(links.usedInsightIds.has(a.id)) - Number(links.usedInsightIds.has(b.id)) ||
    compareText(b.date ?? "", a.date ?? "") ||
    byTitle(a, b);
  for (const insights of byGoal.values()) insights.sort(unusedFirst);
  return byGoal;
}

function insightsFor(event: WorkEvent, byGoal: ReadonlyMap<string, readonly Insight[]>): readonly Link[] {
  const fitting = event.goalIds.toSorted().flatMap((id) => (byGoal.get(id) ?? []).slice(0, mostInsights));
  return [...new Set(fitting)].slice(0, mostInsights).map(linkTo);
}
