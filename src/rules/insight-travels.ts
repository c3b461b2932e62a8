import { z } from "zod";

import { addDays } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import type { Day, Goal, Insight, LearningItem, Portfolio, WorkEvent } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/insight-travels.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { indexBy } from "./shared/index-by.ts";
import { spaced } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // A quarter: by then an insight has been in somebody's planning, here or elsewhere.
  days: z.int().min(1).max(3650).default(90).describe("Days after which an insight could have travelled"),
  // Ten: with fewer, that none has travelled is no pattern.
  insights: z.int().min(1).max(10_000).default(10).describe("Insights of that age, at least"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S26: what one team learns reaches the others that work for the same end, or at least a later time. */
export const insightTravels = defineRule<z.output<typeof options>>({
  id: "insight-travels",
  signals: ["S26"],
  kind: "fact",
  description: "Some insights are used by another team with a related goal, or at a later time",
  defaultSeverity: "info",
  needs:
    "Ten insights older than a quarter whose goals stand under one larger goal with those of another team.",
  options,
  translations: { es },
  messages: {
    stayed: {
      text: ({ count, title, home, away }) =>
        say`${count} insights are about goals that another team shares in, and none of them is linked to work of that team or of a later time. One of them: “${title}” (for “${home}”; “${away}” has the same larger goal).`,
      help: () =>
        "Is there one that would save the other team a month? A note to them is enough, and a link in their next before-review keeps it findable.",
    },
    ...quietMessages,
  },
  *check(context) {
    yield judge(context);
  },
});

function judge(context: Context): Verdict {
  const { portfolio, lineOfSight, today, options } = context;
  const neighbours = neighboursOf(portfolio);
  const old = addDays(today, -options.days);
  const shared = portfolio.items.filter(
    (item): item is Insight & { readonly date: Day } =>
      item.kind === "insight" &&
      !isDerived(item) &&
      item.waiver === null &&
      item.date !== null &&
      item.date <= old &&
      homeGoals(item, lineOfSight).some((id) => neighbours.has(id)),
  );
  if (shared.length < options.insights) return quietly("too-early");
  const travels = travelCheck(context);
  if (shared.some(travels)) return quietly("healthy");
  const hidden = shared.some(({ unresolved }) => unresolved.some(({ field }) => field === "appliedIn"));
  if (hidden || isLearningPartial(portfolio)) return quietly("cant-see");
  return stayed(shared, neighbours, context);
}

/** For each goal with a team another team's goal that serves the same larger goal; goals without one are left out. */
function neighboursOf({ goals }: Portfolio): ReadonlyMap<string, Goal> {
  const live = goals.filter(({ live, team }) => live && team !== null);
  const neighbours = new Map<string, Goal>();
  for (const siblings of indexBy(live, ({ parentIds }) => parentIds).values()) {
    const [first] = siblings;
    const other = siblings.find((goal) => teamOf(goal) !== teamOf(first));
    if (first === undefined || other === undefined) continue;
    for (const goal of siblings) neighbours.set(goal.id, teamOf(goal) === teamOf(first) ? other : first);
  }
  return neighbours;
}

function teamOf(goal: Goal | undefined): string {
  return spaced(goal?.team ?? "");
}

/** Whether an insight was used for another team's goal, or long after it was written, or in a place that cannot be told. */
function travelCheck({
  portfolio,
  lineOfSight,
  options,
}: Context): (insight: Insight & { readonly date: Day }) => boolean {
  const users = indexBy(portfolio.items, (item) => [
    ...item.parentIds,
    ...(item.kind === "review" ? item.priorLearningIds : []),
  ]);
  const teamsOf = (goalIds: readonly string[]): readonly string[] =>
    goalIds.map((id) => teamOf(portfolio.goalById.get(id))).filter((name) => name.trim() !== "");
  const isItem = (user: LearningItem | WorkEvent): user is LearningItem => "kind" in user;
  return (insight) => {
    const home = new Set(teamsOf(homeGoals(insight, lineOfSight)));
    if (home.size > 1 || (insight.appliedInIds.length === 0 && insight.appliedIn !== null)) return true;
    const later = addDays(insight.date, options.days);
    const places = insight.appliedInIds.flatMap(
      (id) => portfolio.itemById.get(id) ?? portfolio.eventById.get(id) ?? [],
    );
    return [...places, ...(users.get(insight.id) ?? [])].some((user) => {
      if (user.date === null || user.date >= later) return true;
      const goalIds = isItem(user) ? homeGoals(user, lineOfSight) : user.goalIds;
      return teamsOf(goalIds).some((name) => !home.has(name));
    });
  };
}

function stayed(
  insights: readonly Insight[],
  neighbours: ReadonlyMap<string, Goal>,
  { portfolio, lineOfSight }: Context,
): Verdict {
  // The newest is the one people remember.
  const newest = insights.reduce((one, other) => ((other.date ?? "") > (one.date ?? "") ? other : one));
  const homeId = homeGoals(newest, lineOfSight).find((id) => neighbours.has(id)) ?? "";
  return {
    answer: "worth-a-look",
    subject: team,
    message: "stayed",
    values: {
      count: insights.length,
      title: shortTitle(newest.title),
      home: shortTitle(portfolio.goalById.get(homeId)?.title ?? ""),
      away: shortTitle(neighbours.get(homeId)?.title ?? ""),
    },
  };
}
