/**
 * The words that a piece's content shows. Content is plain text or JSON: text in runs with their marks and links,
 * as `[["Home visits: ", 0], ["12", 1]]`, or a row's cells, each a list of runs. Marks and addresses are left out.
 */
export function textOf(content: string): string {
  return wordsOf(parsed(content)).replaceAll(/\s+/gu, " ").trim();
}

function parsed(content: string): unknown {
  if (!/^\s*[[{]/u.test(content)) return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function wordsOf(value: unknown): string {
  if (typeof value === "string") return /^https?:\/\/\S+$/u.test(value) ? "" : value;
  if (typeof value !== "object" || value === null) return "";
  const parts = Object.values(value).map(wordsOf);
  return parts.join(isCells(value) ? " | " : "");
}

function isCells(value: object): boolean {
  return Array.isArray(value) && value.every((cell) => Array.isArray(cell) && cell.every(Array.isArray));
}
