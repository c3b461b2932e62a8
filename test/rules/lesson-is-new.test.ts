import { describe, expect, it } from "vitest";

import type { Insight, LearningItem } from "../../src/domain/types.ts";
import { lessonIsNew } from "../../src/rules/lesson-is-new.ts";
import { aGoal, anInsight, aReview } from "../builders.ts";
import { ask, hidden } from "./ask.ts";
import { partOfLearning } from "./asked.ts";

const goals = [aGoal({ id: "g" }), aGoal({ id: "h" })];
const said = (date: string, title: string, given: Partial<Insight> = {}) =>
  anInsight({ id: `i-${date}-${title}`, title, date, goalIds: ["g"], ...given });
const december = said("2025-12-09", "Baby showers need a second room for the toddlers.");
const april = said("2026-04-22", "The baby shower needs a second room for toddlers");
const september = said("2026-09-23", "We need a second room for the toddlers at baby showers!");
const asked = (...items: readonly LearningItem[]) => ask(lessonIsNew, { goals, items });

describe("rules/lesson-is-new", () => {
  it("asks what gets in the way when a lesson comes up a third time, reworded", () => {
    const { findings } = asked(december, april, september);

    expect(findings).toMatchObject([
      {
        signal: "S22",
        subject: { item: { id: september.id } },
        message:
          "“We need a second room for the toddlers at baby showers!” has come up 3 times (9 December 2025, 22 April, 23 September), and nothing shows that the earlier ones were used.",
      },
    ]);
  });

  it("knows the lines that reviews want to change, in any script", () => {
    const line = (id: string, date: string) =>
      aReview({ id, date, goalIds: ["g"], improve: "Torches\n通訳者をもっと早く予約する必要がある" });

    expect(
      asked(line("a", "2026-01-10"), line("b", "2026-03-10"), line("c", "2026-06-10")).findings,
    ).toHaveLength(1);
  });

  it.each<[string, readonly LearningItem[]]>([
    [
      "a third one that adds a condition",
      [
        december,
        april,
        { ...september, title: `${december.title} Except in rural sites, where they play outside` },
      ],
    ],
    [
      "a third one that says the opposite",
      [december, april, { ...september, title: "Baby showers don't need a second room for the toddlers" }],
    ],
    [
      "other numbers",
      ["1", "2", "3"].map((clinic, index) =>
        said(`2026-0${index + 1}-10`, `Clinic ${clinic} runs short of evening nurses on Tuesdays`),
      ),
    ],
    ["twice only", [december, april]],
    ["three times within two weeks", ["01", "05", "09"].map((day) => said(`2026-05-${day}`, december.title))],
    ["an earlier one that was used", [december, { ...april, appliedIn: "Northland shower" }, september]],
    ["a later one that takes it up on purpose", [december, april, { ...september, parentIds: [april.id] }]],
    [
      "two teams that met it, which is a finding of theirs",
      [december, { ...april, goalIds: ["h"] }, september],
    ],
    [
      "no goal, which is another rule's matter",
      [december, april, september].map((item) => ({ ...item, goalIds: [] })),
    ],
    [
      "a common phrase of more words",
      ["01", "03", "05"].map((month) =>
        said(`2026-${month}-10`, "Good communication makes the difference in planning"),
      ),
    ],
    ["a common phrase", ["01", "03", "05"].map((month) => said(`2026-${month}-10`, "Plan ahead next time"))],
    ["a closed one", [december, april, { ...september, closed: true }]],
    ["one that a person calls fine", [december, april, { ...september, waiver: "On purpose" }]],
  ])("stays quiet about %s", (_, items) => {
    expect(asked(...items).findings).toEqual([]);
  });

  it("is healthy with three lessons that differ, and waits for three", () => {
    expect(
      asked(
        december,
        said("2026-02-01", "Grandmothers decide where the baby sleeps"),
        said("2026-03-01", "Thursday is when the second shift starts"),
      ).answers,
    ).toEqual(["healthy"]);
    expect(asked(december, april).answers).toEqual(["too-early"]);
  });

  it("can't see whether anything was done when links are hidden or rows are missing", () => {
    const unseen = { ...april, unresolved: [hidden("appliedIn")] };

    expect(asked(december, unseen, september).answers).toEqual(["cant-see", "healthy"]);
    expect(
      ask(lessonIsNew, { goals, items: [december, april, september], coverage: partOfLearning }).findings,
    ).toEqual([]);
  });

  it("takes a team's own words for common phrases", () => {
    const items = ["01", "03", "05"].map((month) =>
      said(`2026-${month}-10`, "Sourdough makes the difference"),
    );
    const words = { en: { platitude: { add: ["sourdough"] } } };

    expect(ask(lessonIsNew, { goals, items }).findings).toHaveLength(1);
    expect(ask(lessonIsNew, { goals, items }, { words }).findings).toEqual([]);
  });

  it("tells once about lessons that serve two goals", () => {
    const items = [december, april, september].map((item) => ({ ...item, goalIds: ["g", "h"] }));

    expect(asked(...items).findings).toHaveLength(1);
  });
});
