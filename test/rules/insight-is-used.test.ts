import { describe, expect, it } from "vitest";

import { derivedInsightId } from "../../src/domain/derived.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { insightIsUsed } from "../../src/rules/insight-is-used.ts";
import { aGoal, anEvent, anInsight, aReview } from "../builders.ts";
import { ask, hidden, read } from "./ask.ts";

const goal = aGoal({ id: "g", title: "Volunteers stay" });
const old = (id: string, title = `Insight ${id}`) =>
  anInsight({ id, title, goalIds: ["g"], date: "2026-05-01" });
/** Shows, for another goal, that uses are recorded somewhere. */
const recorded = anInsight({
  id: "z",
  goalIds: ["other"],
  appliedIn: "The spring drive",
  date: "2026-05-01",
});
const asked = (parts: Partial<PortfolioParts>) => ask(insightIsUsed, { goals: [goal], ...parts });
const three = [
  old("a", "Volunteers stay when somebody calls"),
  old("b", "Evening drives fill first"),
  old("c"),
  recorded,
];

describe("rules/insight-is-used", () => {
  it("counts what waits, and names two", () => {
    expect(asked({ items: three }).findings).toMatchObject([
      {
        signal: "S23",
        subject: { type: "goal", goal: { id: "g" } },
        message:
          "3 insights about “Volunteers stay” have waited for more than 90 days to be taken up: “Volunteers stay when somebody calls” and “Evening drives fill first”.",
      },
    ]);
  });

  it("names the work that is coming up, and what is nearest to it", () => {
    const events = [anEvent({ title: "Evening drive", date: "2026-11-30", goalIds: ["g"] })];

    const { findings } = asked({ items: three, events });

    expect(findings[0]?.message).toMatch(/to be taken up, and “Evening drive” is on 30 November\.$/);
    expect(findings[0]?.help).toMatch(/^Worth a look before it: “Evening drives fill first” and /);
  });

  it("counts a lesson once that came up twice", () => {
    const twice = ["a", "b"].map((id) => old(id, "Volunteers stay when somebody calls them"));

    expect(asked({ items: [...twice, recorded] }).findings[0]?.message).toMatch(
      /^1 insight about “Volunteers stay” has waited/,
    );
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["a review that names one", { items: [old("a"), old("b"), aReview({ priorLearningIds: ["a"] })] }],
    ["a mark on one", { items: [{ ...old("a"), appliedIn: "June drive" }, old("b")] }],
    ["an item that comes from one", { items: [old("a"), old("b"), aReview({ parentIds: ["a"] })] }],
  ])("finds a goal healthy with %s", (_, parts) => {
    expect(asked(parts).answers).toEqual(["healthy"]);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["one insight", { items: [old("a"), recorded] }],
    ["young insights", { items: ["a", "b"].map((id) => ({ ...old(id), date: "2026-08-20" })) }],
    [
      "insights that are lines in a review",
      { items: [1, 2].map((line) => old(derivedInsightId("r", line))) },
    ],
    [
      "insights that wait for their season and say so",
      { items: ["a", "b"].map((id) => ({ ...old(id), waiver: "For spring" })) },
    ],
    ["closed insights", { items: ["a", "b"].map((id) => ({ ...old(id), closed: true })) }],
  ])("says nothing yet with %s", (_, parts) => {
    expect(asked(parts).answers).toEqual(["too-early"]);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["nothing anywhere is marked as used", { items: [old("a"), old("b")] }],
    [
      "reviews tell earlier learning in prose",
      { items: [old("a"), old("b"), recorded, aReview({ goalIds: ["g"], priorLearning: "As in June" })] },
    ],
    [
      "a link could not be followed",
      { items: [{ ...old("a"), unresolved: [hidden("appliedIn")] }, old("b"), recorded] },
    ],
    ["the learning was cut short", { items: three, coverage: [read("learning", false)] }],
  ])("can't see when %s", (_, parts) => {
    expect(asked(parts).answers).toEqual(["cant-see"]);
  });

  it("asks nothing of a goal that is over", () => {
    expect(ask(insightIsUsed, { goals: [{ ...goal, live: false }], items: three }).answers).toEqual([]);
  });
});
