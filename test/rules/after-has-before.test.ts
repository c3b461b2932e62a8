import { describe, expect, it } from "vitest";

import type { Review } from "../../src/domain/types.ts";
import { afterHasBefore } from "../../src/rules/after-has-before.ts";
import { aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

/** Five after-only reviews, the newest ten days ago; `given` is the newest. */
const five = (given: Partial<Review> = {}): readonly Review[] =>
  [50, 40, 30, 20, 10].map((days) =>
    aReview({
      id: `r${days}`,
      title: `Review ${days}`,
      date: daysAgo(days),
      actual: "12 came",
      ...(days === 10 ? given : {}),
    }),
  );

describe("rules/after-has-before", () => {
  it("asks when the last five all look back only", () => {
    expect(remarksOf(afterHasBefore, { items: five() })).toEqual([
      "The last 5 after-reviews (“Review 50”, “Review 40”, “Review 30” and 2 more; 27 September to 6 November) look back without a written “what did we intend?”, and no before-review is linked to them. For the next piece of work, four short questions beforehand give you something to compare with: what do we intend, how will we know, what could get in the way, what have we learned before?",
    ]);
  });

  it.each<[string, Partial<Review>]>([
    ["says itself what was intended", { intended: "30 would come" }],
    ["has a before-review", { beforeIds: ["bar"] }],
    ["tests a hypothesis, which says what to expect", { hypothesisIds: ["bet"] }],
  ])("finds a team healthy when one of the five %s", (_, given) => {
    expect(answersOf(afterHasBefore, { items: five(given) })).toEqual(["healthy"]);
  });

  it("takes a before-review of the same event for the intent", () => {
    const bar = aReview({ id: "bar", when: "before", eventIds: ["e"], date: daysAgo(60) });

    expect(answersOf(afterHasBefore, { items: [bar, ...five({ eventIds: ["e"] })] })).toEqual(["healthy"]);
  });

  it.each<[string, Partial<Review>]>([
    ["an incident", { title: "Review of the outage" }],
    ["of a year ago", { date: daysAgo(400) }],
    ["ahead", { date: "2026-12-01" }],
    ["fine as it is", { waiver: "Was a surprise visit" }],
    ["not said to be an after", { when: null }],
  ])("finds it too early with four reviews and one that is %s", (_, given) => {
    expect(answersOf(afterHasBefore, { items: five(given) })).toEqual(["too-early"]);
  });

  it.each<[string, Partial<Review>]>([
    ["no text of it comes through", { actual: null }],
    ["its before-review is hidden", { unresolved: [hidden("before")] }],
  ])("can't see the habit when of five reviews one is unclear: %s", (_, given) => {
    expect(answersOf(afterHasBefore, { items: five(given) })).toEqual(["cant-see"]);
  });

  it("can't see it when rows are missing", () => {
    expect(answersOf(afterHasBefore, { items: five(), coverage: partOfLearning })).toEqual(["cant-see"]);
  });
});
