import { z } from "zod";

import type { Subject } from "../domain/finding.ts";
import type { Goal } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/measures-include-results.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { onlyMeasuresDoing } from "./wording/measures.ts";
import { isMethodGoal } from "./wording/method.ts";
import { read, readIn } from "./wording/reading.ts";
import { goalsServedBy, isOpenTo, isWhatGoalsCount, mayServeUnseen } from "./wording/subjects.ts";

const options = z.strictObject({ words: wordsOption });
type Context = RuleContext<z.output<typeof options>>;

/** S10: beside attendance, satisfaction and doing it as planned stands at least one measure of a result. */
export const measuresIncludeResults = defineRule<z.output<typeof options>>({
  id: "measures-include-results",
  signals: ["S10"],
  kind: "wording",
  description: "At least one measure of a goal, bet or coming review is about the result",
  defaultSeverity: "info",
  needs: "One live goal, open hypothesis or coming review with measures, in a language the rule knows.",
  options,
  translations: { es },
  messages: {
    doing: {
      text: ({ title, measures }) =>
        say`What is measured for “${title}” is about the doing (“${measures}”): how many came, how they liked it, or how closely the plan was followed.`,
      help: () =>
        "Keep what helps, and add the one that says whether anything got better for the people it is for.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

interface Measured {
  readonly subject: Subject;
  readonly title: string;
  readonly measures: string;
  readonly goals: readonly Goal[];
  /** Whether a goal that counts the same thing may be out of sight. */
  readonly unseen: boolean;
}

function* judgeAll(context: Context): Generator<Verdict> {
  const lexicons = compileLexicons(context.options.words);
  for (const { subject, title, measures, goals, unseen } of measuredIn(context, lexicons)) {
    // Measures are short: what they measure helps to tell the language.
    const lexicon = (read(measures, lexicons) ?? read(`${title} ${measures}`, lexicons))?.lexicon;
    if (lexicon === undefined) continue;
    const doing =
      onlyMeasuresDoing(measures, lexicon) &&
      !isWhatGoalsCount(readIn(measures, lexicon), goals) &&
      !readIn(title, lexicon).has("doubt");
    if (!doing) yield quietly("healthy");
    else if (unseen) yield quietly("cant-see", subject);
    else {
      const values = { title, measures: shortTitle(measures) };
      yield { answer: "worth-a-look", subject, message: "doing", values };
    }
  }
}

function* measuredIn(context: Context, lexicons: readonly Lexicon[]): Generator<Measured> {
  for (const goal of context.portfolio.goals) {
    if (!goal.live || goal.measure === null) continue;
    const title = read(goal.title, lexicons);
    // A goal that is a framework is asked about as such.
    if (title !== null && isMethodGoal(title)) continue;
    const titled = { ...goal, measure: null, unit: null };
    yield {
      subject: { type: "goal", goal },
      title: goal.title,
      measures: goal.measure,
      goals: [titled],
      unseen: false,
    };
  }
  for (const item of context.portfolio.items) {
    if (!isOpenTo(item)) continue;
    const measures = measuresOf(item, context);
    if (measures === null) continue;
    yield {
      subject: { type: "item", item },
      title: item.title,
      measures,
      goals: goalsServedBy(item, context),
      unseen: mayServeUnseen(item, context),
    };
  }
}

/** A review is asked while its measures can still be chosen; a bet while it is open. */
function measuresOf(item: Context["portfolio"]["items"][number], { today }: Context): string | null {
  if (item.kind === "hypothesis") return item.outcome === "open" ? item.measure : null;
  if (item.kind !== "review" || item.when !== "before") return null;
  return item.date === null || item.date >= today ? item.measures : null;
}
