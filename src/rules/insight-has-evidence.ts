import { z } from "zod";

import { isDerived } from "../domain/derived.ts";
import type { Insight, LearningItem, Portfolio } from "../domain/types.ts";
import { defineRule } from "./define-rule.ts";
import { es } from "./es/insight-has-evidence.ts";
import { quietly, quietMessages } from "./shared/answers.ts";
import { remarksAndGoodSigns } from "./shared/going-well.ts";
import { isLearningPartial } from "./shared/coverage.ts";
import { isYoung } from "../domain/youth.ts";
import { say } from "../lib/say.ts";
import { shortTitle } from "../lib/speak.ts";
import { isFiller, isPrompt } from "./shared/placeholders.ts";
import type { RuleContext, Verdict } from "./types.ts";
import { compileLexicons, wordsOption, type Lexicon } from "./wording/lexicon.ts";
import { isPlatitude } from "./wording/platitude.ts";
import { read } from "./wording/reading.ts";

const options = z.strictObject({
  // As for the first remark about a missing link.
  graceDays: z
    .int()
    .min(0)
    .max(3650)
    .default(7)
    .describe("Days in which a new insight may wait for what it rests on"),
  words: wordsOption,
});
type Context = RuleContext<z.output<typeof options>>;

/**
 * S31: an insight shows what it was seen in. Where nobody's insights have a column for that, only one in words that
 * are true of any work is asked about, as a guess.
 */
export const insightHasEvidence = defineRule<z.output<typeof options>>({
  id: "insight-has-evidence",
  signals: ["S31"],
  kind: "fact",
  description: "Every insight rests on something: a review, evidence, or a line about what was seen",
  defaultSeverity: "info",
  needs:
    "One insight older than the grace period, in a table where others name a review or evidence, or in words that are true of any work.",
  options,
  translations: { es },
  messages: {
    bare: {
      text: ({ title }) =>
        say`The insight “${title}” stands alone: no review, no evidence and no line about what was seen.`,
      help: () =>
        "What did you see that made you think this? One example turns it into something others can use.",
    },
    goingWell: {
      text: ({ count }) => say`${count} insights name the review or the evidence they rest on.`,
      help: () => "",
    },
    platitude: {
      text: ({ title }) =>
        say`“${title}” is true of nearly any work, and nothing here says yet what it was seen in.`,
      help: () =>
        "What did you see that made you think this? One example turns it into something others can use.",
    },
    ...quietMessages,
  },
  check: (context) => remarksAndGoodSigns(judgeAll(context), { least: 3, message: "goingWell" }, context),
});

/** @param mapped whether other insights of its table name what they rest on. */
function judgeBare(item: Insight, mapped: boolean, lexicons: readonly Lexicon[]): Verdict {
  const subject = { type: "item", item } as const;
  const values = { title: shortTitle(item.title) };
  if (mapped) return { answer: "worth-a-look", subject, message: "bare", values };
  const reading = read(item.title, lexicons);
  if (reading === null || !isPlatitude(reading)) return quietly("cant-see", subject);
  return { answer: "worth-a-look", subject, message: "platitude", values, kind: "wording" };
}

/** Links of an insight that could lead to what it rests on. */
const groundFields: ReadonlySet<string> = new Set(["review", "evidence", "parent", "event"]);

function* judgeAll({ portfolio, today, options }: Context): Generator<Verdict> {
  const lexicons = compileLexicons(options.words);
  const tables = tablesWithEvidence(portfolio);
  const grounded = groundedByOthers(portfolio);
  for (const item of portfolio.items) {
    if (item.kind !== "insight" || item.closed || item.waiver !== null || isDerived(item)) continue;
    // Text that a form left behind is another rule's matter.
    if (isPrompt(item.title) || isFiller(item.title)) continue;
    const hidden =
      item.unresolved.some(({ field }) => groundFields.has(field)) || isLearningPartial(portfolio);
    if (namesGround(item) || grounded.has(item.id)) yield quietly("healthy", { type: "item", item });
    else if (mayTell(item)) yield quietly("healthy");
    else if (isYoung(item, today, options.graceDays)) yield quietly("too-early");
    else if (hidden) yield quietly("cant-see", { type: "item", item });
    else yield judgeBare(item, tables.has(tableOf(item)), lexicons);
  }
}

function namesGround(insight: Insight): boolean {
  const { reviewIds, parentIds, eventIds } = insight;
  return reviewIds.length + parentIds.length + eventIds.length > 0 || hasEvidence(insight);
}

/** A figure, or a text long enough to hold a story, may well say what was seen. */
function mayTell({ title, text }: Insight): boolean {
  return (
    /\p{N}/u.test(title) ||
    (text !== null && text.trim() !== title.trim() && !isFiller(text)) ||
    title.length > storyLength
  );
}

/** Letters: about forty words, which is more than a bare claim takes. */
const storyLength = 240;

function hasEvidence({ evidence }: Insight): boolean {
  return evidence !== null && !isFiller(evidence) && !isPrompt(evidence);
}

/** Insights that a review lists, or that other items hang on. */
function groundedByOthers({ items }: Portfolio): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const item of items) {
    if (item.kind === "review") for (const id of item.insightIds) ids.add(id);
    for (const id of item.parentIds) ids.add(id);
  }
  return ids;
}

/** Where no insight names what it rests on, the columns for it are probably not mapped. */
function tablesWithEvidence({ items }: Portfolio): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const item of items) {
    if (item.kind === "insight" && !isDerived(item) && (hasEvidence(item) || item.reviewIds.length > 0))
      tables.add(tableOf(item));
  }
  return tables;
}

function tableOf({ connection, table }: LearningItem): string {
  return `${connection}\n${table}`;
}
