import { describe, expect, it } from "vitest";

import type { Hypothesis } from "../../src/domain/types.ts";
import { outcomesVary } from "../../src/rules/outcomes-vary.ts";
import { aHypothesis, aReview } from "../builders.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

/** Tested bets, thirty days apart, all held. */
const held = (count: number, given: Partial<Hypothesis> = {}): readonly Hypothesis[] =>
  Array.from({ length: count }, (_, at) =>
    aHypothesis({ id: `h${at}`, outcome: "held", closed: true, date: daysAgo(30 * (at + 1)), ...given }),
  );

describe("rules/outcomes-vary", () => {
  it("asks when everything was confirmed", () => {
    expect(remarksOf(outcomesVary, { items: held(11) })).toEqual([
      "All 11 tested hypotheses are marked as held, since 21 December 2025. Either the bets are very safe, or the disappointing ones aren't written down. Both are worth a minute: which one surprised you most?",
    ]);
  });

  it("asks when nearly everything was, and gives the numbers", () => {
    const items = [...held(29), aHypothesis({ id: "odd", outcome: "partly" })];

    expect(remarksOf(outcomesVary, { items })[0]).toMatch(
      /^29 of the 30 tested hypotheses are marked as held/,
    );
  });

  it.each<[string, Hypothesis]>([
    ["one in nine failed", aHypothesis({ outcome: "failed" })],
    ["one in nine held in part", aHypothesis({ outcome: "partly" })],
    ["a new card took the place of an old one", aHypothesis({ refinedFromIds: ["h1"] })],
    ["one was dropped without an outcome", aHypothesis({ closed: true })],
  ])("finds a mix healthy: %s", (_, other) => {
    expect(answersOf(outcomesVary, { items: [...held(8), other] })).toEqual(["healthy"]);
  });

  it("finds it too early below eight, or within one quarter", () => {
    expect(answersOf(outcomesVary, { items: held(7) })).toEqual(["too-early"]);
    expect(answersOf(outcomesVary, { items: held(9, { date: daysAgo(20) }) })).toEqual(["too-early"]);
  });

  it("goes by the day of the review before the day of the bet", () => {
    const items = held(9, { date: daysAgo(20) });
    const reviews = items.map(({ id }, at) =>
      aReview({ id: `r${at}`, hypothesisIds: [id], date: daysAgo(30 * (at + 1)) }),
    );

    expect(answersOf(outcomesVary, { items: [...items, ...reviews] })).toEqual(["worth-a-look"]);
  });

  it("can't see it without days, or when rows are missing", () => {
    expect(answersOf(outcomesVary, { items: held(9, { date: null }) })).toEqual(["cant-see"]);
    expect(answersOf(outcomesVary, { items: held(9), coverage: partOfLearning })).toEqual(["cant-see"]);
  });

  it("leaves out what a person called fine as it is", () => {
    expect(answersOf(outcomesVary, { items: held(9, { waiver: "A mature practice" }) })).toEqual([
      "too-early",
    ]);
  });
});
