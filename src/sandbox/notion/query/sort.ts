import { invalid } from "../errors.ts";
import { optionsOf } from "../properties/config.ts";
import { millisOf } from "../properties/dates.ts";
import { plainValue, wordsOf } from "../properties/read.ts";
import { findVisible } from "../properties/visible.ts";
import type { DataSourceRecord, PageRecord, Property } from "../records.ts";
import type { View } from "../view.ts";

export interface Sort {
  readonly property?: string;
  readonly timestamp?: "created_time" | "last_edited_time";
  readonly direction: "ascending" | "descending";
}

type Key = number | string | null;

/**
 * Orders rows by several keys, the earlier wins; rows that are equal keep their order. Empty cells come last.
 * @throws NotionError for an unknown property.
 */
export function sortRows(
  view: View,
  source: DataSourceRecord,
  rows: readonly PageRecord[],
  sorts: readonly Sort[],
): PageRecord[] {
  const keys = sorts.map((sort) => ({
    keyOf: keyFor(view, source, sort),
    sign: sort.direction === "ascending" ? 1 : -1,
  }));
  const decorated = rows.map((row) => ({ row, keys: keys.map(({ keyOf }) => keyOf(row)) }));
  decorated.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
  return decorated.map(({ row }) => row);
}

function keyFor(view: View, source: DataSourceRecord, sort: Sort): (row: PageRecord) => Key {
  if (sort.timestamp === "created_time") return (row) => row.createdTime;
  if (sort.timestamp === "last_edited_time") return (row) => row.lastEditedTime;
  const name = String(sort.property);
  const property = findVisible(view, source, name);
  if (property === null) throw invalid(`Could not find sort property with name or id: ${name}`);
  return (row) => keyOfValue(property, plainValue(view, row, source, property));
}

function keyOfValue(property: Property, value: unknown): Key {
  if (value === null || value === undefined) return null;
  switch (property.type) {
    case "number":
      return value as number;
    case "checkbox":
      return value === true ? 1 : 0;
    case "date":
      return millisOf((value as { start: string }).start);
    case "select":
    case "status":
      return optionsOf(property).findIndex(({ id }) => id === (value as { id: string }).id);
    case "unique_id":
      return (value as { number: number | null }).number;
    case "created_time":
    case "last_edited_time":
      return millisOf(value as string);
    default: {
      const words = wordsOf(value);
      return words === "" ? null : words.toLowerCase();
    }
  }
}

function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a === b) return 0;
  return (a < b ? -1 : 1) * sign;
}
