import { english } from "./en.ts";
import { spanish } from "./es.ts";
import type { LanguageWords } from "./types.ts";

/** The languages whose words are built in, by code. */
export const builtInWords: ReadonlyMap<string, LanguageWords> = new Map([
  ["en", english],
  ["es", spanish],
]);
