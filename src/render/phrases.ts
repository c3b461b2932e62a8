import { closest } from "fastest-levenshtein";
import { IntlMessageFormat } from "intl-messageformat";
import { LineCounter, parseDocument } from "yaml";

import { UsageError } from "../errors.ts";
import { HelperError } from "./markdown-value.ts";

/** One language's messages: a file `<BCP 47 tag>.yaml`. */
export interface MessageSource {
  /** `en`, `es`, `es-MX` */
  readonly tag: string;
  /** For error messages. */
  readonly file: string;
  readonly text: string;
}

export interface Phrases {
  /** The team's own tag: dates and numbers follow it, whatever the words are. */
  readonly locale: string;
  /** Tag of the words, which lists follow too: the team's own where its language has messages, else English. */
  readonly language: string;
  /**
   * The message with its values put in, as Markdown. Text values must be escaped already; numbers choose between one
   * and many, and are written as the locale does.
   * @throws HelperError when there is no such message in any language, or it asks for a value that is not given.
   */
  readonly phrase: (key: string, values?: PhraseValues) => string;
}

export type PhraseValues = Readonly<Record<string, string | number>>;

/** What is written when a message is missing in the team's language, or the language has none. */
const fallback = "en";

interface Message {
  readonly text: string;
  readonly tag: string;
  readonly file: string;
}

/**
 * The fixed words of templates in the language of `locale`, each missing one in English. Of several sources for one
 * language the earlier wins, message by message. Messages are in ICU's format
 * (unicode-org.github.io/icu/userguide/format_parse/messages).
 * @throws UsageError naming file and line of what is no message.
 */
export function readPhrases(sources: readonly MessageSource[], locale: string): Phrases {
  const spoken = sources.some(({ tag }) => languageOf(tag) === languageOf(locale)) ? locale : fallback;
  const messages = new Map<string, Message>();
  for (const tag of tagsOf(spoken)) {
    for (const source of sources.filter((one) => one.tag === tag)) {
      for (const [key, text] of messagesOf(source)) {
        if (!messages.has(key)) messages.set(key, { text, tag, file: source.file });
      }
    }
  }
  const formats = new Map<string, Fillable>();
  const formatOf = (key: string): Fillable => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const message = messages.get(key);
    if (message === undefined) throw noSuchMessage(key, [...messages.keys()]);
    // Plurals follow the message's own language; within it, numbers follow the team's country.
    const format = compile(
      key,
      message,
      languageOf(message.tag) === languageOf(spoken) ? spoken : message.tag,
    );
    const fillable = { format, numbers: numbersIn(format.getAst()) };
    formats.set(key, fillable);
    return fillable;
  };
  return { locale, language: spoken, phrase: (key, values = {}) => fill(key, formatOf(key), values) };
}

/** From the most particular tag to English: `es-MX`, `es`, `en`. */
function tagsOf(locale: string): readonly string[] {
  const parts = locale.split("-");
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return [...new Set([...tags, fallback])];
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

/** Dotted key → text. */
export function messagesOf({ file, text }: MessageSource): ReadonlyMap<string, string> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    throw new UsageError(
      `${file}:${lines.linePos(error.pos[0]).line}: This file of messages cannot be read.`,
      {
        details: error.message.split("\n").slice(0, 1),
        hint: "It is YAML: a key, a colon and the text in quotes.",
      },
    );
  }
  const messages = new Map<string, string>();
  collect(document.toJS() as unknown, "", (key, value) => {
    if (typeof value !== "string") {
      throw new UsageError(`${file}: The message “${key}” is no text.`, {
        hint: "Put the text in quotes.",
      });
    }
    messages.set(key, value);
  });
  return messages;
}

function collect(value: unknown, path: string, found: (key: string, value: unknown) => void): void {
  if (value === null && path === "") return; // an empty file
  if (typeof value !== "object" || value === null || Array.isArray(value)) return found(path, value);
  for (const [key, child] of Object.entries(value)) collect(child, path ? `${path}.${key}` : key, found);
}

function compile(key: string, { text, file }: Message, locale: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.toLowerCase().replaceAll("_", " ") : String(error);
    throw new UsageError(`${file}: The message “${key}” cannot be understood: ${reason}.`, {
      details: [text],
      hint: "Values stand in braces: {name}; one and many: {count, plural, one {# goal} other {# goals}}.",
    });
  }
}

interface Fillable {
  readonly format: IntlMessageFormat;
  /** Names of the values that choose between one and many. */
  readonly numbers: readonly string[];
}

function fill(key: string, { format, numbers }: Fillable, values: PhraseValues): string {
  for (const name of numbers) {
    if (name in values && typeof values[name] !== "number") {
      throw new HelperError(
        `The message “${key}” asks for a number or a list as {${name}}: {{t "${key}" ${name}=goals}}.`,
      );
    }
  }
  try {
    const text = format.format({ ...values });
    return typeof text === "string" ? text : String(text);
  } catch (error) {
    // Its errors name the value in their text alone.
    const missing =
      error instanceof Error ? /variable "([^"]+)" was not provided/.exec(error.message)?.[1] : null;
    if (missing === null || missing === undefined) throw error;
    throw new HelperError(
      `The message “${key}” asks for {${missing}}, which is not given here: {{t "${key}" ${missing}=…}}.`,
    );
  }
}

function numbersIn(parts: ReturnType<IntlMessageFormat["getAst"]>): readonly string[] {
  return parts.flatMap((part) => {
    if (!("options" in part)) return [];
    const within = Object.values(part.options).flatMap((option) => numbersIn(option.value));
    return "pluralType" in part ? [part.value, ...within] : within;
  });
}

function noSuchMessage(key: string, known: readonly string[]): HelperError {
  const near = known.length > 0 ? ` Did you mean “${closest(key, [...known])}”?` : "";
  return new HelperError(`There is no message named “${key}”.${near}`);
}
