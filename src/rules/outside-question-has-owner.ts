import { z } from "zod";

import type { Person, Portfolio, Question } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/outside-question-has-owner.ts";
import { quietMessages, quietly, remarksThenOne } from "./shared/answers.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { lastActivity } from "./shared/last-activity.ts";
import { spaced } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { read } from "./wording/reading.ts";
import { wordsOf } from "./wording/subjects.ts";
import { isAskedByOthers } from "./wording/voices.ts";

const options = z.strictObject({
  // Two weeks: a question from outside has then been to a team meeting.
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(14)
    .describe("Days in which a new question may wait for an owner"),
  inside: z
    .array(z.string())
    .default(
      "us,we,ourselves,our team,the team,team,staff,internal,nosotros,nosotras,equipo,interno,nous,équipe,interne,wir,team intern,equipe".split(
        ",",
      ),
    )
    .describe("Words that mean the team itself when it says who asked"),
  words: wordsOption,
});
type Context = RuleContext<z.output<typeof options>>;

/**
 * S07: asked from outside, and taken up by nobody here. Where no column says who asked, the question's own words may
 * ("the funder would like to know …"); that is a guess, so it is told as one.
 */
export const outsideQuestionHasOwner = defineRule<z.output<typeof options>>({
  id: "outside-question-has-owner",
  signals: ["S07"],
  kind: "fact",
  description: "A question that came from outside has an owner here, or work that takes it up",
  defaultSeverity: "info",
  needs:
    "One open question that says who asked for it, in a column or in its words, in a workspace where some items have owners.",
  options,
  supersedes: ["question-has-end", "question-is-worked-on"],
  translations: { es },
  messages: {
    adrift: {
      text: ({ title }) =>
        say`The question “${title}” came from outside; so far it has no owner here, and nothing is linked to it.`,
      help: () =>
        "Is there a version of it that would help your own work? If not, it may be better answered as a report than kept as a learning question.",
    },
    voiced: {
      text: ({ title }) =>
        say`“${title}” reads like a question that somebody outside wants answered; so far it has no owner here, and nothing is linked to it.`,
      help: () =>
        "Is there a version of it that would help your own work? If not, it may be better answered as a report than kept as a learning question.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, options } = context;
  const lexicons = compileLexicons(options.words);
  const asked = portfolio.items.filter(
    (item): item is Question =>
      item.kind === "question" &&
      !item.closed &&
      item.waiver === null &&
      (item.requestedBy !== null || soundsAsked(item, lexicons)),
  );
  if (asked.length === 0) return;
  const ours = ownNames(portfolio, options.inside);
  const active = lastActivity(portfolio);
  const blind = isLearningPartial(portfolio) || portfolio.items.every(({ owners }) => owners.length === 0);
  for (const question of asked) {
    const subject = { type: "item", item: question } as const;
    const values = { title: question.title };
    const takenUp = question.owners.length > 0 || active.has(question.id);
    if (takenUp || isOurs(question.requestedBy ?? "", ours)) yield quietly("healthy");
    else if (isYoung(question, context.today, options.graceDays)) yield quietly("too-early");
    else if (blind || question.unresolved.length > 0) yield quietly("cant-see", subject);
    else if (question.requestedBy !== null)
      yield { answer: "worth-a-look", subject, message: "adrift", values };
    else yield { answer: "worth-a-look", subject, message: "voiced", values, kind: "wording" };
  }
}

function soundsAsked(question: Question, lexicons: readonly Lexicon[]): boolean {
  const reading = read(wordsOf(question), lexicons);
  return reading !== null && isAskedByOthers(reading);
}

interface OwnNames {
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** People and teams that the workspace knows as its own: what they ask does not come from outside. */
function ownNames({ goals, events, items }: Portfolio, inside: readonly string[]): OwnNames {
  const names = new Set<string>();
  const add = (people: readonly Person[]): void => {
    for (const { name } of people) if (name !== null) names.add(spaced(name));
  };
  for (const { owners } of [...goals, ...events, ...items]) add(owners);
  for (const { participants } of items) add(participants);
  for (const { team } of goals) if (team !== null) names.add(spaced(team));
  return { names, words: new Set(inside.map(spaced)) };
}

function isOurs(requestedBy: string, { names, words }: OwnNames): boolean {
  const parts = requestedBy
    .split(/[,;/&+\n]|\band\b/u)
    .map(spaced)
    .filter((part) => part.trim() !== "");
  return parts.some((part) => names.has(part) || words.has(part));
}
