import { describe, expect, it } from "vitest";

import { addDays } from "../../src/domain/day.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { Review } from "../../src/domain/types.ts";
import { reviewHasWork } from "../../src/rules/review-has-work.ts";
import { reviewsFollowWork } from "../../src/rules/reviews-follow-work.ts";
import { anEvent, aReview } from "../builders.ts";
import { ask, read } from "./ask.ts";

/** Reviews that far apart, the last on 30 October 2026. */
const reviews = (gaps: readonly number[], given: Partial<Review> = {}): readonly Review[] => {
  let day = "2026-10-30";
  return [0, ...gaps].map((gap, index) => {
    day = addDays(day, -gap);
    return aReview({ id: `r${index}`, date: day, ...given });
  });
};
const monthly = [28, 28, 28, 28, 28, 28];
const coverage = [read("events")];
const launch = anEvent({ id: "launch", title: "Campaign launch", date: "2026-08-14" });
const audit = anEvent({ id: "audit", title: "The audit", date: "2026-09-18" });
const answer = (parts: Partial<PortfolioParts>) => ask(reviewsFollowWork, parts).answers;

describe("rules/reviews-follow-work", () => {
  it("asks about reviews that come like clockwork while the work passes without one", () => {
    const { findings } = ask(reviewsFollowWork, {
      items: reviews(monthly),
      events: [launch, audit],
      coverage,
    });

    expect(findings.map(({ signal, message }) => [signal, message])).toEqual([
      [
        "S17",
        "7 reviews between 15 May and 30 October came every 28 days or so, whatever was going on; “The audit” and “Campaign launch” passed without one.",
      ],
    ]);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["that follow no beat", { items: reviews([3, 40, 12, 70, 9, 25]), events: [launch, audit], coverage }],
    [
      "that keep the beat of sprints, which are in the table of events",
      {
        items: reviews([14, 14, 14, 14, 14, 14]),
        events: [0, 1, 2, 3, 4, 5, 6].map((at) =>
          anEvent({ id: `s${at}`, date: addDays("2026-10-30", -14 * at) }),
        ),
        coverage,
      },
    ],
    [
      "of a fixed slot that look back on a before-review",
      { items: reviews(monthly, { beforeIds: ["bar"] }), events: [launch, audit], coverage },
    ],
    [
      "that keep a beat and bookend real work",
      { items: reviews(monthly, { eventIds: ["launch"] }), events: [launch, audit], coverage },
    ],
    [
      "that keep a beat and say in words which work they look at",
      {
        items: reviews(monthly, { title: "After: the clinic's open house" }),
        events: [launch, audit],
        coverage,
      },
    ],
    [
      "that keep a beat and are closed",
      { items: reviews(monthly, { closed: true }), events: [launch, audit], coverage },
    ],
    [
      "that keep a beat and serve a goal",
      { items: reviews(monthly, { goalIds: ["goal"] }), events: [launch], coverage },
    ],
    [
      "that mostly come right after the work",
      {
        items: reviews(monthly),
        events: monthly.map((_, index) =>
          anEvent({ id: `e${index}`, date: addDays("2026-10-28", -28 * index) }),
        ),
        coverage,
      },
    ],
  ])("finds reviews healthy %s", (_, parts) => {
    expect(answer(parts)).toEqual(["healthy"]);
  });

  it("speaks only together with review-has-work, of the same reviews", () => {
    const parts = { items: reviews(monthly), events: [launch, audit], coverage };
    const tied = { ...parts, items: reviews(monthly, { eventIds: ["launch"] }) };

    expect(ask(reviewsFollowWork, parts).findings).toHaveLength(1);
    expect(ask(reviewHasWork, parts).findings).toHaveLength(7);
    expect([reviewsFollowWork, reviewHasWork].flatMap((rule) => ask(rule, tied).findings)).toEqual([]);
  });

  it("waits for six reviews", () => {
    expect(answer({ items: reviews([28, 28, 28, 28]), events: [launch], coverage })).toEqual(["too-early"]);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["no events table was read", { items: reviews(monthly), events: [] }],
    [
      "the events were cut short",
      { items: reviews(monthly), events: [launch], coverage: [read("events", false)] },
    ],
    [
      "no event lies between the reviews",
      { items: reviews(monthly), events: [anEvent({ date: "2020-01-01" })], coverage },
    ],
  ])("can't see when %s", (_, parts) => {
    expect(answer(parts)).toEqual(["cant-see"]);
  });

  it("does not count reviews that a person calls fine as they are, nor before-reviews", () => {
    expect(
      answer({ items: reviews(monthly, { waiver: "Standing meeting" }), events: [launch], coverage }),
    ).toEqual(["healthy"]);
    expect(answer({ items: reviews(monthly, { when: "before" }), events: [launch], coverage })).toEqual([
      "too-early",
    ]);
  });
});
