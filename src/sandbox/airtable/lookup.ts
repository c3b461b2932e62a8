import type { Base, Cell, Field, Table, View } from "./model.ts";

/** Tables, fields and views are found by id or by exact, case-sensitive name. */
export function findTable(base: Base, nameOrId: string): Table | null {
  return findIn(base.tables, nameOrId);
}

/** By id or exact name; null when the table has none. */
export function findField(table: Table, nameOrId: string): Field | null {
  return findIn(table.fields, nameOrId);
}

/** By id or exact name; null when the table has none. */
export function findView(table: Table, nameOrId: string): View | null {
  return findIn(table.views, nameOrId);
}

/** A table's first column. */
export function primaryField(table: Table): Field | null {
  return findIn(table.fields, table.primaryFieldId);
}

/** The table a link field points to; null when it has been deleted. */
export function tableOf(base: Base, link: Field): Table | null {
  return findIn(base.tables, link.options?.linkedTableId ?? "");
}

/** The twin of a link field at the other end. */
export function inverseOf(base: Base, link: Field): { table: Table; field: Field } | null {
  const table = tableOf(base, link);
  const field = table?.fields.find((candidate) => candidate.id === link.options?.inverseLinkFieldId);
  return table === null || field === undefined ? null : { table, field };
}

function findIn<T extends { readonly id: string; readonly name: string }>(
  all: readonly T[],
  nameOrId: string,
): T | null {
  return all.find((one) => one.id === nameOrId) ?? all.find((one) => one.name === nameOrId) ?? null;
}

/** The ids in a link, people or option cell. */
export function idsIn(cell: Cell | undefined): readonly string[] {
  return Array.isArray(cell) ? cell : [];
}
