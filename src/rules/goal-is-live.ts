import { z } from "zod";

import type { LearningItem, Portfolio } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/goal-is-live.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import { allWords } from "./shared/content-words.ts";
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
  translations: { es },
  messages: {
    over: {
      text: ({ kind, title, goals, many }) =>
        many === 1
          ? say`The ${kind} “${title}” is still open, and leads only to the goal ${goals}, which is over.`
          : say`The ${kind} “${title}” is still open, and leads only to the goals ${goals}, which are over.`,
      help: ({ atKind, atTitle, count }) => {
        const first = "Carry it over to a goal the team is working on, or close it with what you learned.";
        if (atKind === "" && count === 1) return first;
        const place = atKind === "" ? "there" : say`at the ${atKind} “${atTitle}”`;
        return say`${first} A new link ${place} carries ${count === 1 ? "it" : say`${count} items`} over.`;
      },
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: RuleContext<unknown>): Generator<Verdict> {
  const { portfolio, lineOfSight } = context;
  const open = portfolio.items.filter((item) => isOpenWork(item, context.today));
  const over = open.filter((item) => lineOfSight.stateOf(item.id) === "over");
  const mends = new Map<string, number>();
  for (const item of over) {
    const at = lineOfSight.linkedAt(item.id);
    if (at !== null) mends.set(at.id, (mends.get(at.id) ?? 0) + 1);
  }
  const renewed = renewedGoals(portfolio);
  for (const item of open) yield* judge(item, context, { mends, renewed });
}

interface Overview {
  /** How many items one new link at this row carries over, by its id. */
  readonly mends: ReadonlyMap<string, number>;
  /** Ids of goals that are over and live on in a row of the same name. */
  readonly renewed: ReadonlySet<string>;
}

function* judge(
  item: LearningItem,
  { lineOfSight, portfolio }: RuleContext<unknown>,
  { mends, renewed }: Overview,
): Generator<Verdict> {
  const subject = { type: "item", item } as const;
  const state = lineOfSight.stateOf(item.id);
  if (state === "live") yield quietly("healthy");
  const sight = lineOfSight.of(item.id);
  const at = lineOfSight.linkedAt(item.id);
  if (sight.state !== "over" || at === null) return;
  // The new row may be the goal that is meant, and nothing but a link can say so.
  if (sight.uncertain || sight.goalIds.some((id) => renewed.has(id))) {
    yield quietly("cant-see", subject);
    return;
  }
  const count = mends.get(at.id) ?? 1;
  const titles = sight.goalIds.flatMap((id) => portfolio.goalById.get(id)?.title ?? []);
  const step = `Link the ${at.kind} “${at.title}” to a goal the team is working on.`;
  yield {
    answer: "worth-a-look",
    subject,
    message: "over",
    values: {
      kind: item.kind,
      title: item.title,
      goals: someTitles(titles, namedGoals),
      many: titles.length,
      // Empty where the new link goes on the item itself.
      atKind: at.id === item.id ? "" : at.kind,
      atTitle: at.title,
      count,
    },
    repair: { at: { id: at.id, title: at.title, url: at.url, kind: at.kind }, step, mends: count },
  };
}

/** Goals that are over although one of the same name is live: many teams renew a goal as a new row each quarter or year. */
function renewedGoals({ goals }: Portfolio): ReadonlySet<string> {
  const live = new Set(goals.filter((goal) => goal.live).map(({ title }) => nameOf(title)));
  live.delete("");
  return new Set(goals.filter((goal) => !goal.live && live.has(nameOf(goal.title))).map(({ id }) => id));
}

/** The words of a title without what changes from one period to the next: "Enrol 200 families in 2025", "Q3: …". */
function nameOf(title: string): string {
  const words = allWords(title).filter((word) => !/\p{N}/u.test(word));
  // One word may be the name of many things.
  return words.length < 2 ? "" : words.join(" ");
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
