import { compareText } from "../domain/portfolio.ts";
import type { Hypothesis } from "../domain/types.ts";
import { addDays } from "../domain/day.ts";
import { lookAround, type Turn } from "./around.ts";
import { byTitle, linksToGoals, linkTo, nearestLiveGoal, type ReportContext } from "./context.ts";
import type { Bet, BetState, BetTest } from "./model.ts";
import { recentDays } from "./recent.ts";

const states = {
  open: "open",
  held: "promising",
  partly: "promising",
  failed: "did-not-hold",
} as const satisfies Record<Hypothesis["outcome"], BetState>;

/** What we are betting: open hypotheses and those tested lately, the soonest test first. */
export function buildBets(context: ReportContext): readonly Bet[] {
  return context.portfolio.items
    .filter((item) => item.kind === "hypothesis")
    .filter((bet) => !bet.closed || testedLately(bet, context))
    .map((bet) => describeBet(bet, context))
    .sort((a, b) => compareText(a.test?.date ?? "9999", b.test?.date ?? "9999") || byTitle(a, b));
}

function testedLately(bet: Hypothesis, { links, today }: ReportContext): boolean {
  const earliest = addDays(today, -recentDays);
  const tests = links.testsOfHypothesis.get(bet.id) ?? [];
  return tests.some(({ kind, date }) => kind === "review" && date !== null && date >= earliest);
}

function describeBet(bet: Hypothesis, context: ReportContext): Bet {
  const served = context.lineOfSight.goalsServed(bet.id);
  const direct = bet.goalIds.length > 0 ? bet.goalIds : served;
  return {
    ...linkTo(bet),
    state: states[bet.outcome],
    if: bet.if,
    then: bet.then,
    soThat: bet.soThat,
    goals: linksToGoals(context.portfolio, direct),
    test: nextTest(bet, context),
    ...lookAround(firstTry(bet, context), context),
  };
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
    .map((event) => ({ date: event.date, by: linkTo(event) }));
  const planned = tests.map((test) => ({
    date:
      test.kind === "review" && test.nextDate !== null && test.nextDate >= today ? test.nextDate : test.date,
    by: linkTo(test),
  }));
  if (events.length + planned.length === 0) return lookAgain(bet);
  const coming = [...events, ...planned]
    .flatMap(({ date, by }) => (date !== null && date >= today ? [{ date, by }] : []))
    .sort((a, b) => compareText(a.date, b.date) || byTitle(a.by, b.by));
  return coming[0] ?? lookAgain(bet);
}

function lookAgain({ reviewBy }: Hypothesis): BetTest | null {
  return reviewBy === null ? null : { date: reviewBy, by: null };
}
