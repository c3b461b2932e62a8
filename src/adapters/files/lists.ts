import { parse } from "csv-parse/sync";

/**
 * A reader for a column that holds several values a cell as Airtable exports them: parted by a bare ",", those with a
 * comma of their own between quotes (`"Rides, free ones",Evening hours`). Null when nothing shows that it is such a
 * column: prose has commas too, so that some cell must have all its parts elsewhere as whole values, or quote one.
 * @param known titles of rows anywhere in the folder
 */
export function listColumn(
  values: readonly string[],
  known: ReadonlySet<string>,
): ((text: string) => readonly string[] | null) | null {
  const lists = values.flatMap((text) => {
    const parts = listParts(text);
    return parts === null ? [] : [{ text, parts }];
  });
  if (lists.length === 0) return null;
  const whole = new Set(values);
  const uses = new Map<string, number>();
  for (const part of lists.flatMap(({ parts }) => parts)) uses.set(part, (uses.get(part) ?? 0) + 1);
  const isValue = (part: string): boolean => known.has(part) || whole.has(part) || (uses.get(part) ?? 0) > 1;
  const isProof = ({ text, parts }: { text: string; parts: readonly string[] }): boolean =>
    (text.includes('"') && parts.length > 1) || parts.every(isValue);
  return lists.some(isProof) ? listParts : null;
}

/** Whether any cell has the shape of a list, so that it is worth knowing the titles. */
export function looksListed(values: readonly string[]): boolean {
  return values.some((text) => listParts(text) !== null);
}

/** Longer cells are prose. */
const longest = 5000;

/** The values of one cell; null when it is plainly one value, a number with thousands, or prose. */
function listParts(text: string): readonly string[] | null {
  if (text.length > longest || !/,\S|^"/u.test(text)) return null;
  const parts = oneRecord(text);
  if (parts === null || (parts.length === 1 && parts[0] === text)) return null;
  const isName = (part: string): boolean => part !== "" && part === part.trim() && /\p{L}/u.test(part);
  return parts.every(isName) ? parts : null;
}

function oneRecord(text: string): readonly string[] | null {
  // Most cells quote nothing, and there may be very many of them.
  if (!text.includes('"')) return /[\r\n]/.test(text) ? null : text.split(",");
  try {
    const records: string[][] = parse(text, { relax_column_count: true });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    return null;
  }
}
