import { compareText } from "../../domain/portfolio.ts";
import { turningWords } from "./content-words.ts";

/** What the words of two sentences must share, of all the words in either, to say the same. Tried on fresh sentences: a reworded lesson keeps about this much. */
const likeness = 0.75;
/** A later sentence with more new words than this adds something, and is no repeat. */
const newWords = 1;
/**
 * First sentences looked at under one word. Keeps a word that thousands share from costing thousands squared; past
 * it a reworded repeat may be missed, and one in the same words is still found.
 */
const mostUnderWord = 32;

/**
 * Parts sentences into groups that say nearly the same; most groups hold one. Each sentence is compared with the
 * first of a group only, and only where the two share one of their rarest words: two sets can be as alike as
 * `likeness` asks only if they do, so little is missed and not every pair is looked at.
 * @param sentences in the order in which they were said.
 */
export function groupRepeats<Sentence extends { readonly words: ReadonlySet<string> }>(
  sentences: readonly Sentence[],
): readonly (readonly Sentence[])[] {
  const commonness = new Map<string, number>();
  for (const { words } of sentences)
    for (const word of words) commonness.set(word, (commonness.get(word) ?? 0) + 1);
  const rarest = (words: ReadonlySet<string>): readonly string[] =>
    [...words]
      .sort((a, b) => (commonness.get(a) ?? 0) - (commonness.get(b) ?? 0) || compareText(a, b))
      .slice(0, words.size - Math.ceil(likeness * words.size) + 1);

  const groups: Sentence[][] = [];
  const exact = new Map<string, Sentence[]>();
  const underWord = new Map<string, Sentence[][]>();
  for (const sentence of sentences) {
    const key = [...sentence.words].sort(compareText).join(" ");
    const keys = rarest(sentence.words);
    const group =
      exact.get(key) ??
      keys
        .flatMap((word) => underWord.get(word) ?? [])
        .find(([first]) => first !== undefined && isRepeat(sentence.words, first.words));
    if (group !== undefined) {
      group.push(sentence);
      continue;
    }
    const own = [sentence];
    groups.push(own);
    exact.set(key, own);
    for (const word of keys) {
      const others = underWord.get(word) ?? [];
      if (others.length < mostUnderWord) underWord.set(word, [...others, own]);
    }
  }
  return groups;
}

function isRepeat(later: ReadonlySet<string>, earlier: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of later) if (earlier.has(word)) shared += 1;
  const added = later.size - shared;
  if (added > newWords || shared / (earlier.size + added) < likeness) return false;
  return !differs(later, earlier) && !differs(earlier, later);
}

/** Whether one says "not", or a number, that the other does not. */
function differs(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one)
    if (!other.has(word) && (turningWords.has(word) || /\p{N}/u.test(word))) return true;
  return false;
}
