import { z } from "zod";

import { addDays } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Goal, Insight, Portfolio } from "../domain/types.ts";
import type { Words } from "../lib/languages.ts";
import { say } from "../lib/say.ts";
import { shortTitle, someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/insight-is-used.ts";
import { quietly, quietMessages } from "./shared/answers.ts";
import { contentWords } from "./shared/content-words.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { groupRepeats } from "./shared/near-repeats.ts";
import { nextEvents } from "./shared/upcoming.ts";
import { usesOfLearning } from "./shared/use-of-learning.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // A quarter: most work comes round again within one.
  days: z.int().min(1).max(3650).default(90).describe("Age from which an insight counts as waiting"),
  // One waiting insight is no habit.
  leastInsights: z.int().min(1).max(1000).default(2).describe("Insights of that age a goal must have"),
  // One in five used is about what a team reaches that uses them by chance.
  leastUsed: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe("Share of them that was used, above which all is well"),
  // About a month: near enough to plan with.
  aheadDays: z.int().min(0).max(365).default(30).describe("Days ahead in which coming work is named"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S23: what was learned is taken up by later work. */
export const insightIsUsed = defineRule<z.output<typeof options>>({
  id: "insight-is-used",
  signals: ["S23"],
  kind: "timing",
  description: "A goal's older insights are taken up by later reviews, hypotheses or work",
  defaultSeverity: "info",
  needs: "Two insights older than the days given, and any insight anywhere that is marked as used.",
  options,
  translations: { es },
  messages: {
    waiting: {
      text: ({ count, goal, days, titles }) =>
        say`${haveWaited(count, goal)} for more than ${days} days to be taken up: ${titles}.`,
      help: () =>
        "Which one would change what you do next? Name it in the next before-review under what was learned earlier.",
    },
    waitingForWork: {
      text: ({ count, goal, days, event, day }) =>
        say`${haveWaited(count, goal)} for more than ${days} days to be taken up, and “${event}” is on ${day}.`,
      help: ({ titles }) =>
        say`Worth a look before it: ${titles}. If one helps, name it in the before-review.`,
    },
    goingWell: {
      text: ({ used }) =>
        used === 1 ? "1 insight has been put to use." : say`${used} insights have been put to use.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    const { portfolio, today } = context;
    const uses = usesOfLearning(portfolio);
    const byGoal = insightsOfGoals(context);
    const latest = addDays(today, -context.options.days);
    const blind = new Set(goalsWithProse(portfolio));
    const next = nextEvents(portfolio, today);
    // Where nothing at all is marked as used, the columns that would say so are probably not mapped.
    const marked = portfolio.items.some((item) => item.kind === "insight" && uses.has(item.id));
    for (const goal of portfolio.goals) {
      if (!goal.live) continue;
      const ofGoal = byGoal.get(goal.id) ?? [];
      const insights = ofGoal.filter(({ date }) => date !== null && date < latest);
      const used = ofGoal.filter(({ id }) => uses.has(id)).length;
      const unseen = !marked || blind.has(goal.id) || isLearningPartial(portfolio);
      const event = next.get(goal.id) ?? null;
      yield judge(goal, { insights, used, unseen, uses, event }, context);
    }
  },
});

function judge(
  goal: Goal,
  {
    insights,
    used,
    unseen,
    uses,
    event,
  }: {
    /** The older ones. */
    readonly insights: readonly Insight[];
    /** How many of all were used. */
    readonly used: number;
    readonly unseen: boolean;
    readonly uses: ReadonlyMap<string, readonly (Day | null)[]>;
    readonly event: { readonly title: string; readonly date: Day | null } | null;
  },
  { options, today }: Context,
): Verdict {
  const subject = { type: "goal", goal } as const;
  const fine: Verdict =
    used === 0
      ? quietly("healthy", subject)
      : { answer: "healthy", subject, message: "goingWell", values: { used } };
  if (insights.length < options.leastInsights) return used === 0 ? quietly("too-early", subject) : fine;
  const waiting = insights.filter(({ id }) => !uses.has(id));
  const usedShare = 1 - waiting.length / insights.length;
  if (waiting.length < options.leastInsights || usedShare > options.leastUsed) return fine;
  if (unseen || waiting.some(({ unresolved }) => unresolved.some(({ field }) => field === "appliedIn")))
    return quietly("cant-see", subject);
  const soon =
    event !== null && event.date !== null && event.date <= addDays(today, options.aheadDays) ? event : null;
  const about = soon === null ? new Set<string>() : contentWords(soon.title);
  const fit = (insight: Insight): number =>
    [...contentWords(insight.title)].filter((word) => about.has(word)).length;
  const ranked = waiting.toSorted(
    (a, b) => fit(b) - fit(a) || compareText(b.date ?? "", a.date ?? "") || compareText(a.id, b.id),
  );
  // A lesson that came up three times is still one to look at.
  const distinct = groupRepeats(ranked.map(({ title }) => ({ title, words: contentWords(title) }))).flatMap(
    ([first]) => first ?? [],
  );
  const values = {
    count: distinct.length,
    goal: shortTitle(goal.title),
    days: options.days,
    titles: someTitles(distinct.map(({ title }) => title).slice(0, 2)),
  };
  const days = waiting.map(({ date }) => date);
  if (soon === null || soon.date === null)
    return { answer: "worth-a-look", subject, message: "waiting", values, days };
  const coming = { event: shortTitle(soon.title), day: spokenDay(soon.date, today) };
  return {
    answer: "worth-a-look",
    subject,
    message: "waitingForWork",
    values: { ...values, ...coming },
    days,
    actBy: soon.date,
  };
}

/** By goal. A line of a review has no row that anything could link to, so nothing is asked of it. */
function insightsOfGoals({ portfolio, lineOfSight }: Context): ReadonlyMap<string, readonly Insight[]> {
  const byGoal = new Map<string, Insight[]>();
  for (const item of portfolio.items) {
    if (item.kind !== "insight" || item.closed || item.waiver !== null || isDerived(item)) continue;
    for (const goal of homeGoals(item, lineOfSight)) {
      const group = byGoal.get(goal);
      if (group) group.push(item);
      else byGoal.set(goal, [item]);
    }
  }
  return byGoal;
}

/** Goals whose reviews tell earlier learning in prose: which insight was meant, only a reader can say. */
function* goalsWithProse({ items }: Portfolio): Generator<string> {
  for (const item of items) {
    if (item.kind === "review" && item.priorLearning !== null && item.priorLearningIds.length === 0)
      yield* item.goalIds;
  }
}

function haveWaited(count: Words[string] | undefined, goal: Words[string] | undefined): string {
  return count === 1
    ? say`1 insight about “${goal}” has waited`
    : say`${count} insights about “${goal}” have waited`;
}
