import type { Finding } from "./finding.ts";
import type { SightCount } from "./sight-count.ts";
import type { Silencing } from "./silencing.ts";
import type { Day, Goal, LearningItem, Outcome } from "./types.ts";

/**
 * What earlier reports saw, as far as it was kept. Hashes stand behind it, so it can say that something changed
 * and when, never what it was.
 */
export interface RunHistory {
  /** One entry a report, oldest first, the present run left out. */
  readonly sight: readonly SightCount[];
  /** How a review's intent was seen over time, the present included; null when no earlier report saw the review. */
  intentOf(item: LearningItem): SeenIntent | null;
  /** Values of the goal's `current` column on earlier days, oldest first, each on the first day it was seen. */
  currentsOf(goalId: string): readonly SeenValue[];
  /** The first day of the unbroken stretch on which reports made this remark; null when none did. */
  firstSeen(finding: Finding): Day | null;
  /**
   * The day on which somebody's "fine as is" stopped to fit: the first one on which the text was seen to differ
   * from what it was when the silencing was first seen. null while the text is the same, or nothing is known.
   */
  outgrewOn(silencing: Silencing): Day | null;
}

/** A first run, or one whose history was lost. */
export const noRunsKnown: RunHistory = {
  sight: [],
  intentOf: () => null,
  currentsOf: () => [],
  firstSeen: () => null,
  outgrewOn: () => null,
};

export interface SeenValue {
  readonly date: Day;
  readonly value: number;
}

export interface SeenIntent {
  /** The first day on which a report saw the review. */
  readonly since: Day;
  /** Oldest first. */
  readonly changes: readonly IntentChange[];
}

/** One time that an intent was seen to read otherwise than before. */
export interface IntentChange {
  /** The last day on which it was seen as it had been. */
  readonly until: Day;
  /** The first day on which it was seen as it then was. */
  readonly by: Day;
  /** `filled` and `emptied` start or end at nothing; `small`: the same numbers, and nearly all letters the same. */
  readonly kind: "filled" | "emptied" | "small" | "numbers" | "words";
}

/** The report before this one, as far as it was kept. */
export interface LastReport {
  readonly day: Day;
  /** Whether everything that should be read was read then; if not, a row that it did not see need not be new. */
  readonly whole: boolean;
  /** null when it saw no such row. */
  item(item: LearningItem): SeenItem | null;
  goal(goal: Goal): SeenGoal | null;
  /** null when it was judged by other rules, so that its findings cannot be set beside today's. */
  readonly findings: SeenFindings | null;
}

export interface SeenItem {
  /** Whether a live goal could be reached from it. */
  readonly inSight: boolean;
  /** null for anything but a hypothesis. */
  readonly outcome: Outcome | null;
}

export interface SeenGoal {
  readonly live: boolean;
  /** null when that could not be told. */
  readonly reached: boolean | null;
  readonly latest: SeenValue | null;
  /** Whether measure, unit, baseline and target are still what they were. */
  readonly sameAim: boolean;
}

export interface SeenFindings {
  has(finding: Finding): boolean;
  /** How many of those seen then are not among these. */
  missingFrom(findings: readonly Finding[]): number;
}

/** What a history needs to know of a goal's result on the day of a run. */
export interface GoalStanding {
  readonly goal: Goal;
  readonly latest: SeenValue | null;
  readonly reached: boolean | null;
}
