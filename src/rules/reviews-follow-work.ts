import { z } from "zod";

import { addDays, daysBetween } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Review, WorkEvent } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/reviews-follow-work.ts";
import { quietly, quietMessages, team } from "./shared/answers.ts";
import { meetingWords, namesWork } from "./shared/meeting-words.ts";
import { tiesOfReviews } from "./shared/review-links.ts";
import { tablesRead } from "./shared/coverage.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Five gaps are the fewest that can show a beat at all.
  leastReviews: z
    .int()
    .min(4)
    .max(1000)
    .default(6)
    .describe("Reviews tied to no work, below which nothing is said"),
  // A fifth: a monthly meeting that moves by a weekend stays below it, meetings that follow the work go far above.
  mostVariation: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe("Standard deviation of the gaps over their mean, up to which they count as even"),
  // Healthy teams look back within days of the work.
  nearDays: z
    .int()
    .min(0)
    .max(365)
    .default(7)
    .describe("Days after a piece of work in which a review is near it"),
  // With a piece of work a month, chance alone puts about a quarter of the days near one.
  mostNear: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .describe("Share of these reviews near a piece of work, up to which they pass it by"),
  // A year: older habits may have been mended long ago.
  lookbackDays: z.int().min(30).max(3650).default(365).describe("Days that are looked back on"),
  meetingWords: z
    .array(z.string())
    .default([...meetingWords])
    .describe("Words of a title that name a meeting or a time and no work"),
});
type Context = RuleContext<z.output<typeof options>>;
type DatedReview = Review & { readonly date: Day };

/** S17: looking back follows the work; a calendar alone does not know when there is something to learn. */
export const reviewsFollowWork = defineRule<z.output<typeof options>>({
  id: "reviews-follow-work",
  signals: ["S17"],
  kind: "pattern",
  description: "Reviews that are tied to no work do not simply follow the calendar",
  defaultSeverity: "info",
  needs: "Six after-reviews within a year that are tied to no work, and events with dates.",
  options,
  translations: { es },
  messages: {
    even: {
      text: ({ count, gap, from, to, passed }) =>
        say`${count} reviews between ${from} and ${to} came every ${gap} days or so, whatever was going on; ${passed} passed without one.`,
      help: () => "Could the next review follow the next piece of work instead?",
    },
    ...quietMessages,
  },
  check: (context) => [judge(context)],
});

function judge(context: Context): Verdict {
  const { portfolio, options, today } = context;
  const since = addDays(today, -options.lookbackDays);
  const tieOf = tiesOfReviews(portfolio);
  const reviews = portfolio.items.filter(
    (item): item is DatedReview => isDatedAfter(item) && item.date >= since && item.date <= today,
  );
  const names = namesWork(options.meetingWords);
  // The same reviews that are asked one by one which work they looked at.
  const loose = reviews.filter(
    (review) => !review.closed && review.waiver === null && tieOf(review) === "loose" && !names(review),
  );
  if (reviews.length < options.leastReviews) return quietly("too-early");
  if (loose.length < options.leastReviews) return quietly("healthy");

  const days = [...new Set(loose.map(({ date }) => date))].sort(compareText);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  if (days.length < options.leastReviews) return quietly("too-early");
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (variation(gaps, mean) > options.mostVariation) return quietly("healthy");

  const [first, last] = [days[0] ?? today, days.at(-1) ?? today];
  const events = portfolio.events.filter((event) => {
    const end = endOf(event);
    return end !== null && end >= first && end <= last;
  });
  if (tablesRead(portfolio, "events") !== "all" || events.length === 0) return quietly("cant-see");
  const ends = [...new Set(events.flatMap((event) => endOf(event) ?? []))].sort(compareText);
  const near = days.filter((day) => holdsDay(ends, addDays(day, -options.nearDays), day));
  if (near.length / days.length > options.mostNear) return quietly("healthy");
  const passed = eventsPassed(events, reviews, options.nearDays);
  if (passed.length === 0) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "even",
    values: {
      count: loose.length,
      gap: Math.round(mean),
      from: spokenDay(first, today),
      to: spokenDay(last, today),
      passed: someTitles(
        passed.map(({ title }) => title),
        2,
      ),
    },
  };
}

function isDatedAfter(item: Context["portfolio"]["items"][number]): item is DatedReview {
  return item.kind === "review" && item.when !== "before" && item.date !== null;
}

function variation(gaps: readonly number[], mean: number): number {
  const spread = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(spread) / mean;
}

/** Events that no review names and none follows within `nearDays`, the latest first. */
function eventsPassed(
  events: readonly WorkEvent[],
  reviews: readonly DatedReview[],
  nearDays: number,
): readonly WorkEvent[] {
  const named = new Set(reviews.flatMap(({ eventIds }) => eventIds));
  const days = [...new Set(reviews.map(({ date }) => date))].sort(compareText);
  return events
    .filter((event) => {
      const end = endOf(event);
      return end !== null && !named.has(event.id) && !holdsDay(days, end, addDays(end, nearDays));
    })
    .sort((a, b) => compareText(endOf(b) ?? "", endOf(a) ?? "") || compareText(a.id, b.id));
}

/** Whether one of the sorted days lies between the two, both included. */
function holdsDay(days: readonly Day[], from: Day, to: Day): boolean {
  let [low, high] = [0, days.length];
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((days[half] ?? to) < from) low = half + 1;
    else high = half;
  }
  const found = days[low];
  return found !== undefined && found <= to;
}

function endOf({ date, endDate }: WorkEvent): Day | null {
  return endDate ?? date;
}
