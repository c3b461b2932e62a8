import { describe, expect, it } from "vitest";

import type { LearningItem, Opportunity, Review } from "../../src/domain/types.ts";
import { opportunityComesBack } from "../../src/rules/opportunity-comes-back.ts";
import { aGoal, aHypothesis, anInsight, anOpportunity, aReview } from "../builders.ts";
import { ask, hidden, read } from "./ask.ts";

const plan = (given: Partial<Opportunity> = {}) =>
  anOpportunity({
    id: "plan",
    title: "Walk-in hours",
    createdAt: "2026-04-22T09:00:00Z",
    date: "2026-06-11",
    hypothesisIds: ["bet"],
    ...given,
  });
const review = (given: Partial<Review> = {}) =>
  aReview({
    id: "review",
    title: "After the first try",
    date: "2026-05-30",
    next: "All four clinics",
    nextDate: "2026-07-01",
    hypothesisIds: ["bet"],
    ...given,
  });
const bet = aHypothesis({ id: "bet" });
const goals = [aGoal({ id: "live" }), aGoal({ id: "old", live: false })];
const asked = (...items: readonly LearningItem[]) => ask(opportunityComesBack, { goals, items });

describe("rules/opportunity-comes-back", () => {
  it("asks kindly what became of a plan and of a next step", () => {
    const { findings } = asked(plan(), review({ hypothesisIds: [] }), bet);

    expect(findings.map(({ signal, message }) => [signal, message])).toEqual([
      [
        "S21",
        "“After the first try” names a next step for 1 July: “All four clinics”. Nothing since says how it went.",
      ],
      ["S21", "“Walk-in hours” was planned for 11 June, and nothing since says how it went."],
    ]);
    expect(findings[1]?.help).toContain("“Didn't get to it” is a fine answer.");
  });

  it.each<[string, readonly LearningItem[]]>([
    ["an item that comes from the plan", [plan(), bet, anInsight({ parentIds: ["plan"] })]],
    [
      "a later review of its hypothesis",
      [plan(), bet, aReview({ hypothesisIds: ["bet"], date: "2026-06-20" })],
    ],
    [
      "a later review of a hypothesis refined from it",
      [
        plan(),
        bet,
        aHypothesis({ id: "next", refinedFromIds: ["bet"] }),
        aReview({ hypothesisIds: ["next"], date: "2026-08-01" }),
      ],
    ],
    [
      "a later review of its event",
      [plan({ eventIds: ["ev"] }), bet, aReview({ eventIds: ["ev"], date: "2026-06-12" })],
    ],
    ["a hypothesis that has its outcome", [plan(), aHypothesis({ id: "bet", outcome: "failed" })]],
    [
      "a later review, for a review's next step",
      [review(), bet, aReview({ id: "later", hypothesisIds: ["bet"], date: "2026-07-10" })],
    ],
    [
      "a use of what the review taught",
      [review(), bet, anInsight({ reviewIds: ["review"], appliedIn: "The July plan" })],
    ],
    [
      "a hypothesis that held, where the next step is to carry on",
      [review(), aHypothesis({ id: "bet", outcome: "held" })],
    ],
  ])("sees a plan come back in %s", (_, items) => {
    expect(asked(...items).answers).toEqual(["healthy"]);
  });

  it("does not take an earlier review, or the review itself, for an answer", () => {
    expect(asked(plan(), bet, aReview({ hypothesisIds: ["bet"], date: "2026-05-01" })).findings).toHaveLength(
      1,
    );
    expect(asked(review({ date: "2026-06-30" }), bet).findings).toHaveLength(1);
  });

  it.each<[string, LearningItem]>([
    ["is still ahead", plan({ date: "2026-12-01" })],
    ["passed three weeks ago", plan({ date: "2026-10-26" })],
  ])("waits when the day %s", (_, item) => {
    expect(asked(item, bet).answers).toEqual(["too-early"]);
  });

  it("never asks about a day that may only be the day of typing", () => {
    expect(asked(plan({ date: "2026-04-22" }), bet).findings).toEqual([]);
    expect(asked(plan({ date: "2026-04-23" }), bet).findings).toEqual([]);
    expect(asked(plan({ date: null }), bet).findings).toEqual([]);
  });

  it("can't see past links that could not be followed, nor in a table that was cut short", () => {
    expect(asked(plan({ unresolved: [hidden("hypothesis")] }), bet).answers).toEqual(["cant-see"]);
    expect(
      ask(opportunityComesBack, { items: [plan(), bet], coverage: [read("learning", false)] }).answers,
    ).toEqual(["cant-see"]);
  });

  it("asks about a plan that is not tried yet, and from the 22nd day on", () => {
    expect(asked(plan({ status: "Not tried" }), bet).findings).toHaveLength(1);
    expect(asked(plan({ date: "2026-10-25" }), bet).findings).toHaveLength(1);
  });

  it.each<[string, LearningItem]>([
    ["closed", plan({ closed: true })],
    ["waived", plan({ waiver: "Kept for spring" })],
    ["postponed", plan({ status: "Postponed" })],
    ["overtaken by events, in the word that the remark asks for", plan({ status: "Moved" })],
    ["tried and not recorded, in the word that the remark asks for", plan({ status: "✅ Tried" })],
    ["for a goal that is over", plan({ goalIds: ["old"] })],
    ["from more than a year ago", plan({ createdAt: "2025-01-01T09:00:00Z", date: "2025-06-11" })],
    ["a next step without a day", review({ nextDate: null })],
    ["a next step of a before-review", review({ when: "before" })],
  ])("leaves a plan in peace that is %s", (_, item) => {
    expect(asked(item, bet).findings).toEqual([]);
  });
});
