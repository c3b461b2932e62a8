import fc from "fast-check";

import { addDays } from "../../src/domain/day.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import {
  aGoal,
  aHypothesis,
  anEvent,
  anInsight,
  anOpportunity,
  aQuestion,
  aResult,
  aReview,
} from "../builders.ts";
import { hidden, read } from "./ask.ts";
import { daysAgo, people } from "./asked.ts";

export type AnyParts = Required<Pick<PortfolioParts, "goals" | "results" | "events" | "items" | "coverage">>;

const ids = (kind: string, most = 2) =>
  fc.array(
    fc.nat({ max: 5 }).map((at) => `${kind}${at}`),
    { maxLength: most },
  );
const rarely = <Value>(odd: Value, usual: Value) => fc.nat({ max: 39 }).map((at) => (at === 0 ? odd : usual));
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 1 });
const day = fc.integer({ min: -30, max: 500 }).map(daysAgo);

const title = fc.constantFrom(
  "How do we increase collaboration?",
  "How do we roll out Scrum properly?",
  "The funder would like to know what a bed costs.",
  "We will strengthen partnerships.",
  "Our retrospectives are too long.",
  "Communication is key.",
  "A second room for the toddlers is missing",
  "Q2 learning session",
  "[write the insight here]",
  "What will it take for tenants to wait a week less?",
);
const answer = fc.constantFrom(
  null,
  null,
  "TBD",
  "40 families come to the fair",
  "10 families come to the fair",
  "keep\nchange\nask\ncall\nwait\nwalk\nsing\nread",
);
const common = {
  title,
  goalIds: ids("g", 1),
  parentIds: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: ids("q", 1) }),
  owners: fc.constantFrom(people(), people("ana"), people("ana"), people("ben"), people("cleo", "dan")),
  participants: fc.constantFrom(people(), people("ana", "ben", "cleo", "dan"), people("ana")),
  date: fc.option(day, { freq: 12, nil: null }),
  closed: rarely(true, false),
  status: rarely("Parked", null),
  waiver: rarely("Fine", null),
  requestedBy: fc.constantFrom(null, null, "A funder"),
  unresolved: rarely([hidden("hypothesis")], []),
};
const some = { minLength: 2, maxLength: 9 };
const numbered = <Given, Row>(
  kind: string,
  given: readonly Given[],
  make: (one: Given & { id: string }) => Row,
): Row[] => given.map((one, at) => make({ ...one, id: `${kind}${at}` }));

