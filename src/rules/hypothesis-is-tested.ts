import { z } from "zod";

import { addDays, daysBetween } from "../domain/day.ts";
import type { Day, Hypothesis, LearningItem, WorkEvent } from "../domain/types.ts";
import type { Words } from "../lib/languages.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/hypothesis-is-tested.ts";
import { quietMessages, quietly } from "./shared/answers.ts";
import { remarksAndGoodSigns } from "./shared/going-well.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { indexBy } from "./shared/index-by.ts";
import { nextEvents } from "./shared/upcoming.ts";
import { holdsWord, pausedWords } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Two months, about two planning cycles: after that a bet tends to be forgotten rather than waiting.
  days: z
    .int()
    .min(1)
    .max(3650)
    .default(60)
    .describe("Days that a bet may wait for its first try or a date for it"),
  // As for a missing after-review: a date that passed last week is no news.
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(7)
    .describe("Days after its review date in which nothing is said"),
  paused: z
    .array(z.string())
    .default([...pausedWords])
    .describe("Status words of a bet that waits on purpose"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S11: a bet is tried, or there is a day on which it will be. */
export const hypothesisIsTested = defineRule<z.output<typeof options>>({
  id: "hypothesis-is-tested",
  signals: ["S11"],
  kind: "timing",
  description: "An open hypothesis has been tried, or has a day on which it will be",
  defaultSeverity: "warn",
  needs: "One open hypothesis with a date, older than the days it may wait.",
  options,
  translations: { es },
  messages: {
    waiting: {
      text: ({ title, since }) =>
        say`The hypothesis “${title}” has been open since ${since}, and no review, next step or day for a try goes with it yet.`,
      help: stepFor,
    },
    overdue: {
      text: ({ title, reviewBy }) =>
        say`The hypothesis “${title}” was to be looked at by ${reviewBy}, and no review goes with it yet.`,
      help: stepFor,
    },
    goingWell: {
      text: ({ count }) => say`${count} bets have been tried, or have a next step.`,
      help: () => "",
    },
    ...quietMessages,
  },
  check: (context) => remarksAndGoodSigns(judgeAll(context), { least: 2, message: "goingWell" }, context),
});

function stepFor({ event, day }: Words): string {
  return event === ""
    ? "What is the smallest try that would tell you something? Put a day on it, or park it."
    : say`“${event}” on ${day} serves the same goal: could this bet ride along? If not, put a day on it, or park it.`;
}

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, today } = context;
  const tries = indexBy(portfolio.items, triedBy);
  const next = nextEvents(portfolio, today);
  const hiddenUntil = lastHiddenTry(portfolio.items);
  const partial = isLearningPartial(portfolio);
  for (const item of portfolio.items) {
    if (item.kind !== "hypothesis" || item.closed || item.waiver !== null) continue;
    if (context.lineOfSight.stateOf(item.id) === "over") continue; // that goal has ended: another rule asks about it
    if (item.outcome === "open" && holdsWord(item.status, context.options.paused)) yield quietly("healthy");
    else if (item.outcome !== "open" || isOnItsWay(item, tries.get(item.id) ?? [], context))
      yield quietly("healthy", { type: "item", item });
    else if (waitsStill(item, context)) yield quietly("too-early");
    else if (partial || isHidden(item, hiddenUntil)) yield quietly("cant-see", { type: "item", item });
    else yield worthALook(item, context, next);
  }
}

/** The bets that this item is a try of, or a plan for one. */
function triedBy(item: LearningItem): readonly string[] {
  switch (item.kind) {
    case "review":
    case "opportunity":
      return [...item.hypothesisIds, ...item.parentIds];
    case "hypothesis":
      return item.refinedFromIds;
    case "insight":
      return item.parentIds;
    case "question":
      return [];
  }
}

function isOnItsWay(
  item: Hypothesis,
  tries: readonly LearningItem[],
  { portfolio, today, options }: Context,
): boolean {
  if (item.reviewBy !== null && item.reviewBy >= addDays(today, -options.graceDays)) return true;
  // A next step whose day has passed was a plan only; whether it came back is asked of the step itself.
  if (tries.some((one) => one.kind !== "opportunity" || one.date === null || one.date >= today)) return true;
  return item.eventIds.some((id) => portfolio.eventById.has(id));
}

/** The team's own review date, where there is one, says better than a number of days when a try was due. */
function waitsStill({ date, reviewBy }: Hypothesis, { today, options }: Context): boolean {
  return reviewBy === null && date !== null && daysBetween(date, today) < options.days;
}

/** The latest day of a review or next step whose links to hypotheses could not be followed; it may be the try. */
function lastHiddenTry(items: readonly LearningItem[]): Day | null {
  let latest: Day | null = null;
  for (const { kind, date, unresolved } of items) {
    if (kind !== "review" && kind !== "opportunity") continue;
    if (date === null || !unresolved.some(({ field }) => field === "hypothesis")) continue;
    if (latest === null || date > latest) latest = date;
  }
  return latest;
}

/** A bet without any day cannot be said to be old either. */
function isHidden({ date, reviewBy, unresolved }: Hypothesis, hiddenUntil: Day | null): boolean {
  const from = date ?? reviewBy;
  if (from === null || unresolved.some(({ field }) => field === "event")) return true;
  return hiddenUntil !== null && hiddenUntil >= from;
}

function worthALook(item: Hypothesis, context: Context, next: ReadonlyMap<string, WorkEvent>): Verdict {
  const { today } = context;
  const event = next.get(homeGoals(item, context.lineOfSight)[0] ?? "");
  const ride = event?.date
    ? { event: shortTitle(event.title), day: spokenDay(event.date, today) }
    : { event: "", day: "" };
  const subject = { type: "item", item } as const;
  const actBy = event?.date ?? null;
  if (item.reviewBy !== null)
    return {
      answer: "worth-a-look",
      subject,
      actBy,
      message: "overdue",
      values: { title: item.title, reviewBy: spokenDay(item.reviewBy, today), ...ride },
    };
  const date = item.date ?? today;
  return {
    answer: "worth-a-look",
    subject,
    actBy,
    message: "waiting",
    values: {
      title: item.title,
      since: spokenDay(date, today),
      ...ride,
    },
  };
}
