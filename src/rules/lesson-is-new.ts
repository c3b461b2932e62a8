import { z } from "zod";

import { daysBetween } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Insight, Review } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/lesson-is-new.ts";
import { quietly, quietMessages, remarksThenOne } from "./shared/answers.ts";
import { contentWords } from "./shared/content-words.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { groupRepeats } from "./shared/near-repeats.ts";
import { usesOfLearning } from "./shared/use-of-learning.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption } from "./wording/lexicon.ts";
import { isPlatitude } from "./wording/platitude.ts";
import { read } from "./wording/reading.ts";

const options = z.strictObject({
  // Twice can be chance or a reminder; at the third time something keeps getting in the way.
  times: z.int().min(2).max(100).default(3).describe("Times that a lesson comes up before anything is said"),
  // Two reviews of one piece of work lie closer together than this.
  apartDays: z.int().min(1).max(3650).default(14).describe("Days between two times that count as two"),
  // Shorter phrases ("communication is key", "plan ahead next time") are common property.
  leastWords: z
    .int()
    .min(2)
    .max(50)
    .default(3)
    .describe("Words, small ones left out, that a lesson must have to be compared"),
  words: wordsOption,
});
type Context = RuleContext<z.output<typeof options>>;

/** S22: a lesson that comes back word for word has not been put to use. */
export const lessonIsNew = defineRule<z.output<typeof options>>({
  id: "lesson-is-new",
  signals: ["S22"],
  kind: "pattern",
  description: "A lesson does not come up again and again with nothing done about it in between",
  defaultSeverity: "info",
  needs: "Three lessons about the same goal, at least two weeks apart.",
  options,
  translations: { es },
  messages: {
    again: {
      text: ({ title, times, days }) =>
        say`“${title}” has come up ${times} times (${days}), and nothing shows that the earlier ones were used.`,
      help: () =>
        "What keeps getting in the way? One small thing to try next time, with a day, may end the round.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

/** One lesson as it was said once. */
interface Lesson {
  readonly item: Insight | Review;
  readonly text: string;
  readonly day: Day;
  readonly words: ReadonlySet<string>;
  readonly used: boolean;
}

function* judgeAll(context: Context): Generator<Verdict> {
  const told = new Set<string>();
  for (const lessons of lessonsByGoal(context).values()) {
    if (lessons.length < context.options.times) continue;
    yield quietly("healthy");
    const ordered = lessons.toSorted(
      (a, b) => compareText(a.day, b.day) || compareText(a.item.id, b.item.id) || compareText(a.text, b.text),
    );
    for (const group of groupRepeats(ordered)) {
      const verdict = judge(group, context);
      // Lessons that serve two goals meet twice.
      if (verdict === null || told.has(verdict.id)) continue;
      told.add(verdict.id);
      yield verdict.verdict;
    }
  }
}

function judge(
  group: readonly Lesson[],
  { portfolio, options, today }: Context,
): { readonly id: string; readonly verdict: Verdict } | null {
  const times: Lesson[] = [];
  for (const lesson of group) {
    const before = times.at(-1);
    if (before === undefined || daysBetween(before.day, lesson.day) >= options.apartDays) times.push(lesson);
  }
  const last = times.at(-1);
  if (last === undefined || times.length < options.times) return null;
  if (group.some((lesson) => lesson.used && lesson.item.id !== last.item.id)) return null;
  const ids = new Set(group.map(({ item }) => item.id));
  // One that names an earlier one as its source takes it up on purpose.
  if (group.some(({ item }) => item.parentIds.some((id) => ids.has(id)))) return null;
  const subject = { type: "item", item: last.item } as const;
  // What was done about an earlier one may be among the rows or links that could not be read.
  if (isLearningPartial(portfolio) || group.some(({ item }) => mayBeUsedUnseen(item)))
    return { id: last.item.id, verdict: quietly("cant-see", subject) };
  const values = {
    title: shortTitle(last.text),
    times: times.length,
    days: times.map(({ day }) => spokenDay(day, today)),
  };
  return {
    id: last.item.id,
    verdict: {
      answer: "worth-a-look",
      subject,
      message: "again",
      values,
      days: times.map(({ day }) => day),
    },
  };
}

function mayBeUsedUnseen({ unresolved }: Lesson["item"]): boolean {
  return unresolved.some(({ field }) => field === "appliedIn" || field === "parent");
}

function lessonsByGoal({
  portfolio,
  lineOfSight,
  options,
  today,
}: Context): ReadonlyMap<string, readonly Lesson[]> {
  const uses = usesOfLearning(portfolio);
  const lexicons = compileLexicons(options.words);
  const byGoal = new Map<string, Lesson[]>();
  for (const item of portfolio.items) {
    if (item.closed || item.waiver !== null || item.date === null || item.date > today) continue;
    const day = item.date;
    if (item.kind !== "insight" && item.kind !== "review") continue;
    for (const text of textsOf(item)) {
      const words = contentWords(text);
      if (words.size < options.leastWords) continue;
      const reading = read(text, lexicons);
      // Common phrases come up again because they are common.
      if (reading !== null && isPlatitude(reading)) continue;
      const lesson = { item, text, day, words, used: uses.has(item.id) };
      for (const goal of homeGoals(item, lineOfSight)) {
        const group = byGoal.get(goal);
        if (group) group.push(lesson);
        else byGoal.set(goal, [lesson]);
      }
    }
  }
  return byGoal;
}

function textsOf(item: Insight | Review): readonly string[] {
  return item.kind === "insight" ? [item.title] : (item.improve ?? "").split("\n");
}
