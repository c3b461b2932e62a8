/** The three parts of a bet; null for a part that the sentence does not have. */
export interface Statement {
  readonly if: string | null;
  readonly then: string | null;
  readonly soThat: string | null;
}

export const noStatement: Statement = { if: null, then: null, soThat: null };

/** Where each part starts. Words that stand alone only, so that "specify" holds no "if". */
const languages = [
  { if: /\bif\b/iu, then: /\bthen\b/iu, soThat: /\bso that\b|\bin order that\b/iu },
  {
    if: /(?<![\p{L}])si(?![\p{L}])/iu,
    then: /(?<![\p{L}])entonces(?![\p{L}])/iu,
    soThat: /(?<![\p{L}])(?:para que|de modo que|a fin de que|de manera que)(?![\p{L}])/iu,
  },
] as const;

/**
 * Reads "If we …, then …, so that …" (English, Spanish) from a hypothesis's own words.
 * Without a "then" the first comma after "if" parts the two.
 */
export function readStatement(text: string): Statement {
  const readings = languages.map((words) => readIn(text, words));
  // The language that finds more parts is the one the sentence is in.
  return readings.reduce((best, next) => (partsIn(next) > partsIn(best) ? next : best));
}

function readIn(text: string, words: (typeof languages)[number]): Statement {
  const soThatAt = find(text, words.soThat, 0);
  const bet = soThatAt === null ? text : text.slice(0, soThatAt.start);
  const soThat = soThatAt === null ? null : tidy(text.slice(soThatAt.end));
  const ifAt = find(bet, words.if, 0);
  if (ifAt === null) return { if: null, then: null, soThat };
  const thenAt = find(bet, words.then, ifAt.end) ?? comma(bet, ifAt.end);
  if (thenAt === null) return { if: tidy(bet.slice(ifAt.end)), then: null, soThat };
  return { if: tidy(bet.slice(ifAt.end, thenAt.start)), then: tidy(bet.slice(thenAt.end)), soThat };
}

function find(text: string, word: RegExp, from: number): { start: number; end: number } | null {
  const match = word.exec(text.slice(from));
  return match === null ? null : { start: from + match.index, end: from + match.index + match[0].length };
}

function comma(text: string, from: number): { start: number; end: number } | null {
  const at = text.indexOf(",", from);
  return at === -1 ? null : { start: at, end: at + 1 };
}

function tidy(part: string): string | null {
  const text = part.replace(/^[\s,:;.…*_—–-]+/u, "").replace(/[\s,:;.*_—–-]+$/u, "");
  return text === "" ? null : text;
}

function partsIn(statement: Statement): number {
  return Object.values(statement).filter((part) => part !== null).length;
}
