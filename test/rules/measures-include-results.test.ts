import { describe, expect, it } from "vitest";

import type { Goal, LearningItem, Review } from "../../src/domain/types.ts";
import { measuresIncludeResults } from "../../src/rules/measures-include-results.ts";
import { aGoal, aHypothesis, aPortfolio, aReview } from "../builders.ts";
import { answersOf, check, today } from "./wording/answers.ts";

const before = (measures: string | null, given: Partial<Review> = {}) =>
  aReview({ title: "Before: the June course", when: "before", date: "2026-12-01", measures, ...given });
const ask = (items: readonly LearningItem[], goals: readonly Goal[] = []) =>
  answersOf(measuresIncludeResults, aPortfolio({ goals, items }));

describe("rules/measures-include-results", () => {
  it.each([
    ["a result stands beside the doing", "Number of participants; share of welders who pass the test"],
    ["coming is the outcome", "School attendance on Mondays"],
    ["kept visits are the outcome", "Clinic visits attended"],
    ["following protects people", "Surgical checklist completed"],
    ["people outside take it up", "Customers who adopt the savings plan"],
    ["a result stands beside it in Spanish", "Personas que asistieron; cuántas abrieron una cuenta"],
  ])("finds measures healthy when %s", (_, measures) => {
    expect(ask([before(measures)])).toEqual(["healthy"]);
  });

  it("finds attendance healthy when the goal is about attendance", () => {
    const goals = [aGoal({ title: "Attendance at rehearsal doubles" })];

    expect(ask([before("Attendance", { goalIds: ["goal"] })], goals)).toEqual(["healthy"]);
  });

  it("finds fidelity healthy when the review asks whether the plan was carried out at all", () => {
    const fidelity = "% of sites following the manual";

    expect(
      ask([before(fidelity, { title: "Before: did the plan fail, or was it never followed?" })]),
    ).toEqual(["healthy"]);
    expect(ask([before(fidelity)])).toEqual(["worth-a-look"]);
  });

  it("can't see whether a goal counts the same when a link can't be followed", () => {
    const unresolved = [{ field: "goal", reason: "not-read", shown: "a private row" }] as const;

    expect(ask([before("Attendance", { unresolved })])).toEqual(["cant-see"]);
  });

  it.each([
    ["who came and how they liked it", "Number of participants and satisfaction with the training"],
    ["following the plan", "% of sites following the manual"],
    ["what was held", "workshops held"],
    ["what was held, in Spanish", "Número de talleres realizados"],
  ])("asks about %s", (_, measures) => {
    expect(ask([before(measures)])).toEqual(["worth-a-look"]);
  });

  it("asks about a hypothesis and a goal too", () => {
    const measure = "Number of workshops held";

    expect(ask([aHypothesis({ measure })])).toEqual(["worth-a-look"]);
    expect(ask([], [aGoal({ title: "Tenants know their rights", measure })])).toEqual(["worth-a-look"]);
  });

  it.each<[string, LearningItem]>([
    ["another language", before("Anzahl der Teilnehmer", { title: "Vor dem Kurs im Juni" })],
    ["a review without measures", before(null)],
    ["a review that is past", before("workshops held", { date: "2026-11-15" })],
    ["an after-review", before("workshops held", { when: "after" })],
    ["a decided bet", aHypothesis({ measure: "workshops held", outcome: "held" })],
    ["a closed review", before("workshops held", { closed: true })],
    ["a waived review", before("workshops held", { waiver: "A first run" })],
  ])("has nothing to go by in %s", (_, item) => {
    expect(ask([item])).toEqual(["too-early"]);
  });

  it("leaves goals alone that are over", () => {
    expect(ask([], [aGoal({ measure: "workshops held", live: false })])).toEqual(["too-early"]);
  });

  it("says so kindly", () => {
    const { findings } = check(
      measuresIncludeResults,
      aPortfolio({ items: [before("Number of participants", { date: today })] }),
    );

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S10",
        message:
          "What is measured for “Before: the June course” is about the doing (“Number of participants”): how many came, how they liked it, or how closely the plan was followed.",
        help: "Keep what helps, and add the one that says whether anything got better for the people it is for.",
      },
    ]);
  });
});
