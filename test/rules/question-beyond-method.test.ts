import { describe, expect, it } from "vitest";

import type { Question } from "../../src/domain/types.ts";
import { questionBeyondMethod } from "../../src/rules/question-beyond-method.ts";
import { aPortfolio, aQuestion } from "../builders.ts";
import { answersOf, check } from "./wording/answers.ts";

const ask = (given: Partial<Question>, options: unknown = {}) =>
  answersOf(questionBeyondMethod, aPortfolio({ items: [aQuestion(given)] }), options);

describe("rules/question-beyond-method", () => {
  it.each([
    ["a result follows", "What will it take to implement the reading script so that pupils catch up a year?"],
    ["a purpose follows", "How do we roll out the triage model to shorten the wait?"],
    ["customers take something up", "What will it take for 60 % of our customers to adopt the savings plan?"],
    ["following protects people", "How do we follow the medication protocol properly?"],
    ["the law asks for it", "How do we comply with the law on storing records?"],
    ["a word only looks like a method's verb", "What will it take for first-time groups to apply again?"],
    ["it says in which circumstances", "How do crews follow the procedure when it snows hard?"],
    ["it may not have been tried at all", "Did the model fail, or was it never implemented as designed?"],
    [
      "what did not help may not have been done",
      "Was the reading script really used as written where pupils did not catch up?",
    ],
    ["it may not have been tried, in Spanish", "¿Falló el modelo o no se aplicó según lo previsto?"],
    ["users outside adopt the product", "How do we get more users to adopt the app?"],
    [
      "a result follows in Spanish",
      "¿Qué hará falta para implementar el modelo para que las familias esperen menos?",
    ],
  ])("finds a question healthy when %s", (_, title) => {
    expect(ask({ title })).toEqual(["healthy"]);
  });

  it.each([
    ["fidelity", "What will it take to implement the backbone model with fidelity?"],
    ["fidelity where nothing is in doubt", "Did every site implement the model with fidelity?"],
    ["our own people taking it up", "How do we get every team to adopt the planning framework?"],
    ["doing it as written", "How closely do trainers stick to the facilitator guide?"],
    ["a framework for everyone", "How do we embed design thinking in everything we do?"],
    ["a tool for everyone", "How do we get every branch to use the case system?"],
    ["coming to learning for its own sake", "How can we increase attendance at our learning sessions?"],
    ["fidelity, in Spanish", "¿Cómo aplicamos correctamente el marco lógico?"],
  ])("asks about %s", (_, title) => {
    expect(ask({ title })).toEqual(["worth-a-look"]);
  });

  it.each<[string, Partial<Question>]>([
    ["another language", { title: "Wie führen wir Scrum richtig ein?" }],
    ["a closed question", { title: "How do we do Scrum properly?", closed: true }],
    ["a waived question", { title: "How do we do Scrum properly?", waiver: "We only just began" }],
  ])("has nothing to go by in %s", (_, question) => {
    expect(ask(question)).toEqual(["too-early"]);
  });

  it("asks whether or not a link can be followed, as it goes by the question's own words", () => {
    const unresolved = [{ field: "goal", reason: "not-read", shown: "a private row" }] as const;

    expect(ask({ title: "How do we do Scrum properly?", unresolved })).toEqual(["worth-a-look"]);
  });

  it("reads the item's text too", () => {
    const title = "How do we roll out the new framework?";

    expect(ask({ title, text: "We want it so that tenants wait a week less." })).toEqual(["healthy"]);
  });

  it("takes a team's own words", () => {
    const title = "How do anglers adopt the river code model?";

    expect(ask({ title })).toEqual(["worth-a-look"]);
    expect(ask({ title }, { words: { en: { outside: { add: ["angler"] } } } })).toEqual(["healthy"]);
  });

  it("says so kindly", () => {
    const title = "How do we do Scrum properly?";

    const { findings } = check(questionBeyondMethod, aPortfolio({ items: [aQuestion({ title })] }));

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S06",
        message:
          "“How do we do Scrum properly?” asks how to put a way of working in place, or do it as written, and ends there.",
        help: "What did you hope it would change, and for whom? Try: “What will it take to use it so that …?”",
      },
    ]);
  });
});
