import type { Day, Hypothesis, Insight, LearningItem, Question, WorkEvent } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { parsePeriod, previousPeriod, type Period } from "../domain/period.ts";
import type { ReportContext } from "./context.ts";
import type { Centre, Sign, SignId } from "./model.ts";

/** How far back "recent" reaches: two quarters, so that slow work shows too. */
const daysBack = 180;
/** Whole quarters that are looked back on beside today. */
const quartersBack = 4;
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
  const { today } = context;
  const since = addDays(today, -daysBack);
  const quarters = lastQuarters(today, context.locale);
  const isOpen = ({ closed }: LearningItem): boolean => !closed;
  const hypotheses = items.filter(isKind("hypothesis"));
  const questions = items.filter(isKind("question"));
  const insights = items.filter(isKind("insight"));
  const ended = events.filter(isWithin(null, addDays(today, -graceDays - 1), endOf));
  return {
    daysBack,
    signs: [
      {
        id: "goals-lead",
        ...count(items.filter(isOpen), (item) => servesGoal(item, context)),
        earlier: null,
      },
      sign("work-sets-the-moment", {
        now: ended.filter(isWithin(since, today, endOf)),
        ever: ended,
        day: endOf,
        shows: (event) => context.links.reviewsOfEvent.has(event.id),
        quarters,
      }),
      sign("held-as-bets", {
        now: hypotheses.filter(isOpen),
        ever: hypotheses,
        day: dayOf,
        shows: (bet) => isPutToTheTest(bet, context),
        quarters,
      }),
      sign("owned-by-us", {
        now: questions.filter(isOpen),
        ever: questions,
        day: dayOf,
        shows: (question) => isTakenUp(question, context),
        quarters,
      }),
      sign("shows-in-results", {
        now: insights.filter(isWithin(since, today, dayOf)),
        ever: insights,
        day: dayOf,
        shows: (insight) => isUsed(insight, context),
        quarters,
      }),
    ],
  };
}

interface SignInput<Thing> {
  /** What is looked at today. */
  readonly now: readonly Thing[];
  /** What is looked at in the quarter that its day lies in. */
  readonly ever: readonly Thing[];
  /** null when unknown. */
  readonly day: (thing: Thing) => Day | null;
  /** `null` means: too young or not visible, so counted on neither side. */
  readonly shows: (thing: Thing) => boolean | null;
  readonly quarters: readonly Period[];
}

function sign<Thing>(id: SignId, { now, ever, day, shows, quarters }: SignInput<Thing>): Sign {
  return {
    id,
    ...count(now, shows),
    earlier: quarters.map(({ name, label, start, end }) => ({
      name,
      label,
      start,
      end,
      ...count(ever.filter(isWithin(start, end, day)), shows),
    })),
  };
}

function count<Thing>(
  things: readonly Thing[],
  shows: (thing: Thing) => boolean | null,
): Pick<Sign, "seen" | "notYet"> {
  let seen = 0;
  let notYet = 0;
  for (const thing of things) {
    const answer = shows(thing);
    if (answer === true) seen += 1;
    else if (answer === false) notYet += 1;
  }
  return { seen, notYet };
}

/** The four quarters before the one of today, oldest first. */
function lastQuarters(today: Day, locale: string): readonly Period[] {
  const quarters: Period[] = [];
  let quarter = parsePeriod("quarter", { today, locale });
  while (quarter !== null && quarters.length < quartersBack) {
    quarter = previousPeriod(quarter, locale);
    quarters.unshift(quarter);
  }
  return quarters;
}

function endOf({ date, endDate }: WorkEvent): Day | null {
  return endDate ?? date;
}

function dayOf({ date }: LearningItem): Day | null {
  return date;
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

/** Without a date nothing can be said, so it counts as young. */
function isYoungerThan(days: number, date: Day | null, today: Day): boolean {
  return date === null || date > addDays(today, -days);
}

/** @param since null: ever since. */
function isWithin<Thing>(
  since: Day | null,
  until: Day,
  dayOf: (thing: Thing) => Day | null,
): (thing: Thing) => boolean {
  return (thing) => {
    const day = dayOf(thing);
    return day !== null && (since === null || day >= since) && day <= until;
  };
}

function isKind<Kind extends LearningItem["kind"]>(kind: Kind) {
  return (item: LearningItem): item is Extract<LearningItem, { readonly kind: Kind }> => item.kind === kind;
}
