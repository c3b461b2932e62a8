import { z } from "zod";

import { addDays } from "../domain/day.ts";
import type { Day, Portfolio, Review } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/after-has-before.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { byDay, isDated, type Dated } from "./shared/dated.ts";
import { holdsWord } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Five in a row are a habit; one or two may be surprises.
  reviews: z.int().min(2).max(1000).default(5).describe("So many after-reviews in a row make a habit"),
  // A year: what was the habit before that is no longer this team's.
  periodDays: z.int().min(1).max(3650).default(365).describe("Days back in which reviews count"),
  unplanned: z
    .array(z.string())
    .default(
      "incident,outage,emergency,unplanned,surprise,accident,near miss,crisis,incidente,emergencia,imprevisto,urgence,imprévu,notfall,störung,unfall".split(
        ",",
      ),
    )
    .describe("Words in a review's title or status that mark work nobody could plan"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S13: reviews have something to compare with: an intent that was written down. */
export const afterHasBefore = defineRule<z.output<typeof options>>({
  id: "after-has-before",
  signals: ["S13"],
  kind: "fact",
  description:
    "After-reviews have a written intent to compare with: a before-review, their own, or a hypothesis",
  defaultSeverity: "info",
  needs: "Five after-reviews within a year whose texts can be read.",
  options,
  translations: { es },
  messages: {
    onlyAfter: {
      text: ({ count, titles, from, to }) =>
        say`The last ${count} after-reviews (${titles}; ${from} to ${to}) look back without a written “what did we intend?”, and no before-review is linked to them.`,
      help: () =>
        "For the next piece of work, four short questions beforehand give you something to compare with: what do we intend, how will we know, what could get in the way, what have we learned before?",
    },
    ...quietMessages,
  },
  *check(context) {
    yield judge(context);
  },
});

function judge({ portfolio, today, options }: Context): Verdict {
  const since = addDays(today, -options.periodDays);
  const all = portfolio.items
    .filter((item): item is Review => item.kind === "review" && item.when === "after" && item.waiver === null)
    .filter(isDated)
    .filter(({ date, title, status }) => {
      const surprise = holdsWord(title, options.unplanned) || holdsWord(status, options.unplanned);
      return date >= since && date <= today && !surprise;
    })
    .toSorted(byDay);
  const withBefore = eventsWithBefore(portfolio);
  const clear = all.filter((review) => hasIntent(review, withBefore) || isReadable(review));
  if (clear.length < options.reviews) return quietly(all.length < options.reviews ? "too-early" : "cant-see");
  const last = clear.slice(-options.reviews);
  if (last.some((review) => hasIntent(review, withBefore))) return quietly("healthy");
  return isLearningPartial(portfolio) ? quietly("cant-see") : onlyAfter(last, today);
}

/** Written in the review itself, in the one before it, or in the hypothesis that it tests. */
function hasIntent(review: Review, withBefore: ReadonlySet<string>): boolean {
  const { intended, measures, beforeIds, hypothesisIds, eventIds } = review;
  if (intended !== null || measures !== null) return true;
  return beforeIds.length > 0 || hypothesisIds.length > 0 || eventIds.some((id) => withBefore.has(id));
}

/** Some text came through, so an intent would have as well; and no link is out of sight. */
function isReadable({ actual, causes, sustain, improve, next, unresolved }: Review): boolean {
  const hidden = unresolved.some(({ field }) => ["before", "event", "hypothesis"].includes(field));
  return !hidden && [actual, causes, sustain, improve, next].some((text) => text !== null);
}

function eventsWithBefore({ items }: Portfolio): ReadonlySet<string> {
  const events = new Set<string>();
  for (const item of items)
    if (item.kind === "review" && item.when !== "after") for (const id of item.eventIds) events.add(id);
  return events;
}

function onlyAfter(reviews: readonly Dated<Review>[], today: Day): Verdict {
  return {
    answer: "worth-a-look",
    subject: team,
    message: "onlyAfter",
    values: {
      count: reviews.length,
      titles: someTitles(reviews.map(({ title }) => title)),
      from: spokenDay(reviews[0]?.date ?? today, today),
      to: spokenDay(reviews.at(-1)?.date ?? today, today),
    },
  };
}
