import { rememberTexts } from "../../lib/remember.ts";
import { fold, type Token } from "./tokens.ts";

/** Finds the words and phrases of one list in a text. */
export interface Phrases {
  /** How many tokens an entry takes that starts at this token; 0 when none does. The longest entry wins. */
  readonly at: (tokens: readonly Token[], index: number) => number;
  /** Whether some entry starts with this word. */
  readonly startsWith: (word: string) => boolean;
  readonly empty: boolean;
}

type Part = { readonly text: string; readonly match: "whole" | "start" | "end" };
type Entry = readonly Part[];

/** Entries that end in "*" are kept by their first letters, so that no text is compared with all of them. */
const openKey = 3;

/**
 * @param entries Words and phrases; `*` at a word's end or start stands for any letters; every other word matches its plain plural.
 * @param except Folded words that no `*` may stand for.
 */
export function compilePhrases(entries: readonly string[], except: ReadonlySet<string> = new Set()): Phrases {
  const closed = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  const endings: Entry[] = [];
  for (const entry of entries) {
    const parts = entry.trim().split(/\s+/).map(toPart);
    const first = parts[0];
    if (first === undefined || first.text === "") continue;
    if (first.match === "end") endings.push(parts);
    else if (first.match === "start") push(open, first.text.slice(0, openKey), parts);
    else for (const form of formsOf(first.text)) push(closed, form, parts);
  }
  // A workspace says the same words over and over.
  const entriesFor = rememberTexts((word): readonly Entry[] => {
    const whole = closed.get(word) ?? [];
    if (except.has(word)) return whole;
    const started = [1, 2, 3].flatMap((size) =>
      word.length < size ? [] : (open.get(word.slice(0, size)) ?? []),
    );
    return [...whole, ...started, ...endings].filter(([first]) => first !== undefined && fits(first, word));
  });
  return {
    empty: closed.size + open.size + endings.length === 0,
    startsWith: (word) => entriesFor(word).length > 0,
    at: (tokens, index) => {
      const token = tokens[index];
      if (token === undefined) return 0;
      return Math.max(0, ...entriesFor(token.word).map((parts) => lengthAt(parts, tokens, index)));
    },
  };
}

function lengthAt(parts: Entry, tokens: readonly Token[], index: number): number {
  for (let offset = 1; offset < parts.length; offset += 1) {
    const [part, token] = [parts[offset], tokens[index + offset]];
    if (part === undefined || token === undefined || !fits(part, token.word)) return 0;
  }
  return parts.length;
}

function fits({ text, match }: Part, word: string): boolean {
  if (match === "start") return word.startsWith(text);
  if (match === "end") return word.endsWith(text);
  return word === text || formsOf(text).includes(word);
}

function toPart(text: string): Part {
  if (text.endsWith("*")) return { text: fold(text.slice(0, -1)), match: "start" };
  return text.startsWith("*")
    ? { text: fold(text.slice(1)), match: "end" }
    : { text: fold(text), match: "whole" };
}

/** The word and its plain plurals, of which one word has at most one that exists. */
function formsOf(word: string): readonly string[] {
  if (word.length < 3 || word.endsWith("s")) return [word];
  const forms = [word, `${word}s`, `${word}es`];
  return word.endsWith("y") ? [...forms, `${word.slice(0, -1)}ies`] : forms;
}

function push(map: Map<string, Entry[]>, key: string, parts: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [parts]);
  else entries.push(parts);
}
