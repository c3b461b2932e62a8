import { languageOf } from "./language.ts";
import { bitOf, type Lexicon } from "./lexicon.ts";
import { isNumber, tokenise, type Token } from "./tokens.ts";
import type { WordListName } from "./words/types.ts";

/** A text in a language that is known, with the questions that the rules ask of it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** How many tokens an entry of the list takes that starts at this token; 0 when none does. */
  readonly at: (list: WordListName, index: number) => number;
  /** Index of the first token at or after `from` where an entry of the list starts; -1 when none does. */
  readonly find: (list: WordListName, from?: number) => number;
  readonly has: (list: WordListName, from?: number) => boolean;
  /** The lists of which an entry may start at each token. */
  readonly masks: readonly number[];
}

/** null when the text is in a language that the rules do not know. */
export function read(text: string, lexicons: readonly Lexicon[]): Reading | null {
  const tokens = tokenise(text);
  const lexicon = languageOf(text, tokens, lexicons);
  return lexicon === null ? null : ask(tokens, lexicon);
}

export function readIn(text: string, lexicon: Lexicon): Reading {
  return ask(tokenise(text), lexicon);
}

/** A part of a text that was read already. */
export function readTokens(tokens: readonly Token[], lexicon: Lexicon): Reading {
  return ask(tokens, lexicon);
}

function ask(tokens: readonly Token[], lexicon: Lexicon): Reading {
  const masks = tokens.map(({ word }) => lexicon.maskOf(word));
  const at = (list: WordListName, index: number): number =>
    ((masks[index] ?? 0) & bitOf(list)) === 0 ? 0 : lexicon.lists[list].at(tokens, index);
  const find = (list: WordListName, from = 0): number => {
    for (let index = from; index < tokens.length; index += 1) if (at(list, index) > 0) return index;
    return -1;
  };
  return { tokens, lexicon, masks, at, find, has: (list, from = 0) => find(list, from) !== -1 };
}

/** Lists whose words name no end by themselves. A method is a means, so it is no end either. */
const endless: readonly WordListName[] = ["function", "empty", "abstract", "names", "methods", "doing"];

/** The words that could be an end: whom, what, where, how much. Phrases that are no end are taken as a whole. */
export function concreteWords(reading: Reading, besides: readonly WordListName[] = []): readonly Token[] {
  const { tokens, at } = reading;
  const lists = [...endless, ...besides];
  const concrete: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const taken = Math.max(...lists.map((list) => at(list, index)));
    const token = tokens[index];
    if (taken === 0 && token !== undefined && !describesAbstract(reading, index)) concrete.push(token);
    index += Math.max(1, taken);
  }
  return concrete;
}

/** "Social cohesion", "cohesión social": a describing word next to an abstract noun leaves it abstract. */
function describesAbstract({ at }: Reading, index: number): boolean {
  if (at("describing", index) === 0 || at("outside", index) > 0) return false;
  return at("abstract", index + 1) > 0 || (index > 0 && at("abstract", index - 1) > 0);
}

/** Whether a text names anything that could be noticed: a person, a place, a thing, a number. */
export function namesAnEnd(reading: Reading): boolean {
  return concreteWords(reading).length > 0;
}

/** Whether the text, from this token on, says what for: "so that …", or "to" and a verb. */
export function saysWhatFor({ tokens, lexicon, at, find }: Reading, from: number): boolean {
  const announced = find("result", from);
  if (announced !== -1 && announced + at("result", announced) < tokens.length) return true;
  const { word, verb, never } = lexicon.purpose;
  for (let index = from; index < tokens.length - 1; index += 1) {
    const next = tokens[index + 1];
    if (tokens[index]?.word !== word || next === undefined || next.name || isNumber(next)) continue;
    if (never.has(next.word) || (verb !== null && !verb.test(next.word))) continue;
    return true;
  }
  return false;
}
