import { describe, expect, it } from "vitest";

import type { Review } from "../../src/domain/types.ts";
import { intentIsKept } from "../../src/rules/intent-is-kept.ts";
import { aReview } from "../builders.ts";
import { answersOf, remarksOf } from "./asked.ts";

const pair = (was: string | null, is: string | null, given: Partial<Review> = {}): readonly Review[] => [
  aReview({ id: "bar", title: "Before: vouchers", when: "before", intended: was }),
  aReview({ id: "aar", title: "After: vouchers", beforeIds: ["bar"], intended: is, ...given }),
];

describe("rules/intent-is-kept", () => {
  it("asks when the same intent comes back with another number", () => {
    expect(
      remarksOf(intentIsKept, {
        items: pair("40 vouchers are used in the first month.", "10 vouchers used in the first month"),
      }),
    ).toEqual([
      "“After: vouchers” gives the intent with 10; its before-review “Before: vouchers” said 40. Nothing wrong with a changed plan; a word on when and why it changed lets the comparison still tell you how good the forecast was.",
    ]);
  });

  it.each<[string, string, string]>([
    ["the same words", "40 vouchers used in a month", "40 vouchers used in a month"],
    ["a typo mended", "40 vochers used in the first month", "40 vouchers used in the first month"],
    ["a shorter wording", "By 3 March, half of the evening slots are taken", "50 % of slots"],
    ["the number as a word", "Forty vouchers used in a month", "40 vouchers used in a month"],
    [
      "one number of two the same",
      "Between 30 and 40 families come to the fair",
      "Between 30 and 50 families come to the fair",
    ],
    ["no numbers at all", "Families come to the fair", "Most families come to the fair"],
    ["another matter", "40 vouchers used in a month", "12 nurses trained by summer"],
  ])("can't see a moved intent in %s", (_, was, is) => {
    expect(answersOf(intentIsKept, { items: pair(was, is) })).toEqual(["cant-see"]);
  });

  it("finds it too early without a pair that says what was intended", () => {
    expect(answersOf(intentIsKept, { items: [] })).toEqual(["too-early"]);
    expect(answersOf(intentIsKept, { items: pair(null, "10 vouchers") })).toEqual(["too-early"]);
    expect(answersOf(intentIsKept, { items: pair("40 vouchers", null) })).toEqual(["too-early"]);
  });

  it.each<[string, Partial<Review>]>([
    ["closed", { closed: true }],
    ["fine as it is", { waiver: "Plan changed in the meeting of 3 May" }],
  ])("leaves a review alone that is %s", (_, given) => {
    expect(
      answersOf(intentIsKept, {
        items: pair("40 vouchers used in a month", "10 vouchers used in a month", given),
      }),
    ).toEqual(["too-early"]);
  });
});
