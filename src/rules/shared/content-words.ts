/**
 * Words that carry what a sentence is about, for comparing sentences: without case, accents, plural s and the
 * small words of English and Spanish. Words like "not" stay: they turn a lesson round. Scripts that put no spaces
 * between words are cut into pairs of letters.
 */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    allWords(text)
      .map(stem)
      .filter((word) => !smallWords.has(word)),
  );
}

/** Every word of a text, small ones included, in its order. */
export function allWords(text: string): readonly string[] {
  const folded = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{Mn}'’`´]/gu, "");
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return unspaced.test(folded)
    ? words.flatMap((word) => (unspaced.test(word) ? pairs(word) : [word]))
    : words;
}

/** Words that turn a sentence round; two lessons that differ in one of them are two lessons. */
export const turningWords: ReadonlySet<string> = new Set(
  "not no never without dont doesnt didnt wont cant isnt arent wasnt nunca sin ni tampoco except unless excepto salvo".split(
    " ",
  ),
);

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]/u;

function pairs(run: string): readonly string[] {
  const letters: readonly string[] = run.match(/./gsu) ?? [];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}

/** A plural's s only: enough to bring "showers" and "shower" together, and too little to make two words one. */
function stem(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

// Stems, as they come out of `stem`.
const smallWords: ReadonlySet<string> = new Set(
  `a an the this that these those thi it its we our us they them their you your he she his her i me my and or but so then than
  if when while as of in on at by for from to with into onto about over up out off is are was were be been being am do doe did
  done have has had will would should could can may might must there here again more most very too also just next time
  el la lo los las un una unos unas y o u e pero que de del en a al por para con se su sus es son fue era eran ser estar esta
  este esto estos estas muy mas tambien ya le les nos nuestro nuestra como cuando si otra vez`.split(/\s+/u),
);
