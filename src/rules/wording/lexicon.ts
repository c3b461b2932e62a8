import { z } from "zod";

import { compilePhrases, mostKnown, type Phrases } from "./phrases.ts";
import { fold } from "./tokens.ts";
import { builtInWords } from "./words/index.ts";
import { wordListNames, type LanguageWords, type WordListName } from "./words/types.ts";

const changes = z.strictObject({
  add: z.array(z.string().min(1)).default([]),
  remove: z.array(z.string().min(1)).default([]),
});

/** The option that every wording rule has: words to add to its lists or to take out, by language and list. */
export const wordsOption = z
  .record(z.string().regex(/^[a-z]{2,3}$/), z.partialRecord(z.enum(wordListNames), changes))
  .default({})
  .describe("Words to add to the lists or to take out, by language code and list");

export type WordsOption = z.output<typeof wordsOption>;

/** One language's words, ready to be looked for. */
export interface Lexicon {
  readonly language: string;
  readonly lists: Readonly<Record<WordListName, Phrases>>;
  /** Bits of the lists (`bitOf`) that have an entry which starts with this word. */
  readonly maskOf: (word: string) => number;
  readonly we: RegExp;
  readonly purpose: LanguageWords["purpose"] & { readonly never: ReadonlySet<string> };
}

/** A number holds 32 bits; with one list more, two would have to share one. */
const bits = new Map(wordListNames.map((name, place) => [name, 1 << place] as const));

/** One bit for each list, so that a word is looked up once and not once a list. */
export function bitOf(...names: readonly WordListName[]): number {
  let mask = 0;
  for (const name of names) mask |= bits.get(name) ?? 0;
  return mask;
}

let builtInOnly: readonly Lexicon[] | null = null;

/**
 * Built once for all rules that take the words as they are, and once a check for one that changes them. A language
 * that is not built in is known by the words that the config gives it.
 */
export function compileLexicons(words: WordsOption): readonly Lexicon[] {
  if (Object.keys(words).length > 0) return compileAll(words);
  builtInOnly ??= compileAll(words);
  return builtInOnly;
}

function compileAll(words: WordsOption): readonly Lexicon[] {
  const languages = new Set([...builtInWords.keys(), ...Object.keys(words)]);
  return [...languages].map((language) =>
    compile(language, builtInWords.get(language), words[language] ?? {}),
  );
}

function compile(
  language: string,
  builtIn: LanguageWords | undefined,
  changed: NonNullable<WordsOption[string]>,
): Lexicon {
  // A word taken out of one list must not come back by an entry of another that covers it with "*".
  const except = new Set(Object.values(changed).flatMap((change) => change?.remove.map(fold) ?? []));
  const entries = wordListNames.map((name): [WordListName, Phrases] => {
    const removed = new Set(changed[name]?.remove.map(fold) ?? []);
    const kept = (builtIn?.lists[name] ?? []).filter((entry) => !removed.has(fold(entry)));
    return [name, compilePhrases([...kept, ...(changed[name]?.add ?? [])], except)];
  });
  const purpose = builtIn?.purpose ?? { word: "", verb: null, neverVerbs: [] };
  // Every name of `wordListNames` is a key.
  const lists = Object.fromEntries(entries) as Record<WordListName, Phrases>;
  return {
    language,
    lists,
    maskOf: rememberMasks(lists),
    we: builtIn?.we ?? /^$/,
    purpose: { ...purpose, never: new Set(purpose.neverVerbs.map(fold)) },
  };
}

function rememberMasks(lists: Lexicon["lists"]): Lexicon["maskOf"] {
  const known = new Map<string, number>();
  return (word) => {
    // No list holds numbers, and there is no end of them to remember.
    if (/^\p{N}/u.test(word)) return 0;
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= mostKnown) known.clear();
    const mask = bitOf(...wordListNames.filter((name) => lists[name].startsWith(word)));
    known.set(word, mask);
    return mask;
  };
}
