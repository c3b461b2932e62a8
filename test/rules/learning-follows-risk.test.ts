import { describe, expect, it } from "vitest";

import type { Goal, LearningItem } from "../../src/domain/types.ts";
import { learningFollowsRisk } from "../../src/rules/learning-follows-risk.ts";
import { aGoal, anInsight } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

const newsletter = (given: Partial<Goal> = {}): Goal =>
  aGoal({ id: "news", title: "A newsletter people open", status: "On track", ...given });
const shaky = [
  aGoal({ id: "beds", title: "Beds for winter", status: "Off track" }),
  aGoal({ id: "rent", title: "Rents paid", status: "At risk" }),
];
const about = (goal: string, count: number, date = daysAgo(30)): readonly LearningItem[] =>
  Array.from({ length: count }, (_, at) => anInsight({ id: `${goal}${at}`, goalIds: [goal], date }));
const answersFor = (items: readonly LearningItem[], goals: readonly Goal[] = [newsletter(), ...shaky]) =>
  answersOf(learningFollowsRisk, { goals, items });
const skewed = [...about("news", 11), ...about("beds", 1)];

describe("rules/learning-follows-risk", () => {
  it("asks when learning is about the goal that goes well", () => {
    expect(remarksOf(learningFollowsRisk, { goals: [newsletter(), ...shaky], items: skewed })).toEqual([
      "Most of the 12 learning items of the last quarter are about “A newsletter people open”, which goes well. The 2 goals that are off track or uncertain (“Beds for winter” and “Rents paid”) have 1 between them. Is the way there known already? If not, what will it take? One question about the most uncertain of them would move some attention there.",
    ]);
  });

  it("finds it healthy when uncertain goals have their share, or no safe goal has most", () => {
    expect(answersFor([...about("news", 8), ...about("beds", 2)])).toEqual(["healthy"]);
    const spread = [newsletter(), aGoal({ id: "site", status: "On track" }), ...shaky];
    expect(answersFor([...about("news", 6), ...about("site", 6)], spread)).toEqual(["healthy"]);
  });

  it("counts what serves a sub-goal of an uncertain goal", () => {
    expect(answersFor(skewed, [newsletter({ parentIds: ["beds"] }), ...shaky])).toEqual(["healthy"]);
  });

  it.each<[string, readonly Goal[]]>([
    [
      "the other goals are blocked for known reasons",
      [newsletter(), ...shaky.map((goal) => ({ ...goal, status: "Blocked" }))],
    ],
    ["the goal is a pilot on purpose", [newsletter({ title: "Pilot: a newsletter people open" }), ...shaky]],
    ["the goal matters most", [newsletter({ priority: "P1" }), ...shaky]],
    ["nobody says how goals are", [newsletter({ status: "Active" }), ...shaky]],
    ["the uncertain goals are over", [newsletter(), ...shaky.map((goal) => ({ ...goal, live: false }))]],
  ])("says nothing when %s", (_, goals) => {
    expect(answersFor(skewed, goals)).toEqual(["too-early"]);
  });

  it("finds it too early below ten items of this quarter", () => {
    expect(answersFor(about("news", 9))).toEqual(["too-early"]);
    expect(answersFor(about("news", 20, daysAgo(200)))).toEqual(["too-early"]);
  });

  it("can't see it when links are hidden or rows are missing", () => {
    const unseen = anInsight({ id: "hidden", unresolved: [hidden("goal")] });

    expect(answersFor([...skewed, unseen])).toEqual(["cant-see"]);
    expect(
      answersOf(learningFollowsRisk, {
        goals: [newsletter(), ...shaky],
        items: skewed,
        coverage: partOfLearning,
      }),
    ).toEqual(["cant-see"]);
  });
});
