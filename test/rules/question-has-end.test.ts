import { describe, expect, it } from "vitest";

import type { Goal, Question } from "../../src/domain/types.ts";
import { questionHasEnd } from "../../src/rules/question-has-end.ts";
import { aGoal, aPortfolio, aQuestion } from "../builders.ts";
import { answersOf, check } from "./wording/answers.ts";

const endless = "How do we increase collaboration?";
const ask = (given: Partial<Question>, goals: readonly Goal[] = [], options: unknown = {}) =>
  answersOf(questionHasEnd, aPortfolio({ goals, items: [aQuestion({ title: endless, ...given })] }), options);
const linked = { goalIds: ["goal"] };
const unread = { unresolved: [{ field: "goal", reason: "not-read", shown: "a private row" }] } as const;

describe("rules/question-has-end", () => {
  it.each<[string, Partial<Question>, readonly Goal[]]>([
    [
      "an end of its own",
      { title: "What will it take for evening learners to stay past the sixth week?" },
      [],
    ],
    ["an end in its text", { text: "Four agencies ask one family the same thing." }, []],
    [
      "a goal that says what changes",
      { title: "What will it take?", ...linked },
      [aGoal({ title: "Families housed in 45 days" })],
    ],
    [
      "a goal of collaboration that is measured",
      linked,
      [aGoal({ title: "Better collaboration", measure: "Joint visits" })],
    ],
    ["a question about a method, which another rule asks about", { title: "How do we implement Scrum?" }, []],
  ])("finds a question healthy with %s", (_, question, goals) => {
    expect(ask(question, goals)).toEqual(["healthy"]);
  });

  it.each<[string, Partial<Question>, readonly Goal[]]>([
    ["a topic", {}, []],
    ["a topic in Spanish", { title: "¿Cómo fortalecemos la colaboración?" }, []],
    ["a bare opening", { title: "What will it take?" }, []],
    ["a describing word that leaves it abstract", { title: "How might we strengthen social cohesion?" }, []],
    ["a goal that says no more", linked, [aGoal({ title: "Better collaboration" })]],
  ])("asks about %s", (_, question, goals) => {
    expect(ask(question, goals)).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Question>]>([
    ["another language", { title: "Comment renforcer la collaboration ?" }],
    ["a language near Spanish", { title: "Como podemos aumentar o nosso impacto?" }],
    ["another script", { title: "どうすれば協力を高められますか？" }],
    ["a closed question", { closed: true }],
    ["a question that a person calls fine as it is", { waiver: "Fine as is, because it opens the retreat" }],
  ])("has nothing to go by in %s", (_, question) => {
    expect(ask(question)).toEqual(["too-early"]);
  });

  it("can't see when a link may lead to a goal that supplies the end", () => {
    expect(ask(unread)).toEqual(["cant-see"]);
  });

  it("takes words from its options, and other languages", () => {
    const french = {
      fr: {
        function: { add: ["comment", "la"] },
        empty: { add: ["renforc*"] },
        abstract: { add: ["collaboration"] },
      },
    };

    expect(ask({}, [], { words: { en: { abstract: { remove: ["collaboration"] } } } })).toEqual(["healthy"]);
    expect(ask({ title: "How do we improve vibrancy?" })).toEqual(["healthy"]);
    expect(
      ask({ title: "How do we improve vibrancy?" }, [], {
        words: { en: { abstract: { add: ["vibrancy"] } } },
      }),
    ).toEqual(["worth-a-look"]);
    expect(ask({ title: "Comment renforcer la collaboration ?" }, [], { words: french })).toEqual([
      "worth-a-look",
    ]);
  });

  it("says so kindly", () => {
    const { findings } = check(questionHasEnd, aPortfolio({ items: [aQuestion({ title: endless })] }));

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S05",
        message:
          "“How do we increase collaboration?” could lead in many directions: neither the question nor a goal says yet what would be different.",
        help: "If it went well, what would somebody notice: who, what, by when? That sentence may be the question.",
      },
    ]);
  });
});
