import { z } from "zod";

import { addDays } from "../domain/day.ts";
import type { Day, LearningItem, Opportunity, Portfolio, Review } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/opportunity-comes-back.ts";
import { quietly, quietMessages, remarksThenOne } from "./shared/answers.ts";
import { betFamilies } from "./shared/bet-families.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { insightsOfReviews } from "./shared/insights-of-reviews.ts";
import { plannedDay } from "./shared/item-days.ts";
import { usesOfLearning } from "./shared/use-of-learning.ts";
import { holdsWord, pausedWords, spaced } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

/** Words of a plan that went elsewhere, besides those of work that waits, in the languages of the built-in status lists. */
const movedWords: readonly string[] =
  "moved,overtaken,didn't get to it,movido,movida,trasladado,trasladada,déplacé,déplacée,verlegt,transferido,transferida".split(
    ",",
  );
/** The whole of a status that says that it took place. "Not tried" and "to be tried" do not. */
const triedWords: readonly string[] =
  "tried,tried it,probado,probada,intentado,intentada,essayé,essayée,tenté,tentée,versucht,ausprobiert,tentado,tentada".split(
    ",",
  );

const options = z.strictObject({
  // Three weeks: time to hold the review, and to write it up.
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(21)
    .describe("Days after the planned day in which nothing is said"),
  // A year: by then asking what came of a plan is archaeology.
  lookbackDays: z
    .int()
    .min(1)
    .max(36_500)
    .default(365)
    .describe("Plans for days longer ago are left in peace"),
  paused: z
    .array(z.string())
    .default([...pausedWords, ...movedWords])
    .describe("Status words of plans that were moved or dropped"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S21: what was planned comes back as something that happened, or is said to be dropped. */
export const opportunityComesBack = defineRule<z.output<typeof options>>({
  id: "opportunity-comes-back",
  signals: ["S21"],
  kind: "timing",
  description:
    "A next step whose day has passed comes back: a review, a result of it, or a word that it was dropped",
  defaultSeverity: "warn",
  needs: "One opportunity or next step with a day of its own that passed longer ago than the grace period.",
  options,
  translations: { es },
  messages: {
    opportunity: {
      text: ({ title, day }) => say`“${title}” was planned for ${day}, and nothing since says how it went.`,
      help: () =>
        "What happened? One word is enough: tried, moved or dropped. “Didn't get to it” is a fine answer.",
    },
    next: {
      text: ({ title, day, next }) =>
        say`“${title}” names a next step for ${day}: “${next}”. Nothing since says how it went.`,
      help: () =>
        "What happened? A link to where it was tried, or one line here, is enough. “Didn't get to it” is a fine answer.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

interface Plan {
  readonly item: Opportunity | Review;
  /** null when nobody gave a day. */
  readonly day: Day | null;
  readonly message: "opportunity" | "next";
  readonly next: string;
}

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, lineOfSight, options } = context;
  const cameBack = findReturns(portfolio);
  const partial = isLearningPartial(portfolio);
  for (const item of portfolio.items) {
    if (item.closed || item.waiver !== null || isAnswered(item.status, options.paused)) continue;
    // A goal that ended overtakes the plans made for it.
    if (lineOfSight.stateOf(item.id) === "over") continue;
    const plan = planOf(item);
    if (plan !== null) yield judge(plan, { cameBack, partial }, context);
  }
}

function planOf(item: LearningItem): Plan | null {
  if (item.kind === "opportunity") return { item, day: plannedDay(item), message: "opportunity", next: "" };
  if (item.kind !== "review" || item.when === "before" || item.next === null || item.nextDate === null)
    return null;
  return { item, day: item.nextDate, message: "next", next: item.next };
}

function judge(
  { item, day, message, next }: Plan,
  {
    cameBack,
    partial,
  }: { readonly cameBack: (plan: Opportunity | Review, day: Day) => boolean; readonly partial: boolean },
  { today, options }: Context,
): Verdict {
  const subject = { type: "item", item } as const;
  if (day === null) return quietly("cant-see");
  if (addDays(day, options.graceDays) >= today) return quietly("too-early");
  if (cameBack(item, day)) return quietly("healthy");
  if (partial || item.unresolved.length > 0) return quietly("cant-see", subject);
  if (day < addDays(today, -options.lookbackDays)) return quietly("healthy");
  const values = { title: shortTitle(item.title), day: spokenDay(day, today), next: shortTitle(next) };
  return { answer: "worth-a-look", subject, message, values };
}

/** Whether the status is the one word that is asked for. */
function isAnswered(status: string | null, paused: readonly string[]): boolean {
  if (status === null) return false;
  return holdsWord(status, paused) || triedWords.some((word) => spaced(word) === spaced(status));
}

/** A plan carried out a little early has been carried out. */
const earlyDays = 7;

/**
 * What counts as coming back: an item that comes from the plan or names it, a use of what the review taught, a
 * later review of the same event or of the same hypothesis (or one refined from it), or a settled hypothesis.
 */
function findReturns(portfolio: Portfolio): (plan: Opportunity | Review, day: Day) => boolean {
  const uses = usesOfLearning(portfolio);
  const insights = insightsOfReviews(portfolio);
  const familyOf = betFamilies(portfolio);
  const latest = new Map<string, Day>();
  const closed = new Set<string>();
  for (const item of portfolio.items) {
    if (item.kind !== "review") continue;
    for (const id of item.beforeIds) closed.add(id);
    for (const key of keysOf(item, familyOf))
      if ((item.date ?? "") > (latest.get(key) ?? "")) latest.set(key, item.date ?? "");
  }
  return (plan, day) => {
    if (uses.has(plan.id) || closed.has(plan.id)) return true;
    if (plan.kind === "review" && [...(insights.get(plan.id) ?? [])].some((id) => uses.has(id))) return true;
    if (isSettled(plan, portfolio)) return true;
    const from = addDays(day, -earlyDays);
    // A review's own day is never later than itself, so the plan cannot answer for itself.
    const after = plan.kind === "review" ? (plan.date ?? "") : "";
    return keysOf(plan, familyOf).some((key) => {
      const last = latest.get(key) ?? "";
      return last >= from && last > after;
    });
  };
}

function keysOf(
  { eventIds, hypothesisIds }: Opportunity | Review,
  familyOf: (id: string) => string,
): readonly string[] {
  return [...eventIds.map((id) => `event ${id}`), ...hypothesisIds.map((id) => `family ${familyOf(id)}`)];
}

/** The opportunity's hypothesis has an outcome; or the review's held, and its next step is to carry on. */
function isSettled({ kind, hypothesisIds }: Opportunity | Review, { itemById }: Portfolio): boolean {
  return hypothesisIds.some((id) => {
    const bet = itemById.get(id);
    if (bet?.kind !== "hypothesis") return false;
    return kind === "opportunity" ? bet.outcome !== "open" : bet.outcome === "held";
  });
}
