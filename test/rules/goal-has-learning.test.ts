import { describe, expect, it } from "vitest";

import type { Goal, LearningItem } from "../../src/domain/types.ts";
import { goalHasLearning } from "../../src/rules/goal-has-learning.ts";
import { aGoal, aHypothesis, anInsight, anOpportunity, aQuestion, aResult, aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

const troubled = aGoal({ id: "g", title: "Homes within 45 days", status: "Off track" });
const elsewhere = aQuestion({ id: "elsewhere", goalIds: ["other"] });
const other = aGoal({ id: "other", status: "On track" });
const answerFor = (goal: Goal, ...items: readonly LearningItem[]): string | undefined =>
  answersOf(goalHasLearning, { goals: [goal, other], items: [elsewhere, ...items] })[0];

describe("rules/goal-has-learning", () => {
  it.each<[string, LearningItem]>([
    ["an open question", aQuestion({ goalIds: ["g"] })],
    ["an open hypothesis", aHypothesis({ goalIds: ["g"] })],
    ["a next step", anOpportunity({ goalIds: ["g"] })],
    ["a review of last month", aReview({ goalIds: ["g"], date: daysAgo(30), closed: true })],
    ["an insight of last month", anInsight({ goalIds: ["g"], date: daysAgo(30) })],
  ])("finds a goal off track with %s healthy", (_, item) => {
    expect(answerFor(troubled, item)).toBe("healthy");
  });

  it.each<[string, LearningItem]>([
    ["nothing", aQuestion({ id: "away" })],
    ["a closed question of last spring", aQuestion({ goalIds: ["g"], closed: true })],
    ["a bet that was tested last spring", aHypothesis({ goalIds: ["g"], outcome: "held" })],
    ["a review of last spring", aReview({ goalIds: ["g"] })],
  ])("asks about a goal off track with %s around it", (_, item) => {
    expect(answerFor(troubled, item)).toBe("worth-a-look");
  });

  it.each<[string, Goal, string]>([
    ["that goes well: routine needs no learning", aGoal({ id: "g", status: "🟢 On track" }), "healthy"],
    ["that waits for others", aGoal({ id: "g", status: "Blocked by the permit" }), "healthy"],
    ["whose health nobody says", aGoal({ id: "g", status: "Active" }), "cant-see"],
    ["that is brand-new", aGoal({ id: "g", status: "At risk", start: daysAgo(10) }), "too-early"],
    ["that is off track in Spanish", aGoal({ id: "g", status: "En riesgo" }), "worth-a-look"],
    ["with a red dot", aGoal({ id: "g", status: "🔴" }), "worth-a-look"],
  ])("answers for a goal %s", (_, goal, answer) => {
    expect(answerFor(goal)).toBe(answer);
  });

  it("says nothing of goals that are over", () => {
    expect(
      answersOf(goalHasLearning, {
        goals: [aGoal({ live: false, status: "Off track" })],
        items: [elsewhere],
      }),
    ).toEqual([]);
  });

  it("counts what serves a sub-goal", () => {
    const sub = aGoal({ id: "sub", parentIds: ["g"], status: "On track" });

    const answers = answersOf(goalHasLearning, {
      goals: [troubled, sub],
      items: [aQuestion({ goalIds: ["sub"] })],
    });

    expect(answers).toEqual(["healthy", "healthy"]);
  });

  it("can't see learning that is kept in another tool", () => {
    expect(answersOf(goalHasLearning, { goals: [troubled] })).toEqual(["cant-see"]);
  });

  it("can't see a goal's learning when it may be out of sight", () => {
    const unseen = aQuestion({ id: "hidden", unresolved: [hidden("goal")] });

    expect(answerFor(troubled, unseen)).toBe("cant-see");
    expect(
      answersOf(goalHasLearning, { goals: [troubled], items: [elsewhere], coverage: partOfLearning }),
    ).toEqual(["cant-see"]);
  });

  it("goes by the numbers where the status is silent", () => {
    const goal = aGoal({
      id: "g",
      title: "Visits kept",
      status: "Active",
      baseline: 0,
      target: 100,
      start: "2026-01-01",
      due: "2026-12-31",
    });
    const remarksAt = (value: number) =>
      remarksOf(goalHasLearning, {
        goals: [goal],
        items: [elsewhere],
        results: [aResult({ goalIds: ["g"], date: "2026-11-01", value })],
      });

    expect(remarksAt(20)[0]).toContain("is behind where its numbers would be on a straight line");
    expect(remarksAt(90)).toEqual([]);
  });

  it("says it plainly", () => {
    expect(remarksOf(goalHasLearning, { goals: [troubled], items: [elsewhere] })).toEqual([
      "The goal “Homes within 45 days” is marked “Off track”, and nothing is linked to it: no open question or hypothesis, and no review or insight since 18 August. What will it take? One question that a colleague could start on is enough. If the way is known already, none is needed.",
    ]);
  });
});
