import type { Hypothesis } from "../../domain/types.ts";
import { concreteWords, namesAnEnd, readIn, saysWhatFor, type Reading } from "./reading.ts";
import { wordsOf } from "./subjects.ts";
import { isNumber, type Token } from "./tokens.ts";

/** The three parts of a bet as they were read, and its whole text. */
export interface Bet {
  readonly whole: string;
  readonly if: string | null;
  readonly then: string | null;
  readonly soThat: string | null;
}

export function betOf(item: Hypothesis): Bet {
  const parts = [item.if, item.then, item.soThat].filter((part) => part !== null);
  return { whole: [wordsOf(item), ...parts].join("\n"), if: item.if, then: item.then, soThat: item.soThat };
}

/** Whether the bet says which result it should move: a "so that" that is more than an echo, or words like it. */
export function saysResult(bet: Bet, reading: Reading): boolean {
  const { lexicon } = reading;
  if (bet.soThat !== null) {
    const end = readIn(bet.soThat, lexicon);
    const said = readIn(`${bet.if ?? ""} ${bet.then ?? ""}`, lexicon);
    return namesAnEnd(end) && !echoes(end, said);
  }
  return saysWhatFor(reading, startOfEffect(reading, bet));
}

/**
 * Where a result could begin. In "We want to …" and "Plan to …" the verb after "to" is the plan itself; behind an
 * "if" only what follows it is an effect.
 */
function startOfEffect({ find, at, lexicon }: Reading, bet: Bet): number {
  if (bet.if !== null) return readIn(bet.if, lexicon).tokens.length;
  return find("intention") === 0 ? at("intention", 0) + 2 : 1;
}

/** Whether it opens as a plan, a task or a belief: nothing that could turn out otherwise. */
export function isIntention(bet: Bet, { find }: Reading): boolean {
  return bet.if === null && bet.then === null && find("intention") === 0;
}

/** Whether what should happen is something that the team does itself. */
export function predictsOwnActivity(bet: Bet, reading: Reading): boolean {
  if (bet.then === null) return false;
  const { lexicon } = reading;
  const then = readIn(bet.then, lexicon);
  const action = bet.if === null ? null : readIn(bet.if, lexicon);
  const said = wordsSaid(then).map(({ word }) => saidIn(action, word));
  if (said.length > 0 && said.every(Boolean)) return true;
  if (then.has("vanity")) return true;
  if (then.has("effect")) return false;
  const held = then.has("activity") || then.has("gathering");
  if (!then.has("done")) return held && isCount(then);
  return held || isCount(then) || said.includes(true) || startsWithWe(then);
}

function isCount({ tokens }: Reading): boolean {
  return tokens.some(isNumber);
}

function startsWithWe({ tokens, lexicon }: Reading): boolean {
  return tokens.slice(0, 2).some(({ word }) => lexicon.we.test(word));
}

/** How many first letters two forms of one word share, at least: adopt, adoption. */
const sameStem = 5;

/** Whether every word that says something was said before. */
function echoes(reading: Reading, before: Reading): boolean {
  const words = wordsSaid(reading);
  return words.length > 0 && words.every(({ word }) => saidIn(before, word));
}

/** The words that say something; the method's own when there are no others. */
function wordsSaid(reading: Reading): readonly Token[] {
  const words = concreteWords(reading, ["done"]).filter((token) => !isNumber(token));
  return words.length > 0 ? words : reading.tokens.filter((_, index) => isMethodWord(reading, index));
}

function saidIn(before: Reading | null, word: string): boolean {
  return before !== null && before.tokens.some((token) => sharesStem(token.word, word));
}

function isMethodWord({ at }: Reading, index: number): boolean {
  return at("names", index) > 0 || at("methods", index) > 0;
}

function sharesStem(one: string, other: string): boolean {
  return one === other || (one.length >= sameStem && one.slice(0, sameStem) === other.slice(0, sameStem));
}
