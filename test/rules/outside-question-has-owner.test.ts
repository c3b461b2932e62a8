import { describe, expect, it } from "vitest";

import type { Question } from "../../src/domain/types.ts";
import { outsideQuestionHasOwner } from "../../src/rules/outside-question-has-owner.ts";
import { aGoal, aHypothesis, anInsight, aQuestion } from "../builders.ts";
import { ask, hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, people, remarksOf } from "./asked.ts";

const ours = aQuestion({ id: "ours", owners: people("ana") });
const asked = (given: Partial<Question> = {}): Question =>
  aQuestion({ id: "asked", title: "What could others copy?", requestedBy: "The foundation", ...given });
const answersFor = (question: Question, ...others: Parameters<typeof aHypothesis>) =>
  answersOf(outsideQuestionHasOwner, {
    goals: [aGoal({ team: "Outreach" })],
    items: [ours, question, ...others.map((given) => aHypothesis(given))],
  });

describe("rules/outside-question-has-owner", () => {
  it("asks about a question from outside that nobody took up", () => {
    expect(answersFor(asked())).toEqual(["worth-a-look"]);
  });

  it.each<[string, Question]>([
    ["that somebody here owns", asked({ owners: people("ben") })],
    ["that a colleague asked", asked({ requestedBy: "name of ANA" })],
    ["that one of our teams asked", asked({ requestedBy: "Outreach, the board" })],
    ["that the team asked itself", asked({ requestedBy: "Our team" })],
  ])("finds a question %s healthy", (_, question) => {
    expect(answersFor(question)).toEqual(["healthy"]);
  });

  it("finds a question with a bet, or with an insight below that, healthy", () => {
    expect(answersFor(asked(), { questionIds: ["asked"] })).toEqual(["healthy"]);
    expect(
      answersOf(outsideQuestionHasOwner, { items: [ours, asked(), anInsight({ parentIds: ["asked"] })] }),
    ).toEqual(["healthy"]);
  });

  it.each<[string, Question]>([
    ["is new", asked({ date: daysAgo(5) })],
    ["is closed", asked({ closed: true })],
    ["is fine as it is", asked({ waiver: "A yearly report, no more" })],
    ["says nothing of who asked", asked({ requestedBy: null })],
  ])("leaves a question alone that %s", (_, question) => {
    expect(answersFor(question)).toEqual(["too-early"]);
  });

  it("can't see who owns anything where no owner is shown, a link is hidden, or rows are missing", () => {
    const unseen = asked({ unresolved: [hidden("parent")] });

    expect(answersOf(outsideQuestionHasOwner, { items: [asked()] })).toEqual(["cant-see"]);
    expect(answersFor(unseen)).toEqual(["cant-see"]);
    expect(answersOf(outsideQuestionHasOwner, { items: [ours, asked()], coverage: partOfLearning })).toEqual([
      "cant-see",
    ]);
  });

  describe("where only the words say who asked", () => {
    const voiced = (title: string, given: Partial<Question> = {}) =>
      ask(outsideQuestionHasOwner, {
        items: [ours, asked({ title, requestedBy: null, ...given })],
      }).findings.map(({ kind, severity }) => [kind, severity]);

    it.each([
      "The funder would like to know what a bed costs.",
      "At the request of the ministry, what does a visit cost?",
      "For the annual report: how many stayed?",
      "El donante quiere saber cuántas familias siguen.",
    ])("asks about “%s”, as advice and no more", (title) => {
      expect(voiced(title)).toEqual([["wording", "info"]]);
    });

    it.each([
      "The funder asked whether cash helps; we adopted it: what will it take to let families choose?",
      "What will it take for the board of the school to open the gym?",
      "Der Geldgeber möchte wissen, was ein Bett kostet.",
    ])("is silent about “%s”", (title) => {
      expect(voiced(title)).toEqual([]);
    });

    it("is silent once somebody owns it, or while it is new", () => {
      const title = "The funder would like to know what a bed costs.";

      expect(voiced(title, { owners: people("ben") })).toEqual([]);
      expect(voiced(title, { date: daysAgo(5) })).toEqual([]);
    });
  });

  it("names nobody who asked", () => {
    const [remark] = remarksOf(outsideQuestionHasOwner, { items: [ours, asked({ requestedBy: "Jo Doe" })] });

    expect(remark).toBe(
      "The question “What could others copy?” came from outside; so far it has no owner here, and nothing is linked to it. Is there a version of it that would help your own work? If not, it may be better answered as a report than kept as a learning question.",
    );
  });
});
