import { refusal } from "./errors.ts";
import type { IdSource } from "./ids.ts";
import { asObject, type JsonObject } from "./json.ts";
import { inverseOf } from "./lookup.ts";
import type { Aggregation, Base, Choice, Field, FieldOptions, Table, View } from "./model.ts";

/** A field to make; options as the create field route takes them, choices with or without ids. */
export interface FieldInput {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly options?: JsonObject;
  readonly aggregation?: Aggregation;
}

/** A table to make. */
export interface TableInput {
  readonly name: string;
  readonly description?: string;
  /** The first is the primary field. */
  readonly fields: readonly FieldInput[];
}

/** Makes a table with a grid view. @throws {Refusal} 422 when the name is taken or there is no field */
export function addTable(base: Base, input: TableInput, newId: IdSource): Table {
  if (input.name.trim() === "" || base.tables.some(({ name }) => name === input.name)) {
    throw refusal(422, "DUPLICATE_OR_EMPTY_TABLE_NAME", `Cannot create table "${input.name}"`);
  }
  const grid: View = {
    id: newId("viw"),
    name: "Grid view",
    type: "grid",
    filter: null,
    sort: [],
    visibleFieldIds: null,
  };
  const table: Table = {
    id: newId("tbl"),
    name: input.name,
    description: input.description ?? null,
    primaryFieldId: "",
    fields: [],
    views: [grid],
    rows: new Map(),
    nextAutoNumber: 1,
  };
  base.tables.push(table);
  try {
    for (const field of input.fields) addField(base, table, field, newId);
  } catch (error) {
    base.tables.splice(base.tables.indexOf(table), 1);
    throw error;
  }
  table.primaryFieldId = table.fields[0]?.id ?? "";
  return table;
}

/** Makes a field; a link also makes its twin in the other table. @throws {Refusal} 422 */
export function addField(base: Base, table: Table, input: FieldInput, newId: IdSource): Field {
  checkFieldName(table, input.name);
  const field: Field = {
    id: newId("fld"),
    name: input.name,
    type: input.type,
    ...(input.description === undefined ? {} : { description: input.description }),
    ...(input.aggregation === undefined ? {} : { aggregation: input.aggregation }),
    options: optionsOf(input, newId),
    locked: false,
  };
  if (field.type === "multipleRecordLinks") addTwin(base, table, field, newId);
  table.fields.push(field);
  return field;
}

/** @throws {Refusal} 422 when the name is empty or taken */
export function checkFieldName(table: Table, name: string): void {
  if (name.trim() !== "" && !table.fields.some((field) => field.name === name)) return;
  throw refusal(422, "DUPLICATE_OR_EMPTY_FIELD_NAME", `Cannot use the field name "${name}"`);
}

/** Takes a field away, its cells and the twin of a link with it. */
export function deleteField(base: Base, table: Table, field: Field): void {
  const twin = inverseOf(base, field);
  drop(table, field);
  if (twin !== null && twin.field !== field) drop(twin.table, twin.field);
}

function drop(table: Table, field: Field): void {
  table.fields.splice(table.fields.indexOf(field), 1);
  for (const row of table.rows.values()) {
    row.cells.delete(field.id);
    row.forced.delete(field.id);
  }
}

function addTwin(base: Base, table: Table, field: Field, newId: IdSource): void {
  const linked = base.tables.find(({ id }) => id === field.options?.linkedTableId);
  if (linked === undefined || field.options === null) {
    throw refusal(422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", "The linked table does not exist");
  }
  // A link within one table goes one way.
  if (linked === table) return;
  const twin: Field = {
    id: newId("fld"),
    name: freeName(linked, table.name),
    type: "multipleRecordLinks",
    options: {
      linkedTableId: table.id,
      isReversed: true,
      prefersSingleRecordLink: false,
      inverseLinkFieldId: field.id,
    },
    locked: false,
  };
  field.options.inverseLinkFieldId = twin.id;
  linked.fields.push(twin);
}

function freeName(table: Table, wanted: string): string {
  const taken = new Set(table.fields.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted} ${n}`;
  return name;
}

function optionsOf(input: FieldInput, newId: IdSource): FieldOptions | null {
  const given = input.options;
  if (input.type === "multipleRecordLinks") {
    return { isReversed: false, prefersSingleRecordLink: false, ...(given as FieldOptions | undefined) };
  }
  if (given === undefined) return null;
  const choices = given["choices"];
  if (!Array.isArray(choices)) return { ...given } as FieldOptions;
  return { ...given, choices: choices.map((choice) => toChoice(choice, newId)) } as FieldOptions;
}

function toChoice(given: unknown, newId: IdSource): Choice {
  const { id, name, color } = asObject(given) ?? {};
  return {
    id: typeof id === "string" ? id : newId("sel"),
    name: typeof name === "string" ? name : "",
    color: typeof color === "string" ? color : "blueLight2",
  };
}
