import { z } from "zod";

import { compareText } from "../domain/portfolio.ts";
import { daysBetween } from "../domain/day.ts";
import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import type { Day, Hypothesis, LearningItem } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/outcomes-vary.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { indexBy } from "./shared/index-by.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Below eight, all of them holding is well within luck.
  tested: z.int().min(2).max(10_000).default(8).describe("Tested hypotheses below which nothing can be said"),
  // "About all": one in twenty may be a slip of the pen.
  share: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.95)
    .describe("Share marked as held from which a look is worth it"),
  // Two quarters: the same picture over two periods.
  spanDays: z.int().min(0).max(3650).default(180).describe("Days that the tests must span"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S16: some bets do not come out as hoped, and that is written down too. */
export const outcomesVary = defineRule<z.output<typeof options>>({
  id: "outcomes-vary",
  signals: ["S16"],
  kind: "pattern",
  description: "Among the tested hypotheses some did not hold, or held only in part",
  defaultSeverity: "info",
  needs: "Eight tested hypotheses over at least two quarters.",
  options,
  translations: { es },
  messages: {
    allHeld: {
      text: ({ held, tested, since }) =>
        held === tested
          ? say`All ${held} tested hypotheses are marked as held, since ${since}.`
          : say`${held} of the ${tested} tested hypotheses are marked as held, since ${since}.`,
      help: () =>
        "Either the bets are very safe, or the disappointing ones aren't written down. Both are worth a minute: which one surprised you most?",
    },
    goingWell: {
      text: ({ tested, other }) =>
        say`Of ${tested} tested bets, ${other} did not come out as hoped, and that is written down.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    yield judge(context);
    yield* mixedOutcomes(context);
  },
});

/** Goals with a bet that held only in part, or not at all: somebody looked, and said so. One bet alone is no mix. */
function* mixedOutcomes({ portfolio, lineOfSight }: Context): Generator<Verdict> {
  const tested = portfolio.items.filter(
    (item): item is Hypothesis => item.kind === "hypothesis" && item.outcome !== "open",
  );
  const byGoal = indexBy(tested, (bet) => nearestLiveGoal(bet, { portfolio, lineOfSight }) ?? []);
  for (const goal of portfolio.goals) {
    const bets = byGoal.get(goal.id) ?? [];
    const other = bets.filter(({ outcome }) => outcome !== "held").length;
    if (bets.length < 2 || other === 0) continue;
    const values = { tested: bets.length, other };
    yield { answer: "healthy", subject: { type: "goal", goal }, message: "goingWell", values };
  }
}

function judge({ portfolio, today, options }: Context): Verdict {
  const bets = portfolio.items.filter(
    (item): item is Hypothesis => item.kind === "hypothesis" && item.waiver === null,
  );
  const tested = bets.filter(({ outcome }) => outcome !== "open");
  if (tested.length < options.tested) return quietly("too-early");
  const held = tested.filter(({ outcome }) => outcome === "held").length;
  if (held / tested.length < options.share || wereRethought(bets)) return quietly("healthy");
  const days = testDays(tested, portfolio.items, today);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return quietly("cant-see");
  if (daysBetween(first, last) < options.spanDays) return quietly("too-early");
  if (isLearningPartial(portfolio)) return quietly("cant-see");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "allHeld",
    values: { held, tested: tested.length, since: spokenDay(first, today) },
  };
}

/**
 * Some teams write a new card instead of marking the old one wrong, or close one without an outcome: a change of
 * mind all the same.
 */
function wereRethought(bets: readonly Hypothesis[]): boolean {
  return bets.some(
    ({ refinedFromIds, outcome, closed }) => refinedFromIds.length > 0 || (closed && outcome === "open"),
  );
}

/** The day each was last reviewed, or its own; sorted. Days ahead are none of a test. */
function testDays(tested: readonly Hypothesis[], items: readonly LearningItem[], today: Day): readonly Day[] {
  const reviewed = new Map<string, Day>();
  for (const item of items) {
    if (item.kind !== "review" || item.when === "before" || item.date === null || item.date > today) continue;
    for (const id of item.hypothesisIds)
      if (item.date > (reviewed.get(id) ?? "")) reviewed.set(id, item.date);
  }
  return tested
    .map(({ id, date }) => reviewed.get(id) ?? date)
    .filter((day): day is Day => day !== null && day <= today)
    .toSorted(compareText);
}
