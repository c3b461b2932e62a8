import { findTokenLike, redact } from "../lib/redact.ts";
import { splitText } from "../lib/text.ts";

/** Keys and list positions from the top of the file: `["tables", "learning", 1, "from"]`. */
export type Path = readonly (string | number)[];

/** Something wrong, or worth a hint, at one place of the config. */
export interface Problem {
  readonly path: Path;
  /** Whether it concerns the key itself or what stands behind it. */
  readonly at: "key" | "value";
  /** What was found and what is accepted; one line. */
  readonly text: string;
}

/** `tables.learning[1].from`; empty for the top of the file. */
export function showPath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${oneLine(step)}`,
    )
    .join("");
}

/** What a person would call the value they wrote. */
export function showFound(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  return typeof value === "string" ? `"${oneLine(value)}"` : String(value as number | boolean | bigint);
}

/** `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The text without anything that is a token, or looks like one: config files are pasted into chats. */
export function withoutTokens(text: string, secrets: readonly string[]): string {
  return redact(text, [...secrets, ...findTokenLike(text).map((found) => found.text)]);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ");
  return line.length > 60 ? `${splitText(line, 57)[0]}…` : line;
}
