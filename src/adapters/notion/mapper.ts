import { DateTime } from "luxon";

import { asList, asNumber, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import { rememberTexts } from "../../lib/remember.ts";
import { cleanText } from "../../lib/text.ts";
import { emptyCell as empty, mergeCells, textCell } from "../cells.ts";
import type { Cell } from "../types.ts";

/** What the schema adds to a value. */
export interface ColumnType {
  readonly type: string;
  /** A number column that shows percentages. */
  readonly percent: boolean;
}

/** One property value of a page, as Notion answers it, as a cell. Never throws: what it does not know is unreadable. */
export function toCell(property: unknown, column: ColumnType): Cell {
  const value = asRecord(property);
  const type = asText(value.type);
  if (type === null) return empty;
  return cellOf(type, value, column.percent);
}

/** How the columns of developers.notion.com/reference/property-value-object become cells. */
function cellOf(type: string, value: LooseRecord, percent: boolean): Cell {
  const inner = value[type];
  switch (type) {
    case "title":
    case "rich_text":
      return textCell(plainText(inner));
    case "number":
      return numberCell(inner, percent);
    case "select":
    case "status":
      return optionsCell(inner === null ? [] : [inner]);
    case "multi_select":
      return optionsCell(asList(inner));
    case "date":
      return dateCell(inner);
    case "people":
      return peopleCell(asList(inner));
    case "created_by":
    case "last_edited_by":
      return peopleCell([inner]);
    case "relation":
      return linksCell(asList(inner), value.has_more === true);
    case "files":
      return textCell(
        asList(inner)
          .map((file) => cleanText(asText(asRecord(file).name) ?? ""))
          .filter((name) => name !== "")
          .join(", "),
      );
    case "checkbox":
      return typeof inner === "boolean" ? { kind: "boolean", value: inner } : empty;
    case "url":
    case "email":
    case "phone_number":
    case "string":
      return textCell(asText(inner) ?? "");
    case "boolean":
      return typeof inner === "boolean" ? { kind: "boolean", value: inner } : empty;
    case "created_time":
    case "last_edited_time":
      return dateCell({ start: inner });
    case "unique_id":
      return uniqueIdCell(asRecord(inner));
    case "formula":
      return formulaCell(asRecord(inner));
    case "rollup":
      return rollupCell(asRecord(inner));
    case "verification":
    case "place":
    case "button":
      return empty;
    default:
      return { kind: "unreadable", reason: { why: "unknownType", type } };
  }
}

/** The text of a rich text array; mentions and equations by the text they show. */
export function plainText(richText: unknown): string {
  return cleanText(
    asList(richText)
      .map((run) => asText(asRecord(run).plain_text) ?? asText(asRecord(asRecord(run).text).content) ?? "")
      .join(""),
  );
}

function numberCell(value: unknown, percent: boolean): Cell {
  const number = asNumber(value);
  return number === null ? empty : { kind: "number", value: number, percent };
}

function optionsCell(options: readonly unknown[]): Cell {
  const names = options
    .map((option) => cleanText(asText(asRecord(option).name) ?? ""))
    .filter((name) => name !== "");
  const [first] = names;
  if (first === undefined) return empty;
  return names.length === 1 ? oneOption(first) : { kind: "options", names };
}

/** A column has few options, and every row one of them: one cell each is enough. */
const oneOption = rememberTexts((name): Cell => ({ kind: "options", names: [name] }));

function dateCell(value: unknown): Cell {
  const { start, end, time_zone: zone } = asRecord(value);
  if (asText(start) === null) return empty;
  const first = dateText(start, asText(zone));
  const last = asText(end) === null ? null : dateText(end, asText(zone));
  if (first === null || (asText(end) !== null && last === null)) {
    return { kind: "unreadable", reason: { why: "noDate" } };
  }
  return { kind: "date", start: first, end: last };
}

/** A day as it is; a time with its offset: from the text, from the column's zone, else UTC (Notion's documented default). */
function dateText(value: unknown, zone: string | null): string | null {
  const text = asText(value) ?? "";
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text);
    const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
    return withOffset
      ? DateTime.fromISO(text, { setZone: true }).toISO({ suppressMilliseconds: true })
      : DateTime.fromISO(text, { zone: zone ?? "utc" }).toISO({ suppressMilliseconds: true });
  } catch {
    return null;
  }
}

/** Rows share few different days. */
const dayText = rememberTexts((text) => DateTime.fromISO(text, { zone: "utc" }).toISODate());

function peopleCell(users: readonly unknown[]): Cell {
  const people = users.flatMap((user) => {
    const { id, name, type } = asRecord(user);
    // A form or another connection that made the row: nobody who could hold a pen.
    if (type === "bot") return [];
    const known = asText(id);
    return known === null ? [] : [{ id: known, name: cleanText(asText(name) ?? "").trim() || null }];
  });
  return people.length === 0 ? empty : { kind: "people", people };
}

function linksCell(pages: readonly unknown[], hasMore: boolean): Cell {
  const ids = pages.flatMap((page) => asText(asRecord(page).id) ?? []);
  return ids.length === 0 && !hasMore ? empty : { kind: "links", ids, complete: !hasMore };
}

function uniqueIdCell(value: LooseRecord): Cell {
  const number = asNumber(value.number);
  if (number === null) return empty;
  const prefix = asText(value.prefix);
  return { kind: "text", text: prefix === null || prefix === "" ? String(number) : `${prefix}-${number}` };
}

/** Since August 2026 formulas that are too heavy answer "unsupported"; that is unknown, never empty. */
function formulaCell(value: LooseRecord): Cell {
  const type = asText(value.type);
  if (type === "string" || type === "number" || type === "boolean" || type === "date") {
    return cellOf(type, value, false);
  }
  return notComputed("formula");
}

function rollupCell(value: LooseRecord): Cell {
  const type = asText(value.type);
  const percent = (asText(value.function) ?? "").startsWith("percent_");
  if (type === "number" || type === "date") return cellOf(type, value, percent);
  if (type !== "array") return notComputed("rollup");
  const cells = asList(value.array).map((item) => toCell(item, { type: "", percent: false }));
  return mergeCells(cells.filter((cell) => cell.kind !== "empty"));
}

function notComputed(what: "formula" | "rollup"): Cell {
  return { kind: "unreadable", reason: { why: "notComputed", service: "Notion", what, code: "" } };
}
