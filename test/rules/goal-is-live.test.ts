import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { goalIsLive } from "../../src/rules/goal-is-live.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { aGoal, aHypothesis, anInsight, anOpportunity, aPortfolio, aQuestion, aReview } from "../builders.ts";
import { ask } from "./ask.ts";

const goals = [
  aGoal({ id: "live" }),
  aGoal({ id: "old", title: "Enrol 200 families in 2025", live: false }),
  aGoal({ id: "renewed", live: false, parentIds: ["live"] }),
];
const check = (...items: readonly LearningItem[]) => {
  const portfolio = aPortfolio({ goals, items });
  const lineOfSight = traceLineOfSight(portfolio);
  return runRules({ portfolio, lineOfSight, settings: {}, today: "2026-11-16", rules: [goalIsLive] });
};
const goalIds = ["old"];
const answersFor = (...items: readonly LearningItem[]) =>
  check(...items).verdicts.map(({ answer }) => answer);

describe("rules/goal-is-live", () => {
  it.each<[string, LearningItem]>([
    ["an open question", aQuestion({ goalIds })],
    ["a bet that is not settled", aHypothesis({ goalIds })],
    ["an opportunity", anOpportunity({ goalIds })],
    ["a before-review that is still to come", aReview({ goalIds, when: "before", date: "2026-11-16" })],
  ])("asks about %s whose goal is over", (_, item) => {
    expect(check(item).findings).toMatchObject([{ rule: "goal-is-live", severity: "warn", signal: "S02" }]);
  });

  it.each<[string, LearningItem]>([
    ["an insight, which stays true of an old goal", anInsight({ goalIds })],
    ["an after-review, whatever its date", aReview({ goalIds, date: "2026-12-01" })],
    ["a before-review of work that is done", aReview({ goalIds, when: "before", date: "2026-11-15" })],
    ["a before-review without a date", aReview({ goalIds, when: "before", date: null })],
    ["a settled bet", aHypothesis({ goalIds, outcome: "failed" })],
    ["a closed question", aQuestion({ goalIds, closed: true })],
    ["a question that a person calls fine as it is", aQuestion({ goalIds, waiver: "Kept for the record" })],
    ["a question that a live goal shares", aQuestion({ goalIds: ["old", "live"] })],
    ["a question whose old goal served one that is live", aQuestion({ goalIds: ["renewed"] })],
    ["a question without any goal, which is another rule's matter", aQuestion()],
  ])("stays quiet about %s", (_, item) => {
    expect(check(item).findings).toEqual([]);
  });

  it("finds open work with a live goal healthy", () => {
    expect(answersFor(aQuestion({ goalIds: ["live"] }))).toEqual(["healthy"]);
  });

  it("leaves a goal alone that is past its day while nobody has said that it is over", () => {
    const portfolio = aPortfolio({
      goals: [aGoal({ due: "2025-12-31", status: "Active" })],
      items: [aQuestion({ goalIds: ["goal"] })],
    });

    expect(ask(goalIsLive, portfolio).answers).toEqual(["healthy"]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["no open work", [aQuestion({ goalIds, closed: true }), anInsight({ goalIds })]],
    ["open work that leads to no goal", [aQuestion()]],
  ])("finds it too early with %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["too-early"]);
  });

  it.each<[string, string, string]>([
    ["of the same name", "Enrol 200 families in 2025", "cant-see"],
    ["with the next year's number", "Enrol 250 families in 2026", "cant-see"],
    ["of another name", "Enrol 250 fathers in 2026", "worth-a-look"],
  ])("leaves open whether a goal was renewed as a new row %s", (_, title, answer) => {
    const portfolio = aPortfolio({
      goals: [...goals, aGoal({ id: "new", title })],
      items: [aQuestion({ goalIds })],
    });

    expect(ask(goalIsLive, portfolio).answers).toEqual([answer]);
  });

  it("can't see whether a link that was not followed leads to a live goal", () => {
    const unresolved = [{ field: "goal", reason: "incomplete", shown: "more links" }] as const;

    const { findings, verdicts } = check(aQuestion({ goalIds, unresolved }));

    expect(findings).toEqual([]);
    expect(verdicts.map(({ answer }) => answer)).toEqual(["cant-see"]);
  });

  it("names the goals and the one row to carry over", () => {
    const { findings } = check(
      aQuestion({ id: "q", title: "What brings families back?", goalIds }),
      aHypothesis({ id: "h1", title: "Evening slots", questionIds: ["q"] }),
      aHypothesis({ id: "h2", title: "Texts", questionIds: ["q"] }),
    );

    expect(findings[0]).toMatchObject({
      message:
        "The hypothesis “Evening slots” is still open, and leads only to the goal “Enrol 200 families in 2025”, which is over.",
      help: "Carry it over to a goal the team is working on, or close it with what you learned. A new link at the question “What brings families back?” carries 3 items over.",
    });
    expect(findings.map(({ repair }) => [repair?.at.id, repair?.mends])).toEqual([
      ["q", 3],
      ["q", 3],
      ["q", 3],
    ]);
  });

  it("names two old goals and counts the rest", () => {
    const many = ["a", "b", "c"].map((id) => aGoal({ id, live: false }));
    const portfolio = aPortfolio({ goals: many, items: [aQuestion({ goalIds: ["a", "b", "c"] })] });

    const { findings } = runRules({
      portfolio,
      lineOfSight: traceLineOfSight(portfolio),
      settings: {},
      today: "2026-11-16",
      rules: [goalIsLive],
    });

    expect(findings[0]?.message).toMatch(/leads only to the goals “a”, “b” and 1 more, which are over\.$/);
  });
});
