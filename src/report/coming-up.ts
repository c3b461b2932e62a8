import { compareText } from "../domain/portfolio.ts";
import type { Day, Review, WorkEvent } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { byTitle, linksToGoals, linkTo, type ReportContext } from "./context.ts";
import { fitInsights } from "./fitting.ts";
import type { ComingUp, EventReport, PlannedStep } from "./model.ts";

const daysAhead = 14;
const daysBack = 21;

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

  const insights = fitInsights(
    coming.map(({ event }) => event),
    context,
  );
  return {
    daysAhead,
    daysBack,
    events: coming.map(({ event, date }) => ({
      ...describeEvent(event, date, context),
      insights: insights.get(event.id) ?? [],
    })),
    unreviewed: past.map(({ event, date }) => describeEvent(event, date, context)),
    opportunities: neverCameBack(context),
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

/** What the rule for opportunities that never came back remarks on (S21): whether one did is the rule's to say. */
function neverCameBack({ portfolio, findings }: ReportContext): readonly PlannedStep[] {
  return findings
    .flatMap(({ signal, subject }): PlannedStep[] => {
      if (signal !== "S21" || subject.type !== "item") return [];
      const { item } = subject;
      const goals = linksToGoals(portfolio, item.goalIds);
      if (item.kind === "opportunity") return [{ ...linkTo(item), date: item.date, next: null, goals }];
      return item.kind === "review" ? [{ ...linkTo(item), date: item.nextDate, next: item.next, goals }] : [];
    })
    .sort((a, b) => compareText(b.date ?? "", a.date ?? "") || byTitle(a, b));
}
