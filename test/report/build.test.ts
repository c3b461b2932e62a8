import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { Goal } from "../../src/domain/types.ts";
import {
  aGoal,
  aHypothesis,
  anEvent,
  anInsight,
  aPortfolio,
  aQuestion,
  aResult,
  aReview,
} from "../builders.ts";
import { aFinding } from "../reporters/a-check.ts";
import { aLastReport } from "./last-report.ts";
import { samplePortfolio, sampleReport } from "./sample.ts";

const today = "2026-11-16";
const reportOf = (parts: Partial<PortfolioParts>, given: Parameters<typeof sampleReport>[0] = {}) =>
  sampleReport({ portfolio: aPortfolio(parts), findings: [], ...given });

describe("report/build", () => {
  it("is plain data: what is printed as JSON is what a template sees", () => {
    const report = sampleReport();

    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("counts what somebody called fine as it is, in the report of the whole alone", () => {
    const silenced = [aFinding({}), aFinding({})];
    const part = { goals: [], ownerTeam: null, kinds: ["insight"] } as const;

    expect(sampleReport({ silenced }).coverage.silenced).toBe(2);
    expect(sampleReport({ silenced, filters: part }).coverage.silenced).toBe(0);
  });

  test.prop([fc.infiniteStream(fc.nat())], { numRuns: 20 })(
    "does not depend on the order in which rows arrive",
    (order) => {
      const shuffle = <Row>(rows: readonly Row[]): Row[] =>
        rows
          .map((row) => ({ row, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const { goals, results, events, items, readingNotes, coverage } = samplePortfolio();

      const portfolio = aPortfolio({
        goals: shuffle(goals),
        results: shuffle(results),
        events: shuffle(events),
        items: shuffle(items),
        readingNotes: shuffle(readingNotes),
        coverage: shuffle(coverage),
      });

      expect(sampleReport({ portfolio })).toEqual(sampleReport());
    },
  );

  it("counts what was read", () => {
    expect(sampleReport().summary).toEqual({
      goals: 4,
      liveGoals: 3,
      items: 13,
      linked: 11,
      lineOfSight: 10,
      findings: { error: 2, warn: 0, info: 1 },
    });
  });
});

describe("report/remarks, ordered", () => {
  it("tells a goal's remarks in the order in which they were judged", () => {
    const portfolio = aPortfolio({ goals: [aGoal({ id: "g" })] });
    const goal = portfolio.goals[0]!;
    const remarks = ["b", "a"].map((message) => aFinding({ message, subject: { type: "goal", goal } }));
    const judgements = [{ goal, verdict: "drifting", remarks, goingWell: [] }] as const;

    const { worthALook } = sampleReport({ portfolio, findings: remarks.toReversed(), judgements });

    expect(worthALook[0]?.remarks.map(({ message }) => message)).toEqual(["b", "a"]);
  });
});

describe("report/goals", () => {
  it("lists live goals first, then the soonest due, with every number a template needs", () => {
    const { goals } = sampleReport({
      last: aLastReport({ goals: { "no-shows": { latest: { date: "2026-10-28", value: 19.5 } } } }),
    });

    expect(goals.map(({ id }) => id)).toEqual(["no-shows", "first-visits", "trust", "old"]);
    expect(goals[0]).toMatchObject({
      live: true,
      unit: "%",
      baseline: 31,
      target: 15,
      latest: { date: today, value: 18.5 },
      progress: 0.78125,
      expected: 319 / 364,
      pace: "on",
      change: { period: -1, sinceLast: -1 },
      toward: true,
      newResult: true,
      resultAge: 0,
    });
    expect(goals[2]).toMatchObject({
      latest: null,
      progress: null,
      pace: "no-data",
      change: { period: null, sinceLast: null },
    });
  });

  it("tells no new result from no change", () => {
    const results = [
      aResult({ id: "a", goalIds: ["goal"], date: "2026-10-01", value: 5 }),
      aResult({ id: "b", goalIds: ["goal"], date: "2026-11-16", value: 5 }),
    ];

    const changes = [results.slice(0, 1), results].map(
      (some) => reportOf({ goals: [aGoal()], results: some }).goals[0],
    );

    expect(changes).toMatchObject([
      { change: { period: 0 }, newResult: false, resultAge: 46 },
      { change: { period: 0 }, newResult: true, resultAge: 0 },
    ]);
  });
});

describe("report/learned", () => {
  const goals: readonly Goal[] = [
    aGoal({ id: "child", parentIds: ["parent"] }),
    aGoal({ id: "parent" }),
    aGoal({ id: "over", live: false }),
  ];

  it("puts an insight under its nearest live goal only, newest first, and leaves old and coming ones out", () => {
    const items = [
      anInsight({ id: "older", goalIds: ["child"], date: "2026-10-20" }),
      anInsight({ id: "new", goalIds: ["child"], date: today }),
      anInsight({ id: "too-old", goalIds: ["child"], date: "2026-09-16" }),
      anInsight({ id: "tomorrow", goalIds: ["child"], date: "2026-11-17" }),
      anInsight({ id: "undated", goalIds: ["child"], date: null }),
      anInsight({ id: "over", goalIds: ["over"], date: today }),
      anInsight({ id: "loose", date: today }),
    ];

    const { learned } = reportOf({ goals, items });

    expect(
      learned.map(({ goal, insights }) => [goal.id, insights.map(({ id, inPeriod }) => [id, inPeriod])]),
    ).toEqual([
      [
        "child",
        [
          ["new", true],
          ["older", false],
        ],
      ],
    ]);
  });

  it("counts the movement from the day it was first used, and says which day that is", () => {
    const results = [5, 5, 7, 9].map((value, index) =>
      aResult({ id: `r${index}`, goalIds: ["child"], date: `2026-11-0${index * 2 + 1}`, value }),
    );
    const items = [
      anInsight({ goalIds: ["child"], date: "2026-11-01", appliedInIds: ["used", "later", "before"] }),
      anInsight({ id: "plain", goalIds: ["child"], date: "2026-11-01" }),
    ];
    const events = ["2026-10-20", "2026-11-04", "2026-12-20"].map((date, index) =>
      anEvent({ id: ["before", "used", "later"][index]!, date }),
    );

    const [insight, plain] = reportOf({ goals, results, items, events }).learned[0]?.insights ?? [];

    expect(insight).toMatchObject({
      countedFrom: "used",
      movement: { since: "2026-11-04", difference: 3 },
      appliedIn: [{ id: "before" }, { id: "later" }, { id: "used" }],
    });
    expect(plain).toMatchObject({
      countedFrom: "noted",
      movement: { since: "2026-11-01", difference: null },
    });
  });

  it("finds the review an insight came out of, from either side", () => {
    const items = [
      anInsight({ id: "i-says", goalIds: ["child"], reviewIds: ["r"], date: today }),
      anInsight({ id: "r-says", goalIds: ["child"], date: today }),
      aReview({ id: "r", insightIds: ["r-says"] }),
    ];

    const { learned } = reportOf({ goals, items });

    expect(learned[0]?.insights.map(({ review }) => review?.id)).toEqual(["r", "r"]);
  });
});

describe("report/bets", () => {
  it.each([
    ["open", "open"],
    ["held", "promising"],
    ["partly", "promising"],
    ["failed", "did-not-hold"],
  ] as const)("calls a bet with outcome %s %s", (outcome, state) => {
    expect(reportOf({ items: [aHypothesis({ outcome })] }).bets).toMatchObject([{ state }]);
  });

  it("names the soonest coming event or review as the test, else the day to look again, else nothing", () => {
    const events = [
      anEvent({ id: "past", date: "2026-11-01" }),
      anEvent({ id: "soon", date: "2026-11-20" }),
      anEvent({ id: "later", date: "2026-12-20" }),
    ];
    const items = [
      aHypothesis({ id: "by-event", eventIds: ["later", "soon", "past"], reviewBy: "2026-11-17" }),
      aHypothesis({ id: "by-review" }),
      aReview({
        id: "review",
        when: "before",
        date: "2026-11-18",
        hypothesisIds: ["by-review"],
        eventIds: ["later"],
      }),
      aHypothesis({ id: "by-day", eventIds: ["past"], reviewBy: "2026-11-01" }),
      aHypothesis({ id: "none" }),
    ];

    const { bets } = reportOf({ events, items });

    expect(bets.map(({ id, test }) => [id, test?.date ?? null, test?.by?.id ?? null])).toEqual([
      ["by-day", "2026-11-01", null],
      ["by-review", "2026-11-18", "review"],
      ["by-event", "2026-11-20", "soon"],
      ["none", null, null],
    ]);
  });

  it("tells in a review's words what is to be tried next, while that day is ahead", () => {
    const after = { when: "after", date: "2026-10-02", hypothesisIds: ["bet"] } as const;
    const next = "Put the ride home on the same ticket";
    const ahead = aReview({ ...after, id: "ahead", next, nextDate: "2026-12-01" });
    const behind = aReview({ ...after, id: "behind", next, nextDate: "2026-11-01" });
    const testAfter = (review: typeof ahead) =>
      reportOf({ items: [aHypothesis({ id: "bet" }), review] }).bets[0]?.test;

    expect(testAfter(ahead)).toMatchObject({ date: "2026-12-01", by: { id: "ahead" }, next });
    expect(testAfter(behind)).toBeNull();
  });

  it("shows a closed bet while the review that tested it is recent", () => {
    const items = [
      aHypothesis({ id: "recent", closed: true, outcome: "failed" }),
      aHypothesis({ id: "long-ago", closed: true, outcome: "held" }),
      aReview({ id: "r1", hypothesisIds: ["recent"], date: "2026-11-10" }),
      aReview({ id: "r2", hypothesisIds: ["long-ago"], date: "2026-05-10" }),
    ];

    expect(reportOf({ items }).bets.map(({ id }) => id)).toEqual(["recent"]);
  });
});

describe("report/coming-up", () => {
  it("looks two weeks ahead and says which events have a before-review", () => {
    const events = ["2026-11-15", "2026-11-16", "2026-11-30", "2026-12-01"].map((date) =>
      anEvent({ id: date, date }),
    );
    const items = [
      aReview({ id: "before", when: "before", eventIds: ["2026-11-30"] }),
      aReview({ id: "after", when: "after", eventIds: ["2026-11-16"] }),
    ];

    const { comingUp } = reportOf({ events, items });

    expect(comingUp.events.map(({ id, beforeReview }) => [id, beforeReview?.id ?? null])).toEqual([
      ["2026-11-16", null],
      ["2026-11-30", "before"],
    ]);
  });

  it("looks three weeks back for events without an after-review, also through the before-review", () => {
    const events = [
      ...["2026-10-25", "2026-10-26", "2026-11-14", "2026-11-15"].map((date) => anEvent({ id: date, date })),
      anEvent({ id: "long", date: "2026-10-01", endDate: "2026-11-13" }),
    ];
    const items = [
      aReview({ id: "before", when: "before", eventIds: ["2026-11-14", "2026-11-15"] }),
      aReview({ id: "after", when: "after", beforeIds: ["before"] }),
      aReview({ id: "before-only", when: "before", eventIds: ["long"] }),
    ];

    const { comingUp } = reportOf({ events, items });

    expect(comingUp.unreviewed.map(({ id, beforeReview }) => [id, beforeReview?.id ?? null])).toEqual([
      ["long", "before-only"],
      ["2026-10-26", null],
    ]);
  });

  it("takes a review that names no bookend by its date", () => {
    const events = [
      anEvent({ id: "past", date: "2026-11-10" }),
      anEvent({ id: "coming", date: "2026-11-20" }),
    ];
    const items = [
      aReview({ id: "r1", when: null, date: "2026-11-10", eventIds: ["past"] }),
      aReview({ id: "r2", when: null, date: "2026-11-15", eventIds: ["coming"] }),
    ];

    const { comingUp } = reportOf({ events, items });

    expect(comingUp).toMatchObject({
      events: [{ id: "coming", beforeReview: { id: "r2" } }],
      unreviewed: [],
    });
  });

  it("offers up to three insights of the same goal, unused ones first", () => {
    const items = ["a", "b", "c", "d"].map((id, index) =>
      anInsight({
        id,
        goalIds: ["goal"],
        date: `2026-0${index + 1}-01`,
        appliedIn: id === "d" ? "the spring clinic" : null,
      }),
    );

    const { comingUp } = reportOf({
      goals: [aGoal()],
      events: [anEvent({ date: today, goalIds: ["goal"] })],
      items: [...items, anInsight({ id: "x" })],
    });

    expect(comingUp.events[0]?.insights.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });
});

describe("report/remarks", () => {
  it("parts missing links from other remarks, and folds what the one best link mends into it", () => {
    const { unlinked, worthALook } = sampleReport();

    expect(unlinked.repair).toMatchObject({ at: { id: "r-lost" }, mends: 2 });
    expect(unlinked.items.map(({ about }) => about?.id)).toEqual(["q-funder"]);
    expect(worthALook).toMatchObject([
      { goal: { id: "trust" }, remarks: [{ signal: "S30", about: { kind: "goal" } }] },
    ]);
  });
});

describe("report/centre", () => {
  const signOf = (id: string, parts: Partial<PortfolioParts>) => {
    const { seen, notYet } = reportOf(parts).centre.signs.find((sign) => sign.id === id) ?? {};
    return [seen, notYet];
  };

  it("counts open items by whether they serve a live goal, and holds nothing against young or closed ones", () => {
    const items = [
      aQuestion({ id: "a", goalIds: ["goal"] }),
      aQuestion({ id: "b" }),
      aQuestion({ id: "young", date: "2026-11-12" }),
      aQuestion({ id: "closed", closed: true }),
      aQuestion({ id: "unseen", unresolved: [{ field: "goal", reason: "not-read", shown: "x" }] }),
    ];

    expect(signOf("goals-lead", { goals: [aGoal()], items })).toEqual([1, 1]);
  });

  it("counts recent events by whether any review speaks of them", () => {
    const events = ["2026-10-01", "2026-10-02", "2026-11-15", "2025-10-01"].map((date) =>
      anEvent({ id: date, date }),
    );

    expect(
      signOf("work-sets-the-moment", { events, items: [aReview({ eventIds: ["2026-10-01"] })] }),
    ).toEqual([1, 1]);
  });

  it("counts bets put to the test, questions taken up and insights used", () => {
    const items = [
      aHypothesis({ id: "tested", questionIds: ["taken"], outcome: "failed" }),
      aHypothesis({ id: "idle" }),
      aQuestion({ id: "taken" }),
      aQuestion({ id: "left" }),
      anInsight({ id: "used", date: "2026-09-01", appliedInIds: ["tested"] }),
      anInsight({ id: "waiting", date: "2026-09-01" }),
      anInsight({ id: "fresh", date: "2026-11-01" }),
      anInsight({ id: "cited", date: "2026-09-01" }),
      aReview({ id: "before", when: "before", priorLearningIds: ["cited"] }),
    ];

    expect(signOf("held-as-bets", { items })).toEqual([1, 1]);
    expect(signOf("owned-by-us", { items })).toEqual([1, 1]);
    expect(signOf("shows-in-results", { items })).toEqual([2, 1]);
  });
});

describe("report/coverage", () => {
  it("is complete only when every table came whole, every cell was understood and every link could be followed", () => {
    const table = { role: "goals", connection: "team", table: "Goals", rows: 1, complete: true } as const;
    const note = { connection: "team", table: "Goals", row: null, field: null, message: "x" };
    const complete = (parts: Partial<PortfolioParts>, given = {}) => reportOf(parts, given).coverage.complete;

    expect(complete({ coverage: [table] })).toBe(true);
    expect(complete({ coverage: [{ ...table, complete: false }] })).toBe(false);
    expect(complete({ readingNotes: [note] })).toBe(false);
    expect(complete({}, { verdicts: [{ answer: "cant-see" }, { answer: "healthy" }] })).toBe(false);
    expect(complete({}, { verdicts: [{ answer: "too-early" }] })).toBe(true);
  });
});

describe("report/goals", () => {
  it("says how the learning around a live goal is doing, and nothing of one that is over", () => {
    const { goals, worthALook } = sampleReport();

    expect(goals.map(({ id, learning, goingWell }) => [id, learning, goingWell.length])).toEqual([
      ["no-shows", "healthy", 2],
      ["first-visits", "too-early", 0],
      ["trust", "drifting", 0],
      ["old", null, 0],
    ]);
    expect(worthALook.map(({ goal, learning }) => [goal?.id, learning])).toEqual([["trust", "drifting"]]);
  });
});
