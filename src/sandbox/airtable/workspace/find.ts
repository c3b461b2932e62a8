import { findField } from "../lookup.ts";
import type { Base, Database, Field, Row, Table } from "../model.ts";

/** Finds things for edits made by tests, where a miss is the test's mistake and throws plainly. */
export function theTable(db: Database, tableId: string): { base: Base; table: Table } {
  for (const base of db.bases.values()) {
    const table = base.tables.find(({ id }) => id === tableId);
    if (table !== undefined) return { base, table };
  }
  throw new Error(`The sandbox has no table ${tableId}`);
}

/** @throws {Error} when there is none */
export function theBase(db: Database, baseId: string): Base {
  const base = db.bases.get(baseId);
  if (base === undefined) throw new Error(`The sandbox has no base ${baseId}`);
  return base;
}

/** By name or id. @throws {Error} when there is none */
export function theField(table: Table, nameOrId: string): Field {
  const field = findField(table, nameOrId);
  if (field === null) throw new Error(`Table "${table.name}" has no field "${nameOrId}"`);
  return field;
}

/** @throws {Error} when there is none */
export function theRow(table: Table, recordId: string): Row {
  const row = table.rows.get(recordId);
  if (row === undefined) throw new Error(`Table "${table.name}" has no record ${recordId}`);
  return row;
}
