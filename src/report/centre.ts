import type { Day, Hypothesis, Insight, LearningItem, Question, WorkEvent } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import type { ReportContext } from "./context.ts";
import type { Centre, Sign, SignId } from "./model.ts";

/** How far back "recent" reaches: two quarters, so that slow work shows too. */
const daysBack = 180;
/** Nothing this young is counted as "not yet". */
const graceDays = 7;
/** An insight may wait this long for its moment. */
const waitDays = 30;

/**
 * Is the work at the centre? For each of the essay's pairs of signs, how many things show it and how many could
 * and do not yet. Counts of things to look at; there is no sum, share or grade of them anywhere.
 */
export function buildCentre(context: ReportContext): Centre {
  const { items, events } = context.portfolio;
  const open = items.filter((item) => !item.closed);
  const since = addDays(context.today, -daysBack);
  return {
    daysBack,
    signs: [
      sign("goals-lead", open, (item) => servesGoal(item, context)),
      sign(
        "work-sets-the-moment",
        events.filter((event) => isRecentEvent(event, since, context.today)),
        (event) => context.links.reviewsOfEvent.has(event.id),
      ),
      sign("held-as-bets", open.filter(isKind("hypothesis")), (bet) => isPutToTheTest(bet, context)),
      sign("owned-by-us", open.filter(isKind("question")), (question) => isTakenUp(question, context)),
      sign(
        "shows-in-results",
        items.filter(isKind("insight")).filter(isWithin(since, context.today)),
        (insight) => isUsed(insight, context),
      ),
    ],
  };
}

/** `null` means: too young or not visible, so counted on neither side. */
function sign<Thing>(id: SignId, things: readonly Thing[], shows: (thing: Thing) => boolean | null): Sign {
  let seen = 0;
  let notYet = 0;
  for (const thing of things) {
    const answer = shows(thing);
    if (answer === true) seen += 1;
    else if (answer === false) notYet += 1;
  }
  return { id, seen, notYet };
}

function servesGoal(item: LearningItem, { lineOfSight, today }: ReportContext): boolean | null {
  const state = lineOfSight.stateOf(item.id);
  if (state === "live") return true;
  return state === "unseen" || isYoungerThan(graceDays, item.date, today) ? null : false;
}

/** Tested by a review, or with a day or moment set for it. */
function isPutToTheTest(bet: Hypothesis, { links, today }: ReportContext): boolean | null {
  if (bet.outcome !== "open" || bet.reviewBy !== null || links.testsOfHypothesis.has(bet.id)) return true;
  return isYoungerThan(graceDays, bet.date, today) ? null : false;
}

/** Somebody of the team owns it, or a bet was placed on it. */
function isTakenUp(question: Question, { links, today }: ReportContext): boolean | null {
  if (question.owners.length > 0 || links.hypothesesOfQuestion.has(question.id)) return true;
  return isYoungerThan(graceDays, question.date, today) ? null : false;
}

function isUsed(insight: Insight, { links, today }: ReportContext): boolean | null {
  if (links.usedInsightIds.has(insight.id)) return true;
  return isYoungerThan(waitDays, insight.date, today) ? null : false;
}

function isRecentEvent({ date, endDate }: WorkEvent, since: Day, today: Day): boolean {
  const end = endDate ?? date;
  return end !== null && end >= since && end < addDays(today, -graceDays);
}

/** Without a date nothing can be said, so it counts as young. */
function isYoungerThan(days: number, date: Day | null, today: Day): boolean {
  return date === null || date > addDays(today, -days);
}

function isWithin(since: Day, until: Day): (item: LearningItem) => boolean {
  return ({ date }) => date !== null && date >= since && date <= until;
}

function isKind<Kind extends LearningItem["kind"]>(kind: Kind) {
  return (item: LearningItem): item is Extract<LearningItem, { readonly kind: Kind }> => item.kind === kind;
}
