import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import type { Portfolio, Review } from "../domain/types.ts";
import { looseName } from "../lib/text.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/review-has-few-lessons.ts";
import { quietly, quietMessages, remarksThenOne } from "./shared/answers.ts";
import { insightsOfReviews } from "./shared/insights-of-reviews.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { isRecent } from "./shared/item-days.ts";
import { usesOfLearning } from "./shared/use-of-learning.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Reviewers with long practice carry one to three lessons into the next round; past seven a list is no longer a choice.
  most: z.int().min(1).max(1000).default(7).describe("Lessons of one review, up to which nothing is said"),
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(7)
    .describe("Days in which a new review may wait for its choice"),
  // A year: choosing among older lessons helps no work that is still ahead.
  lookbackDays: z.int().min(1).max(36_500).default(365).describe("Older reviews are left in peace"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S20: of many lessons, the few that matter next time are chosen. */
export const reviewHasFewLessons = defineRule<z.output<typeof options>>({
  id: "review-has-few-lessons",
  signals: ["S20"],
  kind: "fact",
  description: "A review with many lessons says which few matter next time",
  defaultSeverity: "info",
  needs: "One after-review with a lesson, past the grace period.",
  options,
  translations: { es },
  messages: {
    many: {
      text: ({ title, count }) =>
        say`${count} lessons came out of “${title}”, and none is marked for next time.`,
      help: () => "Which two or three matter for the next occasion? The rest can wait in the log.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, today, options } = context;
  const insights = insightsOfReviews(portfolio);
  const uses = usesOfLearning(portfolio);
  for (const item of portfolio.items) {
    if (item.kind !== "review" || item.when === "before" || item.closed || item.waiver !== null) continue;
    const ids = insights.get(item.id) ?? new Set<string>();
    const count = countLessons(item, ids, portfolio);
    if (count === 0) continue;
    if (count <= options.most || hasChosen(item) || [item.id, ...ids].some((id) => uses.has(id)))
      yield quietly("healthy");
    else if (isYoung(item, today, options.graceDays)) yield quietly("too-early");
    else if (!isRecent(item, today, options.lookbackDays)) yield quietly("healthy");
    else if (item.unresolved.length > 0) yield quietly("cant-see", { type: "item", item });
    else {
      const values = { title: shortTitle(item.title), count };
      yield { answer: "worth-a-look", subject: { type: "item", item }, message: "many", values };
    }
  }
}

/**
 * Lines to keep and to change, or insights, or insights that are lines: whichever are most. They often say the same
 * in other words, so adding them up would count a lesson twice.
 */
function countLessons(review: Review, insightIds: ReadonlySet<string>, portfolio: Portfolio): number {
  const insights = [...insightIds].flatMap((id) => portfolio.itemById.get(id) ?? []);
  const lines = insights.filter(isDerived).length;
  const written = new Set([...linesOf(review.sustain), ...linesOf(review.improve)].map(looseName));
  return Math.max(written.size, lines, insights.length - lines);
}

function linesOf(text: string | null): readonly string[] {
  return (text ?? "").split("\n").filter((line) => /\p{L}/u.test(line));
}

/** Capturing many and choosing a few is right: a next step, or a mark at one of the lines, is the choice. */
function hasChosen({ sustain, improve, next, nextDate }: Review): boolean {
  if (next !== null || nextDate !== null) return true;
  return priorityMark.test(`${sustain ?? ""}\n${improve ?? ""}`);
}

const priorityMark =
  /[★⭐❗‼🔥🎯➡→✔✅☑]|!!|\*\*|\[x\]|#1\b|\bP[01]\b|\b(?:top|priority|prioridad|prioritario|most important|lo más importante|next time|la próxima vez)\b/iu;
