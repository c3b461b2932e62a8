import { z } from "zod";

import type { Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/review-has-work.ts";
import { quietly, quietMessages, remarksThenOne } from "./shared/answers.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { isRecent } from "./shared/item-days.ts";
import { tiesOfReviews } from "./shared/review-links.ts";
import { meetingWords, namesWork } from "./shared/meeting-words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // As for the first remark about a missing link.
  graceDays: z.int().min(0).max(3650).default(7).describe("Days in which a new review may wait for its link"),
  // A year: what is older is history, and tying it to its work helps nobody now.
  lookbackDays: z.int().min(1).max(36_500).default(365).describe("Older reviews are left in peace"),
  meetingWords: z
    .array(z.string())
    .default([...meetingWords])
    .describe("Words of a title that name a meeting or a time and no work"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S18: a review says which piece of work it looks at. */
export const reviewHasWork = defineRule<z.output<typeof options>>({
  id: "review-has-work",
  signals: ["S18"],
  kind: "fact",
  description: "Every review says which piece of work it looks at",
  defaultSeverity: "info",
  needs: "One review older than the grace period.",
  options,
  supersedes: ["review-leads-to-change"],
  translations: { es },
  messages: {
    loose: {
      text: ({ title }) => say`“${title}” does not say which piece of work it looked at.`,
      help: () =>
        "If it was about several, link the one with most at stake; the next review could start from there.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, options } = context;
  const tieOf = tiesOfReviews(portfolio);
  const names = namesWork(options.meetingWords);
  for (const item of portfolio.items) {
    if (item.kind === "review" && !item.closed && item.waiver === null)
      yield judge(item, { tie: tieOf(item), named: names(item) }, context);
  }
}

function judge(
  review: Review,
  { tie, named }: { readonly tie: "tied" | "hidden" | "loose"; readonly named: boolean },
  { today, options }: Context,
): Verdict {
  const subject = { type: "item", item: review } as const;
  if (tie === "tied") return quietly("healthy");
  if (isYoung(review, today, options.graceDays)) return quietly("too-early");
  // The work may be named in words only, which a person can see and a machine can't.
  if (tie === "hidden" || named) return quietly("cant-see", subject);
  if (!isRecent(review, today, options.lookbackDays)) return quietly("healthy");
  return { answer: "worth-a-look", subject, message: "loose", values: { title: shortTitle(review.title) } };
}
