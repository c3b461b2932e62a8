import { z } from "zod";

import { addDays, daysBetween } from "../domain/day.ts";
import type { Day, Portfolio, Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/reviews-keep-voices.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { byDay, isDated } from "./shared/dated.ts";
import { middle } from "../lib/middle.ts";
import { say } from "../lib/say.ts";
import { spokenDay } from "../lib/speak.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Five reviews are the least in which a trend can be told from one small meeting.
  reviews: z.int().min(4).max(1000).default(5).describe("Reviews with their people named, at least"),
  latest: z.int().min(2).max(1000).default(3).describe("Latest reviews compared with the ones before them"),
  // Half the people, as from six to three: less is a week of holidays.
  share: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("Share of the earlier number of people at which a look is worth it"),
  // A year and a half: longer ago it was another team.
  periodDays: z.int().min(1).max(3650).default(540).describe("Days back in which reviews count"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S25: people keep coming. Numbers of people only; nobody is named or counted one by one. */
export const reviewsKeepVoices = defineRule<z.output<typeof options>>({
  id: "reviews-keep-voices",
  signals: ["S25"],
  kind: "pattern",
  description: "About as many people take part in reviews as before",
  defaultSeverity: "info",
  needs: "Five reviews within a year and a half that say who took part.",
  options,
  translations: { es },
  messages: {
    fewer: {
      text: ({ count, now, then, since }) =>
        say`The last ${count} reviews, since ${since}, had about ${now === 1 ? "1 person" : say`${now} people`} each; the ones before had about ${then} people.`,
      help: () =>
        "Is it the time, the topic, or the feeling that nothing changes? It may be worth asking at the next meeting. If the work just got smaller, all is well.",
    },
    ...quietMessages,
  },
  *check(context) {
    yield judge(context);
  },
});

function judge({ portfolio, today, options }: Context): Verdict {
  const since = addDays(today, -options.periodDays);
  const reviews = portfolio.items
    .filter((item): item is Review => item.kind === "review" && item.waiver === null)
    .filter(isDated)
    .filter(({ date }) => date >= since && date <= today)
    .toSorted(byDay);
  const named = reviews.filter(({ participants }) => participants.length > 0);
  if (named.length < options.reviews || named.length < options.latest + 2)
    return quietly(named.length === 0 && reviews.length >= options.reviews ? "cant-see" : "too-early");
  const latest = named.slice(-options.latest);
  const earlier = named.slice(0, -options.latest);
  const now = middle(latest.map(voices)) ?? 0;
  const then = middle(earlier.map(voices)) ?? 0;
  // From two to one is half as well, and says nothing; and one review with everybody in it is no falling trend.
  const fell =
    now <= then * options.share && then - now >= 2 && latest.every((review) => voices(review) < then);
  if (!fell || teamShrank(portfolio, latest[0]?.date ?? today, today)) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "fewer",
    values: {
      count: latest.length,
      now: now === 1 ? 1 : Math.round(now),
      then: Math.round(then),
      since: spokenDay(latest[0]?.date ?? today, today),
    },
  };
}

function voices({ participants }: Review): number {
  return new Set(participants.map(({ id }) => id)).size;
}

/**
 * Whether the rest of the work is in fewer hands as well: people who own items and events, in the time of the
 * latest reviews and in as long a time before it. Where hardly anybody owns anything this cannot be told.
 */
function teamShrank({ items, events }: Portfolio, border: Day, today: Day): boolean {
  const start = addDays(border, -daysBetween(border, today));
  const [before, since] = [new Set<string>(), new Set<string>()];
  for (const { date, owners } of [...items.filter(({ kind }) => kind !== "review"), ...events]) {
    if (date === null || date < start || date > today) continue;
    for (const { id } of owners) (date < border ? before : since).add(id);
  }
  return before.size >= 3 && since.size <= before.size / 2;
}
