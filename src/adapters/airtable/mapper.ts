import { DateTime } from "luxon";

import { asList, asNumber, asRecord, asText } from "../../lib/loose.ts";
import { rememberTexts } from "../../lib/remember.ts";
import { cleanText } from "../../lib/text.ts";
import { emptyCell as empty, mergeCells, textCell } from "../cells.ts";
import type { Cell, Unreadable } from "../types.ts";
import { type Field, toField } from "./schema.ts";

/** What a value is read by. */
export type FieldType = Pick<Field, "type" | "options">;

/**
 * One cell as a record has it. `undefined` is an empty cell: Airtable leaves those out, and that the column exists
 * is known from the schema. Never throws: what it does not know is unreadable.
 * Types: airtable.com/developers/web/api/field-model.
 */
export function toCell(value: unknown, field: FieldType): Cell {
  if (field.type === "checkbox") return { kind: "boolean", value: value === true };
  if (value === undefined || value === null || value === "") return empty;
  const trouble = troubleIn(value);
  if (trouble !== null) return { kind: "unreadable", reason: trouble };
  return readers[field.type]?.(value, field) ?? unknownType(field.type);
}

/** `{"error": …}` and `{"specialValue": …}` stand where a formula has no value. */
function troubleIn(value: unknown): Unreadable | null {
  const [entry, ...more] = Object.entries(asRecord(value));
  if (entry === undefined || more.length > 0) return null;
  const [key, what] = entry;
  if (key !== "error" && key !== "specialValue") return null;
  return { why: "notComputed", service: "Airtable", what: "cell", code: asText(what) ?? key };
}

function unknownType(type: string): Cell {
  return { kind: "unreadable", reason: { why: "unknownType", type } };
}

function notThat(type: string): Cell {
  return { kind: "unreadable", reason: { why: "unlikeType", type } };
}

type Reader = (value: unknown, field: FieldType) => Cell;

const text: Reader = (value, { type }) => (typeof value === "string" ? textCell(value) : notThat(type));

const number: Reader = (value, { type }) => {
  const read = asNumber(value);
  return read === null ? notThat(type) : { kind: "number", value: read, percent: type === "percent" };
};

const options: Reader = (value) => {
  const names = (Array.isArray(value) ? value : [value])
    .map((name) => cleanText(asText(name) ?? asText(asRecord(name).name) ?? ""))
    .filter((name) => name !== "");
  return names.length === 0 ? empty : { kind: "options", names };
};

const people: Reader = (value) => {
  const found = (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const { id, name } = asRecord(one);
    const known = asText(id);
    return known === null ? [] : [{ id: known, name: cleanText(asText(name) ?? "").trim() || null }];
  });
  return found.length === 0 ? empty : { kind: "people", people: found };
};

/** A day has no zone and stays as it is; a time leaves Airtable as UTC, whatever the column shows. */
const date: Reader = (value, { type }) => {
  const given = asText(value) ?? "";
  const start = parsedDate(given);
  if (start?.isValid !== true) return notThat(type);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  return { kind: "date", start: isDay ? given : start.toISO({ suppressMilliseconds: true }), end: null };
};

/** Null or invalid for what is no date: which of the two is a setting of the whole process. */
const parsedDate = rememberTexts((text): DateTime | null => {
  try {
    return DateTime.fromISO(text, { zone: "utc" });
  } catch {
    return null;
  }
});

const links: Reader = (value) => {
  const ids = (Array.isArray(value) ? value : [value]).flatMap(
    (one) => asText(one) ?? asText(asRecord(one).id) ?? [],
  );
  return ids.length === 0 ? empty : { kind: "links", ids, complete: true };
};

const attachments: Reader = (value) =>
  textCell(
    asList(value)
      .map((file) => asText(asRecord(file).filename) ?? "")
      .filter((name) => name !== "")
      .join(", "),
  );

const aiText: Reader = (value) => {
  const { state, value: generated } = asRecord(value);
  if (state === "generated") return textCell(asText(generated) ?? "");
  if (state === "empty") return empty;
  return { kind: "unreadable", reason: { why: "notWritten", service: "Airtable" } };
};

/** Lookups, rollups and formulas have the type of what they give; arrays come where the schema promises one value. */
const computed: Reader = (value, { options }) => {
  const result = toField(options.result);
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== "");
  return mergeCells(values.map((one) => ofResult(one, result)).filter((cell) => cell.kind !== "empty"));
};

/** The value decides where it is not of the promised type: schemas of formulas are known to be wrong. */
function ofResult(value: unknown, result: FieldType): Cell {
  const trouble = troubleIn(value);
  if (trouble !== null) return { kind: "unreadable", reason: trouble };
  if (result.type === "checkbox" && typeof value === "boolean") return { kind: "boolean", value };
  const read = computedTypes.has(result.type) ? undefined : readers[result.type]?.(value, result);
  return read === undefined || read.kind === "unreadable" ? byLooks(value) : read;
}

const computedTypes: ReadonlySet<string> = new Set(["formula", "rollup", "multipleLookupValues"]);

function byLooks(value: unknown): Cell {
  if (typeof value === "number") return number(value, { type: "number", options: {} });
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "string") {
    return /^rec[A-Za-z0-9]{14}$/.test(value) ? links(value, { type: "", options: {} }) : textCell(value);
  }
  const { id, email, name, filename, label, text: inner } = asRecord(value);
  const words = asText(filename) ?? asText(label) ?? asText(inner);
  if (words !== null) return textCell(words);
  if (asText(id) !== null && (asText(email) ?? asText(name)) !== null)
    return people(value, { type: "", options: {} });
  return { kind: "unreadable", reason: { why: "unknownForm" } };
}

const readers: Readonly<Record<string, Reader>> = {
  singleLineText: text,
  email: text,
  url: text,
  phoneNumber: text,
  externalSyncSource: text,
  multilineText: (value, field) => text(typeof value === "string" ? withoutMentions(value) : value, field),
  richText: (value, field) => text(typeof value === "string" ? withoutEscapes(value) : value, field),
  number,
  currency: number,
  percent: number,
  duration: number,
  rating: number,
  count: number,
  autoNumber: number,
  singleSelect: options,
  multipleSelects: options,
  singleCollaborator: people,
  multipleCollaborators: people,
  createdBy: people,
  lastModifiedBy: people,
  date,
  dateTime: date,
  createdTime: date,
  lastModifiedTime: date,
  multipleRecordLinks: links,
  multipleLookupValues: computed,
  rollup: computed,
  formula: computed,
  multipleAttachments: attachments,
  aiText,
  barcode: (value) => textCell(asText(asRecord(value).text) ?? ""),
  button: (value) => textCell(asText(asRecord(value).label) ?? ""),
};

/** A mention comes as a tag around the words that people see. */
function withoutMentions(value: string): string {
  return value.replace(/<airtable:mention\b[^>]*>([^<]*)<\/airtable:mention>/g, "$1");
}

/** Rich text comes with a newline at its end, and with a backslash before marks that people typed as such. */
function withoutEscapes(value: string): string {
  return value.trimEnd().replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
