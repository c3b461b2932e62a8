import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { closest } from "fastest-levenshtein";

import { UsageError } from "../errors.ts";
import { refuseMisspelt } from "./own-messages.ts";
import type { MessageSource } from "./phrases.ts";

/** A template file's text. */
export interface TemplateSource {
  /** Without folder and ending; what `{{> name}}` asks for. */
  readonly name: string;
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

export interface TemplateSet {
  readonly main: TemplateSource;
  /** The built-in parts, and the ones in a folder `partials` beside the template, which win. */
  readonly partials: readonly TemplateSource[];
  /** The fixed words, one file a language: from a folder `messages` beside the template first, then the built-in ones. */
  readonly messages: readonly MessageSource[];
}

/** The package's own templates; the same two steps up from src/render and from dist/render. */
const builtInFolder = fileURLToPath(new URL("../../templates", import.meta.url));

/**
 * @param template name of a built-in template, or path to a `.hbs` file.
 * @param folder where built-in templates are kept; the package's own by default.
 * @throws UsageError when there is none, or a message beside it is misspelt.
 */
export function loadTemplates(template: string, folder: string = builtInFolder): TemplateSet {
  const isPath = extname(template) === ".hbs" || template.includes("/") || template.includes("\\");
  const file = isPath ? template : join(folder, `${template}.hbs`);
  if (!existsSync(file)) throw isPath ? noSuchFile(template) : noSuchTemplate(template, folder);
  const folders = isPath ? [dirname(file), folder] : [folder];
  const partials = new Map(
    folders
      .toReversed()
      .flatMap((one) => readFolder(join(one, "partials"), ".hbs"))
      .map((part) => [part.name, part]),
  );
  const main = readTemplate(file);
  const own = isPath ? loadMessages(dirname(file)) : [];
  const builtIn = loadMessages(folder);
  refuseMisspelt(own, builtIn, [main, ...partials.values()]);
  return { main, partials: [...partials.values()], messages: [...own, ...builtIn] };
}

/** The built-in fixed words alone, for whoever speaks without a template. */
export function loadMessages(folder: string = builtInFolder): readonly MessageSource[] {
  return readFolder(join(folder, "messages"), ".yaml").map(({ name, ...source }) => ({
    tag: tagOf(name, source.file),
    ...source,
  }));
}

function readFolder(folder: string, ending: ".hbs" | ".yaml"): readonly TemplateSource[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => extname(name) === ending)
    .sort()
    .map((name) => readTemplate(join(folder, name)));
}

function readTemplate(file: string): TemplateSource {
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
  return { name: basename(file, extname(file)), file, text };
}

/** A file of messages is named by its language. */
function tagOf(name: string, file: string): string {
  const [tag] = canonicalTags(name);
  if (tag !== undefined) return tag;
  throw new UsageError(`${file}: “${name}” is no language.`, {
    hint: "Name a file of messages by its language: es.yaml, pt-BR.yaml.",
  });
}

function canonicalTags(name: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(name);
  } catch {
    return [];
  }
}

function noSuchFile(template: string): UsageError {
  return new UsageError(`There is no template file ${template}.`, {
    hint: "Give a path that exists, seen from the folder you run in.",
  });
}

function noSuchTemplate(template: string, folder: string): UsageError {
  const names = existsSync(folder) ? readFolder(folder, ".hbs").map(({ name }) => name) : [];
  return new UsageError(`There is no built-in template named “${template}”.`, {
    details:
      names.length > 0
        ? [`Did you mean “${closest(template, names)}”?`, `Built in: ${names.join(", ")}.`]
        : [],
    hint: "Give a built-in name, or the path of a .hbs file.",
  });
}
