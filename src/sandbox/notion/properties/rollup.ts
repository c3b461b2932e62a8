import type { DataSourceRecord, Json, PageRecord, Property } from "../records.ts";
import { dataSourceOf, findProperty, pageOf } from "../store.ts";
import type { View } from "../view.ts";
import { millisOf, type DateValue } from "./dates.ts";
import { openLinks } from "./links.ts";

export interface RollupRequest {
  readonly view: View;
  readonly page: PageRecord;
  readonly source: DataSourceRecord;
  readonly property: Property;
  /** Reads a related row's value; passed in, since values may be rollups themselves. */
  readonly read: (view: View, page: PageRecord, source: DataSourceRecord, property: Property) => unknown;
}

/** One related row's value. */
interface Part {
  readonly type: string;
  readonly value: unknown;
}

const NUMBERS: Readonly<Record<string, (numbers: readonly number[]) => number | null>> = {
  sum: (numbers) => numbers.reduce((sum, number) => sum + number, 0),
  average: (numbers) => (numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length),
  median: (numbers) => median(numbers),
  min: (numbers) => (numbers.length === 0 ? null : Math.min(...numbers)),
  max: (numbers) => (numbers.length === 0 ? null : Math.max(...numbers)),
  range: (numbers) => (numbers.length === 0 ? null : Math.max(...numbers) - Math.min(...numbers)),
};

const COUNTS: Readonly<Record<string, (parts: readonly Part[]) => number>> = {
  count: (parts) => parts.length,
  count_values: (parts) => filled(parts).length,
  not_empty: (parts) => filled(parts).length,
  empty: (parts) => parts.length - filled(parts).length,
  unique: (parts) => new Set(filled(parts).map(({ value }) => JSON.stringify(value))).size,
  checked: (parts) => parts.filter(({ value }) => value === true).length,
  unchecked: (parts) => parts.filter(({ value }) => value === false).length,
  percent_empty: (parts) => share(parts.length - filled(parts).length, parts),
  percent_not_empty: (parts) => share(filled(parts).length, parts),
  percent_checked: (parts) => share(parts.filter(({ value }) => value === true).length, parts),
  percent_unchecked: (parts) => share(parts.filter(({ value }) => value === false).length, parts),
};

/** A rollup's value, worked out from the related rows now; a set value (a fixture) wins. */
export function rollUp(request: RollupRequest): Json {
  const { page, property } = request;
  const fixed = page.values[property.id];
  if (fixed !== undefined && fixed !== null) return fixed as Json;

  const { function: operation } = property.config as { function: string };
  const parts = rollupParts(request);
  const count = COUNTS[operation];
  if (count !== undefined) return { type: "number", number: count(parts), function: operation };
  const reckon = NUMBERS[operation];
  if (reckon !== undefined) {
    const numbers = parts.map(({ value }) => value).filter((value) => typeof value === "number");
    return { type: "number", number: reckon(numbers), function: operation };
  }
  if (/date/.test(operation)) return { type: "date", date: dateOf(operation, parts), function: operation };
  if (operation === "show_original" || operation === "show_unique") {
    const shown = parts.map(({ type, value }) => ({ type, [type]: value }));
    return { type: "array", array: shown, function: operation };
  }
  return { type: "unsupported", unsupported: {}, function: operation };
}

/** The related rows' values of the rolled-up property. */
function rollupParts(request: RollupRequest): Part[] {
  const { view, page, source, property } = request;
  const relation = findProperty(source, String(property.config["relation_property_id"]));
  const related =
    relation === null ? null : dataSourceOf(view.store, String(relation.config["data_source_id"]));
  const target =
    related === null ? null : findProperty(related, String(property.config["rollup_property_id"]));
  if (relation === null || related === null || target === null) return [];
  return openLinks(view, relation, page.values[relation.id]).flatMap((id) => {
    const row = pageOf(view.store, id);
    return row === null ? [] : [{ type: target.type, value: request.read(view, row, related, target) }];
  });
}

function filled(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ value }) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}

function share(some: number, parts: readonly Part[]): number {
  return parts.length === 0 ? 0 : some / parts.length;
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? null)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function dateOf(operation: string, parts: readonly Part[]): DateValue | null {
  const dates = parts
    .map(({ value }) =>
      typeof value === "string" ? { start: value, end: null, time_zone: null } : (value as DateValue | null),
    )
    .filter((date) => date !== null)
    .sort((a, b) => millisOf(a.start) - millisOf(b.start));
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return null;
  if (operation === "earliest_date") return first;
  if (operation === "latest_date") return last;
  return { start: first.start, end: last.start, time_zone: null };
}
