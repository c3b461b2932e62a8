import { isoOf } from "../dates.ts";
import type { FormulaRow } from "../formula/evaluate.ts";
import { ERROR, isError, isMoment, type Value } from "../formula/values.ts";
import { findField } from "../lookup.ts";
import { asObject, type Json, type JsonObject } from "../json.ts";
import type { Field, Row, Table } from "../model.ts";
import { richTextToPlain } from "../rich-text.ts";

/** How to get at the row's cells. */
export interface CellAccess {
  /** As the API shows it. */
  read(field: Field): Json | undefined;
  /** The primary texts of the linked rows. */
  linkTexts(field: Field): readonly string[];
}

/** The row as a formula sees it. `now`: milliseconds since the epoch. */
export function formulaRow(table: Table, row: Row, now: number, cells: CellAccess): FormulaRow {
  return {
    id: row.id,
    createdAt: Date.parse(row.createdTime),
    now,
    modifiedAt: (names) => {
      const ids = names.flatMap((name) => findField(table, name)?.id ?? []);
      const at = lastModified(row, ids);
      return at === null ? null : Date.parse(at);
    },
    valueOf: (name) => {
      const field = findField(table, name);
      return field === null ? ERROR : fieldValue(field, cells);
    },
  };
}

/** Over these fields, or over all when the list is empty. ISO; null when none of them was ever edited. */
export function lastModified(row: Row, fieldIds: readonly string[]): string | null {
  let latest: string | null = null;
  for (const [fieldId, at] of row.modified) {
    if (fieldIds.length > 0 && !fieldIds.includes(fieldId)) continue;
    if (latest === null || at > latest) latest = at;
  }
  return latest;
}

/** What a formula field shows; undefined when it is empty. */
export function jsonOfValue(value: Value): Json | undefined {
  if (value === null) return undefined;
  if (typeof value === "number" && !Number.isFinite(value)) return { specialValue: String(value) };
  if (isError(value)) return { error: value.error };
  if (isMoment(value)) {
    const iso = isoOf(value.moment);
    return value.dateOnly ? iso.slice(0, 10) : iso;
  }
  if (typeof value !== "object") return value;
  return value.map((element) => jsonOfValue(element) ?? null);
}

const MOMENTS = new Set(["date", "dateTime", "createdTime", "lastModifiedTime"]);

function fieldValue(field: Field, cells: CellAccess): Value {
  if (field.type === "multipleRecordLinks") return cells.linkTexts(field);
  const json = cells.read(field);
  if (json === undefined) return null;
  if (MOMENTS.has(field.type) && typeof json === "string") {
    return { moment: Date.parse(json), dateOnly: field.type === "date" };
  }
  if (field.type === "richText" && typeof json === "string") return richTextToPlain(json);
  return valueOfJson(json);
}

function valueOfJson(json: Json): Value {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map(valueOfJson);
  const object = asObject(json) ?? {};
  if (object["specialValue"] !== undefined) return Number.NaN;
  if (object["error"] !== undefined) return ERROR;
  return valueOfJson(wordsOf(object));
}

/** The text of a person, a file, a barcode, a button or an AI cell. */
export function wordsOf(object: JsonObject): Json {
  for (const key of ["name", "filename", "text", "label", "email", "value"]) {
    const words = object[key];
    if (words !== undefined && words !== null) return words;
  }
  return null;
}
