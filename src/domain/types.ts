/**
 * The words of the work, without any service's. All of it is plain, read-only data.
 * `null` means "not given"; lists are empty rather than null.
 */

/** A calendar day in the team's time zone, `YYYY-MM-DD`. */
export type Day = string;

/** An ISO 8601 instant in UTC. */
export type Instant = string;

/** What any row that became part of the portfolio can be pointed at by. */
export interface Reference {
  /** The service's own id of the row; unique over the whole portfolio. */
  readonly id: string;
  readonly title: string;
  /** Where a person opens it; null for files. */
  readonly url: string | null;
  /** Name of the connection in the config it was read from. */
  readonly connection: string;
}

interface Entity extends Reference {
  /** The table's name as people see it. */
  readonly table: string;
  readonly createdAt: Instant | null;
}

/** Somebody or some group, by the name the workspace shows. Used to say "has an owner", never to rank. */
export interface Person {
  readonly id: string;
  /** null when the connection may not see names. */
  readonly name: string | null;
}

/** What the work is for: a wanted change, best with a measure, a baseline, a target and a due date. */
export interface Goal extends Entity {
  readonly key: string | null;
  readonly measure: string | null;
  /** Unit of baseline, target, current and of the results' values; "%" when the columns are percentages (12.5 means 12.5 %). */
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly status: string | null;
  readonly owners: readonly Person[];
  readonly team: string | null;
  /** Goals this one serves. */
  readonly parentIds: readonly string[];
  readonly priority: string | null;
  /** A person's "fine as is, because …". */
  readonly waiver: string | null;
  /** Whether the team is still working toward it (by the status and the config's `live` list). */
  readonly live: boolean;
  /** Links to larger goals that could not be followed. */
  readonly unresolved: readonly UnresolvedLink[];
}

/** Dated evidence about goals. */
export interface Result extends Entity {
  readonly goalIds: readonly string[];
  readonly date: Day | null;
  /** In the goal's unit; null when the row has no number yet. */
  readonly value: number | null;
  readonly note: string | null;
}

/** A real piece of work with a date: a launch, a clinic, a milestone. */
export interface WorkEvent extends Entity {
  readonly date: Day | null;
  /** Last day of a range; equals `date` for a single day. */
  readonly endDate: Day | null;
  readonly goalIds: readonly string[];
  readonly owners: readonly Person[];
  readonly status: string | null;
  /** Goal links that could not be followed; what stands on this event is then "can't see", not "missing". */
  readonly unresolved: readonly UnresolvedLink[];
}

export const itemKinds = ["question", "hypothesis", "review", "insight", "opportunity"] as const;
export type ItemKind = (typeof itemKinds)[number];

interface Learning extends Entity {
  readonly kind: ItemKind;
  readonly text: string | null;
  readonly goalIds: readonly string[];
  readonly parentIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly owners: readonly Person[];
  readonly participants: readonly Person[];
  readonly status: string | null;
  readonly closed: boolean;
  /** The item's own date, or the day it was created; null when neither is known. */
  readonly date: Day | null;
  readonly requestedBy: string | null;
  /** A person's "fine as is, because …". */
  readonly waiver: string | null;
  /**
   * Link cells that could not be followed: unshared tables, rows nobody reads, titles that match nothing.
   * An item with one of these is "can't see", not "missing".
   */
  readonly unresolved: readonly UnresolvedLink[];
}

export interface UnresolvedLink {
  /** The field key of the config, such as `goal`. */
  readonly field: string;
  readonly reason: "not-read" | "no-match" | "incomplete";
  /** What the cell holds, as a person would recognise it. */
  readonly shown: string;
}

export interface Question extends Learning {
  readonly kind: "question";
  /** Standing questions are open by design. */
  readonly standing: boolean;
}

export const outcomes = ["held", "partly", "failed", "open"] as const;
export type Outcome = (typeof outcomes)[number];

/** A bet: if we do this, then we expect that, so that the goal moves. */
export interface Hypothesis extends Learning {
  readonly kind: "hypothesis";
  readonly questionIds: readonly string[];
  readonly if: string | null;
  readonly then: string | null;
  readonly soThat: string | null;
  readonly measure: string | null;
  readonly outcome: Outcome;
  readonly reviewBy: Day | null;
  readonly refinedFromIds: readonly string[];
}

/** One bookend around a piece of work. */
export interface Review extends Learning {
  readonly kind: "review";
  readonly when: "before" | "after" | null;
  /** The before-review that an after-review closes. */
  readonly beforeIds: readonly string[];
  readonly hypothesisIds: readonly string[];
  readonly intended: string | null;
  readonly measures: string | null;
  readonly challenges: string | null;
  readonly priorLearning: string | null;
  readonly priorLearningIds: readonly string[];
  readonly successFactors: string | null;
  readonly actual: string | null;
  readonly causes: string | null;
  readonly sustain: string | null;
  readonly improve: string | null;
  readonly next: string | null;
  readonly nextDate: Day | null;
  readonly insightIds: readonly string[];
}

/** A pattern or cause that makes sense of what was seen. */
export interface Insight extends Learning {
  readonly kind: "insight";
  readonly reviewIds: readonly string[];
  readonly evidence: string | null;
  /** Whatever row used it: a before-review, a hypothesis, an event. */
  readonly appliedInIds: readonly string[];
  readonly appliedIn: string | null;
}

/** The next real moment to try something. */
export interface Opportunity extends Learning {
  readonly kind: "opportunity";
  readonly hypothesisIds: readonly string[];
  readonly next: string | null;
}

export type LearningItem = Question | Hypothesis | Review | Insight | Opportunity;

/** Something a row held that could not be taken as it stood. Never a reason to stop, never silent. */
export interface ReadingNote {
  readonly connection: string;
  readonly table: string;
  /** Title or id of the row; null when it concerns the whole table. */
  readonly row: string | null;
  /** The column's name as people see it; null when it concerns the whole row or table. */
  readonly field: string | null;
  readonly message: string;
}

/** What was read from one table, for the report's "what this could not see". */
export interface TableCoverage {
  readonly role: "goals" | "results" | "events" | "learning";
  readonly connection: string;
  readonly table: string;
  readonly rows: number;
  /** False when the service could not give everything; `notes` say why. */
  readonly complete: boolean;
}

/** Everything that was read, linked by id. Built by `buildPortfolio`; entities are sorted by id. */
export interface Portfolio {
  readonly goals: readonly Goal[];
  readonly results: readonly Result[];
  readonly events: readonly WorkEvent[];
  readonly items: readonly LearningItem[];
  readonly readingNotes: readonly ReadingNote[];
  readonly coverage: readonly TableCoverage[];
  readonly goalById: ReadonlyMap<string, Goal>;
  readonly eventById: ReadonlyMap<string, WorkEvent>;
  readonly itemById: ReadonlyMap<string, LearningItem>;
}
