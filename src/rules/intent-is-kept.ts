import { z } from "zod";

import type { Review } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { say } from "./say.ts";
import { quietMessages, quietly } from "./shared/answers.ts";
import { shortTitle } from "./shared/speak.ts";
import { spaced } from "./shared/words.ts";
import type { Verdict } from "./types.ts";

const options = z.strictObject({
  // Most of the words the same: then the two sentences can only be meant as one.
  sameWords: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.6)
    .describe("Share of words in common from which two sentences are the same intent"),
});

/** S15, as far as it can be seen: an after-review repeats the intent with another number in it. */
export const intentIsKept = defineRule<z.output<typeof options>>({
  id: "intent-is-kept",
  signals: ["S15"],
  kind: "timing",
  description: "An after-review repeats the intent as it stood in its before-review",
  defaultSeverity: "info",
  needs:
    "An after-review and its before-review that both say what was intended. Edits within one row leave no trace here.",
  options,
  messages: {
    moved: {
      text: ({ title, before, then, now }) =>
        say`“${title}” gives the intent with ${now}; its before-review “${before}” said ${then}.`,
      help: () =>
        "Nothing wrong with a changed plan; a word on when and why it changed lets the comparison still tell you how good the forecast was.",
    },
    ...quietMessages,
  },
  *check({ portfolio, options: { sameWords } }) {
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
    // What was written when is not on file, so even a pair that agrees proves nothing.
    yield quietly(pairs === 0 ? "too-early" : "cant-see");
  },
});

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
