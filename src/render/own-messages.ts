import { closest, distance } from "fastest-levenshtein";

import { UsageError } from "../errors.ts";
import { messagesOf, type MessageSource } from "./phrases.ts";

/** So many letters off, and a name is a slip of the hand rather than a name of one's own. */
const slip = 2;

/**
 * A message of a team's own replaces a built-in one of the same name, or is asked for by a template of theirs. One
 * that does neither, and is almost the name of a built-in one, would be left unsaid without a word.
 * @throws UsageError with file and line.
 */
export function refuseMisspelt(
  own: readonly MessageSource[],
  builtIn: readonly MessageSource[],
  templates: readonly { readonly text: string }[],
): void {
  const known = [...new Set(builtIn.flatMap((source) => [...messagesOf(source).keys()]))];
  for (const source of own) {
    for (const key of messagesOf(source).keys()) {
      if (known.includes(key) || templates.some(({ text }) => asksFor(text, key))) continue;
      const near = closest(key, known);
      if (distance(key, near) > slip) continue;
      throw new UsageError(
        `${source.file}${lineOf(source.text, key)}: No template asks for a message named “${key}”.`,
        { details: [`Did you mean “${near}”?`], hint: "docs/templates.md says how messages are named." },
      );
    }
  }
}

function asksFor(template: string, key: string): boolean {
  return template.includes(`"${key}"`) || template.includes(`'${key}'`);
}

/** Of the last part of the name; nothing when it stands there in another way. */
function lineOf(text: string, key: string): string {
  const last = key.split(".").at(-1) ?? key;
  const at = text.split("\n").findIndex((line) => line.trimStart().startsWith(`${last}:`));
  return at === -1 ? "" : `:${at + 1}`;
}
