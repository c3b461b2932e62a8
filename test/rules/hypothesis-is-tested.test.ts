import { describe, expect, it } from "vitest";

import type { Hypothesis, LearningItem } from "../../src/domain/types.ts";
import { hypothesisIsTested } from "../../src/rules/hypothesis-is-tested.ts";
import { aGoal, aHypothesis, anEvent, anOpportunity, aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

const bet = (given: Partial<Hypothesis> = {}): Hypothesis =>
  aHypothesis({ id: "bet", title: "Texts at seven", date: daysAgo(90), goalIds: ["goal"], ...given });
const goals = [aGoal(), aGoal({ id: "old", live: false })];
const answersFor = (...items: readonly LearningItem[]) => answersOf(hypothesisIsTested, { goals, items });

describe("rules/hypothesis-is-tested", () => {
  it("asks about a bet that has waited for two months", () => {
    expect(answersFor(bet())).toEqual(["worth-a-look"]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["with an outcome", [bet({ outcome: "failed" })]],
    ["with a review", [bet(), aReview({ hypothesisIds: ["bet"] })]],
    ["with a before-review", [bet(), aReview({ when: "before", hypothesisIds: ["bet"] })]],
    ["with a next step ahead", [bet(), anOpportunity({ hypothesisIds: ["bet"], date: "2026-12-01" })]],
    ["whose refined form is tested", [bet(), aHypothesis({ refinedFromIds: ["bet"], outcome: "held" })]],
    ["for a slow harvest, with its own day ahead", [bet({ reviewBy: "2027-08-01" })]],
    ["whose own day was this week", [bet({ reviewBy: daysAgo(5) })]],
    ["that is parked on purpose", [bet({ status: "⏸ On hold until spring" })]],
  ])("finds a bet %s healthy", (_, items) => {
    expect(answersFor(...items)).toEqual(["healthy"]);
  });

  it("finds a bet healthy that an event tries", () => {
    expect(
      answersOf(hypothesisIsTested, { goals, events: [anEvent()], items: [bet({ eventIds: ["event"] })] }),
    ).toEqual(["healthy"]);
  });

  it("finds a bet on seasonal work healthy that waits for the season's event", () => {
    const harvest = anEvent({ id: "harvest", date: "2027-08-20" });

    expect(
      answersOf(hypothesisIsTested, { goals, events: [harvest], items: [bet({ eventIds: ["harvest"] })] }),
    ).toEqual(["healthy"]);
    expect(answersOf(hypothesisIsTested, { goals, events: [harvest], items: [bet()] })).toEqual([
      "worth-a-look",
    ]);
  });

  it.each<[string, Hypothesis]>([
    ["is younger than two months", bet({ date: daysAgo(59) })],
    ["is closed", bet({ closed: true })],
    ["is fine as it is", bet({ waiver: "Waits for the school year" })],
    ["serves a goal that is over", bet({ goalIds: ["old"] })],
  ])("says nothing of a bet that %s", (_, item) => {
    expect(answersFor(item)).toEqual(["too-early"]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["it has no day", [bet({ date: null })]],
    ["its event is hidden", [bet({ unresolved: [hidden("event")] })]],
    [
      "a later review's bets are hidden",
      [bet(), aReview({ date: daysAgo(20), unresolved: [hidden("hypothesis")] })],
    ],
  ])("can't see whether a bet was tried when %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["cant-see"]);
  });

  it("can't see it either when rows are missing", () => {
    expect(answersOf(hypothesisIsTested, { goals, items: [bet()], coverage: partOfLearning })).toEqual([
      "cant-see",
    ]);
  });

  it("goes by the bet's own day first, however new it is", () => {
    expect(
      remarksOf(hypothesisIsTested, { goals, items: [bet({ date: daysAgo(30), reviewBy: "2026-11-01" })] }),
    ).toEqual([
      "The hypothesis “Texts at seven” was to be looked at by 1 November, and no review goes with it yet. What is the smallest try that would tell you something? Put a day on it, or park it.",
    ]);
  });

  it("offers the goal's next event, unless it was called off", () => {
    const events = [
      anEvent({ id: "a", title: "Fair", date: "2026-11-20", goalIds: ["goal"], status: "Cancelled" }),
      anEvent({ id: "b", title: "Open house", date: "2026-12-05", goalIds: ["goal"] }),
      anEvent({ id: "c", title: "Clinic", date: "2027-03-03", goalIds: ["goal"] }),
    ];

    expect(remarksOf(hypothesisIsTested, { goals, events, items: [bet()] })).toEqual([
      "The hypothesis “Texts at seven” has been open since 18 August, and no review, next step or day for a try goes with it yet. “Open house” on 5 December serves the same goal: could this bet ride along? If not, put a day on it, or park it.",
    ]);
  });

  it("takes its days from the options", () => {
    expect(answersOf(hypothesisIsTested, { goals, items: [bet()] }, { days: 120 })).toEqual(["too-early"]);
  });
});
