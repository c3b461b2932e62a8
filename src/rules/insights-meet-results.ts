import { z } from "zod";

import { addDays, daysBetween } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Goal, Result } from "../domain/types.ts";
import type { ResultSeries } from "../insight/series.ts";
import { movementAround } from "../insight/movement.ts";
import { thenAndNow, type ThenAndNow } from "../insight/then-and-now.ts";
import { say } from "../lib/say.ts";
import { shortTitle, someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/insights-meet-results.ts";
import { quietly, quietMessages } from "./shared/answers.ts";
import { isLearningPartial, tablesRead } from "./shared/coverage.ts";
import type { Dated } from "./shared/dated.ts";
import { datedResults, seriesOf } from "./shared/goal-results.ts";
import { learningOfGoals, type GoalLearning } from "./shared/learning-of-goals.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // One used insight beside a flat result is nothing: results lag, and other things happen.
  leastInsights: z
    .int()
    .min(1)
    .max(1000)
    .default(2)
    .describe("Insights put to use before a result that stays put is remarked on"),
  // Two months: a month to work, and a month to be counted.
  lagDays: z.int().min(0).max(3650).default(60).describe("Days a result gets to answer"),
  // A twentieth of the whole way is within the noise of most counts.
  flatShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe("Part of the way from baseline to target, below which a result stayed put"),
  // A quarter of the whole way is a lot for half a year.
  largeShare: z
    .number()
    .min(0)
    .max(10)
    .default(0.25)
    .describe("Part of the way, from which a move without any insight is remarked on"),
  windowDays: z.int().min(30).max(3650).default(180).describe("Days in which such a move is looked for"),
  // A year: earlier uses are too far from today's numbers.
  lookbackDays: z
    .int()
    .min(30)
    .max(3650)
    .default(365)
    .describe("Days in which an insight must have been put to use"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S32: insights that are put to use are seen beside the result, and the other way round. It never says why a result moved. */
export const insightsMeetResults = defineRule<z.output<typeof options>>({
  id: "insights-meet-results",
  signals: ["S32"],
  kind: "pattern",
  description:
    "Insights put to use are looked at beside the result's movement since, and large movements beside what was learned",
  defaultSeverity: "info",
  needs: "A baseline, a target, and two results on each side of the day on which an insight was put to use.",
  options,
  translations: { es },
  messages: {
    staysPut: {
      text: ({ goal, count, titles, since, before, after }) =>
        say`Since ${since}, ${count} insights about “${goal}” were put to use (${titles}). Its result was at about ${before} before and is at about ${after} now.`,
      help: () =>
        "Ask in the meeting: does it need more time, or does something else stand in the way? A note at the next result keeps the answer.",
    },
    unexplained: {
      text: ({ goal, since, before, after }) =>
        say`Since ${since} the result of “${goal}” went from about ${before} to about ${after}, and no insight or review of that time speaks to it.`,
      help: () => "What happened? One line while people still remember is worth a lot later.",
    },
    // Without figures: the report shows them beside it, and a line that changes with every number is read as news.
    goingWell: {
      text: ({ since }) =>
        say`Since ${since}, when an insight was first put to use, its result has moved toward the target.`,
      help: () => "",
    },
    goesOn: {
      text: ({ since }) =>
        say`Since ${since}, when an insight was first put to use, its result has moved toward the target. It was moving that way before, too.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    const { portfolio, lineOfSight, today } = context;
    const learning = learningOfGoals({ portfolio, lineOfSight, today });
    const whole = tablesRead(portfolio, "results") !== "part" && !isLearningPartial(portfolio);
    for (const goal of portfolio.goals) {
      if (!goal.live) continue;
      const of = {
        results: datedResults(goal, portfolio, today),
        series: seriesOf(goal, portfolio, today),
        learning: learning.get(goal.id) ?? null,
      };
      const verdict = judge(goal, of, context);
      yield verdict.answer === "worth-a-look" && !whole ? quietly("cant-see", verdict.subject) : verdict;
    }
  },
});

interface OfGoal {
  /** With their notes. */
  readonly results: readonly Dated<Result>[];
  readonly series: ResultSeries;
  readonly learning: GoalLearning | null;
}

function judge(goal: Goal, of: OfGoal, context: Context): Verdict {
  const subject = { type: "goal", goal } as const;
  const { baseline, target } = goal;
  if (of.results.length === 0) return quietly("too-early", subject);
  // Without a way from here to there nobody can say what is much, or which direction is good.
  if (baseline === null || target === null || baseline === target) return quietly("cant-see", subject);
  const way = target - baseline;
  const since = addDays(context.today, -context.options.lookbackDays);
  const uses = (of.learning?.uses ?? [])
    .filter(({ day }) => day >= since)
    .toSorted((a, b) => compareText(a.day, b.day) || compareText(a.title, b.title));
  return uses.length > 0
    ? judgeUses(goal, { ...of, uses, way }, context)
    : judgeMove(goal, { ...of, way }, context);
}

function judgeUses(
  goal: Goal,
  { results, series, uses, way }: OfGoal & { readonly uses: GoalLearning["uses"]; readonly way: number },
  { options, today }: Context,
): Verdict {
  const subject = { type: "goal", goal } as const;
  const first = uses[0]?.day ?? today;
  const move = thenAndNow(series, first);
  if (move === null) return quietly("too-early", subject);
  if (move.difference / way >= options.flatShare) {
    const message = movementAround(series, first, today).alreadyMoving === true ? "goesOn" : "goingWell";
    return { answer: "healthy", subject, message, values: figures(move, first, goal, today) };
  }
  // Only uses that the newest result had time to answer count.
  const answered = uses.filter(({ day }) => daysBetween(day, move.now.to) >= options.lagDays);
  const titles = [...new Set(answered.map(({ title }) => title))];
  if (titles.length < options.leastInsights) return quietly("too-early", subject);
  if (hasNote(results, first)) return quietly("healthy", subject);
  return {
    answer: "worth-a-look",
    subject,
    message: "staysPut",
    values: { count: titles.length, titles: someTitles(titles, 2), ...figures(move, first, goal, today) },
    days: answered.map(({ day }) => day),
  };
}

function judgeMove(
  goal: Goal,
  { results, series, learning, way }: OfGoal & { readonly way: number },
  { options, today }: Context,
): Verdict {
  const subject = { type: "goal", goal } as const;
  const start = addDays(today, -options.windowDays);
  const move = thenAndNow(series, start);
  if (move === null) return quietly("too-early", subject);
  if (Math.abs(move.difference / way) < options.largeShare) return quietly("healthy", subject);
  if (hasNote(results, start)) return quietly("healthy", subject);
  // What was learned somewhat earlier may speak to it as well.
  const from = addDays(start, -options.lagDays);
  if ((learning?.days ?? []).some((day) => day === null || day >= from)) return quietly("healthy", subject);
  return {
    answer: "worth-a-look",
    subject,
    message: "unexplained",
    values: figures(move, start, goal, today),
    days: [start],
  };
}

/** A note at a result is the team's own word on it. */
function hasNote(results: readonly Dated<Result>[], since: Day): boolean {
  return results.some(({ date, note }) => date > since && note !== null);
}

function figures(move: ThenAndNow, since: Day, { title, unit }: Goal, today: Day): Verdict["values"] {
  return {
    goal: shortTitle(title),
    since: spokenDay(since, today),
    before: figure(move.then.mean, unit),
    after: figure(move.now.mean, unit),
  };
}

/** "22 %", "17.5 days", "8": to three figures, which is as much as a sentence can carry. */
function figure(value: number, unit: string | null): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return unit === null ? String(rounded) : `${rounded} ${unit}`;
}
