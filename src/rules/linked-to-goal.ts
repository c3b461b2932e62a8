import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import type { Repair } from "../domain/finding.ts";
import type { Hop } from "../domain/line-of-sight.ts";
import { repairAt } from "../domain/repairs.ts";
import type { Goal, LearningItem, Portfolio } from "../domain/types.ts";
import { isYoung } from "../domain/youth.ts";
import { mentionsOf } from "../insight/goal-names.ts";
import type { Words } from "../lib/languages.ts";
import { say } from "../lib/say.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/linked-to-goal.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  graceDays: z.int().min(0).max(3650).default(7).describe("Days in which a new item may wait for its link"),
});

/** Kept for the answers that never become findings. */
const quiet = { text: () => "", help: () => "" };

/** S01 and S03: every learning item says what it is for, by itself or through what it comes from. */
export const linkedToGoal = defineRule<z.output<typeof options>>({
  id: "linked-to-goal",
  signals: ["S01", "S03"],
  kind: "fact",
  description: "Every learning item leads to a goal: by its own link, or through what it comes from",
  defaultSeverity: "error",
  needs: "One item older than the grace period.",
  options,
  supersedes: [
    "review-has-work",
    "review-leads-to-change",
    "question-has-end",
    "question-is-worked-on",
    "hypothesis-has-so-that",
  ],
  translations: { es },
  messages: {
    unlinked: {
      text: ({ kind, title }) =>
        say`The ${kind} “${title}” has no “so that” yet: nothing links it to a goal.`,
      help: () =>
        "Which goal would it help? Link it there. If none comes to mind, that is worth a minute too.",
    },
    named: {
      text: ({ kind, title, goal }) =>
        say`The ${kind} “${title}” names the goal “${goal}” in its text, and no link leads there yet.`,
      help: () => "If that is what it is for, a link there makes it count.",
    },
    unlinkedWithOthers: {
      text: ({ kind, title, own, others }) =>
        say`The ${kind} “${title}” has no “so that” yet: nothing links it to a goal, and ${sayOthers(own, others)} only through it.`,
      help: ({ mends }) => say`Link it to the goal it serves: that one link ties ${mends} items to the work.`,
    },
    broken: {
      text: ({ kind, title, stopKind, stopTitle }) =>
        say`The ${kind} “${title}” leads to the ${stopKind} “${stopTitle}”, and there the line to a goal stops.`,
      help: ({ stopKind, stopTitle, mends }) =>
        say`Link the ${stopKind} “${stopTitle}” to the goal it serves: that one link ties ${sayItems(mends)} to the work.`,
    },
    circular: {
      text: ({ kind, title, stopTitle }) =>
        say`The ${kind} “${title}” is in a circle of links (through “${stopTitle}”) that never comes to a goal.`,
      help: ({ mends }) =>
        say`Link any one of them to the goal it serves: that ties ${sayItems(mends)} to the work.`,
    },
    linked: quiet,
    closed: quiet,
    waived: quiet,
    young: quiet,
    unseen: quiet,
  },
  *check(context) {
    const named = goalNamedBy(context.portfolio);
    for (const item of context.portfolio.items) {
      // A line of a review is no row: whoever mends the review mends the line, and the review's own answer counts it.
      if (!isDerived(item)) yield judge(item, named, context);
    }
  },
});

type NamedBy = (item: LearningItem) => Goal | null;

/** The one live goal that an item's text names; null when there is none, or several. */
function goalNamedBy({ goals }: Portfolio): NamedBy {
  const live = goals.filter((goal) => goal.live);
  const mentionsIn = mentionsOf(live);
  return (item) => {
    const mentions = mentionsIn(item);
    const [only, ...others] = live.filter((_, place) => mentions[place] !== null);
    return only !== undefined && others.length === 0 ? only : null;
  };
}

function judge(
  item: LearningItem,
  namedBy: NamedBy,
  context: RuleContext<z.output<typeof options>>,
): Verdict {
  const { lineOfSight, portfolio } = context;
  const subject = { type: "item", item } as const;
  const quietly = (answer: Verdict["answer"], message: string): Verdict => ({
    answer,
    subject,
    message,
    values: {},
  });
  const state = lineOfSight.stateOf(item.id);
  if (state === "live" || state === "over") return quietly("healthy", "linked");
  if (item.closed) return quietly("healthy", "closed");
  if (item.waiver !== null) return quietly("healthy", "waived");
  if (state === "unseen") return quietly("cant-see", "unseen");

  const stop = lineOfSight.stopOf(item.id);
  const stopItem = stop === null ? undefined : portfolio.itemById.get(stop.id);
  if (stopItem !== undefined && stopItem.waiver !== null) return quietly("healthy", "waived");
  const young = [item, stopItem].some(
    (one) => one !== undefined && isYoung(one, context.today, context.options.graceDays),
  );
  if (young) return quietly("too-early", "young");
  const repair = stop === null ? undefined : repairAt(stop, lineOfSight);
  return {
    ...describe(item, { stop, repair, namedBy }, context),
    answer: "worth-a-look",
    subject,
    ...(repair && { repair }),
  };
}

function describe(
  item: LearningItem,
  {
    stop,
    repair,
    namedBy,
  }: { readonly stop: Hop | null; readonly repair: Repair | undefined; readonly namedBy: NamedBy },
  { lineOfSight, portfolio }: RuleContext<unknown>,
): Pick<Verdict, "message" | "values" | "signal" | "kind"> {
  const named = { kind: item.kind, title: item.title };
  const mends = repair?.mends ?? 1;
  const sight = lineOfSight.of(item.id);
  if (sight.state !== "broken" || stop === null) {
    // Somebody wrote what it is for. That the words are meant so is a guess, and only the link is missing.
    const goal = mends > 1 ? null : namedBy(item);
    if (goal !== null)
      return { message: "named", signal: "S01", kind: "wording", values: { ...named, goal: goal.title } };
    const message = mends > 1 ? "unlinkedWithOthers" : "unlinked";
    return {
      message,
      signal: "S01",
      values: { ...named, mends, own: ownInsights(item, portfolio), others: mends - 1 },
    };
  }
  const values = { ...named, stopKind: stop.kind, stopTitle: stop.title, mends };
  return { message: sight.circular ? "circular" : "broken", signal: "S03", values };
}

/** A review's own lines that are insights. */
function ownInsights(item: LearningItem, portfolio: Portfolio): number {
  return item.kind === "review" ? item.insightIds.filter((id) => portfolio.itemById.has(id)).length : 0;
}

/** "its 4 insights get to one" when only its own lines depend on it; else "3 other items get to one". */
function sayOthers(own: Words[string] | undefined, others: Words[string] | undefined): string {
  if (own !== 0 && own === others)
    return own === 1 ? "its insight gets to one" : say`its ${own} insights get to one`;
  return others === 1 ? "1 other item gets to one" : say`${others} other items get to one`;
}

function sayItems(count: Words[string] | undefined): string {
  return count === 1 ? "this item" : say`${count} items`;
}
