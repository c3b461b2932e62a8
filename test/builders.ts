import { buildPortfolio, type PortfolioParts } from "../src/domain/portfolio.ts";
import type {
  Goal,
  Hypothesis,
  Insight,
  Opportunity,
  Portfolio,
  Question,
  Result,
  Review,
  WorkEvent,
} from "../src/domain/types.ts";

/**
 * Small, whole domain objects for tests: give what the test is about, the rest is plain and valid.
 * The title follows the id, and the id its kind, unless given.
 */

const entity = (id: string) => ({
  id,
  title: id,
  url: `https://example.test/${id}`,
  connection: "team",
  createdAt: "2026-01-05T09:00:00.000Z",
});

const learning = (id: string, table: string) => ({
  ...entity(id),
  table,
  text: null,
  goalIds: [],
  parentIds: [],
  eventIds: [],
  owners: [],
  participants: [],
  status: null,
  closed: false,
  date: "2026-01-05",
  requestedBy: null,
  waiver: null,
  unresolved: [],
});

/** A live goal without numbers. */
export function aGoal(given: Partial<Goal> = {}): Goal {
  return {
    ...entity(given.id ?? "goal"),
    table: "Goals",
    key: null,
    measure: null,
    unit: null,
    baseline: null,
    target: null,
    current: null,
    start: null,
    due: null,
    status: null,
    owners: [],
    team: null,
    parentIds: [],
    priority: null,
    waiver: null,
    live: true,
    unresolved: [],
    ...given,
  };
}

export function aResult(given: Partial<Result> = {}): Result {
  return {
    ...entity(given.id ?? "result"),
    table: "Results",
    goalIds: [],
    date: "2026-01-05",
    value: null,
    note: null,
    ...given,
  };
}

/** A one-day event unless `endDate` is given. */
export function anEvent(given: Partial<WorkEvent> = {}): WorkEvent {
  const date = given.date === undefined ? "2026-01-05" : given.date;
  return {
    ...entity(given.id ?? "event"),
    table: "Events",
    date,
    endDate: date,
    goalIds: [],
    owners: [],
    status: null,
    unresolved: [],
    ...given,
  };
}

export function aQuestion(given: Partial<Question> = {}): Question {
  return { ...learning(given.id ?? "question", "Questions"), kind: "question", standing: false, ...given };
}

/** An open bet. */
export function aHypothesis(given: Partial<Hypothesis> = {}): Hypothesis {
  return {
    ...learning(given.id ?? "hypothesis", "Hypotheses"),
    kind: "hypothesis",
    questionIds: [],
    if: null,
    then: null,
    soThat: null,
    measure: null,
    outcome: "open",
    reviewBy: null,
    refinedFromIds: [],
    ...given,
  };
}

/** An after-review unless `when` is given. */
export function aReview(given: Partial<Review> = {}): Review {
  return {
    ...learning(given.id ?? "review", "Reviews"),
    kind: "review",
    when: "after",
    beforeIds: [],
    hypothesisIds: [],
    intended: null,
    measures: null,
    challenges: null,
    priorLearning: null,
    priorLearningIds: [],
    successFactors: null,
    actual: null,
    causes: null,
    sustain: null,
    improve: null,
    next: null,
    nextDate: null,
    insightIds: [],
    ...given,
  };
}

export function anInsight(given: Partial<Insight> = {}): Insight {
  return {
    ...learning(given.id ?? "insight", "Insights"),
    kind: "insight",
    reviewIds: [],
    evidence: null,
    appliedInIds: [],
    appliedIn: null,
    ...given,
  };
}

export function anOpportunity(given: Partial<Opportunity> = {}): Opportunity {
  return {
    ...learning(given.id ?? "opportunity", "Opportunities"),
    kind: "opportunity",
    hypothesisIds: [],
    next: null,
    ...given,
  };
}

export function aPortfolio(given: Partial<PortfolioParts> = {}): Portfolio {
  return buildPortfolio({
    goals: [],
    results: [],
    events: [],
    items: [],
    readingNotes: [],
    coverage: [],
    ...given,
  });
}
