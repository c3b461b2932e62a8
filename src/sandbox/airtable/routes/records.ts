import { notAllowedOrNotFound, recordGone, refusal } from "../errors.ts";
import { findTable } from "../lookup.ts";
import { requireField, selectRows } from "../listing.ts";
import type { Row, Table } from "../model.ts";
import { checkKeys } from "../query.ts";
import { PLAIN_SHAPE, recordJson, type RecordJson } from "../record-json.ts";
import { bodyOf, flagIn, readerFor, type BaseCall, type Route } from "./call.ts";
import { readListParams, type ListParams } from "./list-params.ts";

/** Longest path and query of a list by GET, in characters (list records page). */
const LONGEST_URL = 16_000;

/** Listing records, by GET or POST, and reading one. */
export const readRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "/v0/{base}/{table}",
    scope: "data.records:read",
    about: "base",
    role: "read",
    metered: true,
    run: (call) => {
      checkUrlLength(call);
      return list(call, readListParams(call.query, call.query, call.state.settings.strictKeys));
    },
  },
  {
    method: "POST",
    pattern: "/v0/{base}/{table}/listRecords",
    scope: "data.records:read",
    about: "base",
    role: "read",
    metered: true,
    // A cursor left in the query is ignored: whoever sends it there reads the first page for ever.
    run: (call) => list(call, readListParams(bodyOf(call), call.query, call.state.settings.strictKeys)),
  },
  {
    method: "GET",
    pattern: "/v0/{base}/{table}/{record}",
    scope: "data.records:read",
    about: "base",
    role: "read",
    metered: true,
    run: (call) => {
      checkKeys(
        call.query,
        ["returnFieldsByFieldId", "cellFormat", "timeZone", "userLocale"],
        call.state.settings.strictKeys,
      );
      const table = requireTable(call);
      const byId = flagIn(call.query, "returnFieldsByFieldId");
      return recordJson(readerFor(call), table, requireRow(call, table), { ...PLAIN_SHAPE, byId });
    },
  },
];

/** The table in the path. @throws {Refusal} 403: unknown and forbidden look the same */
export function requireTable(call: BaseCall): Table {
  const table = findTable(call.base, call.path["table"] ?? call.path["tableId"] ?? "");
  if (table === null) throw notAllowedOrNotFound();
  return table;
}

/** The record in the path. @throws {Refusal} 404 */
export function requireRow(call: BaseCall, table: Table): Row {
  const row = table.rows.get(call.path["record"] ?? "");
  if (row === undefined) throw recordGone(call.state.settings.missingRecord);
  return row;
}

function list(call: BaseCall, params: ListParams): { records: RecordJson[]; offset?: string } {
  const { cursors, settings } = call.state;
  const table = requireTable(call);
  const reader = readerFor(call);
  const fields = params.fields?.map((name) => requireField(table, name)) ?? null;
  const { ids, next } = cursors.page({
    offset: params.offset,
    pageSize: params.pageSize,
    query: JSON.stringify([table.id, call.token.secret, { ...params, offset: null, pageSize: null }]),
    begin: () =>
      selectRows(reader, table, params, settings.seed)
        .slice(0, params.maxRecords ?? undefined)
        .map(({ id }) => id),
  });
  // A row deleted since the list began has no values left to show.
  const rows = ids.flatMap((id) => table.rows.get(id) ?? []);
  const records = rows.map((row) => recordJson(reader, table, row, { ...params, fields }));
  return next === null ? { records } : { records, offset: next };
}

function checkUrlLength({ request }: BaseCall): void {
  const query = new URLSearchParams();
  for (const [key, values] of Object.entries(request.query)) {
    for (const value of values) query.append(key, value);
  }
  if (request.path.length + 1 + query.toString().length < LONGEST_URL) return;
  // Which status the service chooses is not documented.
  throw refusal(414, "REQUEST_URI_TOO_LONG", "The URL is too long; use POST listRecords instead");
}
