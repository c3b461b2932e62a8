import { z } from "zod";

import { addDays } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import type { Goal, LearningItem } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/learning-follows-risk.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { healthOfGoals } from "./shared/goal-health.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { holdsWord } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // A quarter, as in planning.
  periodDays: z.int().min(1).max(3650).default(90).describe("Days back in which learning counts"),
  // Ten items: with fewer, one busy week decides.
  items: z.int().min(1).max(10_000).default(10).describe("Items with a goal in that time, at least"),
  // "Most" on one safe goal, and next to nothing where it is uncertain.
  safeShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("Share of items about one goal that goes well that is fine"),
  riskShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe("Share of items about the uncertain goals that is enough"),
  important: z
    .array(z.string())
    .default("high,highest,top,critical,urgent,must,p0,p1,1,alta,alto,crítica,haute,hoch,élevée".split(","))
    .describe("Priority words of a goal that deserves much learning, even while it goes well"),
  pilot: z
    .array(z.string())
    .default("pilot,piloto,pilote,trial,experiment,prototype".split(","))
    .describe("Words in a goal's title or status that mark learning as its purpose"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S34: attention roughly follows what is uncertain. */
export const learningFollowsRisk = defineRule<z.output<typeof options>>({
  id: "learning-follows-risk",
  signals: ["S34"],
  kind: "pattern",
  description: "Learning goes to the goals that are uncertain, and not mostly to one that goes well",
  defaultSeverity: "info",
  needs: "Ten items with a goal within a quarter, one goal known to go well and one known to be off track.",
  options,
  translations: { es },
  messages: {
    elsewhere: {
      text: ({ total, safe, troubled, titles, about }) => {
        const some = about === 0 ? "none" : about;
        const rest =
          troubled === 1
            ? say`The one that is off track or uncertain, ${titles}, has ${some}.`
            : say`The ${troubled} goals that are off track or uncertain (${titles}) have ${some} between them.`;
        return say`Most of the ${total} learning items of the last quarter are about ${safe}, which goes well. ${rest}`;
      },
      help: () =>
        "Is the way there known already? If not, what will it take? One question about the most uncertain of them would move some attention there.",
    },
    ...quietMessages,
  },
  *check(context) {
    yield judge(context);
  },
});

function judge(context: Context): Verdict {
  const { portfolio, lineOfSight, today, options } = context;
  const health = healthOfGoals(portfolio, today);
  const troubled = portfolio.goals.filter((goal) => goal.live && health(goal) === "troubled");
  const safe = new Set(
    portfolio.goals.filter((goal) => isSafe(goal, context) && health(goal) === "well").map(({ id }) => id),
  );
  const recent = portfolio.items.filter(
    (item) => isRecentWork(item, context) && homeGoals(item, lineOfSight).length > 0,
  );
  if (recent.length < options.items || troubled.length === 0 || safe.size === 0) return quietly("too-early");
  const uncertain = new Set(troubled.map(({ id }) => id));
  const about = recent.filter((item) =>
    lineOfSight.goalsServed(item.id).some((id) => uncertain.has(id)),
  ).length;
  const [safeId, count] = mostAbout(recent, safe, context);
  if (count <= recent.length * options.safeShare || about > recent.length * options.riskShare)
    return quietly("healthy");
  if (isLearningPartial(portfolio) || lineOfSight.counts.unseen > 0) return quietly("cant-see");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "elsewhere",
    values: {
      total: recent.length,
      safe: someTitles([portfolio.goalById.get(safeId)?.title ?? ""]),
      troubled: troubled.length,
      titles: someTitles(troubled.map(({ title }) => title)),
      about,
    },
  };
}

function isSafe({ live, priority, title, status }: Goal, { options }: Context): boolean {
  const pilot = holdsWord(title, options.pilot) || holdsWord(status, options.pilot);
  return live && !pilot && !holdsWord(priority, options.important);
}

function isRecentWork(item: LearningItem, { today, options }: Context): boolean {
  if (isDerived(item) || item.date === null) return false;
  return item.date <= today && item.date >= addDays(today, -options.periodDays);
}

/** The safe goal with most of the items; the first in id order among equals. */
function mostAbout(
  items: readonly LearningItem[],
  safe: ReadonlySet<string>,
  { lineOfSight }: Context,
): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const id of homeGoals(item, lineOfSight))
      if (safe.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))[0] ?? ["", 0];
}
