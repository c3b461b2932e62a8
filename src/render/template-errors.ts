import { closest } from "fastest-levenshtein";

import { UsageError } from "../errors.ts";
import type { MissedField } from "./guard.ts";
import { HelperError } from "./markdown-value.ts";
import type { TemplateSource } from "./template-files.ts";

/** Something is wrong in a template, on a line if it is known. `file` null: the template at hand. */
export class TemplateFault extends Error {
  readonly file: string | null;
  readonly line: number | null;
  readonly help: readonly string[];

  constructor(
    message: string,
    place: { readonly file: string | null; readonly line: number | null; readonly help: readonly string[] },
  ) {
    super(message);
    this.file = place.file;
    this.line = place.line;
    this.help = place.help;
  }
}

/** An error of Handlebars or of a helper as one a person can act on: file, line, and what is known there. */
export function templateError(error: unknown, source: TemplateSource, missed: MissedField | null): unknown {
  if (error instanceof UsageError) return error;
  if (error instanceof TemplateFault) {
    return usageError(error.file ?? source.file, error.line, error.message, error.help);
  }
  if (error instanceof RangeError && error.message.includes("call stack")) {
    return usageError(source.file, lineWith(source, "{{>"), "A part includes itself without end.", []);
  }
  const line = lineOf(error);
  if (error instanceof HelperError) return usageError(source.file, line, error.message, []);
  const unknown = unknownField(error);
  if (unknown === null) return error;
  if (missed?.name === unknown.name) {
    return usageError(
      source.file,
      line,
      `“${missed.name}” is not known ${placeName(missed.path)}.`,
      fieldsThere(missed),
    );
  }
  const message =
    unknown.of === "null" || unknown.of === "undefined"
      ? `“${unknown.name}” is asked of a field that is empty here. Put it inside {{#if …}} … {{/if}}.`
      : unknown.ofPlain
        ? `“${unknown.name}” is asked of text or a number, which has no fields.`
        : `“${unknown.name}” is not known here.`;
  return usageError(source.file, line ?? lineWith(source, `.${unknown.name}`), message, []);
}

/** The two ways in which Handlebars says that a field is missing; the second is for fields of plain text and numbers. */
function unknownField(error: unknown): {
  readonly name: string;
  readonly of: string;
  readonly ofPlain: boolean;
} | null {
  if (!(error instanceof Error)) return null;
  const missing = /^"(?<name>.*)" not defined in (?<of>.*?)(?: - \d+:\d+)?$/s.exec(error.message);
  const plain = /^Cannot use 'in' operator to search for '(?<name>.*?)' in (?<of>.*)$/s.exec(error.message);
  const found = (missing ?? plain)?.groups;
  return found ? { name: found["name"] ?? "", of: found["of"] ?? "", ofPlain: missing === null } : null;
}

function lineWith({ text }: TemplateSource, part: string): number | null {
  const index = text.split("\n").findIndex((line) => line.includes(part));
  return index === -1 ? null : index + 1;
}

function usageError(
  file: string,
  line: number | null,
  message: string,
  details: readonly string[],
): UsageError {
  const place = line === null ? file : `${file}:${line}`;
  return new UsageError(`${place}: ${message}`, {
    details,
    hint: "docs/templates.md lists every field and helper. Try the template with: sothat report --template <file> --dry-run",
  });
}

function lineOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("lineNumber" in error)) return null;
  return typeof error.lineNumber === "number" ? error.lineNumber : null;
}

function placeName(path: string): string {
  if (path === "") return "at the top of the report";
  // A list that a helper has picked from no longer says where it came from.
  const named = path.replace(/^\d+\.?/, "").replaceAll(/\.\d+/g, "[]");
  return named === "" ? "here" : `in ${named}`;
}

function fieldsThere({ name, known }: MissedField): readonly string[] {
  if (known.length === 0) return [];
  return [`Did you mean “${closest(name, [...known])}”?`, `Known there: ${known.join(", ")}.`];
}
