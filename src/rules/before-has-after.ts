import { z } from "zod";

import { daysBetween } from "../domain/day.ts";
import type { Day, Portfolio, Review, WorkEvent } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/before-has-after.ts";
import { quietMessages, quietly } from "./shared/answers.ts";
import { remarksAndGoodSigns } from "./shared/going-well.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { findAfters, type Afters } from "./shared/bookends.ts";
import { holdsWord, pausedWords } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Healthy teams look back within days; a week leaves room for a weekend and an absence.
  days: z.int().min(0).max(3650).default(7).describe("Days after the work in which nothing is said"),
  // Two weeks for the work to take place after its before-review, and the week above.
  daysWithoutEvent: z
    .int()
    .min(0)
    .max(3650)
    .default(21)
    .describe("The same, counted from the before-review itself, where the day of the work is not on file"),
  paused: z
    .array(z.string())
    .default([...pausedWords])
    .describe("Status words of work that did not take place when it was planned"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S12: what was agreed before the work is looked back on after it. */
export const beforeHasAfter = defineRule<z.output<typeof options>>({
  id: "before-has-after",
  signals: ["S12"],
  kind: "timing",
  description: "A before-review is followed by an after-review once the work has taken place",
  defaultSeverity: "warn",
  needs: "One before-review of work that ended longer ago than the days given.",
  options,
  translations: { es },
  messages: {
    afterEvent: {
      text: ({ title, event, day }) =>
        say`“${title}” looked ahead to “${event}”. That was on ${day}, and no after-review is linked yet.`,
      help: () =>
        "Ten minutes on “what happened, and why?” would close the loop. If you looked back elsewhere, a link is enough.",
    },
    afterDay: {
      text: ({ title, day }) => say`“${title}” looked ahead on ${day}, and no after-review is linked yet.`,
      help: () =>
        "Has the work taken place? Then ten minutes on “what happened, and why?” would close the loop. If it moved, its new day is all that is missing.",
    },
    goingWell: { text: ({ count }) => say`${count} before-reviews have their after-review.`, help: () => "" },
    ...quietMessages,
  },
  check: (context) => remarksAndGoodSigns(judgeAll(context), { least: 2, message: "goingWell" }, context),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio } = context;
  const afters = findAfters(portfolio.items);
  const partial = isLearningPartial(portfolio);
  for (const item of portfolio.items) {
    if (item.kind !== "review" || item.when !== "before" || item.closed || item.waiver !== null) continue;
    yield judge(item, { afters, partial }, context);
  }
}

function judge(
  review: Review,
  { afters, partial }: { readonly afters: Afters; readonly partial: boolean },
  context: Context,
): Verdict {
  const { today, options } = context;
  const subject = { type: "item", item: review } as const;
  if (isLookedBackOn(review) || afters.close(review)) return quietly("healthy", subject);
  const work = workOf(review, context.portfolio);
  if (holdsWord(review.status, options.paused)) return quietly("too-early");
  if (work !== null && holdsWord(work.event.status, options.paused)) return quietly("too-early");

  const day = work?.end ?? review.nextDate ?? review.date;
  if (day === null) return quietly("cant-see", subject);
  const days = work === null && review.nextDate === null ? options.daysWithoutEvent : options.days;
  if (daysBetween(day, today) <= days) return quietly("too-early");
  const hiddenEvent = review.unresolved.some(({ field }) => field === "event");
  if (partial || hiddenEvent || afters.mayClose(review, work?.end ?? review.date ?? day))
    return quietly("cant-see", subject);
  return {
    answer: "worth-a-look",
    subject,
    message: work === null ? "afterDay" : "afterEvent",
    values: {
      title: review.title,
      event: work === null ? "" : shortTitle(work.event.title),
      day: spokenDay(work?.end ?? review.date ?? day, today),
    },
  };
}

/** Some teams write both halves into one row. */
function isLookedBackOn({ actual, causes, sustain, improve, insightIds }: Review): boolean {
  return [actual, causes, sustain, improve].some((text) => text !== null) || insightIds.length > 0;
}

interface Work {
  readonly event: WorkEvent;
  readonly end: Day;
}

/** The linked event that ends last; null when none has a day. */
function workOf(review: Review, { eventById }: Portfolio): Work | null {
  let last: Work | null = null;
  for (const id of review.eventIds) {
    const event = eventById.get(id);
    const end = event?.endDate ?? event?.date ?? null;
    if (event !== undefined && end !== null && (last === null || end > last.end)) last = { event, end };
  }
  return last;
}
