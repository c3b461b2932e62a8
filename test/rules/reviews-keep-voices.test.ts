import { describe, expect, it } from "vitest";

import type { Review } from "../../src/domain/types.ts";
import { reviewsKeepVoices } from "../../src/rules/reviews-keep-voices.ts";
import { anEvent, aQuestion, aReview } from "../builders.ts";
import { answersOf, daysAgo, people, remarksOf } from "./asked.ts";

/** Reviews twenty days apart, oldest first, with so many people each. */
const attended = (counts: readonly number[]): readonly Review[] =>
  counts.map((count, at) =>
    aReview({
      id: `r${at}`,
      date: daysAgo((counts.length - at) * 20),
      participants: people(...Array.from({ length: count }, (_, person) => `p${person}`)),
    }),
  );
const answersFor = (counts: readonly number[]) => answersOf(reviewsKeepVoices, { items: attended(counts) });

describe("rules/reviews-keep-voices", () => {
  it("asks when far fewer people take part, in numbers only", () => {
    expect(remarksOf(reviewsKeepVoices, { items: attended([9, 8, 9, 4, 3, 3]) })).toEqual([
      "The last 3 reviews, since 17 September, had about 3 people each; the ones before had about 9 people. Is it the time, the topic, or the feeling that nothing changes? It may be worth asking at the next meeting. If the work just got smaller, all is well.",
    ]);
  });

  it.each<[string, readonly number[]]>([
    ["as many as before", [4, 5, 4, 5, 4]],
    ["a few less", [6, 6, 6, 5, 4, 4]],
    ["two, then one: small informal reviews are good", [2, 2, 2, 1, 1, 1]],
    ["one small review among the last three", [8, 8, 8, 8, 2, 7]],
    ["as many, but for private ones that name nobody", [9, 8, 9, 8, 9, 0, 0, 0]],
    ["more than before", [2, 3, 2, 6, 7, 8]],
  ])("finds a team healthy with %s", (_, counts) => {
    expect(answersFor(counts)).toEqual(["healthy"]);
  });

  it("finds it too early below five reviews, and can't see it where nobody is named", () => {
    expect(answersFor([9, 8, 3, 3])).toEqual(["too-early"]);
    expect(answersFor([0, 0, 0, 0, 0])).toEqual(["cant-see"]);
  });

  it("leaves out reviews that a person called fine, and those ahead", () => {
    const items = attended([9, 8, 9, 4, 3, 3]);

    expect(
      answersOf(reviewsKeepVoices, { items: items.map((one) => ({ ...one, waiver: "Private" })) }),
    ).toEqual(["too-early"]);
    expect(
      answersOf(reviewsKeepVoices, {
        items: items.map((one, at) => (at < 3 ? one : { ...one, date: "2027-01-01" })),
      }),
    ).toEqual(["too-early"]);
  });

  it("stays silent when the whole team shrank", () => {
    const earlier = ["a", "b", "c", "d"].map((id) =>
      anEvent({ id: `e${id}`, date: daysAgo(100), owners: people(id) }),
    );
    const since = aQuestion({ date: daysAgo(10), owners: people("a") });
    const items = attended([9, 8, 9, 4, 3, 3]);

    expect(answersOf(reviewsKeepVoices, { events: earlier, items: [...items, since] })).toEqual(["healthy"]);
  });
});
