import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect } from "vitest";

import { addDays } from "../../src/domain/day.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { insightHasEvidence } from "../../src/rules/insight-has-evidence.ts";
import { insightIsUsed } from "../../src/rules/insight-is-used.ts";
import { insightsMeetResults } from "../../src/rules/insights-meet-results.ts";
import { learningIsSpread } from "../../src/rules/learning-is-spread.ts";
import { lessonIsNew } from "../../src/rules/lesson-is-new.ts";
import { lineOfSightHolds } from "../../src/rules/line-of-sight-holds.ts";
import { opportunityComesBack } from "../../src/rules/opportunity-comes-back.ts";
import { resultsAreFresh } from "../../src/rules/results-are-fresh.ts";
import { reviewHasFewLessons } from "../../src/rules/review-has-few-lessons.ts";
import { reviewHasWork } from "../../src/rules/review-has-work.ts";
import { reviewLeadsToChange } from "../../src/rules/review-leads-to-change.ts";
import { reviewsFollowWork } from "../../src/rules/reviews-follow-work.ts";
import { textIsReal } from "../../src/rules/text-is-real.ts";
import { aGoal, aHypothesis, anEvent, anInsight, anOpportunity, aResult, aReview } from "../builders.ts";
import { ask, read, today } from "./ask.ts";

const group = [
  reviewsFollowWork,
  reviewHasWork,
  reviewLeadsToChange,
  reviewHasFewLessons,
  opportunityComesBack,
  lessonIsNew,
  insightIsUsed,
  learningIsSpread,
  resultsAreFresh,
  insightHasEvidence,
  insightsMeetResults,
  textIsReal,
  lineOfSightHolds,
];
const options = new Map([[learningIsSpread.id, { quarterEnds: true }]]);
const coverage = [read("events"), read("results"), read("learning")];
const settings = { seed: 1729, numRuns: 120 };

const day = fc.integer({ min: 0, max: 500 }).map((ago) => addDays(today, -ago));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const idOf = (kind: string) => fc.integer({ min: 0, max: 5 }).map((number) => `${kind}${number}`);
const ids = (kind: string) => fc.array(idOf(kind), { maxLength: 2 });
const sentence = fc.constantFrom(
  "A second room for the toddlers",
  "The toddlers need a second room",
  "Q2 learning session",
  "Names get answers",
  "TBD",
  "[write the insight here]",
  "keep\nchange\nask\ncall\nwait\nwalk\nsing\nread",
);
const common = {
  title: sentence,
  date: day,
  createdAt: day.map((date) => `${date}T09:00:00Z`),
  goalIds: ids("goal"),
  parentIds: ids("item"),
};
const item: fc.Arbitrary<LearningItem> = fc.oneof(
  fc
    .record({ ...common, evidence: maybe(sentence), appliedIn: maybe(sentence), reviewIds: ids("item") })
    .map(anInsight),
  fc
    .record({
      ...common,
      actual: maybe(sentence),
      causes: maybe(sentence),
      improve: maybe(sentence),
      next: maybe(sentence),
      nextDate: maybe(day),
      eventIds: ids("event"),
      hypothesisIds: ids("item"),
      priorLearningIds: ids("item"),
    })
    .map(aReview),
  fc.record({ ...common, hypothesisIds: ids("item") }).map(anOpportunity),
  fc.record({ ...common, refinedFromIds: ids("item") }).map(aHypothesis),
);
const items = fc
  .array(item, { maxLength: 30 })
  .map((made) => made.map((one, index) => ({ ...one, id: `item${index}` })));
const results = fc
  .array(
    fc.record({ date: maybe(day), value: maybe(fc.integer({ min: 0, max: 100 })), goalIds: ids("goal") }),
    { maxLength: 25 },
  )
  .map((made) => made.map((one, index) => aResult({ ...one, id: `result${index}` })));
const goals = Array.from({ length: 6 }, (_, index) =>
  aGoal({ id: `goal${index}`, baseline: 10, target: 90, live: index !== 5 }),
);
const events = Array.from({ length: 6 }, (_, index) =>
  anEvent({ id: `event${index}`, date: addDays(today, 20 - index * 40), goalIds: [`goal${index}`] }),
);

const findingsOf = (parts: Partial<PortfolioParts>) =>
  group.flatMap((rule) => ask(rule, parts, options.get(rule.id)).findings);
const spoken = (parts: Partial<PortfolioParts>) =>
  findingsOf(parts).map(({ rule, message, help }) => [rule, message, help]);

describe("rules that follow learning through", () => {
  test.prop([items, results, fc.integer()], settings)(
    "say the same whatever the order of rows",
    (items, results, turn) => {
      const shuffled = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
        rows.toSorted((a, b) => ((hash(a.id) ^ turn) >>> 0) - ((hash(b.id) ^ turn) >>> 0));

      const [one, other] = [
        spoken({ goals, events, items, results, coverage }),
        spoken({
          goals: shuffled(goals),
          events: shuffled(events),
          items: shuffled(items),
          results: shuffled(results),
          coverage,
        }),
      ];

      expect(other).toEqual(one);
    },
  );

  test.prop([items, results], settings)("say nothing of settled items", (items, results) => {
    const settled = items.map((one, index) =>
      index % 2 === 0 ? { ...one, closed: true } : { ...one, waiver: "Fine as is" },
    );

    const about = findingsOf({ goals, events, items: settled, results, coverage }).filter(
      ({ subject }) => subject.type === "item",
    );

    expect(about).toEqual([]);
  });

  test.prop([items.map((made) => made.slice(0, 5)), results.map((made) => made.slice(0, 2))], settings)(
    "say nothing of habits and rhythms with less than they need",
    (items, results) => {
      const few = [reviewsFollowWork, learningIsSpread, resultsAreFresh, insightsMeetResults];

      expect(
        few.flatMap(
          (rule) => ask(rule, { goals, events, items, results, coverage }, options.get(rule.id)).findings,
        ),
      ).toEqual([]);
    },
  );

  test.prop([items.map((made) => made.slice(0, 2))], settings)(
    "say nothing of repeats below three",
    (items) => {
      const below = items.map((one) => (one.kind === "review" ? { ...one, improve: null } : one));

      expect(ask(lessonIsNew, { goals, items: below, coverage }).findings).toEqual([]);
    },
  );

  test.prop([items], settings)("say nothing of what is new", (items) => {
    const young = items.map(
      (one) => ({ ...one, date: today, createdAt: `${today}T09:00:00Z`, nextDate: null }) as LearningItem,
    );

    expect(
      findingsOf({ goals, events, items: young, coverage }).filter(({ subject }) => subject.type === "item"),
    ).toEqual([]);
  });
});

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return sum;
}
