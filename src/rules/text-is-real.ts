import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import type { LearningItem, Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/text-is-real.ts";
import { quietly, quietMessages, remarksThenOne, team } from "./shared/answers.ts";
import { allWords } from "./shared/content-words.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { shortTitle, someTitles } from "../lib/speak.ts";
import { writtenFields } from "./shared/written-fields.ts";
import { isFiller, isPrompt } from "./shared/placeholders.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // As for the first remark about a missing link: a row may be half written.
  graceDays: z.int().min(0).max(3650).default(7).describe("Days in which a new item may be half written"),
  // One "TBD" is a note to oneself; two are a form that was clicked through.
  leastFillers: z
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe("Fields with “TBD” or the like, from which an item is remarked on"),
  // Two may be one review that was entered twice.
  leastCopies: z
    .int()
    .min(2)
    .max(1000)
    .default(3)
    .describe("Reviews with one and the same answer, from which it is remarked on"),
  // Shorter answers ("It rained that day") are alike by chance.
  leastWords: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("Words of an answer below which copies are left in peace"),
  // As many reviews as show any habit.
  leastReviews: z
    .int()
    .min(2)
    .max(1000)
    .default(6)
    .describe("Reviews that must be answered in single words throughout"),
});
type Context = RuleContext<z.output<typeof options>>;

/** S35: what is written was written by somebody for this occasion. */
export const textIsReal = defineRule<z.output<typeof options>>({
  id: "text-is-real",
  signals: ["S35"],
  kind: "fact",
  description: "Texts are people's own: no left-over prompts, no copied answers",
  defaultSeverity: "info",
  needs: "One item past the grace period; three reviews for copies, six for single words.",
  options,
  supersedes: [
    "insight-has-evidence",
    "question-has-end",
    "question-beyond-method",
    "hypothesis-has-so-that",
    "hypothesis-predicts-change",
    "measures-include-results",
    "lesson-is-new",
  ],
  translations: { es },
  messages: {
    prompt: {
      text: ({ kind, title, field }) =>
        say`The ${kind} “${title}” still holds the form's own words as its ${field}.`,
      help: () => "A line in your own words, or an empty field, is fine. If the row was a try, it can go.",
    },
    fillers: {
      text: ({ kind, title, fields }) =>
        say`The ${kind} “${title}” has words that stand for words to come (${fields}).`,
      help: () =>
        "One honest line is plenty, and an empty field is fine too. If the form asks too much, drop a question.",
    },
    copies: {
      text: ({ count, field, titles }) =>
        say`${count} reviews have the same text as their ${field}: ${titles}.`,
      help: () => "If the form asks too much, drop questions until the answers are real.",
    },
    singleWords: {
      text: ({ count, titles }) =>
        say`${count} reviews answer every question in one word, such as ${titles}.`,
      help: () => "Perhaps the form asks too much: one question with a real answer tells more than five.",
    },
    ...quietMessages,
  },
  check: (context) => remarksThenOne(judgeAll(context)),
});

function* judgeAll(context: Context): Generator<Verdict> {
  const { portfolio, today, options } = context;
  const reviews: Review[] = [];
  for (const item of portfolio.items) {
    if (item.closed || item.waiver !== null || isDerived(item)) continue;
    if (isYoung(item, today, options.graceDays)) yield quietly("too-early");
    else {
      yield judgeItem(item, context);
      if (item.kind === "review" && item.when !== "before") reviews.push(item);
    }
  }
  yield* judgeCopies(reviews, context);
  yield* judgeLength(reviews, context);
}

function judgeItem(item: LearningItem, { options }: Context): Verdict {
  const subject = { type: "item", item } as const;
  const named = () => ({ kind: item.kind, title: shortTitle(item.title) });
  const fields = writtenFields(item);
  const prompt = fields.find(([, text]) => isPrompt(text));
  if (prompt !== undefined)
    return { answer: "worth-a-look", subject, message: "prompt", values: { ...named(), field: prompt[0] } };
  const fillers = fields.filter(([, text]) => isFiller(text)).map(([field]) => field);
  if (fillers.length >= options.leastFillers)
    return { answer: "worth-a-look", subject, message: "fillers", values: { ...named(), fields: fillers } };
  return quietly("healthy");
}

/** What was seen, in a review. What was intended may well be the same every time, where the work is. */
const found: ReadonlySet<string> = new Set(["what happened", "causes", "what to keep", "what to change"]);

function* judgeCopies(reviews: readonly Review[], { options }: Context): Generator<Verdict> {
  const copies = new Map<string, { readonly field: string; readonly titles: Set<string>; count: number }>();
  for (const review of reviews) {
    for (const [field, text] of writtenFields(review)) {
      if (!found.has(field)) continue;
      const words = allWords(text);
      if (words.length < options.leastWords) continue;
      const key = `${field}\n${words.join(" ")}`;
      const group = copies.get(key) ?? { field, titles: new Set<string>(), count: 0 };
      copies.set(key, group);
      group.titles.add(review.title);
      group.count += 1;
    }
  }
  for (const { field, titles, count } of copies.values()) {
    if (count < options.leastCopies) continue;
    const values = { count, field, titles: someTitles([...titles]) };
    yield { answer: "worth-a-look", subject: team, message: "copies", values };
  }
}

/** Short is fine; one word to everything, every time, is a form being filled in. */
function* judgeLength(reviews: readonly Review[], { options }: Context): Generator<Verdict> {
  const answered = reviews
    .map((review) => ({
      title: review.title,
      answers: writtenFields(review).filter(([field]) => found.has(field)),
    }))
    .filter(({ answers }) => answers.length >= 2);
  if (answered.length < options.leastReviews) return;
  if (!answered.every(({ answers }) => answers.every(([, text]) => allWords(text).length === 1))) return;
  const values = {
    count: answered.length,
    titles: someTitles(answered.slice(0, 2).map(({ title }) => title)),
  };
  yield { answer: "worth-a-look", subject: team, message: "singleWords", values };
}
