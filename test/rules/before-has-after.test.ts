import { describe, expect, it } from "vitest";

import type { Review, WorkEvent } from "../../src/domain/types.ts";
import { beforeHasAfter } from "../../src/rules/before-has-after.ts";
import { anEvent, anInsight, aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

const openHouse = (given: Partial<WorkEvent> = {}): WorkEvent =>
  anEvent({ id: "house", title: "Open house", date: daysAgo(20), ...given });
const before = (given: Partial<Review> = {}): Review =>
  aReview({
    id: "bar",
    title: "Before: the open house",
    when: "before",
    date: daysAgo(25),
    eventIds: ["house"],
    goalIds: ["goal"],
    ...given,
  });
const answersFor = (event: WorkEvent, ...items: readonly Review[]) =>
  answersOf(beforeHasAfter, { events: [event], items });

describe("rules/before-has-after", () => {
  it("asks about work that ended and was not looked back on", () => {
    expect(remarksOf(beforeHasAfter, { events: [openHouse()], items: [before()] })).toEqual([
      "“Before: the open house” looked ahead to “Open house”. That was on 27 October, and no after-review is linked yet. Ten minutes on “what happened, and why?” would close the loop. If you looked back elsewhere, a link is enough.",
    ]);
  });

  it.each<[string, readonly Review[]]>([
    ["an after-review that names it", [before(), aReview({ beforeIds: ["bar"] })]],
    ["an after-review below it", [before(), aReview({ parentIds: ["bar"] })]],
    ["an after-review of the same event", [before(), aReview({ eventIds: ["house"], date: daysAgo(18) })]],
    [
      "an after-review of the same bet",
      [before({ hypothesisIds: ["bet"] }), aReview({ hypothesisIds: ["bet"], date: daysAgo(18) })],
    ],
    [
      "an after-review of the same name",
      [before(), aReview({ title: "After: the open house, two weeks on", date: daysAgo(6) })],
    ],
    ["both halves in one row", [before({ actual: "12 came" })]],
  ])("finds a before-review healthy with %s", (_, items) => {
    expect(answersFor(openHouse(), ...items)).toEqual(["healthy"]);
  });

  it.each<[string, WorkEvent, Review]>([
    ["the work was last week", openHouse({ date: daysAgo(7) }), before()],
    ["long work still goes on", openHouse({ endDate: daysAgo(2) }), before()],
    ["the work was postponed", openHouse({ status: "Postponed" }), before()],
    ["the review itself is on hold", openHouse(), before({ status: "Parked" })],
    [
      "no event is linked, and it is three weeks old",
      openHouse(),
      before({ eventIds: [], date: daysAgo(21) }),
    ],
    [
      "its own next day is ahead",
      openHouse(),
      before({ eventIds: [], date: daysAgo(90), nextDate: "2026-11-20" }),
    ],
    ["it is closed", openHouse(), before({ closed: true })],
    ["it is fine as it is", openHouse(), before({ waiver: "Talked it through on the way home" })],
  ])("says nothing when %s", (_, event, review) => {
    expect(answersFor(event, review)).toEqual(["too-early"]);
  });

  it("does not take an after-review of an earlier time for this one's", () => {
    expect(answersFor(openHouse(), before(), aReview({ eventIds: ["house"], date: daysAgo(60) }))).toEqual([
      "worth-a-look",
    ]);
  });

  it.each<[string, Review]>([
    ["its event is hidden", before({ eventIds: [], unresolved: [hidden("event")] })],
    ["it has no day at all", before({ eventIds: [], date: null })],
  ])("can't see it when %s", (_, review) => {
    expect(answersFor(openHouse(), { ...review, date: review.date && daysAgo(60) })).toEqual(["cant-see"]);
  });

  it.each<[string, Review]>([
    ["whose links are hidden", aReview({ date: daysAgo(10), unresolved: [hidden("before")] })],
    ["on the same goal, tied to no work", aReview({ date: daysAgo(10), goalIds: ["goal"] })],
  ])("can't see it when there is an after-review %s", (_, after) => {
    expect(answersFor(openHouse(), before(), after)).toEqual(["cant-see"]);
  });

  it("can't see it when rows are missing", () => {
    expect(
      answersOf(beforeHasAfter, { events: [openHouse()], items: [before()], coverage: partOfLearning }),
    ).toEqual(["cant-see"]);
  });

  it("asks more softly where the day of the work is not on file", () => {
    const [remark] = remarksOf(beforeHasAfter, {
      items: [before({ eventIds: [], date: daysAgo(40) }), anInsight()],
    });

    expect(remark).toContain("“Before: the open house” looked ahead on 7 October");
    expect(remark).toContain("Has the work taken place?");
  });
});
