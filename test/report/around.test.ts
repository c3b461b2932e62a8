import { describe, expect, it } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { aGoal, aHypothesis, anEvent, anInsight, aPortfolio, aResult, aReview } from "../builders.ts";
import { sampleReport } from "./sample.ts";

const today = "2026-11-16";
const reportOf = (parts: Partial<PortfolioParts>) =>
  sampleReport({ portfolio: aPortfolio(parts), findings: [] });

const goals = [aGoal({ baseline: 0, target: 100 }), aGoal({ id: "other" })];
/** On the 1st of every month, from January to November. */
const monthly = (values: readonly number[], goalId = "goal") =>
  values.map((value, index) =>
    aResult({
      id: `${goalId}${index}`,
      goalIds: [goalId],
      date: `2026-${String(index + 1).padStart(2, "0")}-01`,
      value,
    }),
  );
const results = monthly([10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20]);

describe("report: around a moment", () => {
  it("shows a bet with the result around its first try, whichever row says when that was", () => {
    const bets = (parts: Partial<PortfolioParts>) =>
      reportOf({ goals, results, ...parts }).bets.map(
        ({ id, countedFrom, movement }) =>
          [id, [countedFrom, movement?.since ?? null, movement?.difference ?? null]] as const,
      );
    const bet = (id: string, given = {}) => aHypothesis({ id, goalIds: ["goal"], ...given });

    const told = bets({
      events: [
        anEvent({ id: "try", date: "2026-06-10" }),
        anEvent({ id: "again", date: "2026-09-10" }),
        anEvent({ id: "ahead", date: "2026-12-10" }),
      ],
      items: [
        bet("a-by-event", { eventIds: ["again", "try"] }),
        bet("b-by-review-of-event"),
        bet("c-by-review"),
        bet("d-planned", { eventIds: ["ahead"] }),
        bet("e-written-later", { eventIds: ["try"], date: "2026-08-01" }),
        aReview({ id: "r1", hypothesisIds: ["b-by-review-of-event"], eventIds: ["try"], date: "2026-06-20" }),
        aReview({ id: "r2", hypothesisIds: ["c-by-review"], date: "2026-06-12" }),
        aReview({ id: "r3", when: "before", hypothesisIds: ["c-by-review"], date: "2026-05-01" }),
      ],
    });

    expect(Object.fromEntries(told)).toEqual({
      "a-by-event": ["tried", "2026-06-10", 10],
      "b-by-review-of-event": ["tried", "2026-06-10", 10],
      "c-by-review": ["tried", "2026-06-12", 10],
      "d-planned": ["tried", null, null],
      "e-written-later": ["tried", null, null],
    });
  });

  it("lists insights of longer ago that were put to use, once the numbers are in", () => {
    const noted = { goalIds: ["goal"], date: "2026-02-01" };
    const { putToUse } = reportOf({
      goals,
      results,
      events: [
        anEvent({ id: "june", date: "2026-06-10" }),
        anEvent({ id: "august", date: "2026-08-10" }),
        anEvent({ id: "october", date: "2026-10-20" }),
        anEvent({ id: "year-before", date: "2025-10-20" }),
      ],
      items: [
        anInsight({ id: "in-june", ...noted, appliedInIds: ["june"] }),
        anInsight({ id: "in-august", ...noted, appliedInIds: ["august", "october"] }),
        anInsight({ id: "too-early-to-tell", ...noted, appliedInIds: ["october"] }),
        anInsight({ id: "not-used", ...noted }),
        anInsight({ id: "noted-of-late", ...noted, date: "2026-10-01", appliedInIds: ["october"] }),
        anInsight({ id: "long-over", ...noted, date: "2025-02-01", appliedInIds: ["year-before"] }),
        anInsight({ id: "no-results", ...noted, goalIds: ["other"], appliedInIds: ["august"] }),
        anInsight({ id: "no-goal", date: "2026-02-01", appliedInIds: ["august"] }),
      ],
    });

    expect(putToUse).toMatchObject([
      {
        id: "in-august",
        used: "2026-08-10",
        under: { id: "goal" },
        countedFrom: "used",
        movement: { difference: expect.closeTo(10 / 3) },
        news: true,
      },
      { id: "in-june", used: "2026-06-10", movement: { difference: 10 }, news: false },
    ]);
  });

  it("keeps a settled bet until the numbers have spoken, before bets that could only be tested", () => {
    const bets = (day: string) =>
      reportOf({
        goals,
        results,
        events: [
          anEvent({ id: "try", date: day }),
          anEvent({ id: "soon", date: "2026-12-01", goalIds: ["goal"] }),
        ],
        items: [
          aHypothesis({ id: "settled", goalIds: ["goal"], eventIds: ["try"], outcome: "held", closed: true }),
          aHypothesis({ id: "could-be-tested", goalIds: ["goal"] }),
        ],
      }).bets.map(({ id }) => id);

    expect(bets("2026-08-10")).toEqual(["settled", "could-be-tested"]);
    expect(bets("2026-05-10")).toEqual(["could-be-tested"]);
    expect(bets("2026-10-20")).toEqual(["could-be-tested"]);
  });

  it("lists the after-reviews held of late under their goals, each with the result around it", () => {
    const { reviewed } = reportOf({
      goals,
      results,
      events: [anEvent({ id: "event", date: "2026-10-01" })],
      items: [
        aReview({ id: "held", goalIds: ["goal"], eventIds: ["event"], date: "2026-10-02" }),
        aReview({ id: "newer", goalIds: ["goal"], date: "2026-10-20" }),
        aReview({ id: "before", when: "before", goalIds: ["goal"], date: "2026-10-02" }),
        aReview({ id: "long-ago", goalIds: ["goal"], date: "2026-09-16" }),
        aReview({ id: "loose", date: "2026-10-02" }),
      ],
    });

    expect(reviewed).toMatchObject([
      {
        goal: { id: "goal" },
        reviews: [
          { id: "newer", event: null, countedFrom: "held", movement: { difference: null } },
          { id: "held", event: { id: "event" }, movement: { since: "2026-10-02", windowDays: 93 } },
        ],
      },
    ]);
  });

  it("counts a before-review that names an insight, and a bet that comes from it, as uses", () => {
    const items = [
      anInsight({ goalIds: ["goal"], date: "2026-10-01" }),
      aReview({ id: "before", when: "before", priorLearningIds: ["insight"], date: "2026-10-09" }),
      aHypothesis({ id: "bet", parentIds: ["insight"], date: "2026-10-20" }),
    ];

    const [insight] = reportOf({ goals, results, items }).learned[0]?.insights ?? [];

    expect(insight).toMatchObject({
      appliedIn: [{ id: "before" }, { id: "bet" }],
      countedFrom: "used",
      movement: { since: "2026-10-09" },
    });
  });

  it("names what else landed for the goal within four weeks, and not what is the moment itself", () => {
    const on = (id: string, date: string, goalIds = ["goal"]) => anEvent({ id, date, goalIds });

    const { learned } = reportOf({
      goals,
      results,
      events: [
        on("too-early", "2026-09-01"),
        on("four-weeks-before", "2026-09-03"),
        on("elsewhere", "2026-10-01", ["other"]),
        on("used-here", "2026-10-01"),
        on("four-weeks-after", "2026-10-29"),
        on("too-late", "2026-10-30"),
      ],
      items: [
        anInsight({
          goalIds: ["goal"],
          date: "2026-09-20",
          appliedInIds: ["used-here"],
          reviewIds: ["source"],
        }),
        anInsight({ id: "waiting", goalIds: ["goal"], date: "2026-08-20" }),
        anInsight({ id: "used-too", goalIds: ["goal"], date: "2026-08-20", appliedInIds: ["bet"] }),
        anInsight({
          id: "used-there-too",
          goalIds: ["goal"],
          date: "2026-08-20",
          appliedInIds: ["used-here"],
        }),
        aHypothesis({ id: "bet", date: "2026-10-05" }),
        aReview({ id: "review", goalIds: ["goal"], date: "2026-10-03" }),
        aReview({ id: "ahead", when: "before", goalIds: ["goal"], date: "2026-10-03" }),
        aReview({ id: "source", goalIds: ["goal"], date: "2026-09-20" }),
      ],
    });

    expect(learned[0]?.insights[0]?.alongside.map(({ id }) => id)).toEqual([
      "four-weeks-before",
      "review",
      "used-too",
      "four-weeks-after",
    ]);
  });

  it("names five at most, the nearest", () => {
    const events = [1, 3, 4, 5, 7, 8, 20].map((day) =>
      anEvent({ id: `on-${day}`, date: `2026-10-${String(day).padStart(2, "0")}`, goalIds: ["goal"] }),
    );

    const { reviewed } = reportOf({
      goals,
      events,
      items: [aReview({ goalIds: ["goal"], date: "2026-10-05" })],
    });

    expect(reviewed[0]?.reviews[0]?.alongside.map(({ id }) => id)).toEqual([
      "on-3",
      "on-4",
      "on-5",
      "on-7",
      "on-8",
    ]);
  });
});

