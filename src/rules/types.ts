import type { z } from "zod";

import type {
  Answer,
  GoalSuggestion,
  Repair,
  Severity,
  SignalId,
  SignalKind,
  Subject,
} from "../domain/finding.ts";
import type { RunHistory } from "../domain/history.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import type { Language, Value, Words } from "../lib/languages.ts";

/** What a rule may look at. No clock, no service, no I/O. */
export interface RuleContext<Options> {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  /** The run's day in the team's zone. */
  readonly today: Day;
  /** What earlier reports saw; it may know of none. */
  readonly history: Pick<RunHistory, "sight" | "intentOf">;
  readonly options: Options;
}

/** One answer about one subject. The words are made from `message` and `values` by the rule's own `messages`. */
export interface Verdict {
  readonly answer: Answer;
  readonly subject: Subject;
  /** Key of the rule's `messages`. */
  readonly message: string;
  readonly values: Readonly<Record<string, Value>>;
  /** When a rule covers several signals: which one this is. Default: the rule's first. */
  readonly signal?: SignalId;
  /** When this answer is less sure than the rule's others, such as a guess from the words. Default: the rule's. */
  readonly kind?: SignalKind;
  readonly suggestions?: readonly GoalSuggestion[];
  readonly repair?: Repair;
  /** The days of the rows it was seen in, where the subject's own day does not say it all; null for a row without a day. */
  readonly days?: readonly (Day | null)[];
  /** The next occasion on which something could be done about it. */
  readonly actBy?: Day | null;
}

/** A message in one language. */
export interface Phrase {
  readonly text: (values: Words) => string;
  readonly help: (values: Words) => string;
  /** What to link at the row that a repair names; a language other than English brings its own. */
  readonly step?: (at: Repair["at"]) => string;
}

export type Phrases = Readonly<Record<string, Phrase>>;

/**
 * A rule is one file: what it is, what it looks at, and the words it uses.
 * To add one: write the file, enter it in `registry.ts`, write docs/rules/<id>.md; a test compares the three. Its words
 * in Spanish stand in es/<id>.ts; another test compares them with the English ones.
 */
export interface Rule<Options = unknown> {
  /** Subject, then what is checked: `linked-to-goal`. Permanent. */
  readonly id: string;
  readonly signals: readonly [SignalId, ...SignalId[]];
  readonly kind: SignalKind;
  /** One line. */
  readonly description: string;
  readonly defaultSeverity: Severity | "off";
  /** The least data below which the answer is "too early". One line. */
  readonly needs: string;
  /** With a default for every option. */
  readonly options: z.ZodType<Options>;
  /**
   * Ids of rules that say the same in other words when both remark on one subject: this rule's remark then stands
   * for theirs, as long as it is at least as loud. Declared by the rule whose remark helps most.
   */
  readonly supersedes?: readonly string[];
  /**
   * What we saw (`text`) and one small step (`help`). Plain words, no blame. A healthy answer about a goal whose
   * `text` is not empty is told as something that goes well: a line the team would be glad of and that the data shows.
   */
  readonly messages: Phrases;
  /** The same messages in other languages (`es/<id>.ts`); what is missing is said in English. */
  readonly translations?: Readonly<Partial<Record<Exclude<Language, "en">, Phrases>>>;
  readonly check: (context: RuleContext<Options>) => Iterable<Verdict>;
}
