import { invalidRequest, rowDoesNotExist } from "./errors.ts";
import { canMergeOn } from "./fields/catalogue.ts";
import { asObject, asTexts, type JsonObject } from "./json.ts";
import { requireField } from "./listing.ts";
import { findField } from "./lookup.ts";
import type { Cell, Field, Row, Table } from "./model.ts";
import { checkKeys } from "./query.ts";
import type { RecordWriter } from "./writing.ts";

/** One record of an update request. */
export interface RecordInput {
  /** Null: an upsert finds the row by its key. */
  readonly id: string | null;
  readonly fields: JsonObject;
}

/** What became of the records; created and updated hold record ids. */
export interface Upserted {
  /** In the order of the request. */
  readonly rows: readonly Row[];
  readonly created: readonly string[];
  readonly updated: readonly string[];
}

/** The fields to merge on. @throws {Refusal} 422 unless there are one to three, known and of a type that can be a key */
export function mergeFields(table: Table, performUpsert: unknown, strict: boolean): readonly Field[] {
  const given = asObject(performUpsert) ?? {};
  checkKeys(given, ["fieldsToMergeOn"], strict);
  const names = asTexts(given["fieldsToMergeOn"]);
  if (names === null || names.length < 1 || names.length > 3) {
    throw invalidRequest("fieldsToMergeOn must hold one to three fields");
  }
  return names.map((name) => {
    const field = requireField(table, name);
    if (!canMergeOn(field.type)) throw invalidRequest(`field "${field.name}" cannot be merged on`);
    return field;
  });
}

/** No match creates, one updates, several refuse the whole request. @throws {Refusal} 422 */
export function upsert(
  writer: RecordWriter,
  table: Table,
  inputs: readonly RecordInput[],
  on: readonly Field[],
  clearOthers: boolean,
): Upserted {
  const created: string[] = [];
  const updated: string[] = [];
  const rows = inputs.map(({ id, fields }) => {
    const row = id === null ? findByKey(writer, table, fields, on) : table.rows.get(id);
    if (row === undefined) throw rowDoesNotExist(id ?? "");
    if (row === null) {
      const made = writer.create(table, fields);
      created.push(made.id);
      return made;
    }
    writer.update(table, row, fields, clearOthers);
    updated.push(row.id);
    return row;
  });
  return { rows, created, updated };
}

/** Null: no row has this key, or part of the key is empty. */
function findByKey(writer: RecordWriter, table: Table, fields: JsonObject, on: readonly Field[]): Row | null {
  const key = on.map((field): [Field, Cell | null] => {
    const name = Object.keys(fields).find((candidate) => findField(table, candidate) === field);
    if (name === undefined) throw invalidRequest(`every record needs a value for "${field.name}"`);
    return [field, writer.cellFor(field, fields[name])];
  });
  if (key.some(([, cell]) => cell === null)) return null;
  const matches = [...table.rows.values()].filter((row) =>
    key.every(([field, cell]) => JSON.stringify(row.cells.get(field.id)) === JSON.stringify(cell)),
  );
  if (matches.length > 1) throw invalidRequest("more than one record matches the fields to merge on");
  return matches[0] ?? null;
}
