import { describe, expect, it } from "vitest";

import type { Insight, LearningItem } from "../../src/domain/types.ts";
import { insightTravels } from "../../src/rules/insight-travels.ts";
import { aGoal, anEvent, anInsight, aReview } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, remarksOf } from "./asked.ts";

const goals = [
  aGoal({ id: "top", title: "Families return" }),
  aGoal({ id: "east", title: "Returns, east side", team: "East", parentIds: ["top"] }),
  aGoal({ id: "west", title: "Returns, west side", team: "West", parentIds: ["top"] }),
];
const learned = (given: Partial<Insight> = {}): readonly Insight[] =>
  Array.from({ length: 10 }, (_, at) =>
    anInsight({
      id: `i${at}`,
      title: `Insight ${at}`,
      goalIds: ["east"],
      date: daysAgo(200 - at),
      ...(at === 0 ? given : {}),
    }),
  );
const answersFor = (...items: readonly LearningItem[]) => answersOf(insightTravels, { goals, items });

describe("rules/insight-travels", () => {
  it("asks when nothing of what one team learned reached another with the same larger goal", () => {
    expect(remarksOf(insightTravels, { goals, items: learned() })).toEqual([
      "10 insights are about goals that another team shares in, and none of them is linked to work of that team or of a later time. One of them: “Insight 9” (for “Returns, east side”; “Returns, west side” has the same larger goal). Is there one that would save the other team a month? A note to them is enough, and a link in their next before-review keeps it findable.",
    ]);
  });

  it.each<[string, readonly LearningItem[]]>([
    [
      "used for the other team's goal",
      [...learned({ appliedInIds: ["bar"] }), aReview({ id: "bar", goalIds: ["west"], date: daysAgo(190) })],
    ],
    [
      "named by the other team's review",
      [...learned(), aReview({ goalIds: ["west"], priorLearningIds: ["i3"], date: daysAgo(190) })],
    ],
    [
      "used by the same team much later",
      [...learned(), aReview({ goalIds: ["east"], priorLearningIds: ["i3"], date: daysAgo(20) })],
    ],
    ["used in a place that only a text names", learned({ appliedIn: "The spring plan" })],
    ["linked to both teams' goals", learned({ goalIds: ["east", "west"] })],
  ])("finds a team healthy when one insight is %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["healthy"]);
  });

  it("takes an event of the other team's goal for a use", () => {
    const events = [anEvent({ id: "fair", goalIds: ["west"], date: daysAgo(190) })];

    expect(answersOf(insightTravels, { goals, events, items: learned({ appliedInIds: ["fair"] }) })).toEqual([
      "healthy",
    ]);
  });

  it("does not take the same team's next review for a journey", () => {
    const next = aReview({ goalIds: ["east"], priorLearningIds: ["i3"], date: daysAgo(180) });

    expect(answersFor(...learned(), next)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Insight>]>([
    ["is new", { date: daysAgo(30) }],
    ["is confidential", { waiver: "Confidential" }],
    ["has a goal nobody shares", { goalIds: ["top"] }],
  ])("finds it too early with nine insights and one that %s", (_, given) => {
    expect(answersFor(...learned(given))).toEqual(["too-early"]);
  });

  it("leaves a workspace of one team alone", () => {
    const oneTeam = goals.map((goal) => ({ ...goal, team: "East" }));

    expect(answersOf(insightTravels, { goals: oneTeam, items: learned() })).toEqual(["too-early"]);
  });

  it("can't see it when uses are hidden or rows are missing", () => {
    expect(answersFor(...learned({ unresolved: [hidden("appliedIn")] }))).toEqual(["cant-see"]);
    expect(answersOf(insightTravels, { goals, items: learned(), coverage: partOfLearning })).toEqual([
      "cant-see",
    ]);
  });
});
