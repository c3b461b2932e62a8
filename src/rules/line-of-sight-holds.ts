import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import { addDays } from "../domain/day.ts";
import { countSight, type SightCount } from "../domain/sight-count.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenMonth } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/line-of-sight-holds.ts";
import { quietly, quietMessages, team } from "./shared/answers.ts";
import { indexBy } from "./shared/index-by.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Below that, one item is more than a tenth of all.
  leastItems: z.int().min(3).max(10_000).default(10).describe("Active items that each month must have"),
  fall: z
    .number()
    .min(0.01)
    .max(1)
    .default(0.1)
    .describe("By how much the share must have fallen over the two months"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S36: over the months, as many items lead to a goal as before. */
export const lineOfSightHolds = defineRule<z.output<typeof options>>({
  id: "line-of-sight-holds",
  signals: ["S36"],
  kind: "pattern",
  description: "The share of learning that leads to a goal does not fall from one period to the next",
  defaultSeverity: "info",
  needs: "A report in each of the two months before this one, and ten active items in each.",
  options,
  translations: { es },
  messages: {
    falls: {
      text: ({ firstMonth, first, firstOf, nextMonth, next, nextOf, now, nowOf, table }) => {
        const most = table === "" ? "" : say` Most of those without one are in the table “${table}”.`;
        return say`In ${firstMonth}, ${first} of ${firstOf} active items could be traced to a goal, in ${nextMonth} ${next} of ${nextOf}, and now ${now} of ${nowOf}.${most}`;
      },
      help: () =>
        "Is there a new place for learning without a goal column, or a habit that was dropped? The newest items without a goal will tell.",
    },
    ...quietMessages,
  },
  check: (context) => [judge(context)],
});

function judge(context: Context): Verdict {
  const { history, portfolio, lineOfSight, today, options } = context;
  if (history.sight.length === 0) return quietly("cant-see");
  const months = lastOfMonths([...history.sight, countSight(portfolio, lineOfSight, today)]);
  const counts = [monthsBefore(today, 2), monthsBefore(today, 1), monthsBefore(today, 0)].map((month) =>
    months.get(month),
  );
  const [first, next, now] = counts;
  if (!first || !next || !now) return quietly("too-early");
  const three = [first, next, now];
  if (three.some(({ open }) => open < options.leastItems)) return quietly("too-early");
  // A renamed relation or a permission taken away: the links may all be there.
  if (three.some(isBlurred)) return quietly("cant-see");
  // An import or a clean-up: other items than before, so that the shares do not compare.
  if (isLeap(first, next) || isLeap(next, now)) return quietly("too-early");
  const falls = share(first) > share(next) && share(next) > share(now);
  if (!falls || share(first) - share(now) < options.fall) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "falls",
    values: {
      firstMonth: spokenMonth(first.day),
      first: first.inSight,
      firstOf: first.open,
      nextMonth: spokenMonth(next.day),
      next: next.inSight,
      nextOf: next.open,
      now: now.inSight,
      nowOf: now.open,
      table: whereMostLie(context),
    },
  };
}

/** More than this many links that lead where nobody can look make the share a guess. */
const unseenShare = 0.1;
/** Half as many again, or a third fewer, within a month is not how a team's own learning grows. */
const leap = 1.5;

function isBlurred({ whole, unseen, open }: SightCount): boolean {
  return !whole || unseen > open * unseenShare;
}

function isLeap(before: SightCount, after: SightCount): boolean {
  return Math.max(before.open, after.open) > Math.min(before.open, after.open) * leap;
}

function share({ inSight, open }: SightCount): number {
  return inSight / open;
}

/** By month, `2026-11`. */
function lastOfMonths(counts: readonly SightCount[]): ReadonlyMap<string, SightCount> {
  return new Map(counts.map((count) => [count.day.slice(0, 7), count]));
}

function monthsBefore(day: string, count: number): string {
  let month = day.slice(0, 7);
  for (let step = 0; step < count; step += 1) month = addDays(`${month}-01`, -1).slice(0, 7);
  return month;
}

/** The table that holds most of the items without a goal, where there is more than one table. */
function whereMostLie({ portfolio, lineOfSight }: Context): string {
  const active = portfolio.items.filter((item) => !item.closed && item.waiver === null && !isDerived(item));
  if (new Set(active.map(({ table }) => table)).size < 2) return "";
  const without = active.filter(({ id }) => lineOfSight.stateOf(id) !== "live");
  const [most] = [...indexBy(without, ({ table }) => [table])].filter(
    ([, items]) => items.length > without.length / 2,
  );
  return most === undefined ? "" : shortTitle(most[0]);
}
