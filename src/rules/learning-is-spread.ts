import { z } from "zod";

import { addDays, daysBetween, isDay } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/learning-is-spread.ts";
import { quietly, quietMessages, team } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  reportingDates: z
    .array(z.string().refine(isDay, "must be a day, such as 2026-09-30"))
    .default([])
    .describe("Days on which a report is due: board, funder, head office"),
  quarterEnds: z.boolean().default(false).describe("Whether the last day of every quarter is one of them"),
  // A working week before the day.
  lastDays: z
    .int()
    .min(1)
    .max(90)
    .default(7)
    .describe("Days before a reporting date that count as just before it"),
  // More than half, and far above the thirteenth part that a week is of a quarter.
  mostShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .describe("Share of the items just before a date, up to which all is well"),
  // With fewer, one busy afternoon decides.
  leastItems: z.int().min(2).max(100_000).default(20).describe("Items below which nothing is said"),
  // A year: older habits may have been mended long ago.
  lookbackDays: z.int().min(30).max(3650).default(365).describe("Days that are looked back on"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S29: notes are made when something is noticed, and not all at once when a report is due. */
export const learningIsSpread = defineRule<z.output<typeof options>>({
  id: "learning-is-spread",
  signals: ["S29"],
  kind: "pattern",
  description: "Learning is noted as it happens, not in the last days before a report is due",
  defaultSeverity: "info",
  needs: "Reporting dates, and twenty items between them.",
  options,
  translations: { es },
  messages: {
    burst: {
      text: ({ near, all, lastDays, date }) =>
        say`${near} of ${all} items were noted in the ${lastDays} days before a report was due, the latest before ${date}.`,
      help: () => "If some were noticed earlier, a line on the day itself would be in time to help the work.",
    },
    ...quietMessages,
  },
  check: (context) => [judge(context)],
});

function judge({ portfolio, options, today }: Context): Verdict {
  const since = addDays(today, -options.lookbackDays);
  const dates = [
    ...new Set([...options.reportingDates, ...(options.quarterEnds ? quarterEnds(since, today) : [])]),
  ]
    .filter((date) => date > since && date <= today)
    .sort(compareText);
  const last = dates.at(-1);
  if (last === undefined) return quietly("cant-see");

  const days = daysOfItems(portfolio).filter((day) => day > since && day <= last);
  if (days.length < options.leastItems) return quietly("too-early");
  // One day with half of everything is a move from elsewhere, or a stack of paper typed up.
  if (isMostlyOneDay(days)) return quietly("cant-see");
  const near = days.filter((day) => isJustBefore(day, dates, options.lastDays));
  if (near.length / days.length <= options.mostShare) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "burst",
    values: { near: near.length, all: days.length, lastDays: options.lastDays, date: spokenDay(last, today) },
  };
}

/** The days of items with a row of their own; lines of a review share its day. */
function daysOfItems({ items }: Portfolio): readonly Day[] {
  return items.flatMap((item) =>
    item.date === null || item.waiver !== null || isDerived(item) ? [] : [item.date],
  );
}

function isMostlyOneDay(days: readonly Day[]): boolean {
  const counts = new Map<Day, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return Math.max(...counts.values()) * 2 > days.length;
}

/** Whether the next of the sorted dates is less than so many days away. */
function isJustBefore(day: Day, dates: readonly Day[], lastDays: number): boolean {
  const next = dates.find((date) => date >= day);
  return next !== undefined && daysBetween(day, next) < lastDays;
}

function quarterEnds(from: Day, to: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const end of ["03-31", "06-30", "09-30", "12-31"])
      ends.push(`${String(year).padStart(4, "0")}-${end}`);
  }
  return ends;
}
