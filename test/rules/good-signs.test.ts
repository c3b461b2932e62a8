import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { runRules } from "../../src/rules/run-rules.ts";
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
import { read, today } from "./ask.ts";
import { daysAgo, people } from "./asked.ts";

const goal = aGoal({ id: "g", title: "Fewer missed visits", baseline: 30, target: 10, unit: "%" });
const here = { goalIds: ["g"] };
const times = <Made>(count: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: count }, (_, at) => make(at));

function signsOf(parts: Partial<PortfolioParts>): readonly (readonly [string, string])[] {
  const portfolio = aPortfolio({ goals: [goal], coverage: [read("results"), read("learning")], ...parts });
  const { goodSigns } = runRules({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings: {},
    today,
  });
  return goodSigns.map(({ rule, message }) => [rule, message]);
}

const event = (at: number) => anEvent({ id: `e${at}`, date: daysAgo(100 - at * 30), goalIds: ["g"] });
const after = (at: number, days: number, given: object = {}) =>
  aReview({ id: `r${at}`, date: daysAgo(100 - at * 30 - days), eventIds: [`e${at}`], ...here, ...given });

describe("what rules say of what goes well", () => {
  it.each<[string, Partial<PortfolioParts>, string]>([
    [
      "before-has-after",
      {
        items: times(2, (at) => [
          aReview({ id: `b${at}`, when: "before", date: daysAgo(60), ...here }),
          aReview({ id: `a${at}`, date: daysAgo(50), beforeIds: [`b${at}`], ...here }),
        ]).flat(),
      },
      "2 before-reviews have their after-review.",
    ],
    [
      "review-comes-soon",
      { events: times(3, event), items: [after(0, 2), after(1, 9), after(2, 0)] },
      "Its last 3 reviews came within 9 days of the work.",
    ],
    [
      "review-leads-to-change",
      { items: times(2, (at) => after(at, 1, { improve: "Ring the day before." })) },
      "2 reviews named something to keep or to change.",
    ],
    [
      "hypothesis-is-tested",
      { items: times(2, (at) => aHypothesis({ id: `h${at}`, outcome: "held", ...here })) },
      "2 bets have been tried, or have a next step.",
    ],
    [
      "outcomes-vary",
      {
        items: (["held", "failed", "partly"] as const).map((outcome) =>
          aHypothesis({ id: outcome, outcome, ...here }),
        ),
      },
      "Of 3 tested bets, 2 did not come out as hoped, and that is written down.",
    ],
    [
      "insight-is-used",
      { items: [anInsight({ id: "i", ...here }), aHypothesis({ id: "h", parentIds: ["i"], ...here })] },
      "1 insight has been put to use.",
    ],
    [
      "insight-has-evidence",
      { items: times(3, (at) => anInsight({ id: `i${at}`, evidence: "Eleven families told us.", ...here })) },
      "3 insights name the review or the evidence they rest on.",
    ],
    [
      "question-is-worked-on",
      {
        items: times(2, (at) => [
          aQuestion({ id: `q${at}`, date: daysAgo(300), ...here }),
          aHypothesis({ id: `h${at}`, questionIds: [`q${at}`], date: daysAgo(20) }),
        ]).flat(),
      },
      "2 open questions are being worked on.",
    ],
    [
      "learning-has-owners",
      { items: times(3, (at) => aQuestion({ id: `q${at}`, owners: people("ana"), ...here })) },
      "Each of its 3 open questions, bets and next steps has an owner.",
    ],
    [
      "results-are-fresh",
      {
        results: times(4, (at) =>
          aResult({ id: `v${at}`, date: daysAgo(100 - at * 30), value: 20, ...here }),
        ),
      },
      "Results come in about every 30 days, and are up to date.",
    ],
    [
      "insights-meet-results",
      {
        items: [
          anInsight({ id: "i", date: daysAgo(210), ...here }),
          aHypothesis({ id: "h", parentIds: ["i"], date: daysAgo(200), ...here }),
        ],
        results: [30, 29, 20, 18].map((value, at) =>
          aResult({ id: `v${at}`, date: daysAgo(260 - at * 40), value, ...here }),
        ),
      },
      "Since 30 April, when an insight was first put to use, its result has moved toward the target.",
    ],
    [
      "insights-meet-results",
      {
        items: [
          anInsight({ id: "i", date: daysAgo(210), ...here }),
          aHypothesis({ id: "h", parentIds: ["i"], date: daysAgo(200), ...here }),
        ],
        results: [34, 32, 30, 28, 26, 24].map((value, at) =>
          aResult({ id: `v${at}`, date: daysAgo(300 - at * 40), value, ...here }),
        ),
      },
      "Since 30 April, when an insight was first put to use, its result has moved toward the target. It was moving that way before, too.",
    ],
  ])("%s tells it", (rule, parts, line) => {
    const signs = signsOf(parts);

    expect(signs).toContainEqual([rule, line]);
    expect(JSON.stringify(signs)).not.toMatch(/because|caused|led to|thanks to/iu);
  });

  it("is silent about goals with nothing, or next to nothing, around them", () => {
    const few = [
      aQuestion({ owners: people("ana"), ...here }),
      aHypothesis({ outcome: "held", ...here }),
      after(0, 1, { improve: "Ring the day before." }),
      anInsight({ evidence: "Eleven families told us.", ...here }),
    ];

    expect(signsOf({})).toEqual([]);
    expect(signsOf({ events: [event(0)], items: few, results: [aResult({ value: 3, ...here })] })).toEqual(
      [],
    );
  });

  it("is silent about a goal where the same rule has a remark", () => {
    const late = aReview({ id: "late", when: "before", date: daysAgo(90), ...here });
    const closed = times(2, (at) => [
      aReview({ id: `b${at}`, when: "before", date: daysAgo(60), ...here }),
      aReview({ id: `a${at}`, date: daysAgo(50), beforeIds: [`b${at}`], ...here }),
    ]).flat();

    expect(signsOf({ items: [...closed, late] }).map(([rule]) => rule)).not.toContain("before-has-after");
  });

  it("praises no goal that is over", () => {
    const items = times(3, (at) => aQuestion({ id: `q${at}`, owners: people("ana"), ...here }));

    expect(signsOf({ goals: [{ ...goal, live: false }], items })).toEqual([]);
  });
});
