/** How alike two texts are, word by word: cheap, symmetric and the same on every machine. */
export interface Lexicon {
  gist(text: string): Gist;
  /** 0 to 1 (the same words and numbers, in any order); everything up to `alikeAbove` is told as 0. */
  likeness(one: Gist, other: Gist): number;
  /** How much of `one` is found in `other`, whatever else is in there: 0 to 1; 0 for an empty text. */
  share(one: Gist, other: Gist): number;
}

/** The words and numbers of a text. Only meaningful to the lexicon that made it. */
export interface Gist {
  /** Numbers of words in the lexicon, ascending, repeated as often as they occur. */
  readonly words: readonly number[];
  readonly weight: number;
}

/**
 * At or below this two texts are about different things. Words carry twice what a number does, so a line whose
 * numbers changed is far above it, and two lines that only share their numbers are not.
 */
const alikeAbove = 0.5;

/** The likeness, or 0 for things that are about something else. */
export function atLeastAlike(likeness: number): number {
  return likeness > alikeAbove ? likeness : 0;
}

/** Beyond this many characters a text is known well enough. */
const enough = 4000;

const weights = { word: 4, shortWord: 2, anyNumber: 2, thisNumber: 1, symbol: 1 } as const;

/** Scripts that put no spaces between words: every character counts by itself. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const wordOrNumber = new RegExp(
  String.raw`https?:\/\/[^\s"]+|${unspaced}|(?:(?!${unspaced})[\p{L}\p{M}])+|\p{N}+(?:[.,]\p{N}+)*`,
  "gu",
);

/** Starts an empty lexicon. */
export function createLexicon(): Lexicon {
  const numberOf = new Map<string, number>();
  const weightOf: number[] = [];

  const intern = (word: string, weight: number): number => {
    const known = numberOf.get(word);
    if (known !== undefined) return known;
    numberOf.set(word, weightOf.length);
    return weightOf.push(weight) - 1;
  };

  return {
    gist(text) {
      const words = weighedWords(text).map(([word, weight]) => intern(word, weight));
      words.sort((a, b) => a - b);
      return { words, weight: words.reduce((sum, word) => sum + (weightOf[word] ?? 0), 0) };
    },
    likeness(one, other) {
      const all = one.weight + other.weight;
      // What they share is at most the lighter one: most pairs end here.
      if (all === 0 || (2 * Math.min(one.weight, other.weight)) / all <= alikeAbove) return 0;
      return atLeastAlike((2 * sharedWeight(one.words, other.words, weightOf)) / all);
    },
    share: (one, other) =>
      one.weight === 0 ? 0 : sharedWeight(one.words, other.words, weightOf) / one.weight,
  };
}

type WeighedWord = readonly [word: string, weight: number];

function weighedWords(text: string): readonly WeighedWord[] {
  const plain = text.slice(0, enough).normalize("NFC").toLowerCase();
  const found = plain.match(wordOrNumber);
  // A line of bars or a divider: its signs are all it says.
  if (!found) return Array.from(plain.replaceAll(/\s/gu, ""), (sign) => [sign, weights.symbol]);
  return found.flatMap(weigh);
}

function weigh(word: string): readonly WeighedWord[] {
  if (!/^\p{N}/u.test(word)) return [[word, word.length > 2 ? weights.word : weights.shortWord]];
  // Numbers are what changes from one report to the next: that there is one says more than which one.
  return [
    ["#", weights.anyNumber],
    [word, weights.thisNumber],
  ];
}

function sharedWeight(one: readonly number[], other: readonly number[], weightOf: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) {
      shared += weightOf[a] ?? 0;
      i += 1;
      j += 1;
    } else if (a < b) i += 1;
    else j += 1;
  }
  return shared;
}
