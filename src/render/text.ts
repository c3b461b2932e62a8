/** Room for a title before it is cut, in UTF-16 units. */
export const titleLength = 200;
/** Room for anything longer. Notion takes 2000 a run of text (developers.notion.com/reference/request-limits). */
export const bodyLength = 2000;

/**
 * Text out of a cell as one harmless line: white space runs become one space, control characters and bidirectional
 * overrides (which can reorder the words around them) go, halves of surrogate pairs become U+FFFD, and what is too
 * long ends in an ellipsis.
 */
export function toLine(text: string, limit: number = bodyLength): string {
  const line = text
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .replaceAll(/[\s\u0085]+/gu, keepNoBreak)
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .trim();
  return line.length > limit ? cut(line, limit) : line;
}

/**
 * The same text as Markdown that can only mean itself: every ASCII punctuation mark is escaped, whether it needs
 * it here or not, so one rule holds in paragraphs, lists, headings, tables and link texts alike
 * (CommonMark 0.31, section 2.4). The document is printed anew later, with only the escapes it needs.
 */
export function escapeMarkdown(line: string): string {
  return line.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** A no-break space alone stays: numbers are written with it. */
function keepNoBreak(space: string): string {
  return space === "\u00A0" || space === "\u202F" ? space : " ";
}

/** Ends at a word when one is near, and never inside a character. */
function cut(line: string, limit: number): string {
  const head = line.slice(0, limit - 1).replace(/\p{Cs}$/u, "");
  const lastSpace = head.lastIndexOf(" ");
  return `${(lastSpace > limit * 0.8 ? head.slice(0, lastSpace) : head).trimEnd()}…`;
}
