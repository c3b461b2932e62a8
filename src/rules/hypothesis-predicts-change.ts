import { z } from "zod";

import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/hypothesis-predicts-change.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { betOf, predictsOwnActivity, saysResult } from "./wording/bet.ts";
import { compileLexicons, wordsOption } from "./wording/lexicon.ts";
import { read, readIn } from "./wording/reading.ts";
import { goalsServedBy, isOpenTo, isWhatGoalsCount, mayServeUnseen } from "./wording/subjects.ts";

const options = z.strictObject({ words: wordsOption });

/** S09: what a bet expects is something that others do, not that the team does what it plans. */
export const hypothesisPredictsChange = defineRule<z.output<typeof options>>({
  id: "hypothesis-predicts-change",
  signals: ["S09"],
  kind: "wording",
  description: "An open hypothesis expects a change in others, not its own activity",
  defaultSeverity: "info",
  needs: "One open hypothesis with a “then”, in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    activity: {
      text: ({ title, then }) =>
        say`In the hypothesis “${title}”, “then ${then}” will come true if you do what you plan.`,
      help: () =>
        "What would you expect people, or the product, to do differently? That is the part worth testing.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: RuleContext<z.output<typeof options>>): Generator<Verdict> {
  const lexicons = compileLexicons(context.options.words);
  for (const item of context.portfolio.items) {
    if (item.kind !== "hypothesis" || !isOpenTo(item) || item.outcome !== "open" || item.then === null)
      continue;
    const bet = betOf(item);
    const reading = read(bet.whole, lexicons);
    if (reading === null) continue;
    const own =
      predictsOwnActivity(bet, reading) &&
      // An output may be the honest first test of a bet that says what it is for.
      !(item.soThat !== null && saysResult(bet, reading)) &&
      !isWhatGoalsCount(readIn(item.then, reading.lexicon), goalsServedBy(item, context));
    if (!own) yield quietly("healthy");
    else if (mayServeUnseen(item, context)) yield quietly("cant-see", { type: "item", item });
    else {
      const values = { title: item.title, then: shortTitle(item.then) };
      yield { answer: "worth-a-look", subject: { type: "item", item }, message: "activity", values };
    }
  }
}
