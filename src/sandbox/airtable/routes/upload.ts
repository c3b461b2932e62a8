import { invalidRequest, notAllowedOrNotFound, refusal } from "../errors.ts";
import { readCell } from "../fields/read.ts";
import { requireField } from "../listing.ts";
import { idsIn } from "../lookup.ts";
import type { Row, Table } from "../model.ts";
import { checkKeys } from "../query.ts";
import { bodyOf, readerFor, type BaseCall, type Route } from "./call.ts";

/** Largest file sent as bytes (upload attachment page). */
const LARGEST_FILE = 5 * 1024 * 1024;

/** Where the other host begins; on the real service this is content.airtable.com. */
export const CONTENT_PATH = "/content";

/** Files sent as bytes. */
export const uploadRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: `${CONTENT_PATH}/v0/{base}/{record}/{field}/uploadAttachment`,
    scope: "data.records:write",
    about: "base",
    role: "edit",
    metered: true,
    run: upload,
  },
];

/** Adds a file to a cell; the answer holds that cell alone, always keyed by field id. */
function upload(call: BaseCall): unknown {
  const { store, settings } = call.state;
  const body = bodyOf(call);
  checkKeys(body, ["contentType", "filename", "file"], settings.strictKeys);
  const { contentType, filename, file } = body;
  if (typeof contentType !== "string" || typeof filename !== "string" || typeof file !== "string") {
    throw invalidRequest("contentType, filename and file are needed");
  }
  const content = Buffer.from(file, "base64");
  if (content.length > LARGEST_FILE) throw refusal(413, "REQUEST_TOO_LARGE", "The file is larger than 5 MB");

  const { table, row } = findRow(call);
  const field = requireField(table, call.path["field"] ?? "");
  if (field.type !== "multipleAttachments") throw invalidRequest(`"${field.name}" holds no attachments`);
  const added = store.addAttachment({ filename, type: contentType, content, visibleFrom: store.now() });
  const ids = [...idsIn(row.cells.get(field.id)), added.id];
  store.setCell({ base: call.base, table, row, field }, ids, call.token.userId);
  const cell = readCell(readerFor(call), table, row, field);
  return { id: row.id, createdTime: row.createdTime, fields: { [field.id]: cell } };
}

/** The path names no table. */
function findRow(call: BaseCall): { table: Table; row: Row } {
  for (const table of call.base.tables) {
    const row = table.rows.get(call.path["record"] ?? "");
    if (row !== undefined) return { table, row };
  }
  throw notAllowedOrNotFound();
}
