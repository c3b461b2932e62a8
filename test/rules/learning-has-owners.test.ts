import { describe, expect, it } from "vitest";

import type { Insight, Question } from "../../src/domain/types.ts";
import { learningHasOwners } from "../../src/rules/learning-has-owners.ts";
import { aGoal, anEvent, anInsight, aQuestion } from "../builders.ts";
import { answersOf, daysAgo, people, remarksOf } from "./asked.ts";

const bare = (count: number, given: Partial<Question> = {}): readonly Question[] =>
  Array.from({ length: count }, (_, at) => aQuestion({ id: `q${at}`, title: `Question ${at}`, ...given }));
const owned = aQuestion({ id: "owned", owners: people("ana") });

const written = (count: number, by: string, given: Partial<Insight> = {}): readonly Insight[] =>
  Array.from({ length: count }, (_, at) =>
    anInsight({ id: `${by}${at}`, owners: people(by), date: daysAgo(30), ...given }),
  );
const goals = [aGoal({ owners: people("ana", "ben") })];
const events = [anEvent({ owners: people("cleo", "dan") })];
/** The second answer is about shares. */
const shareOf = (items: readonly Insight[]) => answersOf(learningHasOwners, { goals, events, items })[1];

describe("rules/learning-has-owners", () => {
  it("asks when most open items are nobody's", () => {
    expect(remarksOf(learningHasOwners, { items: [owned, ...bare(5)] })).toEqual([
      "5 of 6 open questions, hypotheses and next steps have no owner: “Question 0”, “Question 1”, “Question 2” and 2 more. Who would like to know? A name on the one that matters most is a start, and one that nobody wants can be closed.",
    ]);
  });

  it.each<[string, readonly Question[], string]>([
    ["half are owned", [...bare(3), ...[0, 1, 2].map((at) => ({ ...owned, id: `o${at}` }))], "healthy"],
    ["there are four", [owned, ...bare(3)], "too-early"],
    ["most of the others are closed", [owned, ...bare(5, { closed: true })], "too-early"],
    ["a person called the others fine", [owned, ...bare(5, { waiver: "The whole team's" })], "too-early"],
    ["no owner is shown anywhere", bare(6), "cant-see"],
  ])("answers for open items when %s", (_, items, answer) => {
    expect(answersOf(learningHasOwners, { items })[0]).toBe(answer);
  });

  it("asks when one person holds the pen, and names nobody", () => {
    const [remark] = remarksOf(learningHasOwners, {
      goals,
      events,
      items: [...written(9, "ana"), ...written(2, "ben")],
    });

    expect(remark).toBe(
      "Most of the learning since 20 May (11 items) is in one and the same name, with nobody else named on it. Who else was there? Handing the pen round changes what gets noticed; a column for who took part shows it when one person types for all.",
    );
  });

  it.each<[string, readonly Insight[], string]>([
    ["the pen goes round", [...written(6, "ana"), ...written(5, "ben")], "healthy"],
    [
      "a scribe types for all who took part",
      written(12, "ana", { participants: people("ana", "ben") }),
      "healthy",
    ],
    ["there are nine items", written(9, "ana"), "too-early"],
    ["it was long ago", written(12, "ana", { date: daysAgo(300) }), "too-early"],
    ["nobody is named", written(12, "ana", { owners: [] }), "cant-see"],
  ])("answers for shares when %s", (_, items, answer) => {
    expect(shareOf(items)).toBe(answer);
  });

  it("leaves a tiny team alone", () => {
    expect(answersOf(learningHasOwners, { goals, items: written(12, "ana") })[1]).toBe("too-early");
  });
});
