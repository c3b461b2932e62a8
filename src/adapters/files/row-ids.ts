import { hashOf } from "../../lib/hash.ts";

/**
 * Ids for rows that bring none: the same however the rows are ordered, because an id is made of the table and the
 * row's first cell, and of the whole row where that cell is empty or not the only one of its kind.
 * @param table the same at every export: the file's path without what an export adds
 */
export function rowIds(table: string, records: readonly (readonly string[])[]): readonly string[] {
  const titles = counted(records.map(titleOf));
  const seen = new Map<string, number>();
  return records.map((record) => {
    const title = titleOf(record);
    const alone = title !== "" && titles.get(title) === 1;
    const known = JSON.stringify(alone ? [table, title] : [table, ...record]);
    const before = seen.get(known) ?? 0;
    seen.set(known, before + 1);
    return `row-${hashOf(before === 0 ? known : `${known}#${before}`).slice(0, 32)}`;
  });
}

function titleOf(record: readonly string[]): string {
  return (record[0] ?? "").trim();
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
