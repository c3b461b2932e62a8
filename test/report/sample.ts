import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { GoalJudgement } from "../../src/domain/goal-judgement.ts";
import { noRunsKnown } from "../../src/domain/history.ts";
import type { Portfolio } from "../../src/domain/types.ts";
import { buildReport, type ReportInput } from "../../src/report/build.ts";
import type { ReportModel } from "../../src/report/model.ts";
import {
  aGoal,
  aHypothesis,
  anEvent,
  anInsight,
  anOpportunity,
  aPortfolio,
  aQuestion,
  aResult,
  aReview,
} from "../builders.ts";

/** A clinic's team on Monday 16 November 2026: one goal that goes well, one that does not, one that waits for data. */
export function samplePortfolio(): Portfolio {
  const monthly = (goalId: string, values: readonly number[]) =>
    values.map((value, index) => {
      const date = `2026-${String(index + 1).padStart(2, "0")}-28`;
      return aResult({ id: `${goalId}-${date}`, goalIds: [goalId], date, value });
    });
  return aPortfolio({
    goals: [
      aGoal({
        id: "no-shows",
        title: "Fewer missed visits",
        measure: "Share of visits missed",
        unit: "%",
        baseline: 31,
        target: 15,
        start: "2026-01-01",
        due: "2026-12-31",
      }),
      aGoal({
        id: "first-visits",
        title: "First visit before week twelve",
        measure: "Mothers seen by week 12",
        unit: "mothers",
        baseline: 40,
        target: 120,
        start: "2026-01-01",
        due: "2027-06-30",
        parentIds: [],
      }),
      aGoal({ id: "trust", title: "Families say they trust the clinic", measure: "Yearly survey" }),
      aGoal({ id: "old", title: "Open the second clinic", live: false, due: "2025-12-31" }),
    ],
    results: [
      ...monthly("no-shows", [31, 30, 31, 29, 28, 27, 24, 21, 20, 19.5]),
      aResult({ id: "no-shows-now", goalIds: ["no-shows"], date: "2026-11-16", value: 18.5 }),
      aResult({ id: "no-shows-next", goalIds: ["no-shows"], date: "2026-12-01", value: 18 }),
      ...monthly("first-visits", [40, 41, 45, 44, 50, 52, 55, 54, 58, 60]),
    ],
    events: [
      anEvent({
        id: "clinic-day",
        title: "Evening clinic, east valley",
        date: "2026-11-20",
        goalIds: ["first-visits"],
      }),
      anEvent({ id: "drive", title: "Volunteer driver drive", date: "2026-11-26", goalIds: ["no-shows"] }),
      anEvent({ id: "fair", title: "Family fair", date: "2026-11-07", goalIds: ["first-visits"] }),
      anEvent({ id: "pick-up", title: "Evening pick-up starts", date: "2026-09-25", goalIds: ["no-shows"] }),
      anEvent({ id: "texts", title: "Night-before texts start", date: "2026-06-30", goalIds: ["no-shows"] }),
    ],
    items: [
      aQuestion({
        id: "q-visits",
        title: "What will it take for every first-time mother to be seen before week twelve?",
        goalIds: ["first-visits"],
        owners: [{ id: "p1", name: "Dolores Haze" }],
      }),
      aQuestion({ id: "q-funder", title: "How do we increase collaboration?", requestedBy: "Funder" }),
      aHypothesis({
        id: "h-evening",
        title: "If the clinic opens until eight, mothers with day jobs come earlier",
        questionIds: ["q-visits"],
        eventIds: ["clinic-day"],
      }),
      aHypothesis({
        id: "h-texts",
        title: "If we text the night before, fewer people forget",
        goalIds: ["no-shows"],
        outcome: "held",
        reviewBy: "2026-12-15",
      }),
      aHypothesis({
        id: "h-posters",
        title: "If posters hang in shops, more mothers call",
        goalIds: ["first-visits"],
        outcome: "failed",
      }),
      aHypothesis({ id: "h-idle", title: "If drivers come in pairs, they stay", goalIds: ["no-shows"] }),
      aReview({
        id: "r-drive-before",
        title: "Before the driver drive",
        when: "before",
        date: "2026-11-12",
        eventIds: ["drive"],
      }),
      aReview({
        id: "r-texts",
        title: "After the first month of texts",
        date: "2026-08-03",
        eventIds: ["texts"],
        hypothesisIds: ["h-texts"],
        insightIds: ["i-bus"],
      }),
      aReview({ id: "r-lost", title: "Autumn learning session", date: "2026-10-02" }),
      anInsight({
        id: "i-bus",
        title: "People missed visits mostly when the last bus had gone, not when they forgot",
        date: "2026-09-20",
        evidence: "41 calls after missed visits; the route map",
        appliedInIds: ["pick-up"],
      }),
      anInsight({
        id: "i-job",
        title: "Fathers came when the invitation named a job to do",
        date: "2026-11-14",
        goalIds: ["first-visits"],
        evidence: "Two flyers compared",
      }),
      anInsight({ id: "i-lost", title: "Communication is key", date: "2026-10-02", reviewIds: ["r-lost"] }),
      anOpportunity({
        id: "o-pairs",
        title: "Try pairs at the drive",
        date: "2026-11-26",
        hypothesisIds: ["h-idle"],
        eventIds: ["drive"],
      }),
    ],
    coverage: [
      { role: "goals", connection: "team", table: "Goals", rows: 4, complete: true },
      { role: "results", connection: "base", table: "Monthly numbers", rows: 22, complete: false },
      { role: "learning", connection: "team", table: "Learning log", rows: 13, complete: true },
    ],
    readingNotes: [
      {
        connection: "base",
        table: "Monthly numbers",
        row: "Nov | draft",
        field: "Value",
        message: "“about 18” is not a number, so this value is left out.",
      },
    ],
  });
}

