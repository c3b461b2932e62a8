import { describe, expect, it } from "vitest";

import { derivedInsightId } from "../../src/domain/derived.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { LearningItem, Portfolio } from "../../src/domain/types.ts";
import { linkedToGoal } from "../../src/rules/linked-to-goal.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { aGoal, aHypothesis, anEvent, anInsight, aPortfolio, aQuestion, aReview } from "../builders.ts";

const today = "2026-11-16";
const goals = [aGoal({ id: "live" }), aGoal({ id: "old", live: false })];
const notRead = { field: "goal", reason: "not-read", shown: "a private row" } as const;

const check = (portfolio: Portfolio, options: { graceDays?: number } = {}) =>
  runRules({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings: { "linked-to-goal": ["error", options] },
    today,
    rules: [linkedToGoal],
  });
const answerFor = (item: LearningItem, ...others: readonly LearningItem[]) =>
  check(aPortfolio({ goals, items: [item, ...others] })).verdicts.find(
    ({ subject }) => subject.type === "item" && subject.item.id === item.id,
  )?.answer;

describe("rules/linked-to-goal", () => {
  it.each<[string, LearningItem]>([
    ["an item with a live goal", aQuestion({ goalIds: ["live"] })],
    ["an item with a goal that is over, which is another rule's matter", aQuestion({ goalIds: ["old"] })],
    ["a closed item", aQuestion({ closed: true })],
    [
      "an item that a person calls fine as it is",
      aQuestion({ waiver: "Fine as is, because it is a standing one" }),
    ],
  ])("finds %s healthy", (_, item) => {
    expect(answerFor(item)).toBe("healthy");
  });

  it.each<[string, LearningItem]>([
    ["dated six days ago", aQuestion({ date: "2026-11-10" })],
    [
      "written up yesterday about last spring",
      aReview({ date: "2026-04-01", createdAt: "2026-11-15T10:00:00Z" }),
    ],
  ])("gives time to an item %s", (_, item) => {
    expect(answerFor(item)).toBe("too-early");
  });

  it.each<[string, LearningItem]>([
    ["seven days old", aQuestion({ date: "2026-11-09" })],
    ["planned for next month and made long ago", aReview({ when: "before", date: "2026-12-20" })],
    ["without any date", aQuestion({ date: null, createdAt: null })],
  ])("asks about an item %s", (_, item) => {
    expect(answerFor(item)).toBe("worth-a-look");
  });

  it("can't see what its links could not show", () => {
    const review = aReview({ unresolved: [notRead] });

    expect(answerFor(review)).toBe("cant-see");
    expect(answerFor(anInsight({ reviewIds: [review.id] }), review)).toBe("cant-see");
  });

  it.each(["not-read", "incomplete"] as const)(
    "can't see a relation whose values are %s: it may not be empty",
    (reason) => {
      expect(answerFor(aQuestion({ unresolved: [{ ...notRead, reason }] }))).toBe("cant-see");
    },
  );

  it("finds an item healthy that links to its goal and skips the middle", () => {
    const nowhere = aReview({ id: "r" });

    expect(answerFor(anInsight({ goalIds: ["live"] }))).toBe("healthy");
    expect(answerFor(anInsight({ goalIds: ["live"], reviewIds: ["r"] }), nowhere)).toBe("healthy");
    expect(answerFor(anInsight({ reviewIds: ["r"] }), nowhere)).toBe("worth-a-look");
  });

  it("gives an inbox that is sorted later as long as its team says", () => {
    const portfolio = aPortfolio({ goals, items: [anInsight({ date: "2026-10-20", createdAt: null })] });

    expect(check(portfolio, { graceDays: 30 }).verdicts.map(({ answer }) => answer)).toEqual(["too-early"]);
    expect(check(portfolio).findings).toHaveLength(1);
  });

  it("takes the grace period from its options", () => {
    const portfolio = aPortfolio({ items: [aQuestion({ date: "2026-11-15" })] });

    expect(check(portfolio, { graceDays: 0 }).findings).toHaveLength(1);
    expect(check(portfolio, { graceDays: 2 }).findings).toHaveLength(0);
  });

  it("asks in plain words about an item that links to nothing", () => {
    const { findings } = check(aPortfolio({ goals, items: [aQuestion({ title: "Who comes back?" })] }));

    expect(findings).toMatchObject([
      {
        rule: "linked-to-goal",
        severity: "error",
        signal: "S01",
        message: "The question “Who comes back?” has no “so that” yet: nothing links it to a goal.",
        help: "Which goal would it help? Link it there. If none comes to mind, that is worth a minute too.",
        repair: { at: { id: "question", kind: "question" }, mends: 1 },
      },
    ]);
  });

  it.each([
    ["title", { title: "Nights: fewer missed visits in Eastland?" }],
    ["key", { text: "For G7, see the notes" }],
    ["address", { text: "https://example.test/live" }],
  ])("takes a goal named by its %s for a link that is missing, and no more than a hint", (_, given) => {
    const live = aGoal({
      id: "live",
      key: "G7",
      title: "Fewer missed visits",
      url: "https://example.test/live",
    });
    const item = aQuestion({ id: "q", date: "2026-10-01", title: "What will it take?", ...given });

    const { findings } = check(aPortfolio({ goals: [live], items: [item] }));

    expect(findings).toMatchObject([
      {
        severity: "info",
        kind: "wording",
        message: `The question “${item.title}” names the goal “Fewer missed visits” in its text, and no link leads there yet.`,
        help: "If that is what it is for, a link there makes it count.",
      },
    ]);
  });

  it("does not choose between two goals that a text names, nor take one that is over", () => {
    const two = [
      aGoal({ id: "a", title: "Fewer missed visits" }),
      aGoal({ id: "b", title: "Shorter waits at night" }),
    ];
    const over = [aGoal({ id: "a", title: "Fewer missed visits", live: false })];
    const item = aQuestion({ date: "2026-10-01", title: "Fewer missed visits, shorter waits at night?" });

    for (const given of [two, over]) {
      const { findings } = check(aPortfolio({ goals: given, items: [item] }));

      expect(findings).toMatchObject([
        { severity: "error", message: expect.stringContaining("nothing links it") as string },
      ]);
    }
  });

  it("names the hop where the line stops, and offers the one link that mends most", () => {
    const portfolio = aPortfolio({
      goals,
      events: [anEvent({ id: "clinic", title: "March clinic" })],
      items: [
        aReview({ id: "r", title: "March review", eventIds: ["clinic"] }),
        anInsight({ id: "i", title: "Texts cut no-shows", reviewIds: ["r"] }),
      ],
    });

    const { findings } = check(portfolio);

    expect(findings.map(({ signal, message }) => [signal, message])).toEqual([
      [
        "S03",
        "The review “March review” leads to the event “March clinic”, and there the line to a goal stops.",
      ],
      [
        "S03",
        "The insight “Texts cut no-shows” leads to the event “March clinic”, and there the line to a goal stops.",
      ],
    ]);
    expect(findings[0]?.help).toBe(
      "Link the event “March clinic” to the goal it serves: that one link ties 2 items to the work.",
    );
    expect(findings.map(({ repair }) => repair?.at.id)).toEqual(["clinic", "clinic"]);
  });

  it("makes one remark of a review and the insights that are lines in it", () => {
    const ids = [1, 2, 3, 4].map((position) => derivedInsightId("r", position));
    const portfolio = aPortfolio({
      goals,
      items: [
        aReview({ id: "r", title: "March review", insightIds: ids }),
        ...ids.map((id) => anInsight({ id, reviewIds: ["r"] })),
      ],
    });

    const { findings, summary } = check(portfolio);

    expect(findings.map(({ message, help }) => [message, help])).toEqual([
      [
        "The review “March review” has no “so that” yet: nothing links it to a goal, and its 4 insights get to one only through it.",
        "Link it to the goal it serves: that one link ties 5 items to the work.",
      ],
    ]);
    expect(summary).toMatchObject({ items: 5, lineOfSight: 0 });
  });

  it("stays quiet below a row that a person waived, and waits below a row that is new", () => {
    const below = anInsight({ reviewIds: ["r"] });

    expect(answerFor(below, aReview({ id: "r", waiver: "A one-off" }))).toBe("healthy");
    expect(answerFor(below, aReview({ id: "r", date: "2026-11-14" }))).toBe("too-early");
  });

  it("says so when links go round in a circle", () => {
    const { findings } = check(
      aPortfolio({
        items: [aQuestion({ id: "a", parentIds: ["b"] }), aHypothesis({ id: "b", questionIds: ["a"] })],
      }),
    );

    expect(findings.map(({ message }) => message)).toEqual([
      "The question “a” is in a circle of links (through “a”) that never comes to a goal.",
      "The hypothesis “b” is in a circle of links (through “a”) that never comes to a goal.",
    ]);
  });
});
