import { hasRole } from "../access.ts";
import { invalidRecords, invalidRequest, refusal, rowDoesNotExist } from "../errors.ts";
import { looksLikeId } from "../ids.ts";
import { asObject, asTexts, type Json, type JsonObject } from "../json.ts";
import type { Row, Table } from "../model.ts";
import { checkKeys } from "../query.ts";
import { PLAIN_SHAPE, recordJson, type RecordJson } from "../record-json.ts";
import { mergeFields, upsert, type RecordInput } from "../upsert.ts";
import { recordWriter, type RecordWriter } from "../writing.ts";
import { bodyOf, flagIn, readerFor, type BaseCall, type Route } from "./call.ts";
import { requireRow, requireTable } from "./records.ts";

/** Most records of one write (create, update and delete multiple records pages). */
const MOST_RECORDS = 10;

const write = { scope: "data.records:write", about: "base", role: "edit", metered: true } as const;
const many = "/v0/{base}/{table}";
const one = "/v0/{base}/{table}/{record}";

/** Creating, updating, replacing, upserting and deleting records. */
export const writeRoutes: readonly Route[] = [
  { ...write, method: "POST", pattern: many, run: create },
  { ...write, method: "PATCH", pattern: many, run: (call: BaseCall) => updateMany(call, false) },
  { ...write, method: "PUT", pattern: many, run: (call: BaseCall) => updateMany(call, true) },
  { ...write, method: "PATCH", pattern: one, run: (call: BaseCall) => updateOne(call, false) },
  { ...write, method: "PUT", pattern: one, run: (call: BaseCall) => updateOne(call, true) },
  { ...write, method: "DELETE", pattern: many, run: removeMany },
  { ...write, method: "DELETE", pattern: one, run: removeOne },
];

function create(call: BaseCall): unknown {
  const body = bodyOf(call);
  checkBody(call, body, ["records", "fields", "typecast", "returnFieldsByFieldId"]);
  const table = requireTable(call);
  const writer = writerFor(call, body);
  if (body["records"] === undefined) return shown(call, table, writer.create(table, fieldsIn(body)), body);

  const inputs = recordsIn(call, body, ["fields"], (record) => asObject(record["fields"]) !== null);
  const rows = inputs.map(({ fields }) => writer.create(table, fields));
  return { records: rows.map((row) => shown(call, table, row, body)) };
}

function updateOne(call: BaseCall, clearOthers: boolean): unknown {
  const body = bodyOf(call);
  checkBody(call, body, ["fields", "typecast", "returnFieldsByFieldId"]);
  const table = requireTable(call);
  const row = requireRow(call, table);
  writerFor(call, body).update(table, row, fieldsIn(body), clearOthers);
  return shown(call, table, row, body);
}

function updateMany(call: BaseCall, clearOthers: boolean): unknown {
  const body = bodyOf(call);
  checkBody(call, body, ["records", "performUpsert", "typecast", "returnFieldsByFieldId"]);
  const table = requireTable(call);
  const writer = writerFor(call, body);
  if (body["performUpsert"] !== undefined) return upsertMany(call, table, writer, clearOthers);

  const inputs = recordsIn(call, body, ["id", "fields"], (record) => isRecordId(record["id"]));
  const found = inputs.map(({ id, fields }) => {
    const row = table.rows.get(id ?? "");
    if (row === undefined) throw rowDoesNotExist(id ?? "");
    return { row, fields };
  });
  for (const { row, fields } of found) writer.update(table, row, fields, clearOthers);
  return { records: found.map(({ row }) => shown(call, table, row, body)) };
}

function upsertMany(call: BaseCall, table: Table, writer: RecordWriter, clearOthers: boolean): unknown {
  const body = bodyOf(call);
  const on = mergeFields(table, body["performUpsert"], call.state.settings.strictKeys);
  const inputs = recordsIn(
    call,
    body,
    ["id", "fields"],
    ({ id }) => id === undefined || id === null || isRecordId(id),
  );
  const { rows, created, updated } = upsert(writer, table, inputs, on, clearOthers);
  return {
    records: rows.map((row) => shown(call, table, row, body)),
    createdRecords: created,
    updatedRecords: updated,
  };
}

function removeMany(call: BaseCall): unknown {
  checkKeys(call.query, ["records"], call.state.settings.strictKeys);
  const table = requireTable(call);
  const given = call.query["records"];
  const ids = asTexts(typeof given === "string" ? [given] : given) ?? [];
  if (ids.length === 0 || ids.length > MOST_RECORDS || !ids.every(isRecordId)) {
    throw invalidRecords(`You must provide an array of up to ${MOST_RECORDS} record IDs to delete.`);
  }
  const rows = ids.map((id) => {
    const row = table.rows.get(id);
    if (row === undefined) throw rowDoesNotExist(id);
    return row;
  });
  const writer = writerFor(call, {});
  for (const row of rows) writer.remove(table, row);
  return { records: rows.map(({ id }) => ({ id, deleted: true })) };
}

function removeOne(call: BaseCall): unknown {
  const table = requireTable(call);
  const row = requireRow(call, table);
  writerFor(call, {}).remove(table, row);
  return { id: row.id, deleted: true };
}

function checkBody(call: BaseCall, body: JsonObject, known: readonly string[]): void {
  const { strictKeys } = call.state.settings;
  checkKeys(call.query, [], strictKeys);
  checkKeys(body, known, strictKeys);
}

function writerFor({ state, base, token }: BaseCall, body: JsonObject): RecordWriter {
  return recordWriter({
    state,
    base,
    userId: token.userId,
    typecast: flagIn(body, "typecast"),
    mayConfigure: hasRole(base, token, "create"),
    mayEditLocked: false,
  });
}

function shown(call: BaseCall, table: Table, row: Row, body: JsonObject): RecordJson {
  const byId = flagIn(body, "returnFieldsByFieldId");
  return recordJson(readerFor(call), table, row, { ...PLAIN_SHAPE, byId });
}

function fieldsIn(body: JsonObject): JsonObject {
  if (body["fields"] === undefined) {
    throw refusal(422, "INVALID_REQUEST_MISSING_FIELDS", 'Could not find field "fields" in the request body');
  }
  const fields = asObject(body["fields"]);
  if (fields === null) throw invalidRequest('"fields" must be an object');
  return fields;
}

function recordsIn(
  call: BaseCall,
  body: JsonObject,
  known: readonly string[],
  isWellFormed: (record: JsonObject) => boolean,
): readonly RecordInput[] {
  const records = body["records"];
  if (!Array.isArray(records) || records.length === 0 || records.length > MOST_RECORDS) {
    const sent = Array.isArray(records) ? records.length : 0;
    throw invalidRecords(`You must provide an array of up to ${MOST_RECORDS} record objects; got ${sent}.`);
  }
  return records.map((given: Json) => {
    const record = asObject(given);
    const fields = asObject(record?.["fields"]);
    if (record === null || fields === null || !isWellFormed(record)) {
      throw invalidRecords("You must provide an array of record objects, each with an id and fields.");
    }
    checkKeys(record, known, call.state.settings.strictKeys);
    const id = record["id"];
    return { id: typeof id === "string" ? id : null, fields };
  });
}

function isRecordId(id: unknown): boolean {
  return typeof id === "string" && looksLikeId("rec", id);
}