function sampleInput(
  portfolio: Portfolio = samplePortfolio(),
  given: Partial<ReportInput> = {},
): ReportInput {
  return {
    name: "Healthy Start team",
    key: "healthy-start/planning-meeting/2026-W47",
    templateName: "planning-meeting",
    living: false,
    period: { name: "2026-W47", label: "November 16 – 22, 2026", start: "2026-11-16", end: "2026-11-22" },
    today: "2026-11-16",
    now: "2026-11-16T12:00:00.000Z",
    timezone: "America/Chicago",
    locale: "en-US",
    filters: null,
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    findings: given.findings ?? sampleFindings(portfolio),
    judgements: sampleJudgements(portfolio),
    silenced: [],
    verdicts: [],
    history: noRunsKnown,
    last: null,
    ...given,
  };
}

export function sampleReport(given: Partial<ReportInput> = {}): ReportModel {
  return buildReport(sampleInput(given.portfolio ?? samplePortfolio(), given));
}

function sampleFindings(portfolio: Portfolio): readonly Finding[] {
  const about = (id: string): Finding["subject"] => {
    const item = portfolio.itemById.get(id);
    if (!item) throw new Error(`the sample has no item ${id}`);
    return { type: "item", item };
  };
  const repair = {
    at: {
      id: "r-lost",
      title: "Autumn learning session",
      url: "https://example.test/r-lost",
      kind: "review",
    },
    step: "Link the review “Autumn learning session” to the goal it serves.",
    mends: 2,
  } as const;
  const base = {
    rule: "linked-to-goal",
    severity: "error",
    kind: "fact",
    suggestions: [],
    repair: null,
    days: [],
    actBy: null,
    alsoSays: [],
  } as const;
  return [
    {
      ...base,
      signal: "S03",
      subject: about("i-lost"),
      message:
        "The insight “Communication is key” leads to the review “Autumn learning session”, and from there to no goal.",
      help: "One link from that review to the goal it serves gives both a line of sight.",
      repair,
    },
    {
      ...base,
      signal: "S01",
      subject: about("q-funder"),
      message:
        "The question “How do we increase collaboration?” has no “so that” yet: nothing links it to a goal.",
      help: "Which goal does it help?",
      suggestions: [
        {
          goal: { id: "trust", title: "Families say they trust the clinic" },
          score: 0.4,
          why: "shared words",
        },
      ],
    },
    {
      ...base,
      rule: "results-fresh",
      severity: "info",
      signal: "S30",
      subject: { type: "goal", goal: portfolio.goalById.get("trust")! },
      message: "There is no result yet, so nothing can be said about it.",
      help: "When does the next survey come in?",
    },
  ];
}

/** One goal whose learning drifts, one with something that goes well; of others nothing can be told yet. */
function sampleJudgements(portfolio: Portfolio): readonly GoalJudgement[] {
  return portfolio.goals
    .filter(({ live }) => live)
    .map((goal) => ({
      goal,
      verdict: goal.id === "trust" ? "drifting" : goal.id === "no-shows" ? "healthy" : "too-early",
      remarks: [],
      goingWell:
        goal.id === "no-shows"
          ? ["2 insights have been put to use.", "Its last 3 reviews came within 9 days of the work."]
          : [],
    }));
}
