import { describe, expect, it } from "vitest";

import { derivedInsightId } from "../../src/domain/derived.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { reviewHasFewLessons } from "../../src/rules/review-has-few-lessons.ts";
import { anInsight, aReview } from "../builders.ts";
import { ask, hidden } from "./ask.ts";

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, line) => `- ${word} ${"abcdefghijklmn"[line]}`).join("\n");
const many = aReview({
  id: "r",
  title: "Hilltop shower",
  sustain: lines(4, "keep"),
  improve: lines(8, "change"),
  date: "2026-04-21",
});
const answersFor = (...items: readonly LearningItem[]) => ask(reviewHasFewLessons, { items }).answers;

describe("rules/review-has-few-lessons", () => {
  it("asks which few of many lessons matter", () => {
    expect(ask(reviewHasFewLessons, { items: [many] }).findings).toMatchObject([
      {
        signal: "S20",
        message: "12 lessons came out of “Hilltop shower”, and none is marked for next time.",
        help: "Which two or three matter for the next occasion? The rest can wait in the log.",
      },
    ]);
  });

  it("counts insights that have rows of their own, whichever side links", () => {
    const insights = Array.from({ length: 8 }, (_, index) =>
      anInsight({ id: `i${index}`, reviewIds: ["r"] }),
    );

    expect(answersFor(aReview({ id: "r", date: "2026-04-21" }), ...insights)).toEqual(["worth-a-look"]);
  });

  it("counts a lesson once that is a line, an insight's line and an insight's row", () => {
    const ids = [1, 2, 3, 4].map((position) => derivedInsightId("r", position));
    const review = aReview({ id: "r", improve: lines(4, "change"), insightIds: ids, date: "2026-04-21" });
    const insights = [...ids, "a", "b", "c", "d"].map((id) => anInsight({ id, reviewIds: ["r"] }));

    expect(answersFor(review, ...insights)).toEqual(["healthy"]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["seven lessons", [aReview({ improve: lines(7, "change"), date: "2026-04-21" })]],
    ["many and a next step chosen", [{ ...many, next: "Clipboards" }]],
    ["many and a mark at one", [{ ...many, improve: `${many.improve}\n⭐ a room for toddlers` }]],
    ["many and a word that marks one", [{ ...many, improve: `${many.improve}\nPriority: wagons` }]],
    [
      "many and an insight that was used",
      [many, anInsight({ reviewIds: ["r"], appliedIn: "Autumn shower" })],
    ],
  ])("finds a review healthy with %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["healthy"]);
  });

  it("waits a week, and for a first lesson", () => {
    expect(answersFor({ ...many, date: "2026-11-12" })).toEqual(["too-early"]);
    expect(answersFor(aReview())).toEqual(["too-early"]);
  });

  it("can't see when a link could not be followed", () => {
    expect(answersFor({ ...many, unresolved: [hidden("insights")] })).toEqual(["cant-see"]);
  });

  it("leaves closed, waived, very old and before-reviews in peace", () => {
    const items = [
      { ...many, id: "1", closed: true },
      { ...many, id: "2", waiver: "We chose on the wall" },
      { ...many, id: "3", date: "2025-04-21" },
      { ...many, id: "4", when: "before" as const },
    ];

    expect(ask(reviewHasFewLessons, { items }).findings).toEqual([]);
  });
});