describe("report/moves", () => {
  const moved = monthly([10, 12, 10, 12, 10, 12, 10, 12, 40, 42, 44]);
  const movesOf = (parts: Partial<PortfolioParts>) =>
    reportOf({ goals, results: moved, ...parts }).moves.map(({ id }) => id);
  const insight = (given = {}) => anInsight({ goalIds: ["goal"], date: "2026-10-01", ...given });

  it("names a result that moved notably while no insight speaks to it", () => {
    const { moves } = reportOf({ goals, results: moved });

    expect(moves).toMatchObject([
      { id: "goal", usualStep: 2, movement: { toward: true, before: { points: 3 }, after: { points: 3 } } },
    ]);
  });

  it.each([
    ["an insight of these months", insight()],
    ["an insight that was put to use in them", insight({ date: "2026-01-20", appliedInIds: ["used"] })],
    ["an insight without a day", insight({ date: null })],
    ["an insight of a part of the goal", insight({ goalIds: ["part"] })],
    [
      "an insight whose link could not be followed",
      insight({ goalIds: [], unresolved: [{ field: "goal", reason: "no-match", shown: "?" }] }),
    ],
  ])("is silent beside %s", (_name, item) => {
    const parts = [...goals, aGoal({ id: "part", parentIds: ["goal"] })];

    expect(
      movesOf({ goals: parts, items: [item], events: [anEvent({ id: "used", date: "2026-10-05" })] }),
    ).toEqual([]);
  });

  it.each([
    ["an insight of long ago", insight({ date: "2026-01-20" })],
    ["an insight of another goal", insight({ goalIds: ["other"] })],
    ["one to come", insight({ date: "2026-11-20" })],
  ])("is not silenced by %s", (_name, item) => {
    expect(movesOf({ items: [item] })).toEqual(["goal"]);
  });

  it("is silent about goals that are over, and when learning could be read only in part", () => {
    const table = { role: "learning", connection: "team", table: "Log", rows: 1, complete: false } as const;

    expect(movesOf({ goals: [aGoal({ live: false })] })).toEqual([]);
    expect(movesOf({ coverage: [table] })).toEqual([]);
  });

  it("puts the largest move first, each measured by its own usual step", () => {
    const other = monthly([0, 1, 0, 1, 0, 1, 0, 1, 90, 91, 92], "other");

    expect(movesOf({ results: [...moved, ...other] })).toEqual(["other", "goal"]);
  });
});

it("never looks past the day of the report", () => {
  const { learned } = reportOf({
    goals,
    results,
    items: [anInsight({ goalIds: ["goal"], date: today })],
    events: [anEvent({ date: "2026-11-17", goalIds: ["goal"] })],
  });

  expect(learned[0]?.insights[0]).toMatchObject({
    movement: { after: null, difference: null },
    alongside: [],
  });
});
