import { z } from "zod";

import type { Answer } from "../domain/finding.ts";
import type { Day, Review } from "../domain/types.ts";
import { say } from "../lib/say.ts";
import { shortTitle, spokenDay } from "../lib/speak.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/intent-is-kept.ts";
import { quietMessages, quietly } from "./shared/answers.ts";
import { indexBy } from "./shared/index-by.ts";
import { keptIntent, workDayOf, type KeptIntent } from "./shared/kept-intent.ts";
import { spaced } from "./shared/words.ts";
import type { RuleContext, Verdict } from "./types.ts";

const options = z.strictObject({
  // Most of the words the same: then the two sentences can only be meant as one.
  sameWords: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.6)
    .describe("Share of words in common from which two sentences are the same intent"),
});

/** S15: an after-review repeats the intent with another number in it, or earlier reports saw it read otherwise. */
export const intentIsKept = defineRule<z.output<typeof options>>({
  id: "intent-is-kept",
  signals: ["S15"],
  kind: "timing",
  description: "What was intended stays as it was written before the work",
  defaultSeverity: "info",
  needs:
    "An after-review and its before-review that both say what was intended; or reports from before and after the work.",
  options,
  translations: { es },
  messages: {
    moved: {
      text: ({ title, before, then, now }) =>
        say`“${title}” gives the intent with ${now}; its before-review “${before}” said ${then}.`,
      help: () =>
        "Nothing wrong with a changed plan; a word on when and why it changed lets the comparison still tell you how good the forecast was.",
    },
    rewritten: {
      text: ({ title, work, until, by, change }) =>
        say`The intent of “${title}” reads otherwise since ${by}${change === "numbers" ? ", with other numbers" : ""}; on ${until}, after the work of ${work}, it still read as before.`,
      help: () =>
        "Nothing wrong with that; it just can't tell you any more how good the forecast was. A word on when and why it changed would.",
    },
    ...quietMessages,
  },
  *check(context) {
    const {
      portfolio,
      options: { sameWords },
    } = context;
    let pairs = 0;
    for (const after of portfolio.items) {
      if (after.kind !== "review" || after.when === "before" || after.closed || after.waiver !== null)
        continue;
      for (const id of after.beforeIds) {
        const before = portfolio.itemById.get(id);
        if (before?.kind !== "review" || before.intended === null || after.intended === null) continue;
        pairs += 1;
        const moved = movedNumbers(before.intended, after.intended, sameWords);
        if (moved !== null) yield differs(before, after, moved);
      }
    }
    const answers = new Set<Answer>();
    for (const verdict of rewrittenIntents(context)) {
      if (verdict.answer === "worth-a-look") yield verdict;
      answers.add(verdict.answer);
    }
    // A pair that agrees proves nothing: only earlier reports can tell what was written when.
    if (answers.has("healthy")) yield quietly("healthy");
    else yield quietly(answers.has("cant-see") || pairs > 0 ? "cant-see" : "too-early");
  },
});

function* rewrittenIntents({ portfolio, history, today }: RuleContext<unknown>): Generator<Verdict> {
  const reviews = portfolio.items.filter((item): item is Review => item.kind === "review");
  const aftersOf = indexBy(
    reviews.filter(({ when }) => when !== "before"),
    ({ beforeIds }) => beforeIds,
  );
  for (const review of reviews) {
    if (review.closed || review.waiver !== null || review.intended === null) continue;
    const workDay = workDayOf(review, portfolio, aftersOf);
    if (workDay === null) continue;
    const kept = keptIntent(review, workDay, { history, today });
    if (kept.state === "moved") yield wasRewritten(review, kept, today);
    else yield quietly(quietAnswers[kept.state]);
  }
}

const quietAnswers = { kept: "healthy", early: "too-early", unseen: "cant-see" } as const;

function wasRewritten(
  review: Review,
  { workDay, change }: Extract<KeptIntent, { readonly state: "moved" }>,
  today: Day,
): Verdict {
  return {
    answer: "worth-a-look",
    subject: { type: "item", item: review },
    message: "rewritten",
    values: {
      title: review.title,
      work: spokenDay(workDay, today),
      until: spokenDay(change.until, today),
      by: spokenDay(change.by, today),
      change: change.kind,
    },
  };
}

interface Moved {
  readonly then: string;
  readonly now: string;
}

/**
 * The numbers of one intent in its two wordings, when the words are (nearly) the same and no number is. Anything
 * less could be a shorter way to say the same.
 */
function movedNumbers(before: string, after: string, sameWords: number): Moved | null {
  const [was, is] = [numbersIn(before), numbersIn(after)];
  if (was.length === 0 || was.length !== is.length || was.some((number) => is.includes(number))) return null;
  const [words, others] = [wordsIn(before), wordsIn(after)];
  const common = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - common;
  // Three words are the least in which "the same words" can mean anything.
  if (common < 3 || common / all < sameWords) return null;
  return { then: was.join(", "), now: is.join(", ") };
}

/** As written, but for spaces: "12.5", "1,200", "40". */
function numbersIn(text: string): readonly string[] {
  return text.normalize("NFKC").match(/\d+(?:[.,:]\d+)*/gu) ?? [];
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    spaced(text.replaceAll(/\p{Number}+/gu, " "))
      .split(" ")
      .filter(Boolean),
  );
}

function differs(before: Review, after: Review, { then, now }: Moved): Verdict {
  return {
    answer: "worth-a-look",
    subject: { type: "item", item: after },
    message: "moved",
    values: { title: after.title, before: shortTitle(before.title), then, now },
  };
}
