import { wordReader } from "./suggest/words.ts";

/**
 * How much texts have in common with another one: the words that both have, rare ones counting more than common
 * ones (BM25's inverse document frequency, as if there were fifty more texts, so that few texts make no word common).
 * @param language BCP 47 tag; decides how endings are cut off.
 * @returns a function from a text to a number for each of the given texts, in their order; 0 when nothing is shared.
 */
export function sharedWords(texts: readonly string[], language: string): (text: string) => readonly number[] {
  const read = wordReader(language);
  const words = texts.map((text) => [...read(text).keys()]);
  const spread = new Map<string, number>();
  for (const word of words.flat()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weight = (word: string): number => {
    const having = spread.get(word) ?? 0;
    return Math.log(1 + (texts.length + textsElsewhere - having + 0.5) / (having + 0.5));
  };
  return (text) => {
    const asked = read(text);
    return words.map((own) => own.reduce((sum, word) => (asked.has(word) ? sum + weight(word) : sum), 0));
  };
}

const textsElsewhere = 50;
