import type { GoalReport, MarkKind, SignId } from "../report/model.ts";

/**
 * Every fixed phrase that helpers put on the page, in one place, so that another language is another object of this
 * type. (Headings and sentences around them stand in the templates.) Values come in as finished text.
 */
export interface Words {
  readonly untitled: string;
  readonly unknown: string;
  readonly noChange: string;
  readonly up: (amount: string) => string;
  readonly down: (amount: string) => string;
  /** A difference of percentages. */
  readonly points: (amount: string, isOne: boolean) => string;
  readonly pace: {
    readonly reached: string;
    readonly ahead: string;
    readonly on: string;
    readonly behind: string;
    readonly tooEarly: string;
    readonly overdue: (due: string) => string;
    readonly holding: string;
    readonly leftLevel: string;
    readonly gaps: Readonly<Record<NonNullable<GoalReport["gap"]>, string>>;
  };
  readonly movement: {
    readonly counted: (since: string, before: string, after: string) => string;
    readonly usedCounted: (since: string, before: string, after: string) => string;
    readonly same: string;
    readonly toward: string;
    readonly away: string;
    readonly cantTell: string;
  };
  readonly chart: ChartWords;
  readonly signs: Readonly<Record<SignId, { readonly seen: CountedPhrase; readonly notYet: CountedPhrase }>>;
}

/** What a chart says: in its legend, and as sentences for those who do not see it. */
export interface ChartWords {
  readonly result: string;
  readonly target: string;
  readonly pace: string;
  readonly marks: Readonly<Record<MarkKind, string>>;
  readonly oneResult: (value: string, day: string) => string;
  /** `shown` is the count as the locale writes it; always two and more. */
  readonly results: (shown: string, first: Dated, latest: Dated) => string;
  readonly targetBy: (value: string, due: string | null) => string;
  readonly noTarget: string;
  readonly paceFrom: (value: string, day: string) => string;
  readonly markedOnce: (mark: string, day: string) => string;
  /** `shown` is how often, two and more. */
  readonly markedOften: (mark: string, shown: string, latest: string) => string;
  readonly marked: (list: string) => string;
}

interface Dated {
  readonly value: string;
  readonly day: string;
}

/** `count` decides between one and many; `shown` is the count as the locale writes it. */
type CountedPhrase = (shown: string, count: number) => string;

const one =
  (singular: string, plural: string): CountedPhrase =>
  (shown, count) =>
    `${shown} ${count === 1 ? singular : plural}`;

export const english: Words = {
  untitled: "Untitled",
  unknown: "–",
  noChange: "no change",
  up: (amount) => `up ${amount}`,
  down: (amount) => `down ${amount}`,
  points: (amount, isOne) => `${amount} ${isOne ? "point" : "points"}`,
  pace: {
    reached: "target reached",
    ahead: "ahead of pace",
    on: "on pace",
    behind: "behind pace",
    tooEarly: "too early to tell",
    overdue: (due) => `was due ${due}, not there yet`,
    holding: "holding its level",
    leftLevel: "away from its level",
    gaps: {
      "no-result": "no result yet",
      "no-baseline": "can't tell: no baseline",
      "no-target": "can't tell: no target",
      "no-start": "can't tell: no start date",
      "no-due": "can't tell: no due date",
      "due-before-start": "can't tell: due before start",
    },
  },
  movement: {
    counted: (since, before, after) =>
      `Since it was noted (${since}), the result went from about ${before} to ${after}`,
    usedCounted: (since, before, after) =>
      `Since it was first used (${since}), the result went from about ${before} to ${after}`,
    same: "about the same",
    toward: "toward the target",
    away: "away from the target",
    cantTell: "Can't tell yet what the result did since.",
  },
  chart: {
    result: "result",
    target: "target",
    pace: "expected pace",
    marks: { insight: "insight used", bet: "bet tried", review: "review held" },
    oneResult: (value, day) => `1 result: ${value} on ${day}.`,
    results: (shown, first, latest) =>
      `${shown} results, from ${first.value} on ${first.day} to ${latest.value} on ${latest.day}.`,
    targetBy: (value, due) => (due === null ? `Target: ${value}.` : `Target: ${value} by ${due}.`),
    noTarget: "No target.",
    paceFrom: (value, day) => `The expected pace starts at ${value} on ${day}.`,
    markedOnce: (mark, day) => `${mark} on ${day}`,
    markedOften: (mark, shown, latest) => `${mark} ${shown} times, latest on ${latest}`,
    marked: (list) => `Marked: ${list}.`,
  },
  signs: {
    "goals-lead": {
      seen: one(
        "open item can be traced to a goal the team is working on.",
        "open items can be traced to a goal the team is working on.",
      ),
      notYet: one("open item is not tied to a live goal yet.", "open items are not tied to a live goal yet."),
    },
    "work-sets-the-moment": {
      seen: one(
        "recent event had a review before or after it.",
        "recent events had a review before or after them.",
      ),
      notYet: one("recent event passed without a review.", "recent events passed without a review."),
    },
    "held-as-bets": {
      seen: one(
        "open bet has been tested or has a test planned.",
        "open bets have been tested or have a test planned.",
      ),
      notYet: one("open bet has no test planned yet.", "open bets have no test planned yet."),
    },
    "owned-by-us": {
      seen: one(
        "open question was taken up by someone on the team.",
        "open questions were taken up by someone on the team.",
      ),
      notYet: one(
        "open question has not been taken up by anyone on the team yet.",
        "open questions have not been taken up by anyone on the team yet.",
      ),
    },
    "shows-in-results": {
      seen: one("recent insight was used in later work.", "recent insights were used in later work."),
      notYet: one(
        "recent insight is still waiting to be used.",
        "recent insights are still waiting to be used.",
      ),
    },
  },
};
