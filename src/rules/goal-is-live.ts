import { z } from "zod";

import type { LearningItem } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { say } from "./say.ts";
import type { RuleContext, Verdict } from "./types.ts";

/** S02: work that is still open points at a goal that is still alive. */
export const goalIsLive = defineRule<Record<string, never>>({
  id: "goal-is-live",
  signals: ["S02"],
  kind: "fact",
  description:
    "Open questions, untested hypotheses, opportunities and coming reviews serve a goal that is not over",
  defaultSeverity: "warn",
  needs: "One open item that leads to a goal.",
  options: z.strictObject({}),
  messages: {
    over: {
      text: ({ kind, title, goals }) =>
        say`The ${kind} “${title}” is still open, and leads only to ${goals}.`,
      help: ({ gain }) =>
        say`Carry it over to a goal the team is working on, or close it with what you learned.${gain}`,
    },
    live: { text: () => "", help: () => "" },
    uncertain: { text: () => "", help: () => "" },
  },
  *check(context) {
    const { portfolio, lineOfSight } = context;
    const open = portfolio.items.filter((item) => isOpenWork(item, context.today));
    const over = open.filter((item) => lineOfSight.stateOf(item.id) === "over");
    const mends = new Map<string, number>();
    for (const item of over) {
      const at = lineOfSight.linkedAt(item.id);
      if (at !== null) mends.set(at.id, (mends.get(at.id) ?? 0) + 1);
    }
    for (const item of open) yield* judge(item, context, mends);
  },
});

function* judge(
  item: LearningItem,
  { lineOfSight, portfolio }: RuleContext<unknown>,
  mends: ReadonlyMap<string, number>,
): Generator<Verdict> {
  const subject = { type: "item", item } as const;
  const state = lineOfSight.stateOf(item.id);
  if (state === "live") yield { answer: "healthy", subject, message: "live", values: {} };
  const sight = lineOfSight.of(item.id);
  const at = lineOfSight.linkedAt(item.id);
  if (sight.state !== "over" || at === null) return;
  if (sight.uncertain) {
    yield { answer: "cant-see", subject, message: "uncertain", values: {} };
    return;
  }
  const count = mends.get(at.id) ?? 1;
  const goals = goalNames(sight.goalIds.flatMap((id) => portfolio.goalById.get(id)?.title ?? []));
  const gain =
    at.id === item.id && count === 1
      ? ""
      : ` A new link ${at.id === item.id ? "there" : `at the ${at.kind} “${at.title}”`} carries ${count === 1 ? "it" : `${count} items`} over.`;
  const step = `Link the ${at.kind} “${at.title}” to a goal the team is working on.`;
  yield {
    answer: "worth-a-look",
    subject,
    message: "over",
    values: { kind: item.kind, title: item.title, goals, gain },
    repair: { at: { id: at.id, title: at.title, url: at.url, kind: at.kind }, step, mends: count },
  };
}

/** What is learned stays true of an old goal; only work that waits to be done needs a goal that is alive. */
function isOpenWork(item: LearningItem, today: string): boolean {
  if (item.closed || item.waiver !== null) return false;
  switch (item.kind) {
    case "question":
    case "opportunity":
      return true;
    case "hypothesis":
      return item.outcome === "open";
    case "review":
      return item.when === "before" && item.date !== null && item.date >= today;
    case "insight":
      return false;
  }
}

/** A long list of old goals helps nobody. */
const namedGoals = 2;

function goalNames(titles: readonly string[]): string {
  const named = titles.slice(0, namedGoals).map((title) => `“${title}”`);
  const rest = titles.length - named.length;
  const list = rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(" and ");
  return titles.length === 1 ? `the goal ${list}, which is over` : `the goals ${list}, which are over`;
}
