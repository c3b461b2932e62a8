import type { CheckSummary, Finding } from "../domain/finding.ts";
import { severities } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { SilencedFinding, StaleIgnore } from "../domain/silencing.ts";
import type { ReadingNote } from "../domain/types.ts";

/** What a check found: the same for every reporter. */
export interface CheckResult {
  /** ISO instant, UTC. */
  readonly now: string;
  readonly summary: CheckSummary;
  readonly findings: readonly Finding[];
  /** Every live goal with its remarks, which are among the findings. */
  readonly goals: readonly GoalJudgement[];
  readonly readingNotes: readonly ReadingNote[];
  /** Remarks that are not made: somebody said that it is fine as it is. */
  readonly silenced: readonly SilencedFinding[];
  /** Entries of the config that silence nothing any more. */
  readonly stale: readonly PlacedStaleIgnore[];
}

export interface PlacedStaleIgnore extends StaleIgnore {
  /** Where the entry stands: `sothat.yaml:31`; null when nobody knows. */
  readonly at: string | null;
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
