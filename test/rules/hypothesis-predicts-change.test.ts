import { describe, expect, it } from "vitest";

import type { Goal, Hypothesis } from "../../src/domain/types.ts";
import { hypothesisPredictsChange } from "../../src/rules/hypothesis-predicts-change.ts";
import { aGoal, aHypothesis, aPortfolio } from "../builders.ts";
import { answersOf, check } from "./wording/answers.ts";

const own = { title: "Workshops", if: "we run six workshops", then: "120 people will have attended" };
const ask = (given: Partial<Hypothesis>, goals: readonly Goal[] = []) =>
  answersOf(hypothesisPredictsChange, aPortfolio({ goals, items: [aHypothesis(given)] }));

describe("rules/hypothesis-predicts-change", () => {
  it.each<[string, Partial<Hypothesis>, readonly Goal[]]>([
    ["others do something", { ...own, then: "two in three come back the next week" }, []],
    [
      "an output is the honest first step and its so-that names the change",
      { ...own, soThat: "each village birth has a midwife present" },
      [],
    ],
    [
      "capacity is the bottleneck: the output is what the goal counts",
      { if: "we cook in two shifts", then: "200 meals will have been served", goalIds: ["goal"] },
      [aGoal({ title: "Serve hot meals through the flood" })],
    ],
  ])("finds a bet healthy when %s", (_, given, goals) => {
    expect(ask(given, goals)).toEqual(["healthy"]);
  });

  it.each<[string, Partial<Hypothesis>]>([
    ["attendance at what we hold", own],
    [
      "the action again",
      { if: "we migrate to the new platform", then: "all teams will be on the new platform" },
    ],
    ["what we do ourselves", { if: "funding comes", then: "we will run fifteen field days" }],
    ["being seen", { if: "we post daily", then: "followers will grow" }],
    [
      "what we hold, in Spanish",
      { if: "contratamos a un formador", then: "habremos realizado doce talleres" },
    ],
  ])("asks about %s", (_, given) => {
    expect(ask(given)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Hypothesis>]>([
    [
      "another language",
      { title: "Ateliers", if: "nous tenons six ateliers", then: "120 personnes seront venues" },
    ],
    ["a bet without a then", { ...own, then: null }],
    ["a bet that was decided", { ...own, outcome: "failed" }],
    ["a closed bet", { ...own, closed: true }],
    ["a waived bet", { ...own, waiver: "An honest first step" }],
  ])("has nothing to go by in %s", (_, given) => {
    expect(ask(given)).toEqual(["too-early"]);
  });

  it("can't see whether the output is what the goal counts when a link can't be followed", () => {
    const unresolved = [{ field: "goal", reason: "not-read", shown: "a private row" }] as const;
    const meals = { if: "we cook in two shifts", then: "200 meals will have been served" };

    expect(ask({ ...meals, unresolved })).toEqual(["cant-see"]);
    expect(ask(meals)).toEqual(["worth-a-look"]);
  });

  it("says so kindly", () => {
    const { findings } = check(hypothesisPredictsChange, aPortfolio({ items: [aHypothesis(own)] }));

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S09",
        message:
          "In the hypothesis “Workshops”, “then 120 people will have attended” will come true if you do what you plan.",
        help: "What would you expect people, or the product, to do differently? That is the part worth testing.",
      },
    ]);
  });
});