/** A workspace with links every which way, in which every rule finds something now and then. */
export const anyPortfolio: fc.Arbitrary<AnyParts> = fc
  .record({
    goals: fc.array(
      fc.record({
        title: fc.constantFrom("Adopt Scrum in all teams", "Tenants wait a week less", "Fewer missed visits"),
        measure: fc.constantFrom(null, "workshops held", "Days of waiting"),
        status: fc.constantFrom("Off track", "On track", "Active", null),
        team: fc.constantFrom("East", "West"),
        parentIds: fc.constantFrom([], ["g0"]),
        live: fc.constantFrom(true, true, true, false),
        baseline: fc.constant(10),
        target: fc.constant(90),
        start: fc.constant(daysAgo(300)),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    results: fc.array(
      fc.record({
        date: day,
        value: sometimes(fc.nat({ max: 100 })),
        note: rarely("Noted", null),
        goalIds: ids("g", 1),
      }),
      { maxLength: 25 },
    ),
    events: fc.array(fc.record({ date: day, goalIds: ids("g", 1), owners: common.owners }), some),
    questions: fc.array(fc.record(common), some),
    hypotheses: fc.array(
      fc.record({
        ...common,
        questionIds: ids("q", 1),
        outcome: fc.constantFrom("held", "held", "held", "open"),
        if: sometimes(fc.constant("we hold workshops")),
        then: sometimes(fc.constant("12 workshops will have been held")),
        measure: sometimes(fc.constant("workshops held")),
        reviewBy: rarely(daysAgo(40), null),
      }),
      some,
    ),
    reviews: fc.array(
      fc.record({
        ...common,
        when: fc.constantFrom("before", "after", "after"),
        eventIds: ids("e", 1),
        beforeIds: ids("r", 1),
        hypothesisIds: fc.constantFrom([], [], ["h0"]),
        intended: answer,
        measures: sometimes(fc.constant("workshops held")),
        actual: answer,
        causes: answer,
        improve: answer,
        next: sometimes(fc.constant("Try a ring")),
        nextDate: sometimes(day),
      }),
      { minLength: 4, maxLength: 14 },
    ),
    insights: fc.array(
      fc.record({
        ...common,
        reviewIds: fc.constantFrom([], [], ["r0"]),
        evidence: fc.constantFrom(null, null, "Six calls in May"),
        appliedInIds: fc.constantFrom([], [], [], ["h1"]),
      }),
      { minLength: 4, maxLength: 14 },
    ),
    opportunities: fc.array(fc.record({ ...common, hypothesisIds: ids("h", 1) }), some),
  })
  .map(({ goals, results, events, questions, hypotheses, reviews, insights, opportunities }) => ({
    goals: numbered("g", goals, aGoal),
    results: numbered("v", results, aResult),
    events: numbered("e", events, (one) => anEvent({ ...one, endDate: one.date })),
    items: [
      ...numbered("q", questions, aQuestion),
      ...numbered("h", hypotheses, aHypothesis),
      ...numbered("r", reviews, aReview),
      ...numbered("i", insights, anInsight),
      ...numbered("o", opportunities, anOpportunity),
    ],
    coverage: [read("results"), read("events"), read("learning")],
  }));

/**
 * Sorted habits that no random workspace has: reviews on the beat of a calendar, bets that always hold, insights
 * that stay, people who stop coming. Each makes one of the rules about patterns speak.
 */
export const habits: AnyParts = {
  goals: [
    aGoal({ id: "top" }),
    aGoal({ id: "east", team: "East", parentIds: ["top"], status: "On track", baseline: 0, target: 100 }),
    aGoal({ id: "west", team: "West", parentIds: ["top"], status: "Off track", baseline: 0, target: 100 }),
  ],
  results: [
    ...[0, 1, 2, 3, 4, 5].map((at) =>
      aResult({ id: `v${at}`, goalIds: ["east"], date: daysAgo(300 - at * 30), value: 20 }),
    ),
    ...[0, 1, 2, 3].map((at) =>
      aResult({ id: `w${at}`, goalIds: ["west"], date: daysAgo(260 - at * 60), value: at < 2 ? 5 : 60 }),
    ),
  ],
  events: [
    anEvent({ id: "passed", date: daysAgo(246), endDate: daysAgo(246) }),
    ...times(6, (at) =>
      anEvent({ id: `e${at}`, date: daysAgo(310 - at * 30), endDate: daysAgo(310 - at * 30) }),
    ),
  ],
  items: [
    ...times(8, (at) =>
      aHypothesis({
        id: `h${at}`,
        outcome: "held",
        goalIds: ["east"],
        date: daysAgo(300 - at * 30),
        owners: people("ana"),
      }),
    ),
    ...times(7, (at) =>
      aReview({
        id: `loose${at}`,
        title: "Learning session",
        date: daysAgo(290 - at * 28),
        actual: "It rained",
        participants: people(...(at < 4 ? ["ana", "ben", "cleo", "dan", "eve", "fay"] : ["ana"])),
        owners: people("ana"),
      }),
    ),
    ...times(6, (at) =>
      aReview({
        id: `of${at}`,
        eventIds: [`e${at}`],
        date: daysAgo(310 - at * 30 - (at < 3 ? 1 : 26)),
        actual: "So",
        goalIds: ["east"],
      }),
    ),
    ...times(12, (at) =>
      anInsight({
        id: `i${at}`,
        title: `Number ${at} waits at the gate`,
        goalIds: ["east"],
        date: daysAgo(at < 10 ? 250 : 20),
        owners: people("ana"),
        appliedInIds: at < 2 ? ["used"] : [],
      }),
    ),
    aHypothesis({
      id: "used",
      goalIds: ["east"],
      date: daysAgo(245),
      outcome: "held",
      owners: people("ana"),
    }),
    ...times(12, (at) =>
      anInsight({ id: `new${at}`, goalIds: ["east"], date: daysAgo(20), owners: people("ana") }),
    ),
    ...times(120, (at) =>
      anInsight({
        id: `burst${at}`,
        goalIds: ["east"],
        date: addDays("2026-09-30", -(at % 3)),
        owners: people("ana"),
      }),
    ),
    aHypothesis({
      id: "doings",
      goalIds: ["west"],
      title: "Workshops",
      if: "we run six workshops",
      then: "120 people will have attended",
    }),
    aReview({ id: "lone", when: "before", date: daysAgo(100), goalIds: ["west"] }),
    ...times(3, (at) =>
      anInsight({
        id: `again${at}`,
        title: "Toddlers need a second room",
        goalIds: ["west"],
        date: daysAgo(200 - at * 50),
      }),
    ),
    aReview({
      id: "b",
      when: "before",
      intended: "40 families come to the fair",
      date: daysAgo(330),
      goalIds: ["west"],
    }),
    aReview({
      id: "a",
      beforeIds: ["b"],
      intended: "10 families come to the fair",
      date: daysAgo(320),
      goalIds: ["west"],
    }),
  ],
  coverage: [read("results"), read("events"), read("learning")],
};

function times<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** The parts with every item changed. */
export function withItems(parts: AnyParts, change: (item: LearningItem) => LearningItem): AnyParts {
  return { ...parts, items: parts.items.map(change) };
}
