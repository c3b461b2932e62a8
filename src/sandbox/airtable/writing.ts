import { notPermitted } from "./errors.ts";
import { isWritable } from "./fields/catalogue.ts";
import { computedRefusal, toCell } from "./fields/write.ts";
import type { Writer } from "./fields/writer.ts";
import type { JsonObject } from "./json.ts";
import { requireField } from "./listing.ts";
import { primaryField } from "./lookup.ts";
import type { Base, Cell, Field, Row, Table } from "./model.ts";
import type { State } from "./state.ts";

/** The writes of one request or of one person's edit; everything inside runs within the store's `attempt`. */
export interface RecordWriter {
  /** @throws {Refusal} 403 or 422, naming the field and never the record */
  create(table: Table, fields: JsonObject): Row;
  /** Touches the named fields; with `clearOthers` every other writable field is emptied, as PUT does. */
  update(table: Table, row: Row, fields: JsonObject, clearOthers: boolean): void;
  remove(table: Table, row: Row): void;
  /** What the value would become in a cell. @throws {Refusal} 422 */
  cellFor(field: Field, value: JsonObject[string]): Cell | null;
}

/** Who writes where, and what they may. */
export interface WriteRequest {
  readonly state: State;
  readonly base: Base;
  readonly userId: string;
  readonly typecast: boolean;
  /** May change fields, and so add options by typecast. */
  readonly mayConfigure: boolean;
  /** Stands above the edit permissions of single fields. */
  readonly mayEditLocked: boolean;
}

/** The rules of writing, the same for requests and for people. */
export function recordWriter(request: WriteRequest): RecordWriter {
  const { base, userId, typecast, mayConfigure, mayEditLocked } = request;
  const { store, settings } = request.state;

  const writer: Writer = {
    store,
    base,
    typecast,
    mayConfigure,
    normaliseRichText: settings.normaliseRichText,
    fetchDelay: settings.fetchDelay,
    createLinked: (table, primary) => {
      const field = primaryField(table);
      if (field === null || (field.locked && !mayEditLocked) || !isWritable(field.type)) return null;
      const known = [...table.rows.values()].find((row) => row.cells.get(field.id) === primary);
      return (known ?? create(table, { [field.id]: primary })).id;
    },
  };

  const cellFor = (field: Field, value: JsonObject[string]): Cell | null => {
    // Whatever the value, even null: a computed field takes none.
    if (!isWritable(field.type)) throw computedRefusal(field);
    return toCell(writer, field, value ?? null);
  };

  const set = (table: Table, row: Row, field: Field, cell: Cell | null): void => {
    // A rich text cell that held something keeps an empty document when it is cleared.
    const leavesNewline =
      cell === null && field.type === "richText" && settings.normaliseRichText && row.cells.has(field.id);
    store.setCell({ base, table, row, field }, leavesNewline ? "\n" : cell, userId);
  };

  const update = (table: Table, row: Row, fields: JsonObject, clearOthers: boolean): void => {
    const named = new Map<Field, Cell | null>();
    for (const [name, value] of Object.entries(fields)) {
      const field = requireField(table, name);
      if (field.locked && !mayEditLocked) {
        throw notPermitted(`You are not permitted to edit field "${field.name}" (${field.id})`);
      }
      named.set(field, cellFor(field, value));
    }
    for (const [field, cell] of named) set(table, row, field, cell);
    if (!clearOthers) return;
    for (const field of table.fields) {
      if (!named.has(field) && isWritable(field.type) && row.cells.has(field.id))
        set(table, row, field, null);
    }
  };

  const create = (table: Table, fields: JsonObject): Row => {
    const row = store.createRow(table, userId);
    update(table, row, fields, false);
    return row;
  };

  return { create, update, cellFor, remove: (table, row) => store.deleteRow(base, table, row, userId) };
}
