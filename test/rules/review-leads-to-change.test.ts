import { describe, expect, it } from "vitest";

import type { LearningItem } from "../../src/domain/types.ts";
import { reviewLeadsToChange } from "../../src/rules/review-leads-to-change.ts";
import { aHypothesis, anInsight, anOpportunity, aReview } from "../builders.ts";
import { ask, hidden, read } from "./ask.ts";

const story = aReview({
  id: "storm",
  title: "After the storm",
  actual: "A long night.",
  date: "2026-07-30",
  hypothesisIds: ["bet"],
});
/** Shows that the table has columns for what comes next. */
const other = aReview({ id: "other", actual: "Short.", improve: "Torches", date: "2026-05-01" });
const findings = (...items: readonly LearningItem[]) =>
  ask(reviewLeadsToChange, { items: [other, ...items] }).findings;

describe("rules/review-leads-to-change", () => {
  it("asks what comes next when a review only tells", () => {
    expect(findings(story)).toMatchObject([
      {
        signal: "S19",
        message: "“After the storm” tells what happened, and has no line yet on what happens next time.",
        help: "What is the one thing to keep, or the one to try differently? When is the next chance?",
      },
    ]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["something to keep, which is a result too", [{ ...story, sustain: "Keep doing this" }]],
    ["something to change", [{ ...story, improve: "Torches" }]],
    ["a next step", [{ ...story, next: "Drill" }]],
    ["a day for it", [{ ...story, nextDate: "2026-12-01" }]],
    ["an opportunity that comes from it", [story, anOpportunity({ parentIds: ["storm"] })]],
    [
      "a later opportunity for its hypothesis",
      [story, anOpportunity({ hypothesisIds: ["bet"], date: "2026-08-10" })],
    ],
    [
      "a hypothesis refined from its own",
      [story, aHypothesis({ refinedFromIds: ["bet"], date: "2026-08-01" })],
    ],
    [
      "a decision in a later review, which names it as learned earlier",
      [story, aReview({ when: "before", priorLearningIds: ["storm"] })],
    ],
    ["an insight that was used", [story, anInsight({ reviewIds: ["storm"], appliedIn: "The autumn plan" })]],
  ])("finds a review healthy with %s", (_, items) => {
    expect(ask(reviewLeadsToChange, { items }).answers).toEqual(["healthy"]);
  });

  it("still asks when the other hypothesis came before the review", () => {
    expect(findings(story, aHypothesis({ refinedFromIds: ["bet"], date: "2026-07-01" }))).toHaveLength(1);
  });

  it("gives a review two weeks", () => {
    const items = [{ ...story, date: "2026-11-03" }];

    expect(ask(reviewLeadsToChange, { items }).answers).toEqual(["too-early"]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["no review of the table names a next step", [story]],
    ["there is no account, so it is written elsewhere", [other, { ...story, actual: null }]],
    [
      "a decision may be in the text beside the account",
      [other, { ...story, text: "We agreed to buy torches." }],
    ],
    ["a link could not be followed", [other, { ...story, unresolved: [hidden("insights")] }]],
  ])("can't see when %s", (_, items) => {
    expect(ask(reviewLeadsToChange, { items }).answers).toContain("cant-see");
    expect(ask(reviewLeadsToChange, { items }).findings).toEqual([]);
  });

  it("can't see when the learning was cut short", () => {
    expect(
      ask(reviewLeadsToChange, { items: [other, story], coverage: [read("learning", false)] }).findings,
    ).toEqual([]);
  });

  it("leaves before-reviews, closed, waived and very old reviews in peace", () => {
    expect(
      findings(
        { ...story, id: "1", when: "before" },
        { ...story, id: "2", closed: true },
        { ...story, id: "3", waiver: "Told for the record" },
        { ...story, id: "4", date: "2025-07-30" },
      ),
    ).toEqual([]);
  });
});
