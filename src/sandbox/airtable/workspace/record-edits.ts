import { isoOf } from "../dates.ts";
import type { Json, JsonObject } from "../json.ts";
import type { RecordComment, Row } from "../model.ts";
import { PLAIN_SHAPE, recordJson, type RecordJson } from "../record-json.ts";
import type { State } from "../state.ts";
import { recordWriter, type RecordWriter } from "../writing.ts";
import { theField, theRow, theTable } from "./find.ts";

/**
 * What people do to rows in the product: no rate, no quota, no locks, no call in the log. Cells are keyed by
 * field name or id and look as they do in the API.
 */
export interface RecordEdits {
  /** Returns the record's id. With `createdTime`, ISO, the cells count as last edited then. */
  createRecord(
    tableId: string,
    cells: JsonObject,
    given?: { readonly by?: string; readonly createdTime?: string; readonly id?: string },
  ): string;
  updateRecord(tableId: string, recordId: string, cells: JsonObject, by?: string): void;
  deleteRecord(tableId: string, recordId: string, by?: string): void;
  /** Shows exactly this, whatever the field: error cells, special values, odd arrays, unknown types. */
  forceCell(tableId: string, recordId: string, field: string, shown: Json): void;
  /** `at`: ISO; default now. */
  addComment(tableId: string, recordId: string, comment: { by: string; text: string; at?: string }): string;
  /** In the order of creation; file URLs are bare ids. */
  records(tableId: string): readonly RecordJson[];
  /** Throws when it is gone. */
  record(tableId: string, recordId: string): RecordJson;
}

/** Who edits when nobody is named. */
const SOMEONE = "usrSomeoneUnnamed";

/** The verbs over one state. */
export function recordEdits(state: State): RecordEdits {
  const { store } = state;

  const writerOf = (tableId: string, by: string): RecordWriter =>
    recordWriter({
      state,
      base: theTable(store.db, tableId).base,
      userId: by,
      typecast: false,
      mayConfigure: true,
      mayEditLocked: true,
    });

  const show = (tableId: string, row: Row): RecordJson => {
    const { base, table } = theTable(store.db, tableId);
    const reader = { db: store.db, base, now: store.now(), signUrl: (id: string) => id };
    return recordJson(reader, table, row, PLAIN_SHAPE);
  };

  return {
    createRecord: (tableId, cells, { by = SOMEONE, createdTime, id } = {}) => {
      const { table } = theTable(store.db, tableId);
      const writer = writerOf(tableId, by);
      return store.attempt(() => {
        const row = store.createRow(table, by, {
          ...(id === undefined ? {} : { id }),
          ...(createdTime === undefined ? {} : { createdTime: isoOf(Date.parse(createdTime)) }),
        });
        writer.update(table, row, cells, false);
        if (createdTime !== undefined) backdate(row);
        return row.id;
      });
    },
    updateRecord: (tableId, recordId, cells, by = SOMEONE) => {
      const { table } = theTable(store.db, tableId);
      store.attempt(() => writerOf(tableId, by).update(table, theRow(table, recordId), cells, false));
    },
    deleteRecord: (tableId, recordId, by = SOMEONE) => {
      const { table } = theTable(store.db, tableId);
      store.attempt(() => writerOf(tableId, by).remove(table, theRow(table, recordId)));
    },
    forceCell: (tableId, recordId, field, shown) => {
      const { table } = theTable(store.db, tableId);
      theRow(table, recordId).forced.set(theField(table, field).id, shown);
    },
    addComment: (tableId, recordId, { by, text, at }) => {
      const comment: RecordComment = {
        id: store.newId("com"),
        authorId: by,
        text,
        createdTime: isoOf(at === undefined ? store.now() : Date.parse(at)),
        lastUpdatedTime: null,
      };
      theRow(theTable(store.db, tableId).table, recordId).comments.push(comment);
      return comment.id;
    },
    records: (tableId) =>
      [...theTable(store.db, tableId).table.rows.values()].map((row) => show(tableId, row)),
    record: (tableId, recordId) => show(tableId, theRow(theTable(store.db, tableId).table, recordId)),
  };
}

function backdate(row: Row): void {
  for (const fieldId of row.modified.keys()) row.modified.set(fieldId, row.createdTime);
}
