import type { Goal, ItemKind, LearningItem } from "./types.ts";

export const severities = ["error", "warn", "info"] as const;
export type Severity = (typeof severities)[number];

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
  readonly subject: Subject;
  readonly message: string;
  readonly help: string;
  readonly suggestions: readonly GoalSuggestion[];
  readonly repair: Repair | null;
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
