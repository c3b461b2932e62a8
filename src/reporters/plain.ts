import { splitText } from "../lib/text.ts";

/**
 * A cell's text as part of one line on a screen or in a log: no control characters (which could move the cursor or
 * colour the terminal), no marks that reverse the reading direction, one space for many.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** One line of at most so many UTF-16 units; what is cut off is marked. */
export function shortLine(text: string, most: number): string {
  const line = oneLine(text);
  return line.length <= most ? line : `${(splitText(line, most - 1)[0] ?? "").trimEnd()}…`;
}

/** With a small letter in front, to go on in a sentence. */
export function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** `1 item`, `2 items`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
