import { loadTemplates } from "../../src/render/template-files.ts";
import { readPhrases, type Phrases } from "../../src/render/phrases.ts";

/** The built-in messages as a team with this locale reads them. */
export function phrasesIn(locale: string): Phrases {
  return readPhrases(loadTemplates("planning-meeting").messages, locale);
}
