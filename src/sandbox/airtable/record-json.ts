import { displayCell, type DisplayAs } from "./fields/display.ts";
import { readCell, type Reader } from "./fields/read.ts";
import type { Json } from "./json.ts";
import type { Field, Row, Table } from "./model.ts";

/** Which cells to show, and how. */
export interface RecordShape {
  /** Cells keyed by field id instead of name. */
  readonly byId: boolean;
  /** Null: every field. */
  readonly fields: readonly Field[] | null;
  readonly display: DisplayAs | null;
  readonly commentCount: boolean;
}

/** A record in an answer. */
export interface RecordJson {
  readonly id: string;
  readonly createdTime: string;
  readonly commentCount?: number;
  readonly fields: Readonly<Record<string, Json>>;
}

/** Every field, by name, as JSON. */
export const PLAIN_SHAPE: RecordShape = { byId: false, fields: null, display: null, commentCount: false };

/** A record as the API answers it: empty cells are left out, so a bare row has `fields: {}`. */
export function recordJson(reader: Reader, table: Table, row: Row, shape: RecordShape): RecordJson {
  const fields: Record<string, Json> = {};
  for (const field of shape.fields ?? table.fields) {
    const value =
      shape.display === null
        ? readCell(reader, table, row, field)
        : displayCell(reader, table, row, field, shape.display);
    if (value !== undefined) fields[shape.byId ? field.id : field.name] = value;
  }
  const { id, createdTime } = row;
  return shape.commentCount
    ? { id, createdTime, commentCount: row.comments.length, fields }
    : { id, createdTime, fields };
}
