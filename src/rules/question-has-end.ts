import { z } from "zod";

import type { Question } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/question-has-end.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption } from "./wording/lexicon.ts";
import { isAboutDoingMethod } from "./wording/method.ts";
import { namesAnEnd, read } from "./wording/reading.ts";
import { goalsServedBy, isOpenTo, isWellWritten, mayServeUnseen, wordsOf } from "./wording/subjects.ts";

const options = z.strictObject({ words: wordsOption });
type Context = RuleContext<z.output<typeof options>>;

/** S05: a question says, or its goal does, what would be different for whom. */
export const questionHasEnd = defineRule<z.output<typeof options>>({
  id: "question-has-end",
  signals: ["S05"],
  kind: "wording",
  description: "A question names something that would be different, or its goal does",
  defaultSeverity: "info",
  needs: "One open question in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    endless: {
      text: ({ title }) =>
        say`“${title}” could lead in many directions: neither the question nor a goal says yet what would be different.`,
      help: () =>
        "If it went well, what would somebody notice: who, what, by when? That sentence may be the question.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const lexicons = compileLexicons(context.options.words);
  for (const item of context.portfolio.items) {
    if (item.kind !== "question" || !isOpenTo(item)) continue;
    const reading = read(wordsOf(item), lexicons);
    if (reading === null) continue;
    const fine =
      namesAnEnd(reading) ||
      isAboutDoingMethod(reading) ||
      goalsServedBy(item, context).some((goal) => isWellWritten(goal, lexicons));
    if (fine) yield quietly("healthy");
    else if (mayServeUnseen(item, context)) yield quietly("cant-see", { type: "item", item });
    else yield endless(item);
  }
}

function endless(item: Question): Verdict {
  return {
    answer: "worth-a-look",
    subject: { type: "item", item },
    message: "endless",
    values: { title: item.title },
  };
}
