import { z } from "zod";

import type { Goal } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/goal-is-result.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { isMethodMeasure } from "./wording/measures.ts";
import { isMethodGoal } from "./wording/method.ts";
import { read, readIn } from "./wording/reading.ts";

const options = z.strictObject({ words: wordsOption });
type Context = RuleContext<z.output<typeof options>>;

/** S28: a goal is a change for somebody; putting a framework in place hangs below one. */
export const goalIsResult = defineRule<z.output<typeof options>>({
  id: "goal-is-result",
  signals: ["S28"],
  kind: "wording",
  description: "A goal to put a framework in place serves a larger goal, or says what it is for",
  defaultSeverity: "info",
  needs: "One live goal in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    framework: {
      text: ({ title }) => say`The goal “${title}” says what you will do, and stands on its own.`,
      help: () => "Which result gets better if you do it? Linking it below that goal keeps it a means.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll({ portfolio, options: { words } }: Context): Generator<Verdict> {
  const lexicons = compileLexicons(words);
  for (const goal of portfolio.goals) {
    if (!goal.live) continue;
    const reading = read(goal.title, lexicons);
    if (reading === null) continue;
    const stands = goal.parentIds.length === 0 && !measuresResult(goal, reading.lexicon);
    if (!isMethodGoal(reading) || !stands) yield quietly("healthy");
    // The larger goal may be one that nobody could look at.
    else if (goal.unresolved.length > 0) yield quietly("cant-see", { type: "goal", goal });
    else {
      const values = { title: goal.title };
      yield { answer: "worth-a-look", subject: { type: "goal", goal }, message: "framework", values };
    }
  }
}

/** How far the framework has got is no result; any other measure may be one. */
function measuresResult({ measure }: Goal, lexicon: Lexicon): boolean {
  return measure !== null && !isMethodMeasure(readIn(measure, lexicon));
}
