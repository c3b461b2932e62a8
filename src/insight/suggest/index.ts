import type { GoalSuggestion } from "../../domain/finding.ts";
import type { LineOfSight } from "../../domain/line-of-sight.ts";
import type { LearningItem, Portfolio } from "../../domain/types.ts";
import { suggestContext, type Signal, type SignalName, type SuggestContext } from "./context.ts";
import { dateSignal } from "./dates.ts";
import { goalMeaningSignal, linkedMeaningSignal, readMeaning, type Embed } from "./meaning.ts";
import { mentionSignal } from "./mentions.ts";
import { ownerSignal } from "./owners.ts";
import { rankGoals, type RankedGoal } from "./rank.ts";
import { sayWhy } from "./say-why.ts";
import { buildVocabulary, goalWordsSignal, linkedWordsSignal } from "./shared-words.ts";
import { tieSignal } from "./ties.ts";
import { alsoFrom, speakFrom, withMeaning, withoutMeaning } from "./weights.ts";
import { wordReader } from "./words.ts";

export interface SuggestRequest {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  /** The items to find goals for: those without a line of sight. */
  readonly items: readonly LearningItem[];
  /** BCP 47 tag of the workspace; default English. What words end in depends on it, and what reasons are written in. */
  readonly language?: string;
  /** Compares meaning (lib/encoder.ts); without it, links and words decide alone. */
  readonly embed?: Embed | undefined;
}

const mostShown = 3;

/** The same people and the same days support a reason; they are none. */
const hints: ReadonlySet<SignalName> = new Set(["owner", "date"]);

/**
 * The goals that each item probably serves, by item id: at most three live ones, the likeliest first, and none when
 * nothing fits well enough, for an item that belongs to no goal is better left alone than sent astray.
 * The same portfolio gives the same suggestions, whatever order its rows came in.
 */
export async function suggestGoals(
  request: SuggestRequest,
): Promise<ReadonlyMap<string, readonly GoalSuggestion[]>> {
  const { context, rank } = await goalRanker(request);
  const { language = "en" } = request;
  return new Map(
    context.unlinked.map((item) => [item.id, worthShowing(item, rank(item), { ...context, language })]),
  );
}

export interface GoalRanker {
  readonly context: SuggestContext;
  /** Every goal that anything speaks for, however little. */
  readonly rank: (item: LearningItem) => readonly RankedGoal[];
  /** What each signal sees, for learning the weights. */
  readonly signalsFor: (item: LearningItem) => readonly Signal[];
}

/** The part of `suggestGoals` before it decides whether to speak. */
export async function goalRanker(request: SuggestRequest): Promise<GoalRanker> {
  const { portfolio, lineOfSight, items, embed, language = "en" } = request;
  const context = suggestContext(portfolio, lineOfSight, items);
  const vocabulary = buildVocabulary(context, wordReader(language));
  const plain: readonly Signal[] = [
    mentionSignal(context),
    tieSignal(context),
    ownerSignal(context),
    dateSignal(context),
    goalWordsSignal(vocabulary),
    linkedWordsSignal(vocabulary),
  ];
  const meaning = embed === undefined ? null : await readMeaning(context, embed);
  const all = meaning === null ? plain : [...plain, goalMeaningSignal(meaning), linkedMeaningSignal(meaning)];
  const isRead = (item: LearningItem): boolean => meaning !== null && meaning.ofItem(item) !== null;
  return {
    context,
    rank: (item) =>
      isRead(item) ? rankGoals(item, all, withMeaning) : rankGoals(item, plain, withoutMeaning),
    signalsFor: (item) => (isRead(item) ? all : plain),
  };
}

function worthShowing(
  item: LearningItem,
  ranked: readonly RankedGoal[],
  { goals, language }: Pick<SuggestContext, "goals"> & { readonly language: string },
): readonly GoalSuggestion[] {
  const [first] = ranked;
  if (first === undefined || first.likelihood < speakFrom || hints.has(first.because[0]!.signal.name))
    return [];
  return ranked
    .filter(({ likelihood }) => likelihood >= alsoFrom)
    .slice(0, mostShown)
    .map((one) => {
      const { id, title } = goals[one.goal]!;
      return {
        goal: { id, title },
        score: Math.round(one.likelihood * 100) / 100,
        why: sayWhy(item, one, language),
      };
    });
}
