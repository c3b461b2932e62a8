import { primaryText, type Reader } from "../fields/read.ts";
import { idsIn } from "../lookup.ts";
import type { Cell, Choice, Field, Sort, Table, View } from "../model.ts";
import {
  addField,
  addTable,
  checkFieldName,
  deleteField,
  type FieldInput,
  type TableInput,
} from "../schema.ts";
import type { State } from "../state.ts";
import { theBase, theField, theTable } from "./find.ts";

interface ViewInput {
  readonly name: string;
  readonly type?: View["type"];
  /** A formula. */
  readonly filter?: string;
  readonly sort?: readonly { readonly field: string; readonly direction: Sort["direction"] }[];
  /** Names or ids. */
  readonly visibleFields?: readonly string[];
}

/** What people change about tables while the job is not looking. Fields are given by name or id. */
export interface SchemaEdits {
  addTable(baseId: string, table: TableInput): Table;
  renameTable(tableId: string, name: string): void;
  /** Links to it elsewhere become text that holds the former names. */
  deleteTable(tableId: string): void;
  addField(tableId: string, field: FieldInput): Field;
  renameField(tableId: string, field: string, name: string): void;
  deleteField(tableId: string, field: string): void;
  /** Refuses edits of this field through the API, or allows them again. */
  lockField(tableId: string, field: string, locked: boolean): void;
  renameOption(tableId: string, field: string, from: string, to: string): void;
  /** Empties the cells that held it. */
  deleteOption(tableId: string, field: string, name: string): void;
  addView(tableId: string, view: ViewInput): View;
}

/** The verbs over one state. */
export function schemaEdits({ store }: State): SchemaEdits {
  const { db, newId } = store;
  return {
    addTable: (baseId, table) => addTable(theBase(db, baseId), table, newId),
    renameTable: (tableId, name) => {
      theTable(db, tableId).table.name = name;
    },
    deleteTable: (tableId) => {
      const { base, table } = theTable(db, tableId);
      const unsigned: Reader = { db, base, now: store.now(), signUrl: (id) => id };
      for (const other of base.tables) if (other !== table) unlink(unsigned, other, table);
      base.tables.splice(base.tables.indexOf(table), 1);
    },
    addField: (tableId, field) => {
      const { base, table } = theTable(db, tableId);
      return addField(base, table, field, newId);
    },
    renameField: (tableId, field, name) => {
      const { table } = theTable(db, tableId);
      checkFieldName(table, name);
      theField(table, field).name = name;
    },
    deleteField: (tableId, field) => {
      const { base, table } = theTable(db, tableId);
      deleteField(base, table, theField(table, field));
    },
    lockField: (tableId, field, locked) => {
      theField(theTable(db, tableId).table, field).locked = locked;
    },
    renameOption: (tableId, field, from, to) => {
      theChoice(theField(theTable(db, tableId).table, field), from).name = to;
    },
    deleteOption: (tableId, fieldName, name) => {
      const { table } = theTable(db, tableId);
      deleteOption(table, theField(table, fieldName), name);
    },
    addView: (tableId, input) => {
      const { table } = theTable(db, tableId);
      const view: View = {
        id: newId("viw"),
        name: input.name,
        type: input.type ?? "grid",
        filter: input.filter ?? null,
        sort: (input.sort ?? []).map(({ field, direction }) => ({
          fieldId: theField(table, field).id,
          direction,
        })),
        visibleFieldIds: input.visibleFields?.map((field) => theField(table, field).id) ?? null,
      };
      table.views.push(view);
      return view;
    },
  };
}

function theChoice(field: Field, name: string): Choice {
  const choice = field.options?.choices?.find((one) => one.name === name);
  if (choice === undefined) throw new Error(`Field "${field.name}" has no option "${name}"`);
  return choice;
}

function deleteOption(table: Table, field: Field, name: string): void {
  const choice = theChoice(field, name);
  if (field.options !== null)
    field.options.choices = field.options.choices?.filter((one) => one !== choice) ?? [];
  for (const row of table.rows.values()) {
    const cell = row.cells.get(field.id);
    if (cell === choice.id) row.cells.delete(field.id);
    else if (Array.isArray(cell))
      setIds(
        row.cells,
        field,
        idsIn(cell).filter((id) => id !== choice.id),
      );
  }
}

function setIds(cells: Map<string, Cell>, field: Field, ids: readonly string[]): void {
  if (ids.length === 0) cells.delete(field.id);
  else cells.set(field.id, ids);
}

function unlink(reader: Reader, table: Table, gone: Table): void {
  for (const [index, field] of table.fields.entries()) {
    if (field.type !== "multipleRecordLinks" || field.options?.linkedTableId !== gone.id) continue;
    for (const row of table.rows.values()) {
      const names = idsIn(row.cells.get(field.id)).flatMap((id) => {
        const linked = gone.rows.get(id);
        return linked === undefined ? [] : [primaryText(reader, gone, linked)];
      });
      if (names.length === 0) row.cells.delete(field.id);
      else row.cells.set(field.id, names.join(", "));
    }
    table.fields[index] = { ...field, type: "singleLineText", options: null };
  }
}
