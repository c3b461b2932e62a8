import { z } from "zod";

import { addDays } from "../domain/day.ts";
import type { Day, Goal, LearningItem } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/goal-has-learning.ts";
import { quietMessages, quietly } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { healthByStatus, healthOfGoals, healthWords } from "./shared/goal-health.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // A quarter: the period in which most teams look at their goals anew.
  periodDays: z.int().min(1).max(3650).default(90).describe("Days in which a review or an insight counts"),
  // A month: by then a new goal has been through its first planning meeting.
  graceDays: z.int().min(0).max(3650).default(30).describe("Days in which a new goal may wait"),
  troubled: z
    .array(z.string())
    .default([...healthWords.troubled])
    .describe("Status words of a goal that is off track or uncertain"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S04: a goal that is off track or uncertain has somebody asking what it will take. */
export const goalHasLearning = defineRule<z.output<typeof options>>({
  id: "goal-has-learning",
  signals: ["S04"],
  kind: "fact",
  description:
    "A goal that is off track or uncertain has a question, a bet, a review or an insight around it",
  defaultSeverity: "info",
  needs:
    "One live goal older than the grace period that is known to be off track, and a learning table read whole.",
  options,
  translations: { es },
  messages: {
    bare: {
      text: ({ title, status, holds, since }) => {
        const byNumbers =
          holds === 1
            ? "has left the level it should hold"
            : "is behind where its numbers would be on a straight line";
        return say`The goal “${title}” ${status === "" ? byNumbers : say`is marked “${status}”`}, and nothing is linked to it: no open question or hypothesis, and no review or insight since ${since}.`;
      },
      help: () =>
        "What will it take? One question that a colleague could start on is enough. If the way is known already, none is needed.",
    },
    ...quietMessages,
  },
  *check(context) {
    const { portfolio, today } = context;
    const { troubled } = context.options;
    const health = healthOfGoals(portfolio, today, { ...healthWords, troubled });
    const around = goalsWithLearning(context);
    const blind = isBlind(context);
    for (const goal of portfolio.goals) {
      if (!goal.live) continue;
      const state = health(goal);
      const subject = { type: "goal", goal } as const;
      if (around.has(goal.id) || state === "well" || state === "blocked") yield quietly("healthy", subject);
      else if (isNew(goal, context)) yield quietly("too-early", subject);
      else if (blind || state === "unknown") yield quietly("cant-see", subject);
      else yield bare(goal, context);
    }
  },
});

function bare(goal: Goal, { today, options: { periodDays, troubled } }: Context): Verdict {
  const words = { ...healthWords, troubled };
  // Empty where the numbers say it, not the status.
  const status = healthByStatus(goal.status, words) === null ? "" : (goal.status ?? "");
  const holds = goal.baseline === goal.target ? 1 : 0;
  const since = spokenDay(addDays(today, -periodDays), today);
  return {
    answer: "worth-a-look",
    subject: { type: "goal", goal },
    message: "bare",
    values: { title: goal.title, status, holds, since },
  };
}

/** Goals that somebody is learning about now. What serves a sub-goal serves the goal above it as well. */
function goalsWithLearning({ portfolio, lineOfSight, today, options }: Context): ReadonlySet<string> {
  const since = addDays(today, -options.periodDays);
  const served = new Set<readonly string[]>();
  for (const item of portfolio.items) if (isAlive(item, since)) served.add(lineOfSight.goalsServed(item.id));
  return new Set([...served].flat());
}

function isAlive(item: LearningItem, since: Day): boolean {
  const recent = item.date !== null && item.date >= since;
  switch (item.kind) {
    case "question":
    case "opportunity":
      return recent || !item.closed;
    case "hypothesis":
      return recent || (item.outcome === "open" && !item.closed);
    case "review":
    case "insight":
      return recent;
  }
}

/** Whether something around a goal may be out of sight: tables not read, or not whole; links that led nowhere visible. */
function isBlind({ portfolio, lineOfSight, today, options }: Context): boolean {
  const since = addDays(today, -options.periodDays);
  return (
    portfolio.items.length === 0 ||
    isLearningPartial(portfolio) ||
    portfolio.items.some((item) => lineOfSight.stateOf(item.id) === "unseen" && isAlive(item, since))
  );
}

function isNew({ start, createdAt }: Goal, { today, options: { graceDays } }: Context): boolean {
  const first = addDays(today, -graceDays);
  return [start, createdAt?.slice(0, 10) ?? null].some((day) => day !== null && day > first);
}
