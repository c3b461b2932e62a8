import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { closest } from "fastest-levenshtein";

import { UsageError } from "../errors.ts";

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
}

/** The package's own templates; the same two steps up from src/render and from dist/render. */
const builtInFolder = fileURLToPath(new URL("../../templates", import.meta.url));

/**
 * @param template name of a built-in template, or path to a `.hbs` file.
 * @param folder where built-in templates are kept; the package's own by default.
 * @throws UsageError when there is none.
 */
export function loadTemplates(template: string, folder: string = builtInFolder): TemplateSet {
  const isPath = extname(template) === ".hbs" || template.includes("/") || template.includes("\\");
  const file = isPath ? template : join(folder, `${template}.hbs`);
  if (!existsSync(file)) throw isPath ? noSuchFile(template) : noSuchTemplate(template, folder);
  const partials = new Map(readFolder(join(folder, "partials")).map((part) => [part.name, part]));
  if (isPath) for (const part of readFolder(join(dirname(file), "partials"))) partials.set(part.name, part);
  return { main: readTemplate(file), partials: [...partials.values()] };
}

function readFolder(folder: string): readonly TemplateSource[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => extname(name) === ".hbs")
    .sort()
    .map((name) => readTemplate(join(folder, name)));
}

function readTemplate(file: string): TemplateSource {
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
  return { name: basename(file, ".hbs"), file, text };
}

function noSuchFile(template: string): UsageError {
  return new UsageError(`There is no template file ${template}.`, {
    hint: "Give a path that exists, seen from the folder you run in.",
  });
}

function noSuchTemplate(template: string, folder: string): UsageError {
  const names = existsSync(folder) ? readFolder(folder).map(({ name }) => name) : [];
  return new UsageError(`There is no built-in template named “${template}”.`, {
    details:
      names.length > 0
        ? [`Did you mean “${closest(template, names)}”?`, `Built in: ${names.join(", ")}.`]
        : [],
    hint: "Give a built-in name, or the path of a .hbs file.",
  });
}
