import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { afterHasBefore } from "../../src/rules/after-has-before.ts";
import { beforeHasAfter } from "../../src/rules/before-has-after.ts";
import { goalHasLearning } from "../../src/rules/goal-has-learning.ts";
import { hypothesisIsTested } from "../../src/rules/hypothesis-is-tested.ts";
import { insightTravels } from "../../src/rules/insight-travels.ts";
import { intentIsKept } from "../../src/rules/intent-is-kept.ts";
import { learningFollowsRisk } from "../../src/rules/learning-follows-risk.ts";
import { learningHasOwners } from "../../src/rules/learning-has-owners.ts";
import { outcomesVary } from "../../src/rules/outcomes-vary.ts";
import { outsideQuestionHasOwner } from "../../src/rules/outside-question-has-owner.ts";
import { questionIsWorkedOn } from "../../src/rules/question-is-worked-on.ts";
import { reviewComesSoon } from "../../src/rules/review-comes-soon.ts";
import { reviewsKeepVoices } from "../../src/rules/reviews-keep-voices.ts";
import type { Rule } from "../../src/rules/types.ts";
import { aGoal, aHypothesis, anEvent, anInsight, anOpportunity, aQuestion, aReview } from "../builders.ts";
import { ask, hidden } from "./ask.ts";
import { daysAgo, people } from "./asked.ts";

const rules = [
  goalHasLearning,
  outsideQuestionHasOwner,
  hypothesisIsTested,
  beforeHasAfter,
  afterHasBefore,
  reviewComesSoon,
  intentIsKept,
  outcomesVary,
  learningHasOwners,
  reviewsKeepVoices,
  insightTravels,
  questionIsWorkedOn,
  learningFollowsRisk,
];
const named = rules.map((rule) => [rule.id, rule] as const);

const ids = (kind: string, count: number) =>
  fc.uniqueArray(
    fc.integer({ min: 0, max: count - 1 }).map((at) => `${kind}${at}`),
    { maxLength: 2 },
  );
const rarely = <Value>(odd: Value, usual: Value) =>
  fc.integer({ min: 0, max: 29 }).map((at) => (at === 0 ? odd : usual));
const day = fc.integer({ min: -60, max: 500 }).map(daysAgo);
const common = {
  goalIds: ids("g", 3),
  parentIds: ids("q", 4),
  owners: fc.constantFrom(people(), people("ana"), people("ben"), people("ana", "cleo")),
  participants: fc.constantFrom(people(), people("ana", "ben", "cleo", "dan"), people("ana")),
  date: fc.option(day, { freq: 8 }),
  closed: rarely(true, false),
  status: rarely("Parked", null),
  waiver: rarely("Fine", null),
  requestedBy: fc.constantFrom(null, "A funder"),
  unresolved: rarely([hidden("hypothesis")], []),
};
const text = fc.constantFrom(null, "40 families come to the fair", "10 families come to the fair");
const many = { minLength: 4, maxLength: 16 };

/** A small workspace with links every which way, circles and hidden ones included. */
const parts: fc.Arbitrary<Partial<PortfolioParts>> = fc
  .record({
    goals: fc.tuple(
      ...[0, 1, 2].map((at) =>
        fc.record({
          id: fc.constant(`g${at}`),
          status: fc.constantFrom("Off track", "On track", "Active", null),
          team: fc.constantFrom(null, "East", "West"),
          parentIds: fc.constantFrom([], ["g0"]),
          live: fc.constantFrom(true, true, false),
        }),
      ),
    ),
    events: fc.array(
      fc.record({ date: day, endDate: fc.constant(null), goalIds: common.goalIds, owners: common.owners }),
      many,
    ),
    questions: fc.array(fc.record(common), many),
    hypotheses: fc.array(
      fc.record({
        ...common,
        questionIds: ids("q", 4),
        outcome: fc.constantFrom("held", "held", "held", "open", "failed"),
      }),
      many,
    ),
    reviews: fc.array(
      fc.record({
        ...common,
        when: fc.constantFrom("before", "after", "after", null),
        eventIds: ids("e", 4),
        beforeIds: ids("r", 4),
        hypothesisIds: ids("h", 4),
        intended: text,
        actual: text,
      }),
      many,
    ),
    insights: fc.array(fc.record({ ...common, reviewIds: ids("r", 4), appliedInIds: ids("r", 4) }), many),
    opportunities: fc.array(fc.record({ ...common, hypothesisIds: ids("h", 4) }), many),
  })
  .map(({ goals, events, questions, hypotheses, reviews, insights, opportunities }) => ({
    goals: goals.map((goal) => aGoal(goal)),
    events: events.map((given, at) => anEvent({ id: `e${at}`, ...given })),
    items: [
      ...questions.map((given, at) => aQuestion({ id: `q${at}`, ...given })),
      ...hypotheses.map((given, at) => aHypothesis({ id: `h${at}`, ...given })),
      ...reviews.map((given, at) => aReview({ id: `r${at}`, ...given })),
      ...insights.map((given, at) => anInsight({ id: `i${at}`, ...given })),
      ...opportunities.map((given, at) => anOpportunity({ id: `o${at}`, ...given })),
    ],
  }));
const said = (rule: Rule, given: Partial<PortfolioParts>) =>
  ask(rule, given).findings.map(({ subject, message, help }) => [subject.type, message, help]);

describe("rules about facts, timing and patterns", () => {
  describe.each(named)("%s", (_, rule) => {
    test.prop([parts, fc.infiniteStream(fc.nat())], { numRuns: 60 })(
      "says the same in any order of rows",
      (given, stream) => {
        const shuffle = <Row>(rows: readonly Row[] = []): Row[] =>
          rows
            .map((row) => [stream.next().value ?? 0, row] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, row]) => row);

        const shuffled = {
          goals: shuffle(given.goals),
          events: shuffle(given.events),
          items: shuffle(given.items),
        };

        expect(said(rule, shuffled)).toEqual(said(rule, given));
        expect(ask(rule, shuffled).answers).toEqual(ask(rule, given).answers);
      },
    );

    test.prop([parts], { numRuns: 60 })(
      "remarks on no item that is closed or called fine as it is",
      (given) => {
        for (const { subject } of ask(rule, given).findings)
          if (subject.type === "item") {
            expect(subject.item.closed).toBe(false);
            expect(subject.item.waiver).toBeNull();
          }
      },
    );

    test.prop([parts], { numRuns: 60 })("names no person", (given) => {
      for (const line of said(rule, given).flat()) expect(line).not.toMatch(/Name of|funder/u);
    });
  });

  test.prop([parts], { numRuns: 60 })("stay silent with less than what they need", (given) => {
    const young = (given.items ?? []).map((item) => ({ ...item, date: daysAgo(3), createdAt: null }));
    const few = young.filter(({ id }) => id.endsWith("0")).slice(0, 4);

    for (const rule of [
      hypothesisIsTested,
      outsideQuestionHasOwner,
      questionIsWorkedOn,
      outcomesVary,
      afterHasBefore,
      reviewComesSoon,
      reviewsKeepVoices,
      insightTravels,
      learningFollowsRisk,
      learningHasOwners,
    ])
      expect(ask(rule, { ...given, items: few }).findings).toEqual([]);
  });
});
