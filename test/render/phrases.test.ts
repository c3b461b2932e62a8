import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";

import { UsageError } from "../../src/errors.ts";
import { HelperError } from "../../src/render/markdown-value.ts";
import { messagesOf, readPhrases } from "../../src/render/phrases.ts";
import { loadTemplates } from "../../src/render/template-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const builtIn = loadTemplates("planning-meeting").messages;
const byTag = new Map(builtIn.map((source) => [source.tag, messagesOf(source)]));
const english = byTag.get("en") ?? new Map<string, string>();
const languages = [...byTag.keys()];

const source = (tag: string, text: string) => ({ tag, file: `${tag}.yaml`, text });

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
/** As the parser numbers them: plain text, and the number sign of a plural. */
const [literal, pound]: readonly number[] = [0, 7];

/** Names of the values that a message asks for, at any depth. */
function valuesOf(elements: readonly Element[]): readonly string[] {
  const names = elements.flatMap((element) => {
    if (element.type === literal || element.type === pound || !("value" in element)) return [];
    const below =
      "options" in element ? Object.values(element.options).flatMap(({ value }) => valuesOf(value)) : [];
    return [element.value, ...below];
  });
  return [...new Set(names)].sort();
}

const parse = (text: string) => new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst();

/** Every file below a folder of the project with this ending, as text. */
function textsIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(root, folder, file), "utf8"));
}

/** Keys that templates, helpers and reporters name; a part of a key that is filled in is a `*`. */
function usedKeys(): readonly RegExp[] {
  const inCode = [...textsIn("src/render", ".ts"), ...textsIn("src/reporters", ".ts")].flatMap((text) =>
    [...text.matchAll(/["`]([a-z][\w-]*(?:\.(?:[\w-]+|\$\{[^}]+\}))*)["`]/g)].map(([, key = ""]) => key),
  );
  return [...namedInTemplates(), ...inCode].map(
    (key) => new RegExp(`^${key.replaceAll(".", "\\.").replaceAll(/\$\{[^}]+\}/g, "[\\w-]+")}$`),
  );
}

function namedInTemplates(): readonly string[] {
  return textsIn("templates", ".hbs").flatMap((text) =>
    [...text.matchAll(/[{(]t "([^"]+)"/g)].map(([, key = ""]) => key),
  );
}

describe("render/phrases", () => {
  it("has every language the built-in templates promise", () => {
    expect(languages).toEqual(["en", "es"]);
  });

  it.each(languages)("has the same messages asking for the same values in %s as in English", (tag) => {
    const messages = byTag.get(tag) ?? new Map<string, string>();
    const shape = (all: ReadonlyMap<string, string>) =>
      Object.fromEntries([...all].map(([key, text]) => [key, valuesOf(parse(text))]));

    expect(shape(messages)).toEqual(shape(english));
  });

  it("has no message that nothing uses", () => {
    const used = usedKeys();

    expect([...english.keys()].filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it("has every message that a template names", () => {
    const named = namedInTemplates();

    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !english.has(key))).toEqual([]);
  });

  it("has every message that a reporter names", () => {
    const named = textsIn("src/reporters", ".ts").flatMap((text) =>
      [...text.matchAll(/["`]((?:check|page)\.[^"`]+)["`]/g)].map(([, key = ""]) => key),
    );
    const patterns = named.map((key) => new RegExp(`^${key.replaceAll(/\$\{[^}]+\}/g, "[\\w-]+")}$`));
    const keys = [...english.keys()];

    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((_, at) => !keys.some((key) => patterns[at]!.test(key)))).toEqual([]);
  });

  it.each(languages)("never says in %s that one thing came of another", (tag) => {
    const causes =
      /\bbecause\b|\bcaused?\b|\bled to\b|\bdue to\b|\bthanks to\b|\bporque\b|\bdebido\b|\bgracias a\b|\bcaus(?:ó|a|aron)\b|\bprovocó\b|\bpor eso\b/i;

    expect([...(byTag.get(tag) ?? [])].filter(([, text]) => causes.test(text))).toEqual([]);
  });

  it.each([
    ["es-MX", "es-MX"],
    ["es", "es"],
    ["en-GB", "en-GB"],
    ["de-DE", "en"],
  ])("speaks to %s in %s, and keeps its dates and numbers", (locale, language) => {
    expect(readPhrases(builtIn, locale)).toMatchObject({ locale, language });
  });

  it("takes the most particular language first, then the wider one, then English", () => {
    const phrases = readPhrases(
      [
        source("en", "a: en a\nb: en b\nc: en c"),
        source("es", "a: es a\nb: es b"),
        source("es-MX", "a: es-MX a"),
      ],
      "es-MX",
    );

    expect(["a", "b", "c"].map((key) => phrases.phrase(key))).toEqual(["es-MX a", "es b", "en c"]);
  });

  it("lets the earlier of two files of a language win, message by message", () => {
    const phrases = readPhrases([source("en", "a: ours"), source("en", "a: theirs\nb: theirs")], "en-US");

    expect([phrases.phrase("a"), phrases.phrase("b")]).toEqual(["ours", "theirs"]);
  });

  it("chooses between one and many by the message's own language, with numbers of the team's country", () => {
    const text = 'n: "{count, plural, one {# meta} other {# metas}}"';

    expect(readPhrases([source("es", text)], "es-MX").phrase("n", { count: 12345 })).toBe("12,345 metas");
    expect(readPhrases([source("es", text)], "es-ES").phrase("n", { count: 12345 })).toBe("12.345 metas");
    expect(readPhrases([source("es", text)], "es-ES").phrase("n", { count: 1 })).toBe("1 meta");
  });

  it("never takes what a value holds for a message", () => {
    const phrases = readPhrases([source("en", 'n: "<b>{name}</b>"')], "en");

    expect(phrases.phrase("n", { name: "{count, plural, other {#}} '{'" })).toBe(
      "<b>{count, plural, other {#}} '{'</b>",
    );
  });

  it("says what is near when there is no such message, and what it asks for when a value is missing", () => {
    const phrases = readPhrases([source("en", 'goals: "{count} goals"')], "en");

    expect(() => phrases.phrase("goal")).toThrow(
      new HelperError("There is no message named “goal”. Did you mean “goals”?"),
    );
    expect(() => phrases.phrase("goals")).toThrow(
      new HelperError(
        'The message “goals” asks for {count}, which is not given here: {{t "goals" count=…}}.',
      ),
    );
  });

  it.each([
    ["no YAML", 'a: "x\nb: y', "en.yaml:2: This file of messages cannot be read."],
    ["a list", "a:\n  - x", "en.yaml: The message “a” is no text."],
    ["a number", "a: 3", "en.yaml: The message “a” is no text."],
  ])("names the file when it holds %s", (_, text, message) => {
    expect(() => readPhrases([source("en", text)], "en")).toThrow(UsageError);
    expect(() => readPhrases([source("en", text)], "en")).toThrow(message);
  });

  it("names file and message when its braces do not match", () => {
    const phrases = readPhrases([source("en", 'a: "{count, plural, one {x}}"')], "en");

    expect(() => phrases.phrase("a")).toThrow(
      "en.yaml: The message “a” cannot be understood: missing other clause.",
    );
  });
});
