import { z } from "zod";

import { say } from "../lib/say.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/question-beyond-method.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption } from "./wording/lexicon.ts";
import { isAboutDoingMethod } from "./wording/method.ts";
import { read } from "./wording/reading.ts";
import { isOpenTo, wordsOf } from "./wording/subjects.ts";

const options = z.strictObject({ words: wordsOption });

/** S06: a question about a method goes on to say what the method is for. */
export const questionBeyondMethod = defineRule<z.output<typeof options>>({
  id: "question-beyond-method",
  signals: ["S06"],
  kind: "wording",
  description: "A question about using a method goes on to what the method is for",
  defaultSeverity: "info",
  needs: "One open question in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    method: {
      text: ({ title }) =>
        say`“${title}” asks how to put a way of working in place, or do it as written, and ends there.`,
      help: () =>
        "What did you hope it would change, and for whom? Try: “What will it take to use it so that …?”",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: RuleContext<z.output<typeof options>>): Generator<Verdict> {
  const lexicons = compileLexicons(context.options.words);
  for (const item of context.portfolio.items) {
    if (item.kind !== "question" || !isOpenTo(item)) continue;
    const reading = read(wordsOf(item), lexicons);
    if (reading === null) continue;
    // Whether it was done at all has to be known before anyone can say that it does not work.
    if (!isAboutDoingMethod(reading) || reading.has("doubt")) yield quietly("healthy");
    else {
      const values = { title: item.title };
      yield { answer: "worth-a-look", subject: { type: "item", item }, message: "method", values };
    }
  }
}
