import { describe, expect, it } from "vitest";

import type { Goal } from "../../src/domain/types.ts";
import { goalIsResult } from "../../src/rules/goal-is-result.ts";
import { aGoal, aPortfolio } from "../builders.ts";
import { hidden } from "./ask.ts";
import { answersOf, check } from "./wording/answers.ts";

const title = "Adopt Results-Based Accountability by Q3";
const ask = (given: Partial<Goal>, ...others: readonly Goal[]) =>
  answersOf(goalIsResult, aPortfolio({ goals: [aGoal({ title, ...given }), ...others] }));

describe("rules/goal-is-result", () => {
  it.each<[string, Partial<Goal>]>([
    ["a change for somebody", { title: "Families wait less than 45 days for keys" }],
    ["something built for people", { title: "Roll out evening visits in the north" }],
    ["a framework that says what for", { title: "Adopt the huddle model so that fewer patients fall" }],
    ["a framework with a measure of a result", { measure: "Failed grants a year" }],
    ["what the law asks for", { title: "Implement the data protection framework" }],
    ["what customers take up", { title: "Half of our customers adopt the savings model" }],
  ])("finds %s healthy", (_, goal) => {
    expect(ask(goal)).toEqual(["healthy"]);
  });

  it("finds a short enabling goal below a result healthy", () => {
    const parent = aGoal({ id: "parent", title: "Cut failed grants by a third" });

    expect(ask({ parentIds: ["parent"] }, parent)).toEqual(["healthy"]);
  });

  it.each<[string, Partial<Goal>]>([
    ["a framework", {}],
    ["a framework measured by how far it has got", { measure: "% of offices using the framework" }],
    ["a framework in Spanish", { title: "Adoptar la metodología de marco lógico" }],
  ])("asks about %s", (_, goal) => {
    expect(ask(goal)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Goal>]>([
    ["another language", { title: "Das Rahmenwerk in allen Büros einführen" }],
    ["a goal that is over", { live: false }],
  ])("has nothing to go by in %s", (_, goal) => {
    expect(ask(goal)).toEqual(["too-early"]);
  });

  it("can't see whether a framework stands alone when its parent could not be followed", () => {
    expect(ask({ unresolved: [hidden("parent")] })).toEqual(["cant-see"]);
  });

  it("says so kindly", () => {
    const { findings } = check(goalIsResult, aPortfolio({ goals: [aGoal({ title })] }));

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S28",
        message:
          "The goal “Adopt Results-Based Accountability by Q3” says what you will do, and stands on its own.",
        help: "Which result gets better if you do it? Linking it below that goal keeps it a means.",
      },
    ]);
  });
});
