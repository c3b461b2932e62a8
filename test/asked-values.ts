import type { Words } from "../src/lib/languages.ts";

/** Values that make sentences take each of their turns: empty, one, many. */
const turns = ["", "x", 1, 7, ["x", "y"]] as const;

type Sentence = (values: Words) => string;

/** What a sentence comes to in each of its turns. */
export function saidBy(sentence: Sentence): readonly string[] {
  return turns.map((turn) => sentence(new Proxy<Words>({}, { get: () => turn })));
}

/** The names of all values that sentences ask for, whichever way they turn. */
export function askedBy(...sentences: readonly Sentence[]): readonly string[] {
  const asked = new Set<string>();
  for (const turn of turns) {
    const values = new Proxy<Words>({}, { get: (_, name) => (asked.add(String(name)), turn) });
    for (const sentence of sentences) sentence(values);
  }
  return [...asked].sort();
}

/** The same for every sentence of a language, by name. */
export function askedByEach(
  sentences: Readonly<Record<string, Sentence>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [name, askedBy(sentence)]));
}
