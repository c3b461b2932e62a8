import { describe, expect, it } from "vitest";

import type { Hypothesis, LearningItem } from "../../src/domain/types.ts";
import { hypothesisHasSoThat } from "../../src/rules/hypothesis-has-so-that.ts";
import { aGoal, aHypothesis, aPortfolio, aQuestion } from "../builders.ts";
import { answersOf, check } from "./wording/answers.ts";

const bet = {
  title: "Free admission",
  if: "admission is free",
  then: "more people come in",
} as const satisfies Partial<Hypothesis>;
const ask = (given: Partial<Hypothesis>, ...others: readonly LearningItem[]) =>
  answersOf(hypothesisHasSoThat, aPortfolio({ goals: [aGoal()], items: [aHypothesis(given), ...others] }));
const linked = { goalIds: ["goal"] };
const unread = { unresolved: [{ field: "goal", reason: "not-read", shown: "a private row" }] } as const;

describe("rules/hypothesis-has-so-that", () => {
  it.each<[string, Partial<Hypothesis>]>([
    ["a so-that", { ...bet, soThat: "families from the estate see the show" }],
    [
      "a result in other words",
      { title: "If admission is free, more people come, which should fill Tuesdays." },
    ],
    ["a goal that carries the result", { ...bet, ...linked }],
    [
      "the result in an older card's words",
      { title: "We believe that calling tenants will result in fewer evictions." },
    ],
    [
      "a line of its own for the result, on an older card",
      { title: "Calls", text: "Action: call tenants before the first. Expected result: fewer evictions." },
    ],
    [
      "a sign to know it by, on an older card",
      { title: "We believe in calls. We will know we are right when fewer tenants are evicted." },
    ],
    [
      "the result in an older card's words, in Spanish",
      { title: "Creemos que llamar a los inquilinos dará como resultado menos desahucios." },
    ],
    [
      "a plan whose goal and measure say what to expect",
      { title: "We will call tenants.", measure: "Calls answered", ...linked },
    ],
  ])("finds a bet healthy with %s", (_, given) => {
    expect(ask(given)).toEqual(["healthy"]);
  });

  it("lets the question supply the end", () => {
    const question = aQuestion({ id: "q", title: "What would bring families from the estate in?" });
    const topic = aQuestion({ id: "q", title: "How do we increase engagement?" });

    expect(ask({ ...bet, questionIds: ["q"] }, question)).toEqual(["healthy"]);
    expect(ask({ ...bet, questionIds: ["q"] }, topic)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Hypothesis>]>([
    ["no result", bet],
    ["a so-that that repeats the action", { ...bet, soThat: "admission is free" }],
    ["a so-that that says nothing", { ...bet, soThat: "we are better aligned" }],
    ["a plan, even with a goal", { title: "We will strengthen partnerships.", ...linked }],
    ["a belief, in Spanish", { title: "Creemos en el poder de las redes." }],
  ])("asks about %s", (_, given) => {
    expect(ask(given)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Hypothesis>]>([
    ["another language", { title: "Wenn der Eintritt frei ist, kommen mehr Leute." }],
    ["a bet that was decided", { ...bet, outcome: "held" }],
    ["a closed bet", { ...bet, closed: true }],
    ["a waived bet", { ...bet, waiver: "An older form" }],
  ])("has nothing to go by in %s", (_, given) => {
    expect(ask(given)).toEqual(["too-early"]);
  });

  it("can't see when a link may lead to a goal", () => {
    expect(ask({ ...bet, ...unread })).toEqual(["cant-see"]);
  });

  it("says so kindly", () => {
    const plan = aHypothesis({ id: "a", title: "We will strengthen partnerships." });

    const { findings } = check(
      hypothesisHasSoThat,
      aPortfolio({ items: [plan, aHypothesis({ id: "b", ...bet })] }),
    );

    expect(findings.map(({ severity, signal, message }) => [severity, signal, message])).toEqual([
      [
        "info",
        "S08",
        "The hypothesis “Free admission” has no “so that” yet, and no goal or question supplies one.",
      ],
      [
        "info",
        "S08",
        "“We will strengthen partnerships.” says what you mean to do, and not yet what you expect to see.",
      ],
    ]);
  });
});
