import { describe, expect, it } from "vitest";

import type { IntentChange, SeenIntent } from "../../src/domain/history.ts";
import type { Review } from "../../src/domain/types.ts";
import { intentIsKept } from "../../src/rules/intent-is-kept.ts";
import { anEvent, aReview } from "../builders.ts";
import { today } from "./ask.ts";
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
  });

  it.each<[string, Partial<Review>]>([
    ["closed", { closed: true }],
    ["fine as it is", { waiver: "Plan changed in the meeting of 3 May" }],
  ])("leaves a review alone that is %s", (_, given) => {
    expect(
      answersOf(intentIsKept, {
        items: pair("40 vouchers used in a month", "10 vouchers used in a month", given),
      }),
    ).toEqual(["cant-see"]);
  });

  const work = anEvent({ id: "e", date: "2026-11-03" });
  const before = (given: Partial<Review> = {}) =>
    aReview({
      id: "bar",
      title: "Before: open house",
      when: "before",
      date: "2026-10-30",
      intended: "Thirty families stay until the end",
      eventIds: ["e"],
      ...given,
    });
  const seen = (since: string, ...changes: readonly IntentChange[]) => ({
    sight: [],
    intentOf: (): SeenIntent => ({ since, changes }),
  });
  const change = (until: string, by: string, kind: IntentChange["kind"] = "words"): IntentChange => ({
    until,
    by,
    kind,
  });

  it("says when an intent that was seen before the work reads otherwise some days after it", () => {
    const history = seen("2026-11-02", change("2026-11-09", "2026-11-16", "numbers"));

    expect(remarksOf(intentIsKept, { items: [before()], events: [work] }, {}, history)).toEqual([
      "The intent of “Before: open house” reads otherwise since 16 November, with other numbers; on 9 November, after the work of 3 November, it still read as before. Nothing wrong with that; it just can't tell you any more how good the forecast was. A word on when and why it changed would.",
    ]);
  });

  it.each<[string, string, SeenIntent["changes"], Partial<Review>]>([
    ["is as it was", "healthy", [], {}],
    ["changed before the work, on the last day too", "healthy", [change("2026-11-02", "2026-11-03")], {}],
    ["had a typo mended", "healthy", [change("2026-11-09", "2026-11-16", "small")], {}],
    ["may have changed hours before the work", "cant-see", [change("2026-11-02", "2026-11-09")], {}],
    ["was last seen unchanged on the day of the work", "cant-see", [change("2026-11-03", "2026-11-09")], {}],
    [
      "was entered late, from notes on paper",
      "cant-see",
      [change("2026-11-09", "2026-11-16", "filled"), change("2026-11-16", today, "words")],
      {},
    ],
    [
      "belongs to work that is still ahead",
      "too-early",
      [change("2026-11-02", "2026-11-09")],
      { eventIds: ["x"] },
    ],
  ])("makes no remark on an intent that %s", (_, answer, changes, given) => {
    const events = [work, anEvent({ id: "x", date: "2026-11-20" })];

    expect(
      answersOf(intentIsKept, { items: [before(given)], events }, {}, seen("2026-11-02", ...changes)),
    ).toEqual([answer]);
  });

  it("can't see an intent that no report saw before the work", () => {
    const rewritten = change("2026-11-09", "2026-11-16");

    expect(
      answersOf(intentIsKept, { items: [before()], events: [work] }, {}, seen("2026-11-05", rewritten)),
    ).toEqual(["cant-see"]);
    expect(answersOf(intentIsKept, { items: [before()], events: [work] })).toEqual(["cant-see"]);
  });

  it("takes the after-review's day for the work's where there is no event, unless it is dated before its before-review", () => {
    const history = seen("2026-11-02", change("2026-11-09", "2026-11-16"));
    const answers = (date: string) =>
      answersOf(
        intentIsKept,
        { items: [before({ eventIds: [] }), aReview({ id: "aar", date, beforeIds: ["bar"] })] },
        {},
        history,
      );

    expect(answers("2026-11-04")).toContain("worth-a-look");
    expect(answers("2026-10-04")).toEqual(["too-early"]);
  });

  it("leaves a rewritten intent alone that a person calls fine, or that is closed", () => {
    const history = seen("2026-11-02", change("2026-11-09", "2026-11-16"));

    for (const given of [{ waiver: "The room fell through" }, { closed: true }]) {
      expect(answersOf(intentIsKept, { items: [before(given)], events: [work] }, {}, history)).toEqual([
        "too-early",
      ]);
    }
  });
});
