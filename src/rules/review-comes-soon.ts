import { z } from "zod";

import { addDays, daysBetween } from "../domain/day.ts";
import type { Day, Portfolio, Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/review-comes-soon.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { byDay, isDated } from "./shared/dated.ts";
import { indexBy } from "./shared/index-by.ts";
import { middle } from "../lib/middle.ts";
import { say } from "../lib/say.ts";
import { someTitles, spokenDays } from "../lib/speak.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Healthy is the same day to a week; two weeks leave room for holidays.
  days: z
    .int()
    .min(1)
    .max(3650)
    .default(14)
    .describe("Days from the work to its review that are soon enough"),
  // Three on each side: below that a middle value is one review's accident.
  reviews: z
    .int()
    .min(2)
    .max(1000)
    .default(3)
    .describe("Latest reviews compared, and the least number before them"),
  // Earlier ones beyond this many say little about how it used to be lately.
  compared: z.int().min(2).max(1000).default(6).describe("Earlier reviews compared with, at most"),
  // A year and a half of rhythm; older ones were another time.
  periodDays: z.int().min(1).max(3650).default(540).describe("Days back in which reviews count"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S14: looking back happens while the work is fresh. */
export const reviewComesSoon = defineRule<z.output<typeof options>>({
  id: "review-comes-soon",
  signals: ["S14"],
  kind: "timing",
  description: "Reviews come soon after the work, and not later and later",
  defaultSeverity: "info",
  needs: "Six events that have ended and have an after-review: three to look at, three to compare with.",
  options,
  translations: { es },
  messages: {
    later: {
      text: ({ count, now, then, titles }) =>
        say`The last ${count} reviews (${titles}) came about ${now} days after the work; the ones before them came after about ${then}.`,
      help: () =>
        "Shorter and sooner usually teaches more. Where numbers come in late, ten minutes right away and a second look when they land do both.",
    },
    goingWell: {
      text: ({ count, within }) => say`Its last ${count} reviews came within ${within} of the work.`,
      help: () => "",
    },
    ...quietMessages,
  },
  *check(context) {
    const { portfolio, options, today } = context;
    const since = addDays(today, -options.periodDays);
    const looks = firstLooks(portfolio, today).filter(({ date }) => date >= since);
    yield judge(looks, context);
    yield* soonByGoal(looks, context);
  },
});

/** Goals whose latest reviews all came soon; one alone may be chance. */
function* soonByGoal(looks: readonly Look[], { portfolio, options }: Context): Generator<Verdict> {
  const byGoal = indexBy(looks, ({ goalIds }) => goalIds);
  for (const goal of portfolio.goals) {
    const latest = (byGoal.get(goal.id) ?? []).slice(-options.reviews);
    const longest = Math.max(...latest.map(({ days }) => days));
    if (!goal.live || latest.length < 2 || longest > options.days) continue;
    const values = { count: latest.length, within: spokenDays(Math.max(1, longest)) };
    yield { answer: "healthy", subject: { type: "goal", goal }, message: "goingWell", values };
  }
}

function judge(looks: readonly Look[], { portfolio, options }: Context): Verdict {
  if (looks.length < options.reviews * 2)
    return quietly(eventsAreHidden(portfolio) ? "cant-see" : "too-early");
  const latest = looks.slice(-options.reviews);
  const earlier = looks.slice(0, -options.reviews).slice(-options.compared);
  const now = middle(latest.map(({ days }) => days)) ?? 0;
  const then = middle(earlier.map(({ days }) => days)) ?? 0;
  // Twice as long and a week more: slower by a day or two is no trend.
  if (now <= options.days || now < then * 2 || now < then + 7) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "later",
    values: {
      count: latest.length,
      now: Math.round(now),
      then: Math.round(then),
      titles: someTitles(latest.map(({ title }) => title)),
    },
  };
}

interface Look {
  readonly id: string;
  readonly title: string;
  readonly date: Day;
  /** From the last day of the work. */
  readonly days: number;
  /** The goals of the work. */
  readonly goalIds: readonly string[];
}

/**
 * The first review after each event, oldest first: a second one, when numbers land, is good practice and no delay.
 * Reviews of many events entered on one day were typed up later, so their day says nothing.
 */
function firstLooks({ items, eventById }: Portfolio, today: Day): readonly Look[] {
  const first = new Map<string, Look>();
  const reviews = items
    .filter((item): item is Review => item.kind === "review" && item.when === "after" && item.waiver === null)
    .filter(isDated)
    .filter(({ date }) => date <= today)
    .toSorted(byDay);
  for (const { id, title, date, eventIds } of reviews) {
    for (const eventId of eventIds) {
      const event = eventById.get(eventId);
      const end = event?.endDate ?? event?.date ?? null;
      if (end === null || end > date || first.has(eventId)) continue;
      first.set(eventId, { id, title, date, days: daysBetween(end, date), goalIds: event?.goalIds ?? [] });
    }
  }
  const looks = [...first.values()];
  const sameDay = indexBy(looks, ({ date }) => [date]);
  return looks.filter(({ date }) => (sameDay.get(date) ?? []).length < typedUpTogether);
}

/** So many events' reviews of one day are an import or an afternoon of catching up. */
const typedUpTogether = 3;

function eventsAreHidden({ items }: Portfolio): boolean {
  return items.some(
    ({ kind, unresolved }) => kind === "review" && unresolved.some(({ field }) => field === "event"),
  );
}
