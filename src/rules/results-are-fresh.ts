import { z } from "zod";

import { daysBetween } from "../domain/day.ts";
import type { Goal, Result } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/results-are-fresh.ts";
import { quietly, quietMessages, team } from "./shared/answers.ts";
import { tablesRead } from "./shared/coverage.ts";
import type { Dated } from "./shared/dated.ts";
import { datedResults } from "./shared/goal-results.ts";
import { middle } from "../lib/middle.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay, spokenDays } from "../lib/speak.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Two gaps leave a rhythm before they are called a rhythm.
  leastResults: z
    .int()
    .min(3)
    .max(1000)
    .default(3)
    .describe("Results with a day that a goal must have before its rhythm is known"),
  // One result may be skipped; two in a row is quiet.
  rhythms: z
    .number()
    .min(1)
    .max(100)
    .default(2)
    .describe("Usual gaps between results that may pass without a new one"),
  // Numbers that come every few days pause for holidays.
  leastDays: z.int().min(0).max(3650).default(30).describe("Days that may pass in any case"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S30: results keep coming in their own rhythm, so that learning can be seen beside them. */
export const resultsAreFresh = defineRule<z.output<typeof options>>({
  id: "results-are-fresh",
  signals: ["S30"],
  kind: "timing",
  description: "Each live goal's results keep coming in their usual rhythm",
  defaultSeverity: "warn",
  needs: "Three results with a day for the goal.",
  options,
  translations: { es },
  messages: {
    quiet: {
      text: ({ goal, day, gap }) =>
        say`There is no result for “${goal}” since ${day}; before, one came about every ${gap}. Until there is a newer one, nobody can see whether the learning helps.`,
      help: () =>
        "Is there a newer number somewhere? If the measure is on hold, a line about it among the results says so.",
    },
    goingWell: {
      text: ({ gap }) => say`Results come in about every ${gap}, and are up to date.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    const { portfolio, today } = context;
    const read = tablesRead(portfolio, "results");
    if (read === "none") {
      yield quietly("cant-see", team);
      return;
    }
    for (const goal of portfolio.goals) {
      if (!goal.live) continue;
      yield judge(goal, { results: datedResults(goal, portfolio, today), whole: read === "all" }, context);
    }
  },
});

function judge(
  goal: Goal,
  { results, whole }: { readonly results: readonly Dated<Result>[]; readonly whole: boolean },
  { today, options }: Context,
): Verdict {
  const subject = { type: "goal", goal } as const;
  // A note without a number is news as well: somebody looked.
  const told = results.filter(({ value, note }) => value !== null || note !== null);
  const latest = told.at(-1);
  const days = [...new Set(told.map(({ date }) => date))];
  if (latest === undefined || days.length < options.leastResults) return quietly("too-early", subject);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const gap = middle(gaps.slice(-recentGaps)) ?? 0;
  const fresh = Math.max(options.leastDays, gap * options.rhythms);
  const allowed = fresh + usualDelay(told);
  const age = daysBetween(latest.date, today);
  const values = {
    goal: shortTitle(goal.title),
    day: spokenDay(latest.date, today),
    gap: spokenDays(Math.round(gap)),
  };
  if (age <= fresh) return { answer: "healthy", subject, message: "goingWell", values };
  // Numbers that always come out late are in order, and still too old to be glad of.
  if (age <= allowed) return quietly("healthy", subject);
  if (!whole) return quietly("cant-see", subject);
  return { answer: "worth-a-look", subject, message: "quiet", values, days: [latest.date] };
}

/** A rhythm is what it was lately. */
const recentGaps = 6;
const recentEntries = 3;

/** Days from a result's own day to its entry: a rate for last year may come out next autumn. 0 when it isn't known. */
function usualDelay(results: readonly Dated<Result>[]): number {
  const delays = results
    .slice(-recentEntries)
    .map(({ date, createdAt }) => (createdAt === null ? 0 : daysBetween(date, createdAt.slice(0, 10))));
  return Math.max(0, Math.min(...delays));
}
