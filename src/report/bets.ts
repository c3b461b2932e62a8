import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Hypothesis } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { lookAround, type Turn } from "./around.ts";
import { byTitle, linksToGoals, linkTo, type ReportContext } from "./context.ts";
import type { Bet, BetState, BetTest } from "./model.ts";
import { isNews, recentDays } from "./recent.ts";

/** An event further ahead is no answer to "what could test it?". */
const rideDays = 60;

/** By outcome. */
export const betStates = {
  open: "open",
  held: "promising",
  partly: "promising",
  failed: "did-not-hold",
} as const satisfies Record<Hypothesis["outcome"], BetState>;

/** What we are betting: open hypotheses, those tested lately, and those whose results came in lately; the soonest test first. */
export function buildBets(context: ReportContext): readonly Bet[] {
  const coming = nextEvents(context);
  return context.portfolio.items
    .filter((item) => item.kind === "hypothesis")
    .map((bet) => ({ bet, described: describeBet(bet, coming, context) }))
    .filter(
      ({ bet, described }) =>
        !bet.closed || testedLately(bet, context) || isNews(described.movement, context.today),
    )
    .map(({ described }) => described)
    .sort((a, b) => compareText(nextDay(a), nextDay(b)) || byTitle(a, b));
}

/** Bets with a test come first, then those that the numbers now speak of, then those that could have a test. */
function nextDay({ test, movement, couldTest }: Bet): string {
  if (test !== null) return test.date;
  if (movement !== null && movement.difference !== null) return `9998-${movement.since}`;
  return couldTest === null ? "9999-99" : `9999-${couldTest.date}`;
}

function testedLately(bet: Hypothesis, { links, today }: ReportContext): boolean {
  const earliest = addDays(today, -recentDays);
  const tests = links.testsOfHypothesis.get(bet.id) ?? [];
  return tests.some(({ kind, date }) => kind === "review" && date !== null && date >= earliest);
}

function describeBet(bet: Hypothesis, coming: ReadonlyMap<string, BetRide>, context: ReportContext): Bet {
  const served = context.lineOfSight.goalsServed(bet.id);
  const direct = bet.goalIds.length > 0 ? bet.goalIds : served;
  const test = nextTest(bet, context);
  const nearest = test === null && bet.outcome === "open" ? nearestLiveGoal(bet, context) : null;
  return {
    ...linkTo(bet),
    state: betStates[bet.outcome],
    if: bet.if,
    then: bet.then,
    soThat: bet.soThat,
    goals: linksToGoals(context.portfolio, direct),
    test,
    couldTest: nearest === null ? null : (coming.get(nearest) ?? null),
    ...lookAround(firstTry(bet, context), context),
  };
}

type BetRide = NonNullable<Bet["couldTest"]>;

/** By goal id the soonest event of the next 60 days. */
function nextEvents({ portfolio, today }: ReportContext): ReadonlyMap<string, BetRide> {
  const until = addDays(today, rideDays);
  const next = new Map<string, BetRide>();
  for (const event of portfolio.events.toSorted(byTitle)) {
    const { date } = event;
    if (date === null || date < today || date > until) continue;
    for (const goalId of event.goalIds) {
      const known = next.get(goalId);
      if (known === undefined || date < known.date) next.set(goalId, { date, by: linkTo(event) });
    }
  }
  return next;
}

/**
 * The first day the bet was tried: of an event linked to it or to a review that tests it, or of an after-review that
 * names no event. A plan is no try. Days before the bet was written belong to what it came from.
 */
function firstTry(bet: Hypothesis, context: ReportContext): Turn {
  const { portfolio, links, today } = context;
  const reviews = (links.testsOfHypothesis.get(bet.id) ?? []).filter((test) => test.kind === "review");
  const eventIds = [bet, ...reviews].flatMap((row) => row.eventIds);
  const eventDays = eventIds.map((id) => portfolio.eventById.get(id)?.date ?? null);
  const reviewDays = reviews
    .filter(({ when, eventIds }) => when !== "before" && eventIds.length === 0)
    .map(({ date }) => date);
  const tried = [...eventDays, ...reviewDays]
    .flatMap((date) => (date !== null && date >= (bet.date ?? "") && date <= today ? [date] : []))
    .toSorted(compareText)[0];
  return {
    goalId: nearestLiveGoal(bet, context),
    day: tried ?? null,
    countedFrom: "tried",
    own: [bet.id, ...eventIds, ...reviews.map(({ id }) => id)],
  };
}

/** The soonest coming event or review that is linked to the bet; else the day to look at it again, even when that has passed. */
function nextTest(bet: Hypothesis, { portfolio, links, today }: ReportContext): BetTest | null {
  const tests = links.testsOfHypothesis.get(bet.id) ?? [];
  const events = [bet, ...tests]
    .flatMap(({ eventIds }) => eventIds)
    .flatMap((id) => portfolio.eventById.get(id) ?? [])
    .map((event) => ({ date: event.date, by: linkTo(event), next: null }));
  const planned = tests.map((test) =>
    test.kind === "review" && test.nextDate !== null && test.nextDate >= today
      ? { date: test.nextDate, by: linkTo(test), next: test.next }
      : { date: test.date, by: linkTo(test), next: null },
  );
  if (events.length + planned.length === 0) return lookAgain(bet);
  const coming = [...events, ...planned]
    .flatMap(({ date, ...test }) => (date !== null && date >= today ? [{ date, ...test }] : []))
    .sort((a, b) => compareText(a.date, b.date) || byTitle(a.by, b.by));
  return coming[0] ?? lookAgain(bet);
}

function lookAgain({ reviewBy }: Hypothesis): BetTest | null {
  return reviewBy === null ? null : { date: reviewBy, by: null, next: null };
}
