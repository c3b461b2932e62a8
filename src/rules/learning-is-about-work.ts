import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import type { LearningItem, Portfolio } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/learning-is-about-work.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { newestFirst } from "./shared/newest-first.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { isMethodGoal, isMethodTalk } from "./wording/method.ts";
import { concreteWords, read, type Reading } from "./wording/reading.ts";
import { isOpenTo, wordsOf } from "./wording/subjects.ts";

const options = z.strictObject({
  words: wordsOption,
  // "The last twenty items": a quarter or so of a team's learning, recent enough to talk about.
  newest: z.int().min(1).max(1000).default(20).describe("How many of the newest items are looked at"),
  // Below 15 a few set-up items would decide.
  atLeast: z.int().min(1).max(1000).default(15).describe("Items below which it is too early to tell"),
  // Healthy teams stay below a fifth; the remark waits until it rises toward half.
  share: z
    .number()
    .min(0)
    .max(1)
    .default(0.4)
    .describe("Share of items about the method that is worth a look"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S27: what a team learns about is its work, more than its way of working. */
export const learningIsAboutWork = defineRule<z.output<typeof options>>({
  id: "learning-is-about-work",
  signals: ["S27"],
  kind: "wording",
  description:
    "Most of the newest questions, bets, reviews and insights are about the work, not about a method",
  defaultSeverity: "info",
  needs: "15 items in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    method: {
      text: ({ count, of, titles }) =>
        say`${count} of the newest ${of} items are about how you work or learn rather than about the work: ${titles}.`,
      help: () => "Useful for a while. Which result should get better by it? That may be the next question.",
    },
    ...quietMessages,
  },
  check: (context) => [judge(context)],
});

function judge({ portfolio, options }: Context): Verdict {
  const lexicons = compileLexicons(options.words);
  const work = goalWords(portfolio, lexicons);
  const known: { readonly item: LearningItem; readonly reading: Reading }[] = [];
  for (const item of newestFirst(portfolio)) {
    if (known.length === options.newest) break;
    if (!isOpenTo(item) || isDerived(item)) continue;
    const reading = read(wordsOf(item), lexicons);
    if (reading !== null) known.push({ item, reading });
  }
  if (known.length < options.atLeast) return quietly("too-early");
  const about = known.filter(({ reading }) => isMethodTalk(reading) && !sharesWords(reading, work));
  if (about.length === 0 || about.length / known.length < options.share) return quietly("healthy");
  return {
    answer: "worth-a-look",
    subject: team,
    message: "method",
    values: {
      count: about.length,
      of: known.length,
      titles: someTitles(about.map(({ item }) => item.title)),
    },
  };
}

/** A team whose goals are about methods does its work when it talks of them. */
function goalWords({ goals }: Portfolio, lexicons: readonly Lexicon[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { live, title } of goals) {
    const reading = live ? read(title, lexicons) : null;
    if (reading === null || isMethodGoal(reading)) continue;
    for (const { word } of [...concreteWords(reading), ...namedIn(reading)]) words.add(word);
  }
  return words;
}

function sharesWords(reading: Reading, words: ReadonlySet<string>): boolean {
  return [...concreteWords(reading), ...namedIn(reading)].some(({ word }) => words.has(word));
}

function namedIn({ tokens, at }: Reading): readonly Reading["tokens"][number][] {
  return tokens.filter((_, index) => at("names", index) > 0);
}
