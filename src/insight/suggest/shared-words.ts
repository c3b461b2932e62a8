import type { LearningItem } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";
import { textOf, textOfGoal } from "../texts.ts";
import type { Words } from "./words.ts";

/** The latest items speak for a goal; reading more of them is slow and blurs what it is about. */
const itemsRead = 40;

/** And of all goals together: cutting texts into words takes most of the time where there are many goals. */
const itemsReadInAll = 4000;

/**
 * A word that half of five texts have is not yet a common word: rarity is counted as if the team had written this
 * many more texts without it.
 */
const textsElsewhere = 50;

/** Shown to people, the rarest first. */
const wordsShown = 3;

/** Words of everything that is compared, and how much each says: rare ones much, those in every text nothing. */
export interface Vocabulary {
  readonly ofItem: (item: LearningItem) => Words;
  readonly ofGoals: readonly Words[];
  /** For each goal and word, how many of the items read for it have the word. */
  readonly ofLinked: readonly ReadonlyMap<string, number>[];
  readonly weight: (word: string) => number;
}

export function buildVocabulary(
  { goals, linkedTo, unlinked }: SuggestContext,
  read: (text: string) => Words,
): Vocabulary {
  const ofItems = new Map<string, Words>();
  const ofItem = (item: LearningItem): Words => {
    const known = ofItems.get(item.id);
    if (known !== undefined) return known;
    const words = read(textOf(item));
    ofItems.set(item.id, words);
    return words;
  };
  const ofGoals = goals.map((goal) => read(textOfGoal(goal)));
  const each = Math.max(1, Math.min(itemsRead, Math.floor(itemsReadInAll / Math.max(1, goals.length))));
  const ofLinked = linkedTo.map((items) => {
    const counts = new Map<string, number>();
    for (const item of items.slice(0, each)) count(counts, ofItem(item));
    return counts;
  });
  for (const item of unlinked) ofItem(item);

  const spread = new Map<string, number>();
  for (const words of [...ofGoals, ...ofItems.values()]) count(spread, words);
  const texts = ofGoals.length + ofItems.size + textsElsewhere;
  return {
    ofItem,
    ofGoals,
    ofLinked,
    // BM25's inverse document frequency, in its form that never falls below 0.
    weight(word) {
      const having = spread.get(word) ?? 0;
      return Math.log(1 + (texts - having + 0.5) / (having + 0.5));
    },
  };
}

/** Words that the item and the goal's own words have in common: the cosine of their weighted words. */
export function goalWordsSignal(vocabulary: Vocabulary): Signal {
  const lengths = vocabulary.ofGoals.map((words) => lengthOf(words.keys(), vocabulary));
  const having = placesOfWords(vocabulary.ofGoals);
  return {
    name: "goalWords",
    weigh(item) {
      const words = vocabulary.ofItem(item);
      const length = lengthOf(words.keys(), vocabulary);
      const shared = new Float64Array(lengths.length);
      for (const word of words.keys()) {
        const worth = vocabulary.weight(word) ** 2;
        for (const { place } of having.get(word) ?? []) shared[place]! += worth;
      }
      return shared.map((worth, place) => (worth === 0 ? 0 : worth / (length * lengths[place]!)));
    },
    why(item, place) {
      const shared = sharedWords(vocabulary.ofItem(item), vocabulary.ofGoals[place]!);
      return shared.length === 0
        ? null
        : { message: "goalWords", values: { words: shown(shared, item, vocabulary) } };
    },
  };
}

/** Words that the item has in common with what is already linked to the goal: how much of what it says is known there. */
export function linkedWordsSignal(vocabulary: Vocabulary): Signal {
  const having = placesOfWords(vocabulary.ofLinked);
  return {
    name: "linkedWords",
    weigh(item) {
      const words = vocabulary.ofItem(item);
      const all = squares(words.keys(), vocabulary);
      const shared = new Float64Array(vocabulary.ofLinked.length);
      for (const word of words.keys()) {
        const worth = vocabulary.weight(word) ** 2;
        for (const { place, held } of having.get(word) ?? []) shared[place]! += worth * (1 - 0.5 ** held);
      }
      return shared.map((worth) => (worth === 0 ? 0 : worth / all));
    },
    why(item, place) {
      const known = vocabulary.ofLinked[place]!;
      const shared = sharedWords(vocabulary.ofItem(item), known);
      if (shared.length === 0) return null;
      const items = Math.max(...shared.map((word) => known.get(word)!));
      return { message: "linkedWords", values: { words: shown(shared, item, vocabulary), items } };
    },
  };
}

/** Under each word the goals that have it, so that an item is compared with those alone. */
function placesOfWords<Held>(
  ofGoals: readonly ReadonlyMap<string, Held>[],
): ReadonlyMap<string, readonly { readonly place: number; readonly held: Held }[]> {
  const places = new Map<string, { place: number; held: Held }[]>();
  ofGoals.forEach((words, place) => {
    for (const [word, held] of words) {
      const known = places.get(word);
      if (known) known.push({ place, held });
      else places.set(word, [{ place, held }]);
    }
  });
  return places;
}

function sharedWords(words: Words, others: ReadonlyMap<string, unknown>): readonly string[] {
  return [...words.keys()].filter((word) => others.has(word));
}

function shown(shared: readonly string[], item: LearningItem, vocabulary: Vocabulary): readonly string[] {
  const written = vocabulary.ofItem(item);
  return shared
    .toSorted((a, b) => vocabulary.weight(b) - vocabulary.weight(a) || (a < b ? -1 : 1))
    .slice(0, wordsShown)
    .map((word) => `“${written.get(word)}”`);
}

function lengthOf(words: Iterable<string>, vocabulary: Vocabulary): number {
  return Math.sqrt(squares(words, vocabulary));
}

function squares(words: Iterable<string>, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const word of words) sum += vocabulary.weight(word) ** 2;
  return sum;
}

function count(counts: Map<string, number>, words: Words): void {
  for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
}
