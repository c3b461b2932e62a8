import { toDateText, toDateTimeText, looseDateText } from "../dates.ts";
import { invalidValue, type Refusal } from "../errors.ts";
import { asObject, type Json } from "../json.ts";
import type { Cell, Field } from "../model.ts";
import { normaliseRichText } from "../rich-text.ts";
import { toAttachments } from "./attachments.ts";
import { toChoice, toChoices } from "./choices.ts";
import { toLinks } from "./links.ts";
import { toPeople, toPerson } from "./people.ts";
import type { ToCell, Writer } from "./writer.ts";

/** Longest text of a cell, in characters (help page on long text fields). */
const LONGEST_TEXT = 100_000;

/**
 * Turns a value from a request into a cell; null clears it, and so do "", [] and false.
 * @throws {Refusal} 422 when the field cannot hold the value
 */
export function toCell(writer: Writer, field: Field, value: Json): Cell | null {
  if (value === null || value === "" || value === false) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  const convert = BY_TYPE[field.type];
  if (convert === undefined) throw computedRefusal(field);
  return convert(writer, field, value);
}

/** The answer to any value for a field that only computes. */
export function computedRefusal(field: Field): Refusal {
  return invalidValue(field.name, "cannot accept a value because the field is computed");
}

const BY_TYPE: Readonly<Record<string, ToCell>> = {
  singleLineText: toText,
  email: toText,
  url: toText,
  phoneNumber: toText,
  multilineText: toText,
  richText: (writer, field, value) => {
    const text = toText(writer, field, value);
    return writer.normaliseRichText ? normaliseRichText(text) : text;
  },
  number: toNumber,
  currency: toNumber,
  percent: toNumber,
  duration: toNumber,
  rating: (writer, field, value) => {
    const stars = toNumber(writer, field, value);
    if (!Number.isInteger(stars) || stars < 1 || stars > (field.options?.max ?? 5))
      throw invalidValue(field.name);
    return stars;
  },
  checkbox: (writer, field, value) => {
    if (value === true) return true;
    if (!writer.typecast || !isPlain(value)) throw invalidValue(field.name);
    return ["true", "1", "checked", "yes"].includes(String(value).toLowerCase()) ? true : null;
  },
  singleSelect: toChoice,
  multipleSelects: toChoices,
  singleCollaborator: toPerson,
  multipleCollaborators: toPeople,
  date: (writer, field, value) => {
    const read = writer.typecast ? looseDateText : toDateText;
    return orInvalid(field, typeof value === "string" ? read(value) : null);
  },
  dateTime: (writer, field, value) => {
    const zone = field.options?.timeZone ?? "utc";
    if (typeof value !== "string") throw invalidValue(field.name);
    const day = writer.typecast ? looseDateText(value) : null;
    return orInvalid(field, toDateTimeText(value, zone) ?? (day === null ? null : toDateTimeText(day, zone)));
  },
  multipleRecordLinks: toLinks,
  multipleAttachments: toAttachments,
  barcode: (_, field, value) => {
    const barcode = asObject(value);
    if (typeof barcode?.["text"] !== "string") throw invalidValue(field.name);
    return barcode;
  },
};

function toText(writer: Writer, field: Field, value: Json): string {
  const text = writer.typecast && isPlain(value) ? String(value) : value;
  if (typeof text !== "string") throw invalidValue(field.name);
  if (text.length > LONGEST_TEXT) {
    throw invalidValue(field.name, `cannot hold more than ${LONGEST_TEXT} characters`);
  }
  return text;
}

function toNumber(writer: Writer, field: Field, value: Json): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (!writer.typecast || typeof value !== "string") throw invalidValue(field.name);
  const isShare = field.type === "percent" && value.trim().endsWith("%");
  const number = Number(value.replaceAll(/[^0-9.eE+-]/g, ""));
  if (!/\d/.test(value) || !Number.isFinite(number)) throw invalidValue(field.name);
  return isShare ? number / 100 : number;
}

function orInvalid(field: Field, cell: Cell | null): Cell {
  if (cell === null) throw invalidValue(field.name);
  return cell;
}

function isPlain(value: Json): value is string | number | boolean {
  return value !== null && typeof value !== "object";
}
