import { escapeMarkdown, toLine } from "./text.ts";

/**
 * Markdown made by our own helpers. The only way past the escape: a cell can hold any text, but never an
 * instance of this class.
 */
export class Markdown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** A template used a value in a way that makes no sense; the engine adds file and line. */
export class HelperError extends Error {
  lineNumber: number | null = null;
}

/** What a value looks like on the page. null shows nothing. */
export function asMarkdown(value: unknown): Markdown {
  if (value instanceof Markdown) return value;
  if (value === null || value === undefined) return new Markdown("");
  if (typeof value === "string") return new Markdown(escapeMarkdown(toLine(value)));
  if (typeof value === "number" || typeof value === "boolean")
    return new Markdown(escapeMarkdown(String(value)));
  if (Array.isArray(value))
    throw new HelperError("This is a list. Show its entries with {{#each …}} … {{/each}}.");
  const fields = typeof value === "object" ? Object.keys(value).sort().join(", ") : "";
  throw new HelperError(`This is not a single value. Show one of its fields${fields ? `: ${fields}` : ""}.`);
}
