import { isoOf } from "./dates.ts";
import type { IdSource } from "./ids.ts";
import { createJournal } from "./journal.ts";
import { idsIn, inverseOf, tableOf } from "./lookup.ts";
import type { Base, Cell, Choice, Database, Field, Row, StoredAttachment, Table } from "./model.ts";

/** The only place where rows, cells, options and files change, so that any of it can be taken back. */
export interface Store {
  readonly db: Database;
  readonly newId: IdSource;
  /** Milliseconds since the epoch. */
  now(): number;
  /** All or nothing. */
  attempt<T>(work: () => T): T;
  createRow(table: Table, by: string, given?: { id?: string; createdTime?: string }): Row;
  /** Also takes the row out of every cell that links to it. */
  deleteRow(base: Base, table: Table, row: Row, by: string): void;
  /** Sets a cell, or clears it with null; a link also changes the field at its other end. */
  setCell(at: Place, cell: Cell | null, by: string): void;
  addChoice(field: Field, name: string): Choice;
  addAttachment(file: Omit<StoredAttachment, "id">): StoredAttachment;
}

/** One cell. */
interface Place {
  readonly base: Base;
  readonly table: Table;
  readonly row: Row;
  readonly field: Field;
}

/** `now`: milliseconds since the epoch. */
export interface StoreOptions {
  readonly db: Database;
  readonly newId: IdSource;
  readonly now: () => number;
}

/** Colours in the order in which new options get them. */
const COLORS = ["blueLight2", "cyanLight2", "tealLight2", "greenLight2", "yellowLight2", "orangeLight2"];

/** The only writer of a database. */
export function createStore({ db, newId, now }: StoreOptions): Store {
  const journal = createJournal();

  /** Sets a map's entry, or deletes it with undefined. */
  const put = <V>(map: Map<string, V>, key: string, value: V | undefined): void => {
    const before = map.get(key);
    const change = (to: V | undefined): void => {
      if (to === undefined) map.delete(key);
      else map.set(key, to);
    };
    change(value);
    journal.note(() => change(before));
  };

  const touch = ({ row, field }: Place, cell: Cell | null, by: string): void => {
    const beforeBy = row.lastModifiedBy;
    put(row.cells, field.id, cell ?? undefined);
    put(row.forced, field.id, undefined);
    put(row.modified, field.id, isoOf(now()));
    row.lastModifiedBy = by;
    journal.note(() => {
      row.lastModifiedBy = beforeBy;
    });
  };

  const setCell = (place: Place, cell: Cell | null, by: string): void => {
    if (place.field.type === "multipleRecordLinks") mirrorLinks(place, cell, by);
    touch(place, cell, by);
  };

  const mirrorLinks = ({ base, row, field }: Place, cell: Cell | null, by: string): void => {
    const inverse = inverseOf(base, field);
    if (inverse === null) return;
    const before = idsIn(row.cells.get(field.id));
    const after = idsIn(cell ?? undefined);
    const change = (id: string, next: (ids: readonly string[]) => string[]): void => {
      // A row linked to itself through one field has its own cell written by the caller.
      const other = inverse.table.rows.get(id);
      if (other === undefined || (other === row && inverse.field === field)) return;
      const ids = next(idsIn(other.cells.get(inverse.field.id)));
      touch({ base, ...inverse, row: other }, ids.length === 0 ? null : ids, by);
    };
    for (const id of before.filter((id) => !after.includes(id))) {
      change(id, (ids) => ids.filter((known) => known !== row.id));
    }
    for (const id of after.filter((id) => !before.includes(id))) {
      change(id, (ids) => (ids.includes(row.id) ? [...ids] : [...ids, row.id]));
    }
  };

  return {
    db,
    newId,
    now,
    attempt: (work) => journal.attempt(work),
    setCell,

    createRow: (table, by, given = {}) => {
      const row: Row = {
        id: given.id ?? newId("rec"),
        createdTime: given.createdTime ?? isoOf(now()),
        createdBy: by,
        autoNumber: table.nextAutoNumber,
        cells: new Map(),
        forced: new Map(),
        modified: new Map(),
        lastModifiedBy: by,
        comments: [],
      };
      table.nextAutoNumber += 1;
      put(table.rows, row.id, row);
      return row;
    },

    deleteRow: (base, table, row, by) => {
      for (const other of base.tables) {
        for (const field of other.fields) {
          if (field.type === "multipleRecordLinks" && tableOf(base, field) === table) {
            for (const linking of other.rows.values()) {
              const ids = idsIn(linking.cells.get(field.id));
              if (!ids.includes(row.id) || linking === row) continue;
              const left = ids.filter((id) => id !== row.id);
              touch({ base, table: other, row: linking, field }, left.length === 0 ? null : left, by);
            }
          }
        }
      }
      put(table.rows, row.id, undefined);
    },

    addChoice: (field, name) => {
      const choices = (field.options ??= {}).choices ?? [];
      const color = COLORS[choices.length % COLORS.length] ?? "blueLight2";
      const choice: Choice = { id: newId("sel"), name, color };
      field.options.choices = [...choices, choice];
      journal.note(() => {
        if (field.options !== null) field.options.choices = choices;
      });
      return choice;
    },

    addAttachment: (file) => {
      const stored: StoredAttachment = { ...file, id: newId("att") };
      put(db.attachments, stored.id, stored);
      return stored;
    },
  };
}
