import { z } from "zod";

import type { Hypothesis } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/hypothesis-has-so-that.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { betOf, isIntention, saysResult, type Bet } from "./wording/bet.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { namesAnEnd, read, type Reading } from "./wording/reading.ts";
import { goalsServedBy, isOpenTo, mayServeUnseen, wordsOf } from "./wording/subjects.ts";

const options = z.strictObject({ words: wordsOption });
type Context = RuleContext<z.output<typeof options>>;

/** S08: a bet says which result it should move, itself or through its goal or question. */
export const hypothesisHasSoThat = defineRule<z.output<typeof options>>({
  id: "hypothesis-has-so-that",
  signals: ["S08"],
  kind: "wording",
  description: "An open hypothesis says what should change, or its goal or question does",
  defaultSeverity: "info",
  needs: "One open hypothesis in a language the rule knows.",
  options,
  supersedes: ["hypothesis-predicts-change"],
  translations: { es },
  messages: {
    noResult: {
      text: ({ title }) =>
        say`The hypothesis “${title}” has no “so that” yet, and no goal or question supplies one.`,
      help: () => "What should it change, and for whom? “… so that …” lets you know later whether it worked.",
    },
    intention: {
      text: ({ title }) => say`“${title}” says what you mean to do, and not yet what you expect to see.`,
      help: () =>
        "Try it as a bet: “If we …, then …, so that …”. The “then” is what you could notice within a few weeks.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const lexicons = compileLexicons(context.options.words);
  for (const item of context.portfolio.items) {
    // What was decided is history, and may have been written on another form.
    if (item.kind !== "hypothesis" || !isOpenTo(item) || item.outcome !== "open") continue;
    const bet = betOf(item);
    const reading = read(bet.whole, lexicons);
    if (reading === null || reading.lexicon.lists.result.empty) continue;
    yield judge(item, bet, reading, lexicons, context);
  }
}

function judge(
  item: Hypothesis,
  bet: Bet,
  reading: Reading,
  lexicons: readonly Lexicon[],
  context: Context,
): Verdict {
  if (saysResult(bet, reading)) return quietly("healthy");
  const intention = isIntention(bet, reading);
  const supplied = goalsServedBy(item, context).length > 0 || questionHasEnd(item, lexicons, context);
  if (supplied && (!intention || item.measure !== null)) return quietly("healthy");
  if (!supplied && mayServeUnseen(item, context)) return quietly("cant-see", { type: "item", item });
  return {
    answer: "worth-a-look",
    subject: { type: "item", item },
    message: intention ? "intention" : "noResult",
    values: { title: item.title },
  };
}

function questionHasEnd(item: Hypothesis, lexicons: readonly Lexicon[], { portfolio }: Context): boolean {
  return [...item.questionIds, ...item.parentIds].some((id) => {
    const question = portfolio.itemById.get(id);
    if (question?.kind !== "question") return false;
    const reading = read(wordsOf(question), lexicons);
    return reading === null || namesAnEnd(reading);
  });
}
