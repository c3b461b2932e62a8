import { z } from "zod";

import { rememberTexts } from "../../lib/remember.ts";
import { compilePhrases, type Phrases } from "./phrases.ts";
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

/** Every rule may have words of its own. */
const mostSets = 10;

/** A number holds 32 bits; with one list more, two would have to share one. */
const bits = new Map(wordListNames.map((name, place) => [name, 1 << place] as const));

/** One bit for each list, so that a word is looked up once and not once a list. */
export function bitOf(...names: readonly WordListName[]): number {
  let mask = 0;
  for (const name of names) mask |= bits.get(name) ?? 0;
  return mask;
}

/**
 * A language that is not built in is known by the words that the config gives it. Rules with the same words share
 * one set, and what it has learnt of the workspace's vocabulary.
 */
export function compileLexicons(words: WordsOption): readonly Lexicon[] {
  return compiled(JSON.stringify(words));
}

const compiled = rememberTexts((json): readonly Lexicon[] => {
  const words = wordsOption.parse(JSON.parse(json));
  const languages = new Set([...builtInWords.keys(), ...Object.keys(words)]);
  return [...languages].map((language) =>
    compile(language, builtInWords.get(language), words[language] ?? {}),
  );
}, mostSets);

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
  const maskOf = rememberTexts((word) =>
    bitOf(...wordListNames.filter((name) => lists[name].startsWith(word))),
  );
  // No list holds numbers, and there is no end of them to remember.
  return (word) => (/^\p{N}/u.test(word) ? 0 : maskOf(word));
}
