import { describe, expect, it } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { Goal, Result } from "../../src/domain/types.ts";
import { insightsMeetResults } from "../../src/rules/insights-meet-results.ts";
import { aGoal, anInsight, aResult, aReview } from "../builders.ts";
import { ask, read } from "./ask.ts";

const goal = aGoal({ id: "g", title: "Kept visits", unit: "%", baseline: 31, target: 15 });
/** One value a month, the last at the end of October 2026. */
const monthly = (...values: readonly number[]): readonly Result[] =>
  values.map((value, index) => {
    const month = String(10 - (values.length - 1 - index)).padStart(2, "0");
    return aResult({ id: `r${month}`, date: `2026-${month}-28`, value, goalIds: ["g"] });
  });
const used = (id: string, day: string) => [
  anInsight({ id, title: `Insight ${id}`, goalIds: ["g"], date: "2026-01-10" }),
  aReview({ id: `use-${id}`, when: "before", date: day, priorLearningIds: [id] }),
];
const two = [...used("a", "2026-06-01"), ...used("b", "2026-06-20")];
const asked = (parts: Partial<PortfolioParts>, given: Partial<Goal> = {}) =>
  ask(insightsMeetResults, { goals: [{ ...goal, ...given }], ...parts });
const flat = monthly(25, 25, 25, 25, 25, 25.5, 25, 24.8);
const falling = monthly(31, 31, 30, 30, 29, 25, 22, 19);

describe("rules/insights-meet-results", () => {
  it("sets insights that were used beside a result that stayed put", () => {
    const { findings } = asked({ items: two, results: flat });

    expect(findings.map(({ signal, message }) => [signal, message])).toEqual([
      [
        "S32",
        "Since 1 June, 2 insights about “Kept visits” were put to use (“Insight a” and “Insight b”). Its result was at about 25 % before and is at about 25.1 % now.",
      ],
    ]);
  });

  it("asks what happened when a result moved a lot and nothing speaks to it", () => {
    expect(asked({ results: falling }).findings).toMatchObject([
      {
        message: expect.stringMatching(
          /^Since 20 May the result of “Kept visits” went from about 31 % to about 22 %, and no insight or review/,
        ) as string,
      },
    ]);
  });

  it("never says why", () => {
    const messages = [asked({ items: two, results: flat }), asked({ results: falling })].flatMap(
      ({ findings }) => findings.map(({ message, help }) => `${message} ${help}`),
    );

    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).not.toMatch(/because|caused|thanks to|led to|due to/iu);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["a result that moved since insights were used", { items: two, results: falling }],
    [
      "a result that stayed put, with a word on it",
      { items: two, results: flat.map((result) => ({ ...result, note: "Clinic closed in August" })) },
    ],
    [
      "a move that an insight speaks to",
      { items: [anInsight({ goalIds: ["g"], date: "2026-08-01" })], results: falling },
    ],
    [
      "a move that a review speaks to",
      { items: [aReview({ goalIds: ["g"], date: "2026-08-01" })], results: falling },
    ],
    ["a move with a note", { results: falling.map((result) => ({ ...result, note: "Two clinics more" })) }],
    ["small numbers that jump about", { results: monthly(25, 22, 27, 23, 28, 22, 27, 22) }],
    ["a small move", { results: flat }],
  ])("finds %s healthy", (_, parts) => {
    expect(asked(parts).answers).toEqual(["healthy"]);
  });

  it.each<[string, Partial<PortfolioParts>]>([
    ["no results", { items: two }],
    [
      "one result after the use",
      { items: [...used("a", "2026-10-01"), ...used("b", "2026-10-01")], results: flat },
    ],
    ["one insight that was used", { items: used("a", "2026-06-01"), results: flat }],
    [
      "less than two months for the result to answer",
      { items: [...used("a", "2026-09-10"), ...used("b", "2026-09-10")], results: flat },
    ],
  ])("finds it too early with %s", (_, parts) => {
    expect(asked(parts).answers).toEqual(["too-early"]);
  });

  it("can't see without a way from baseline to target, nor in tables that were cut short", () => {
    expect(asked({ items: two, results: flat }, { target: null }).answers).toEqual(["cant-see"]);
    expect(asked({ items: two, results: flat }, { target: 31 }).answers).toEqual(["cant-see"]);
    expect(asked({ items: two, results: flat, coverage: [read("results", false)] }).answers).toEqual([
      "cant-see",
    ]);
  });

  it("asks nothing of a goal that is over", () => {
    expect(asked({ items: two, results: flat }, { live: false }).answers).toEqual([]);
  });
});
