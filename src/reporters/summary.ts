import type { Finding, Severity } from "../domain/finding.ts";
import { severities } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { ReadingNote } from "../domain/types.ts";

/** The numbers that head every output of a check. */
export interface CheckSummary {
  readonly goals: number;
  readonly items: number;
  /** Items with at least one link toward the work. */
  readonly linked: number;
  /** Items that can be traced to a live goal. */
  readonly lineOfSight: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What a check found: the same for every reporter. */
export interface CheckResult {
  /** ISO instant, UTC. */
  readonly now: string;
  readonly summary: CheckSummary;
  readonly findings: readonly Finding[];
  /** Every live goal with its remarks, which are among the findings. */
  readonly goals: readonly GoalJudgement[];
  readonly readingNotes: readonly ReadingNote[];
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): CheckSummary["findings"] {
  const counts = { error: 0, warn: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The weightiest first; otherwise as they came. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
