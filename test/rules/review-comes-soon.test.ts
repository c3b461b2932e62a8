import { describe, expect, it } from "vitest";

import type { Review, WorkEvent } from "../../src/domain/types.ts";
import { reviewComesSoon } from "../../src/rules/review-comes-soon.ts";
import { anEvent, aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, remarksOf } from "./asked.ts";

/** Events twenty days apart, oldest first, each with a review so many days later. */
function rhythm(lags: readonly number[]): {
  readonly events: readonly WorkEvent[];
  readonly items: readonly Review[];
} {
  const ago = (at: number): number => 60 + (lags.length - at) * 20;
  return {
    events: lags.map((_, at) => anEvent({ id: `e${at}`, date: daysAgo(ago(at)) })),
    items: lags.map((lag, at) =>
      aReview({ id: `r${at}`, title: `Review ${at}`, eventIds: [`e${at}`], date: daysAgo(ago(at) - lag) }),
    ),
  };
}
const slower = [3, 2, 4, 26, 27, 28];

describe("rules/review-comes-soon", () => {
  it("asks when reviews come weeks after the work, and used to come sooner", () => {
    expect(remarksOf(reviewComesSoon, rhythm(slower))).toEqual([
      "The last 3 reviews (“Review 3”, “Review 4” and “Review 5”) came about 27 days after the work; the ones before them came after about 3. Shorter and sooner usually teaches more. Where numbers come in late, ten minutes right away and a second look when they land do both.",
    ]);
  });

  it.each<[string, readonly number[]]>([
    ["within days", [1, 2, 1, 3, 2, 5]],
    ["later than they used to, and within two weeks", [1, 1, 1, 12, 13, 14]],
    ["late all along, which is the team's rhythm", [25, 28, 30, 26, 27, 28]],
    ["late once, after a holiday", [2, 3, 2, 4, 40, 3]],
  ])("finds reviews healthy that come %s", (_, lags) => {
    expect(answersOf(reviewComesSoon, rhythm(lags))).toEqual(["healthy"]);
  });

  it("counts the first look only: a second one, when numbers land, is good practice", () => {
    const { events, items } = rhythm([1, 2, 1, 2, 1, 2]);
    const second = [3, 4, 5].map((at) => aReview({ id: `s${at}`, eventIds: [`e${at}`], date: daysAgo(at) }));

    expect(answersOf(reviewComesSoon, { events, items: [...items, ...second] })).toEqual(["healthy"]);
  });

  it("counts from the last day of long work", () => {
    const { events, items } = rhythm(slower);
    const long = events.map((event, at) => ({ ...event, endDate: items[at]?.date ?? null }));

    expect(answersOf(reviewComesSoon, { events: long, items })).toEqual(["healthy"]);
  });

  it("finds it too early with five reviewed events, or where they were typed up on one day", () => {
    const { events, items } = rhythm(slower);
    const imported = items.map((review, at) => (at < 3 ? review : { ...review, date: daysAgo(1) }));

    expect(answersOf(reviewComesSoon, rhythm(slower.slice(1)))).toEqual(["too-early"]);
    expect(answersOf(reviewComesSoon, { events, items: imported })).toEqual(["too-early"]);
  });

  it("leaves out what a person called fine as it is", () => {
    const { events, items } = rhythm(slower);
    const waived = items.map((review) => ({ ...review, waiver: "Data comes late" }));

    expect(answersOf(reviewComesSoon, { events, items: waived })).toEqual(["too-early"]);
  });

  it("can't see it when the events are hidden", () => {
    const items = [1, 2].map((at) => aReview({ id: `r${at}`, unresolved: [hidden("event")] }));

    expect(answersOf(reviewComesSoon, { items })).toEqual(["cant-see"]);
  });
});
