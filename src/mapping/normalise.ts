import { rememberTexts } from "../lib/remember.ts";

/** One text under all the ways people type it: case, spaces, punctuation and Unicode forms do not matter. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** As `normalise`, and accents do not matter either: for short words such as statuses and headings, which come back in every row. */
export const fold = rememberTexts((text) => normalise(text.normalize("NFKD").replaceAll(/\p{M}+/gu, "")));

/** Shortens what a cell holds for a message that a person reads. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const letters = Array.from(line.slice(0, 200));
  return letters.length <= 80 ? line : `${letters.slice(0, 79).join("")}…`;
}
