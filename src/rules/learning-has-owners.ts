import { z } from "zod";

import { addDays } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import type { Day, LearningItem, Portfolio } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/learning-has-owners.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { indexBy } from "./shared/index-by.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // More than half: below that most of the work is somebody's.
  unowned: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("Share of open items without an owner that is fine"),
  leastOpen: z
    .int()
    .min(1)
    .max(10_000)
    .default(5)
    .describe("Open items below which nothing is said about owners"),
  // "One learning officer writes more than 70 %" is the picture of learning kept for others.
  samePerson: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe("Share of items of one and the same owner that is fine"),
  leastOwned: z
    .int()
    .min(2)
    .max(10_000)
    .default(10)
    .describe("Owned items below which nothing is said about shares"),
  // In a team of two, one of them has most of anything.
  leastPeople: z
    .int()
    .min(2)
    .max(1000)
    .default(4)
    .describe("People below which a team is too small for shares"),
  // Half a year: a month of holidays in it changes no picture.
  periodDays: z.int().min(1).max(3650).default(180).describe("Days back in which items count for shares"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S24: learning is the team's own: somebody's, and not always the same person's. */
export const learningHasOwners = defineRule<z.output<typeof options>>({
  id: "learning-has-owners",
  signals: ["S24"],
  kind: "fact",
  description: "Open learning has owners, and more than one person holds the pen",
  defaultSeverity: "info",
  needs:
    "Five open items in a workspace that names owners; or ten owned items within half a year in a team of four.",
  options,
  translations: { es },
  messages: {
    nobodys: {
      text: ({ open, bare, titles }) =>
        say`${bare} of ${open} open questions, hypotheses and next steps have no owner: ${titles}.`,
      help: () =>
        "Who would like to know? A name on the one that matters most is a start, and one that nobody wants can be closed.",
    },
    onePen: {
      text: ({ count, since }) =>
        say`Most of the learning since ${since} (${count} items) is in one and the same name, with nobody else named on it.`,
      help: () =>
        "Who else was there? Handing the pen round changes what gets noticed; a column for who took part shows it when one person types for all.",
    },
    goingWell: {
      text: ({ count }) => say`Each of its ${count} open questions, bets and next steps has an owner.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    yield nobodys(context);
    yield onePen(context);
    yield* allOwned(context);
  },
});

function nobodys({ portfolio: { items }, options }: Context): Verdict {
  const open = items.filter(wantsAnOwner);
  if (open.length < options.leastOpen) return quietly("too-early");
  // No name anywhere: owners are not mapped, or not for us to see.
  if (items.every(({ owners }) => owners.length === 0)) return quietly("cant-see");
  const bare = open.filter(({ owners }) => owners.length === 0);
  if (bare.length <= open.length * options.unowned) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "nobodys",
    values: { open: open.length, bare: bare.length, titles: someTitles(bare.map(({ title }) => title)) },
  };
}

/** Goals whose open items all have an owner. One or two may be chance, so that is nothing to tell. */
function* allOwned({ portfolio, lineOfSight }: Context): Generator<Verdict> {
  const open = portfolio.items.filter(wantsAnOwner);
  const byGoal = indexBy(open, (item) => nearestLiveGoal(item, { portfolio, lineOfSight }) ?? []);
  for (const goal of portfolio.goals) {
    const items = byGoal.get(goal.id) ?? [];
    if (items.length < 3 || items.some(({ owners }) => owners.length === 0)) continue;
    const values = { count: items.length };
    yield { answer: "healthy", subject: { type: "goal", goal }, message: "goingWell", values };
  }
}

function wantsAnOwner(item: LearningItem): boolean {
  if (item.closed || item.waiver !== null) return false;
  if (item.kind === "hypothesis") return item.outcome === "open";
  return item.kind === "question" || item.kind === "opportunity";
}

function onePen({ portfolio, today, options }: Context): Verdict {
  const since = addDays(today, -options.periodDays);
  const items = portfolio.items.filter(
    (item) => !isDerived(item) && item.waiver === null && isWithin(item.date, since, today),
  );
  const owned = items.filter(({ owners }) => owners.length > 0);
  if (owned.length < options.leastOwned)
    return quietly(owned.length === 0 && items.length >= options.leastOwned ? "cant-see" : "too-early");
  if (peopleIn(portfolio).size < options.leastPeople) return quietly("too-early");
  if (mostOfOne(owned) <= owned.length * options.samePerson) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "onePen",
    values: { count: owned.length, since: spokenDay(since, today) },
  };
}

function isWithin(day: Day | null, from: Day, to: Day): boolean {
  return day !== null && day >= from && day <= to;
}

/** Items of whoever has most, as far as nobody else is named on them: a scribe types for all who took part. */
function mostOfOne(items: readonly LearningItem[]): number {
  const counts = new Map<string, number>();
  for (const { owners, participants } of items) {
    const [first, ...others] = new Set([...owners, ...participants].map(({ id }) => id));
    if (first !== undefined && others.length === 0) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0);
}

/** Everybody named anywhere, so that a team of many with one writer is told from a team of two. */
function peopleIn({ goals, events, items }: Portfolio): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { owners } of goals) for (const { id } of owners) people.add(id);
  for (const { owners } of events) for (const { id } of owners) people.add(id);
  for (const { owners, participants } of items) {
    for (const { id } of owners) people.add(id);
    for (const { id } of participants) people.add(id);
  }
  return people;
}
