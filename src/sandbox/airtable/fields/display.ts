import { displayMoment } from "../dates.ts";
import type { Json } from "../json.ts";
import { idsIn, tableOf } from "../lookup.ts";
import type { Field, Row, Table } from "../model.ts";
import { primaryText, readCell, textOfJson, type Reader } from "./read.ts";

/** IANA zone and locale to show dates in. */
export interface DisplayAs {
  readonly timeZone: string;
  readonly userLocale: string;
}

/** A cell as text for `cellFormat=string`: names in place of ids, dates in that zone. Undefined: empty. */
export function displayCell(
  reader: Reader,
  table: Table,
  row: Row,
  field: Field,
  as: DisplayAs,
): string | undefined {
  const value = readCell(reader, table, row, field);
  if (value === undefined) return undefined;
  if (field.type === "multipleRecordLinks") return linkNames(reader, row, field);
  return withDates(field, value, as) ?? textOfJson(value);
}

function withDates(field: Field, value: Json, as: DisplayAs): string | null {
  if (typeof value !== "string") return null;
  if (field.type === "date") return displayMoment(value, "utc", as.userLocale, false);
  const isMoment = ["dateTime", "createdTime", "lastModifiedTime"].includes(field.type);
  return isMoment ? displayMoment(value, as.timeZone, as.userLocale, true) : null;
}

function linkNames(reader: Reader, row: Row, field: Field): string {
  const table = tableOf(reader.base, field);
  if (table === null) return "";
  const names = idsIn(row.cells.get(field.id)).flatMap((id) => {
    const linked = table.rows.get(id);
    return linked === undefined ? [] : [primaryText(reader, table, linked)];
  });
  return names.join(", ");
}
