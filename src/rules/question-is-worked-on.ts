import { z } from "zod";

import { addDays } from "../domain/day.ts";
import type { Subject } from "../domain/finding.ts";
import type { Day, LearningItem, Question } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { someTitles, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/question-is-worked-on.ts";
import { quietMessages, quietly, team } from "./shared/answers.ts";
import { remarksAndGoodSigns } from "./shared/going-well.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { homeGoals } from "./shared/home-goals.ts";
import { lastActivity } from "./shared/last-activity.ts";
import { holdsWord, pausedWords } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Half a year: two planning rounds that passed it by.
  quietDays: z.int().min(1).max(3650).default(180).describe("Days without a bet, a review or an insight"),
  // One to three live questions a goal is what a team can hold in mind.
  oneByOne: z
    .int()
    .min(0)
    .max(1000)
    .default(3)
    .describe("Quiet questions of one goal that are named one by one"),
  paused: z
    .array(z.string())
    .default([...pausedWords])
    .describe("Status words of a question that waits on purpose"),
});
type Context = RuleContext<z.output<typeof options>>;
type OldQuestion = Question & { readonly date: Day };

/** S33: an open question is being worked on, or put away. */
export const questionIsWorkedOn = defineRule<z.output<typeof options>>({
  id: "question-is-worked-on",
  signals: ["S33"],
  kind: "timing",
  description: "An open question has had a bet, a review or an insight within the last half year",
  defaultSeverity: "info",
  needs: "One open question with a date more than half a year back.",
  options,
  translations: { es },
  messages: {
    quiet: {
      text: ({ title, since, last }) =>
        say`The question “${title}” has been open since ${since}. ${last === "" ? "No bet, review or insight is linked to it yet." : say`The last thing linked to it is of ${last}.`}`,
      help: () =>
        "Would an answer still change a decision? If so, what is the next small try? If not, it can be closed, or marked as standing if it is meant to stay open.",
    },
    many: {
      text: ({ open, quiet, goal, since, titles }) =>
        say`${open} questions are open ${goal === "" ? "without a goal" : say`for “${goal}”`}, and ${quiet} of them have had no bet, review or insight since ${since}: ${titles}.`,
      help: () => "Which three would change a decision this season? The others can be parked or closed.",
    },
    goingWell: { text: ({ count }) => say`${count} open questions are being worked on.`, help: () => "" },
    ...quietMessages,
  },
  check: (context) => remarksAndGoodSigns(judgeAll(context), { least: 2, message: "goingWell" }, context),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, lineOfSight, today, options } = context;
  const cutoff = addDays(today, -options.quietDays);
  const active = lastActivity(portfolio);
  const underway = questionsUnderway(portfolio.items);
  const blind = isLearningPartial(portfolio) || linksAreHidden(portfolio.items, cutoff);
  const open = new Map<string, number>();
  const quiet = new Map<string, OldQuestion[]>();
  for (const item of portfolio.items) {
    if (item.kind !== "question" || item.closed || item.waiver !== null || item.standing) continue;
    if (
      isFromOutside(item) ||
      holdsWord(item.status, options.paused) ||
      lineOfSight.stateOf(item.id) === "over"
    )
      continue;
    const home = homeGoals(item, lineOfSight)[0] ?? "";
    open.set(home, (open.get(home) ?? 0) + 1);
    if (underway.has(item.id) || (active.get(item.id) ?? "") >= cutoff)
      yield quietly("healthy", { type: "item", item });
    else if (item.date === null) yield quietly("cant-see", { type: "item", item });
    else if (item.date >= cutoff) yield quietly("too-early");
    else if (blind) yield quietly("cant-see", { type: "item", item });
    else add(quiet, home, { ...item, date: item.date });
  }
  for (const [home, questions] of quiet) {
    if (questions.length > options.oneByOne) yield many(home, questions, open.get(home) ?? 0, context);
    else for (const question of questions) yield one(question, active.get(question.id) ?? null, today);
  }
}

/** Nobody's question is asked about as such, by another rule. */
function isFromOutside({ requestedBy, owners }: Question): boolean {
  return requestedBy !== null && owners.length === 0;
}

function add(groups: Map<string, OldQuestion[]>, key: string, question: OldQuestion): void {
  const group = groups.get(key);
  if (group) group.push(question);
  else groups.set(key, [question]);
}

/** Questions with a bet or a next step that is still open: how long that has waited is asked of the bet itself. */
function questionsUnderway(items: readonly LearningItem[]): ReadonlySet<string> {
  const underway = new Set<string>();
  for (const item of items) {
    if (item.closed) continue;
    if (item.kind === "hypothesis" && item.outcome === "open")
      for (const id of [...item.questionIds, ...item.parentIds]) underway.add(id);
    if (item.kind === "opportunity") for (const id of item.parentIds) underway.add(id);
  }
  return underway;
}

/** A link to a question that could not be followed may be the activity that is looked for. */
function linksAreHidden(items: readonly LearningItem[], since: Day): boolean {
  return items.some(
    ({ kind, date, unresolved }) =>
      kind !== "question" &&
      (date === null || date >= since) &&
      unresolved.some(({ field }) => ["question", "hypothesis", "review", "parent"].includes(field)),
  );
}

function one(question: OldQuestion, last: Day | null, today: Day): Verdict {
  return {
    answer: "worth-a-look",
    subject: { type: "item", item: question },
    message: "quiet",
    values: {
      title: question.title,
      since: spokenDay(question.date, today),
      last: last === null ? "" : spokenDay(last, today),
    },
  };
}

function many(
  home: string,
  questions: readonly OldQuestion[],
  open: number,
  { portfolio, today, options }: Context,
): Verdict {
  const goal = portfolio.goalById.get(home);
  const subject: Subject = goal === undefined ? team : { type: "goal", goal };
  return {
    answer: "worth-a-look",
    subject,
    message: "many",
    days: questions.map(({ date }) => date),
    values: {
      open,
      quiet: questions.length,
      goal: goal?.title ?? "",
      since: spokenDay(addDays(today, -options.quietDays), today),
      titles: someTitles(questions.map(({ title }) => title)),
    },
  };
}
