import { hashOf } from "../../../lib/hash.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { Piece, PresentPiece } from "../../types.ts";
import type { Field, TableSchema } from "../schema.ts";
import { canonical, inspectBody } from "./body.ts";
import { holdsTheirs, presentCharts } from "./charts.ts";
import type { Dialect } from "./dialect.ts";
import { type FieldPayload, isComputed, type PlaceColumns, readContent } from "./fields.ts";

/** A body as a piece: one a column, told apart by the column's type. */
export function bodyPiece(field: Field & { readonly type: Dialect }, text: string): Piece {
  const payload: FieldPayload = { id: field.id, value: text };
  return { type: field.type, content: canonical(text, field.type), children: [], payload };
}

/**
 * The bodies of a present report, then what people put into other columns and beside it, which nobody but them
 * touches: a record that holds any of it is never taken away.
 */
export function piecesOf(
  table: TableSchema,
  columns: PlaceColumns,
  record: LooseRecord,
  comments: number,
): readonly PresentPiece[] {
  const values = asRecord(record.fields);
  const bodies = columns.bodies.flatMap((field): PresentPiece[] => {
    const text = asText(values[field.id]) ?? "";
    if (text.trim() === "") return [];
    const { content, edited } = inspectBody(text, field.type);
    const id = `${field.id}/${hashOf(content).slice(0, 16)}`;
    return [{ id, type: field.type, content, ours: true, edited, children: [] }];
  });
  const ours = new Set(
    [columns.key, columns.title, ...columns.bodies, ...columns.others.values()].map((field) => field?.id),
  );
  const isTheirs = (field: Field): boolean =>
    field.id === columns.charts?.id ? holdsTheirs(values[field.id]) : values[field.id] !== undefined;
  const theirs = table.fields
    .filter((field) => !ours.has(field.id) && !isComputed(field) && isTheirs(field))
    .map((field) => theirPiece(field.id, field.name));
  return [...bodies, ...theirs, ...(comments > 0 ? [theirPiece("comments", `${comments} comments`)] : [])];
}

function theirPiece(id: string, content: string): PresentPiece {
  return { id, type: "column", content, ours: false, edited: false, children: [] };
}

/** By column name, in the form of `PlaceField.content`. */
export function presentFields(columns: PlaceColumns, record: LooseRecord): Readonly<Record<string, string>> {
  const values = asRecord(record.fields);
  const present = [columns.key, ...columns.others.values()].flatMap((field): [string, string][] => {
    const content = readContent(values[field.id]);
    return content === null ? [] : [[field.name, content]];
  });
  const charts: [string, string][] =
    columns.charts === null ? [] : [[columns.charts.name, presentCharts(values[columns.charts.id])]];
  return Object.fromEntries([...present, ...charts]);
}

/**
 * A hash of all that people and this job can change. Airtable has no version of a record; what it computes, and the
 * addresses of files, change by themselves.
 */
export function versionOf(table: TableSchema, record: LooseRecord, comments: number): string {
  const values = asRecord(record.fields);
  const cells = table.fields
    .filter((field) => !isComputed(field) && values[field.id] !== undefined)
    .map((field) => [
      field.id,
      field.type === "multipleAttachments" ? idsOf(values[field.id]) : values[field.id],
    ]);
  return hashOf(JSON.stringify([cells, comments])).slice(0, 32);
}

function idsOf(value: unknown): readonly unknown[] {
  return asList(value).map((file) => asRecord(file).id);
}
