import type { GoalReport, SignId } from "../report/model.ts";

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
    readonly triedCounted: (since: string, before: string, after: string) => string;
    readonly heldCounted: (since: string, before: string, after: string) => string;
    readonly same: string;
    readonly toward: string;
    readonly away: string;
    readonly alreadyMoving: string;
    readonly cantTell: string;
  };
  readonly signs: Readonly<Record<SignId, { readonly seen: CountedPhrase; readonly notYet: CountedPhrase }>>;
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
    triedCounted: (since, before, after) =>
      `Since it was first tried (${since}), the result went from about ${before} to ${after}`,
    heldCounted: (since, before, after) =>
      `Since it was held (${since}), the result went from about ${before} to ${after}`,
    same: "about the same",
    toward: "toward the target",
    away: "away from the target",
    alreadyMoving: "It was moving that way before, too.",
    cantTell: "Can't tell yet what the result did since.",
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
