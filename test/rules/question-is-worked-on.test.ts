import { describe, expect, it } from "vitest";

import type { LearningItem, Question } from "../../src/domain/types.ts";
import { questionIsWorkedOn } from "../../src/rules/question-is-worked-on.ts";
import { aGoal, aHypothesis, anInsight, aQuestion, aReview } from "../builders.ts";
import { ask, hidden } from "./ask.ts";
import { answersOf, daysAgo, partOfLearning, people, remarksOf } from "./asked.ts";

const goals = [aGoal({ title: "Visits kept" }), aGoal({ id: "old", live: false })];
const old = (given: Partial<Question> = {}): Question =>
  aQuestion({ id: "q", title: "Who comes back?", goalIds: ["goal"], date: daysAgo(250), ...given });
const answersFor = (...items: readonly LearningItem[]) => answersOf(questionIsWorkedOn, { goals, items });

describe("rules/question-is-worked-on", () => {
  it("asks about a question that nothing was ever linked to", () => {
    expect(remarksOf(questionIsWorkedOn, { goals, items: [old()] })).toEqual([
      "The question “Who comes back?” has been open since 11 March. No bet, review or insight is linked to it yet. Would an answer still change a decision? If so, what is the next small try? If not, it can be closed, or marked as standing if it is meant to stay open.",
    ]);
  });

  it("says when something was last linked", () => {
    const tested = aHypothesis({ questionIds: ["q"], outcome: "held", date: daysAgo(240) });

    expect(remarksOf(questionIsWorkedOn, { goals, items: [old(), tested] })[0]).toContain(
      "The last thing linked to it is of 21 March.",
    );
  });

  it.each<[string, readonly LearningItem[]]>([
    ["an open bet, however old", [old(), aHypothesis({ questionIds: ["q"], date: daysAgo(240) })]],
    ["an insight of last month", [old(), anInsight({ parentIds: ["q"], date: daysAgo(30) })]],
    [
      "a recent review of its tested bet",
      [
        old(),
        aHypothesis({ id: "h", questionIds: ["q"], outcome: "held", date: daysAgo(240) }),
        aReview({ hypothesisIds: ["h"], date: daysAgo(30) }),
      ],
    ],
    [
      "a recent insight that a review of its bet lists",
      [
        old(),
        aHypothesis({ id: "h", questionIds: ["q"], outcome: "held", date: daysAgo(240) }),
        aReview({ id: "r", hypothesisIds: ["h"], date: daysAgo(230), insightIds: ["i"] }),
        anInsight({ id: "i", date: daysAgo(20) }),
      ],
    ],
  ])("finds a question healthy with %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["healthy"]);
  });

  it.each<[string, Question]>([
    ["stands open by design", old({ standing: true })],
    ["is parked", old({ status: "Parked" })],
    ["is closed", old({ closed: true })],
    ["is fine as it is", old({ waiver: "Comes up every spring" })],
    ["is of this season", old({ date: daysAgo(100) })],
    ["serves a goal that is over", old({ goalIds: ["old"] })],
    ["is somebody else's, which another rule asks about", old({ requestedBy: "The state" })],
  ])("says nothing of a question that %s", (_, question) => {
    expect(answersFor(question)).toEqual(["too-early"]);
  });

  it("asks about a question from outside that somebody here owns", () => {
    expect(answersFor(old({ requestedBy: "The state", owners: people("ana") }))).toEqual(["worth-a-look"]);
  });

  it("can't see it without a day, with hidden links, or when rows are missing", () => {
    const unseen = aHypothesis({ unresolved: [hidden("question")], date: daysAgo(30) });

    expect(answersFor(old({ date: null }))).toEqual(["cant-see"]);
    expect(answersFor(old(), unseen)).toEqual(["cant-see"]);
    expect(answersOf(questionIsWorkedOn, { goals, items: [old()], coverage: partOfLearning })).toEqual([
      "cant-see",
    ]);
  });

  it("makes one remark of a goal with a long list, and of what has no goal", () => {
    const list = (goalIds: readonly string[]) =>
      Array.from({ length: 5 }, (_, at) =>
        old({ id: `${goalIds.join("")}${at}`, title: `Question ${at}`, goalIds }),
      );
    const busy = anInsight({ parentIds: ["goal0"], date: daysAgo(20) });

    const { findings } = ask(questionIsWorkedOn, { goals, items: [...list(["goal"]), ...list([]), busy] });

    expect(findings.map(({ subject }) => subject.type)).toEqual(["team", "goal"]);
    expect(findings.map(({ message }) => message)).toEqual([
      "5 questions are open without a goal, and 5 of them have had no bet, review or insight since 20 May: “Question 0”, “Question 1”, “Question 2” and 2 more.",
      "5 questions are open for “Visits kept”, and 4 of them have had no bet, review or insight since 20 May: “Question 1”, “Question 2”, “Question 3” and 1 more.",
    ]);
  });
});
