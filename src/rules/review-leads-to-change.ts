import { z } from "zod";

import type { LearningItem, Portfolio, Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/review-leads-to-change.ts";
import { quietly, quietMessages } from "./shared/answers.ts";
import { remarksAndGoodSigns } from "./shared/going-well.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { insightsOfReviews } from "./shared/insights-of-reviews.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { isRecent } from "./shared/item-days.ts";
import { usesOfLearning } from "./shared/use-of-learning.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Two weeks: an account is often written up first, and what follows from it is settled at the next meeting.
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(14)
    .describe("Days in which a new review may wait for its next step"),
  // A year: nobody can still change the next time of work that old.
  lookbackDays: z.int().min(1).max(36_500).default(365).describe("Older reviews are left in peace"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S19: looking back ends with something to keep or to change. */
export const reviewLeadsToChange = defineRule<z.output<typeof options>>({
  id: "review-leads-to-change",
  signals: ["S19"],
  kind: "fact",
  description: "A review of what happened names one thing to keep or to change",
  defaultSeverity: "info",
  needs: "One after-review with an account, past the grace period, in a table where others name a next step.",
  options,
  translations: { es },
  messages: {
    accountOnly: {
      text: ({ title }) =>
        say`“${title}” tells what happened, and has no line yet on what happens next time.`,
      help: () => "What is the one thing to keep, or the one to try differently? When is the next chance?",
    },
    goingWell: {
      text: ({ count }) => say`${count} reviews named something to keep or to change.`,
      help: () => "",
    },
    ...quietMessages,
  },
  check: (context) => remarksAndGoodSigns(judgeAll(context), { least: 2, message: "goingWell" }, context),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio } = context;
  const tables = new Set<string>();
  for (const item of portfolio.items) if (item.kind === "review" && saysNext(item)) tables.add(tableOf(item));
  const led = reviewsThatLedOn(portfolio);
  for (const item of portfolio.items) {
    if (item.kind !== "review" || item.when === "before" || item.closed || item.waiver !== null) continue;
    yield judge(item, { led: led.has(item.id), mapped: tables.has(tableOf(item)) }, context);
  }
}

function judge(
  review: Review,
  { led, mapped }: { readonly led: boolean; readonly mapped: boolean },
  { portfolio, today, options }: Context,
): Verdict {
  const subject = { type: "item", item: review } as const;
  if (saysNext(review) || led) return quietly("healthy", subject);
  if (isYoung(review, today, options.graceDays)) return quietly("too-early");
  // Without an account of what happened it was written elsewhere, or is no after-review.
  if (review.actual === null && review.causes === null) return quietly("cant-see", subject);
  // What follows from it may stand in the text beside the account.
  if (review.text !== null) return quietly("cant-see", subject);
  if (!mapped || review.unresolved.length > 0 || isLearningPartial(portfolio))
    return quietly("cant-see", subject);
  if (!isRecent(review, today, options.lookbackDays)) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject,
    message: "accountOnly",
    values: { title: shortTitle(review.title) },
  };
}

function saysNext({ sustain, improve, next, nextDate }: Review): boolean {
  return [sustain, improve, next, nextDate].some((said) => said !== null);
}

function tableOf({ connection, table }: LearningItem): string {
  return `${connection}\n${table}`;
}

/**
 * Reviews that something came of: an item that comes from one, an insight of theirs that was used, or a later
 * opportunity or refined hypothesis of the hypothesis that they looked at.
 */
function reviewsThatLedOn(portfolio: Portfolio): ReadonlySet<string> {
  const uses = usesOfLearning(portfolio);
  const insights = insightsOfReviews(portfolio);
  const latestFollow = new Map<string, string>();
  for (const item of portfolio.items) {
    const followed =
      item.kind === "opportunity"
        ? item.hypothesisIds
        : item.kind === "hypothesis"
          ? item.refinedFromIds
          : [];
    // One without a day may well be later, so it counts as if it were.
    const day = item.date ?? "9999-12-31";
    for (const id of followed) if (day > (latestFollow.get(id) ?? "")) latestFollow.set(id, day);
  }
  const led = new Set<string>();
  for (const item of portfolio.items) {
    if (item.kind !== "review") continue;
    const since = item.date ?? "";
    const used = [item.id, ...(insights.get(item.id) ?? [])].some((id) => uses.has(id));
    const followed = item.hypothesisIds.some((id) => {
      const day = latestFollow.get(id);
      return day !== undefined && day >= since;
    });
    if (used || followed) led.add(item.id);
  }
  return led;
}
