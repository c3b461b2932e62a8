import type { Day, Goal, ItemKind, LearningItem } from "./types.ts";

export const severities = ["error", "warn", "info"] as const;
export type Severity = (typeof severities)[number];

/** How sure a machine can be: the data says so, dates say so, many items say so, or a guess from the words. The surest first. */
export const signalKinds = ["fact", "timing", "pattern", "wording"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** A signal of the field's catalogue, S01 to S36 (docs/rules). */
export type SignalId = `S${number}`;

/**
 * Every rule gives one of four answers, never two: a tool that can only say "good" or "bad" has to guess.
 * Only `worth-a-look` becomes a finding.
 */
export type Answer = "healthy" | "worth-a-look" | "too-early" | "cant-see";

/** What a verdict or finding is about. */
export type Subject =
  | { readonly type: "item"; readonly item: LearningItem }
  | { readonly type: "goal"; readonly goal: Goal }
  /** The whole portfolio. */
  | { readonly type: "team" };

/** One link a person could make. */
export interface Repair {
  /** The row to open. */
  readonly at: {
    readonly id: string;
    readonly title: string;
    readonly url: string | null;
    readonly kind: ItemKind | "event" | "goal";
  };
  /** One sentence: what to link there. */
  readonly step: string;
  /** How many items would gain a line of sight. At least 1. */
  readonly mends: number;
}

export interface GoalSuggestion {
  readonly goal: { readonly id: string; readonly title: string };
  /** 0 to 1. */
  readonly score: number;
  readonly why: string;
}

/** Something worth a look, in words a person can act on. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly signal: SignalId;
  readonly kind: SignalKind;
  readonly subject: Subject;
  readonly message: string;
  readonly help: string;
  readonly suggestions: readonly GoalSuggestion[];
  readonly repair: Repair | null;
  /** The days of the rows it was seen in, oldest first; empty when none is known. */
  readonly days: readonly Day[];
  /** The next occasion on which something could be done about it; null when none is known. */
  readonly actBy: Day | null;
  /** What other rules said of the same thing in other words: this one stands for them. */
  readonly alsoSays: readonly FoldedRemark[];
}

/** A finding that another one about the same subject stands for. */
export type FoldedRemark = Pick<Finding, "rule" | "severity" | "signal" | "message" | "help">;

/** Something that is going well with a goal, in one plain line that the data shows. */
export interface GoodSign {
  readonly rule: string;
  readonly signal: SignalId;
  readonly goal: Goal;
  readonly message: string;
}

/** The numbers that head every output of a check. */
export interface CheckSummary {
  readonly goals: number;
  readonly items: number;
  /** Items with at least one link toward the work, whether or not it leads to a goal. */
  readonly linked: number;
  /** Items from which a live goal can be reached. */
  readonly lineOfSight: number;
  readonly findings: Readonly<Record<Severity, number>>;
}
