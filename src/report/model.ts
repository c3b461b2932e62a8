import type { GoalSuggestion, Severity, SignalId } from "../domain/finding.ts";
import type { GoalVerdict } from "../domain/goal-judgement.ts";
import type { Day, Instant, ItemKind, ReadingNote, TableCoverage } from "../domain/types.ts";
import type { Change } from "../insight/change.ts";
import type { Movement } from "../insight/movement.ts";
import type { Pace } from "../insight/pace.ts";
import type { Direction, Point } from "../insight/series.ts";
import type { UnusedResults } from "../insight/unused-results.ts";

/**
 * Everything a template may show, and what `sothat report --json` prints: plain data, no functions, no dates as
 * objects. What is not known is null, never missing. Described for template authors in docs/templates.md.
 */
export interface ReportModel {
  /** Grows when a field changes its meaning or goes away; new fields do not count. */
  readonly version: 1;
  /** The team, from the config. */
  readonly name: string;
  readonly key: string;
  readonly template: string;
  /** One page updated in place, rather than a page a period. */
  readonly living: boolean;
  readonly period: ReportPeriod;
  readonly today: Day;
  /** The run's moment, UTC. */
  readonly madeAt: Instant;
  /** When the next report is expected; null when nobody knows. */
  readonly nextDue: Day | null;
  readonly timezone: string;
  readonly locale: string;
  /** What the report was narrowed to; null for the whole. */
  readonly filters: ReportFilters | null;
  readonly summary: ReportSummary;
  readonly since: SinceLast;
  /** Live goals first, then by due date and title. */
  readonly goals: readonly GoalReport[];
  /** Results that moved notably with no insight that speaks to them, the largest move first. */
  readonly moves: readonly Move[];
  readonly learned: readonly GoalLearning[];
  /** Insights of longer ago that were first put to use within the last year, where the result's movement since can be told. The latest use first. */
  readonly putToUse: readonly UsedInsight[];
  /** After-reviews held of late, by goal. */
  readonly reviewed: readonly GoalReviews[];
  readonly bets: readonly Bet[];
  readonly comingUp: ComingUp;
  readonly unlinked: Unlinked;
  /** What the rules noticed and no other section says. */
  readonly worthALook: readonly GoalRemarks[];
  readonly centre: Centre;
  readonly coverage: Coverage;
}

export interface ReportPeriod {
  /** Stable and sortable: `2026-W47`. */
  readonly name: string;
  /** For people: "16 – 22 November 2026". */
  readonly label: string;
  readonly start: Day;
  /** The last day, included. */
  readonly end: Day;
  /** Whether it ended before today: then only changes and new results are of that time, and all else is of today. */
  readonly past: boolean;
}

/** A report of a part: these goals and those below them, and what hangs on them. */
export interface ReportFilters {
  /** The goals that were named; empty for all. */
  readonly goals: readonly Link[];
  /** The team, or the owner, whose goals they are; null for anybody's. */
  readonly ownerTeam: string | null;
  /** Kinds of learning items; empty for all. */
  readonly kinds: readonly ItemKind[];
}

