import type { TemplateHelpers } from "../engine.ts";
import { asMarkdown, HelperError, Markdown } from "../markdown-value.ts";
import type { Phrases, PhraseValues } from "../phrases.ts";
import { asText } from "./values.ts";

/**
 * A message with its values put in: text is escaped, Markdown of our own stays, a list counts as its length, and
 * nothing is nothing.
 */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => Markdown;

export function sayIn(phrases: Phrases): Say {
  return (key, values = {}) => new Markdown(phrases.phrase(key, settle(values)));
}

/** `t`: a message by its name, `{{t "coming.no-events" days=14}}`. */
export function messageHelpers(say: Say): TemplateHelpers {
  return {
    t: ([key], { named }) => {
      const name = asText(key, "t");
      if (name === null)
        throw new HelperError('{{t …}} takes the name of a message: {{t "more.goals" count=3}}.');
      return say(name, named);
    },
  };
}

function settle(values: Readonly<Record<string, unknown>>): PhraseValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === "number") return [name, value];
      return [name, Array.isArray(value) ? value.length : asMarkdown(value).source];
    }),
  );
}
