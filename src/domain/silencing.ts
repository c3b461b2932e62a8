import type { Finding } from "./finding.ts";
import type { Day, Goal, LearningItem } from "./types.ts";

/** A person's word that a row is fine as it is: in its own waiver column, or in the config. */
export interface Silencing {
  readonly by: "waiver" | "config";
  /** A rule's id, or "all". */
  readonly rule: string;
  readonly subject: Goal | LearningItem;
  readonly reason: string;
  /** The last day on which it holds; null for no end. */
  readonly until: Day | null;
}

/** An entry under `ignore` in the config, as written. */
export interface IgnoreEntry {
  readonly rule: string;
  /** Id, address, key or exact title of an item or a goal. */
  readonly item: string;
  readonly reason: string;
  readonly until?: Day | undefined;
}

/** A remark that would be made, were it not for somebody's word. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly silencing: Silencing;
}

/** An entry under `ignore` that silences nothing any more. */
export interface StaleIgnore {
  readonly entry: IgnoreEntry;
  /** Where it stands in the list, from 0. */
  readonly index: number;
  readonly why: "ended" | "no-row" | "no-remark";
}