export interface ReportSummary {
  readonly goals: number;
  readonly liveGoals: number;
  readonly items: number;
  /** Items with at least one link toward the work. */
  readonly linked: number;
  /** Items that can be traced to a live goal. */
  readonly lineOfSight: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A row one can open. */
export interface Link {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** What changed since the report before this one. */
export interface SinceLast {
  /** The day of that report; null when none is known, and then there is nothing to compare with: all lists are empty. */
  readonly day: Day | null;
  /** Whether nothing below has anything to tell. True as well when no report is known. */
  readonly nothing: boolean;
  /** Goals whose latest result is another than it showed, in the order of `goals`; new goals left out. */
  readonly results: readonly ResultSince[];
  readonly goals: {
    readonly added: readonly Link[];
    readonly reached: readonly Link[];
    /** No longer live. */
    readonly over: readonly Link[];
    /** Live, with another measure, baseline or target. */
    readonly changedAim: readonly Link[];
  };
  /** Items that it did not have, by kind; kinds without a new one are left out. */
  readonly items: readonly ItemsSince[];
  /** Items it had, that can be traced to a live goal only now. */
  readonly tied: readonly Link[];
  readonly bets: readonly BetSince[];
  /** Remarks that it made and this report does not; null when they cannot be compared: other rules, not everything could be read, or a narrowed report. */
  readonly settledRemarks: number | null;
  /** Remarks that it did not make; null likewise. */
  readonly newRemarks: number | null;
}

export interface ResultSince extends Link {
  readonly unit: string | null;
  readonly latest: Point;
  /** null when it showed no result yet. */
  readonly change: number | null;
  readonly toward: boolean | null;
}

export interface ItemsSince {
  readonly kind: ItemKind;
  readonly items: readonly Link[];
}

export interface BetSince extends Link {
  readonly before: BetState;
  readonly state: BetState;
}

export interface GoalReport extends Link, Pace {
  readonly connection: string;
  readonly live: boolean;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly start: Day | null;
  readonly due: Day | null;
  /** The due day has passed, and the latest result is not there. */
  readonly overdue: boolean;
  readonly status: string | null;
  readonly team: string | null;
  readonly priority: string | null;
  readonly direction: Direction | null;
  readonly points: readonly Point[];
  readonly latest: Point | null;
  readonly source: "results" | "current" | "none";
  readonly change: Change;
  /** Whether the change in the period goes toward the target; null when unknown or none. */
  readonly toward: boolean | null;
  /** Whether a value is dated within the period. */
  readonly newResult: boolean;
  /** Days since the latest value; null without one. */
  readonly resultAge: number | null;
  /** How the learning around it is doing; null when the goal is over, or nobody asked. */
  readonly learning: GoalVerdict | null;
  /** What goes well with the learning around it: plain lines, the most telling first. */
  readonly goingWell: readonly string[];
  /** What was held or used for this goal, oldest first: days to look at beside the result. */
  readonly marks: readonly Mark[];
}

/** An insight used in later work, a bet put to a test, a review held after an event. */
export type MarkKind = "insight" | "bet" | "review";

export interface Mark {
  readonly date: Day;
  readonly kind: MarkKind;
  /** The insight's, bet's or review's title. */
  readonly label: string;
}

/** A goal whose result moved more than it usually does, while no insight speaks to it. */
export interface Move extends Link {
  readonly unit: string | null;
  /** The newest window of results against the one before it. */
  readonly movement: Movement;
  /** What is usual for this result from one value to the next, in the goal's unit. */
  readonly usualStep: number;
}

/** What was learned about one goal lately. */
export interface GoalLearning {
  readonly goal: Link;
  /** Of this period first, then newest first. */
  readonly insights: readonly InsightReport[];
  /** Whether of some of them it can't be told yet what the result did since. */
  readonly cantTell: boolean;
}

/** An insight of longer ago, with the result's movement around its first use. */
export interface UsedInsight extends InsightReport {
  /** The day it was first put to use. */
  readonly used: Day;
  /** Whether the newest result that its movement speaks of came in of late. */
  readonly news: boolean;
}

export interface InsightReport extends Link, Around {
  readonly date: Day | null;
  readonly inPeriod: boolean;
  readonly text: string | null;
  readonly evidence: string | null;
  /** The review it came out of. */
  readonly review: Link | null;
  /** Where it was used: what it names as "applied in", reviews that name it as learned before, bets that come from it. */
  readonly appliedIn: readonly Link[];
  readonly appliedNote: string | null;
}

/** The day that a movement counts from: an insight was first used, or only noted so far; a bet was first tried; a review was held. */
export type Moment = "used" | "noted" | "tried" | "held";

/** A goal's result around one day. What stands side by side here happened in the same weeks; nobody says more than that. */
export interface Around {
  /** The goal whose result it is; null when no live goal is reached. */
  readonly under: Link | null;
  /** Unit of the movement's means. */
  readonly unit: string | null;
  readonly countedFrom: Moment;
  /** null when nothing has happened yet, no day is known, or the goal has no results. */
  readonly movement: Movement | null;
  /** What else landed for the goal within four weeks of that day: events, reviews, insights put to use. The five nearest, in the order of their days. */
  readonly alongside: readonly Link[];
}

/** What a team looked back on for one goal. */
export interface GoalReviews {
  readonly goal: Link;
  /** Newest first. */
  readonly reviews: readonly ReviewReport[];
}

export interface ReviewReport extends Link, Around {
  readonly date: Day | null;
  /** The event it looked back on. */
  readonly event: Link | null;
}

/** `promising`: held or partly held so far. A bet is never proven. */
export type BetState = "open" | "promising" | "did-not-hold";

export interface Bet extends Link, Around {
  readonly state: BetState;
  readonly if: string | null;
  readonly then: string | null;
  readonly soThat: string | null;
  readonly goals: readonly Link[];
  /** The next moment that could test it; null when none is planned. */
  readonly test: BetTest | null;
  /** For an open bet without any test: the next event of its goal, which could be one; null when there is none within 60 days. */
  readonly couldTest: { readonly date: Day; readonly by: Link } | null;
}

export interface BetTest {
  readonly date: Day;
  /** The event or review that tests it; null when there is only a date to look at it again. */
  readonly by: Link | null;
  /** What an after-review says will be tried then; null when the test is no after-review's next step. */
  readonly next: string | null;
}

export interface ComingUp {
  /** Days ahead and back that were looked at. */
  readonly daysAhead: number;
  readonly daysBack: number;
  /** Events of the coming days, soonest first. */
  readonly events: readonly UpcomingEvent[];
  /** Events of the last days without an after-review, latest first. */
  readonly unreviewed: readonly EventReport[];
  /** Next steps whose day passed and that never came back, the latest first. As the rules see them: none when that rule is off. */
  readonly opportunities: readonly PlannedStep[];
}

/** An opportunity, or the next step that a review named. */
export interface PlannedStep extends Link {
  /** The day it was planned for. */
  readonly date: Day | null;
  /** The review's words for it; null for an opportunity, whose title says it. */
  readonly next: string | null;
  readonly goals: readonly Link[];
}

export interface EventReport extends Link {
  readonly date: Day;
  readonly goals: readonly Link[];
  /** The review held before it, if any. */
  readonly beforeReview: Link | null;
}

export interface UpcomingEvent extends EventReport {
  /** Up to three earlier insights that fit it, best first; what its before-review names already is left out. */
  readonly insights: readonly Link[];
}

/** Items that serve no live goal yet. */
export interface Unlinked {
  /** The one link that would mend most. */
  readonly repair: { readonly at: Link; readonly step: string; readonly mends: number } | null;
  readonly items: readonly Remark[];
}

/** One thing worth a look, in the rule's words. */
export interface Remark {
  readonly rule: string;
  readonly signal: SignalId;
  readonly severity: Severity;
  /** null when it is about the whole team. */
  readonly about: (Link & { readonly kind: ItemKind | "goal" }) | null;
  readonly message: string;
  readonly help: string;
  readonly suggestions: readonly GoalSuggestion[];
}

export interface GoalRemarks {
  /** null for what belongs to no goal or to the whole team. */
  readonly goal: Link | null;
  /** How the learning around the goal is doing; null where there is no live goal. */
  readonly learning: GoalVerdict | null;
  readonly remarks: readonly Remark[];
}

/** The five pairs of signs, after the essay “Keeping the Work at the Center”. */
export type SignId =
  | "goals-lead"
  | "work-sets-the-moment"
  | "held-as-bets"
  | "owned-by-us"
  | "shows-in-results";

export interface Centre {
  /** Days that were looked back, where a sign concerns recent things. */
  readonly daysBack: number;
  readonly signs: readonly Sign[];
}

/** What this team's records show of one sign. Two counts side by side: never divided, never added up. */
export interface Sign {
  readonly id: SignId;
  /** Things that show the sign. */
  readonly seen: number;
  /** Things where it could be there and is not yet. */
  readonly notYet: number;
  /**
   * The same for the last four whole quarters, oldest first: the things that are from that quarter, as they stand
   * today. null where the past cannot be known: which goals were live then is written nowhere.
   */
  readonly earlier: readonly SignThen[] | null;
}

/** One quarter of a sign. */
export interface SignThen {
  /** `2026-Q3`. */
  readonly name: string;
  /** For people: "July 1 – September 30, 2026". */
  readonly label: string;
  readonly start: Day;
  /** The last day, included. */
  readonly end: Day;
  readonly seen: number;
  readonly notYet: number;
}

export interface Coverage {
  readonly tables: readonly TableCoverage[];
  readonly notes: readonly ReadingNote[];
  /** Questions that rules could not answer for want of access or links that lead nowhere. */
  readonly cantSee: number;
  /** Remarks that are not made, as somebody said that it is fine as it is; 0 in a report of a part. */
  readonly silenced: number;
  /** Results dated after today: left out. */
  readonly resultsAhead: number;
  /** Other results that are shown nowhere, or shown by chance; all 0 in a report of a part. */
  readonly resultsUnused: UnusedResults;
  /** Whether everything that should be read was read. The first screen says so when it was not. */
  readonly complete: boolean;
  readonly incompleteTables: readonly string[];
}
