import { rememberTexts } from "../../lib/remember.ts";

/** One word of a text, as the lists compare it. */
export interface Token {
  /** Lower case, without accents and without "'s". */
  readonly word: string;
  /** Whether it starts with a capital although no sentence starts there: mostly a name. */
  readonly name: boolean;
}

const words = /[\p{L}][\p{L}\p{M}\p{N}’'&]*(?:-[\p{L}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*|[%.?!:;\n]/gu;
const sentenceEnd = /^[.?!:;\n]$/;

/** Longer texts are read up to here, in UTF-16 units: a remark about wording is about a sentence or two. */
const longest = 2000;

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let starts = true;
  for (const [raw] of text.slice(0, longest).matchAll(words)) {
    if (sentenceEnd.test(raw)) {
      starts = true;
      continue;
    }
    tokens.push({ word: folded(raw), name: !starts && /^\p{Lu}/u.test(raw) });
    starts = false;
  }
  return tokens;
}

/** The same words come in every text, and one copy of each is looked up faster than many. */
const folded = rememberTexts(fold);

/** The form in which words are compared: no case, no accents, one kind of apostrophe, no possessive. */
export function fold(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
}

export function isNumber(token: Token): boolean {
  return /^\p{N}/u.test(token.word) || token.word === "%";
}
