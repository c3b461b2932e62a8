import type { Finding } from "../../src/domain/finding.ts";
import type { CheckResult } from "../../src/reporters/summary.ts";
import { countFindings } from "../../src/reporters/summary.ts";

import { aGoal, anInsight, aQuestion, aReview } from "../builders.ts";

/** A finding about an insight; give what the test is about. */
export function aFinding(given: Partial<Finding> = {}): Finding {
  return {
    rule: "linked-to-goal",
    severity: "warn",
    signal: "S01",
    kind: "fact",
    subject: { type: "item", item: anInsight({ id: "i1", title: "Texts the night before help" }) },
    message: "The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal.",
    help: "Open it and pick the goal it serves.",
    suggestions: [],
    repair: null,
    days: [],
    actBy: null,
    alsoSays: [],
    ...given,
  };
}

export function aCheck(findings: readonly Finding[], given: Partial<CheckResult> = {}): CheckResult {
  return {
    now: "2026-11-16T12:00:00.000Z",
    summary: { goals: 3, items: 12, linked: 8, lineOfSight: 7, findings: countFindings(findings) },
    findings,
    goals: [],
    readingNotes: [],
    silenced: [],
    stale: [],
    ...given,
  };
}

const step = {
  at: { id: "q", title: "How do we reach young fathers?", url: "https://example.test/q", kind: "question" },
  step: "Link the question “How do we reach young fathers?” to the goal it serves.",
  mends: 2,
} as const;

/** One of everything: a shared step, an own step with a suggestion, a goal, the team. */
export const mixedFindings: readonly Finding[] = [
  aFinding({
    rule: "goal-is-live",
    severity: "info",
    signal: "S02",
    subject: { type: "goal", goal: aGoal({ id: "g", title: "Safe sleep in every home", url: null }) },
    message: "Three items serve it, and it is over.",
    help: "Say which goal they serve now.",
  }),
  aFinding({
    suggestions: [
      {
        goal: { id: "g2", title: "Fewer missed visits" },
        score: 0.61,
        why: "both speak of visits and texts.",
      },
    ],
  }),
  aFinding({
    severity: "error",
    signal: "S03",
    subject: { type: "item", item: aQuestion({ id: "q", title: "How do we reach young fathers?" }) },
    message: "Nothing says which goal it serves.",
    repair: step,
  }),
  aFinding({
    signal: "S03",
    subject: { type: "item", item: aReview({ id: "r", title: "Open house, June" }) },
    message: "It leads to the question “How do we reach young fathers?”, and there the chain stops.",
    repair: step,
  }),
  aFinding({
    rule: "questions-are-open",
    severity: "info",
    signal: "S30",
    subject: { type: "team" },
    message: "No question has been asked since June.",
    help: "Ask one at the next meeting.",
  }),
];
