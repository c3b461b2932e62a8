import { plainText, type WebSpan, type WebText } from "../../web/index.ts";
import { textOfJson } from "../fields/read.ts";
import { asObject, type Json } from "../json.ts";
import { tableOf } from "../lookup.ts";
import type { Base, Field, Table } from "../model.ts";
import { richTextToPlain } from "../rich-text.ts";

/** What showing a cell needs to know besides the cell. */
export interface Surroundings {
  readonly base: Base;
  readonly table: Table;
  /** The name of a linked record; null when it is not there. */
  readonly nameOf: (tableId: string, recordId: string) => string | null;
  readonly recordHref: (tableId: string, recordId: string) => string;
  /** Where an address leads in the web view. */
  readonly hrefFor: (address: string) => string;
}

/** Characters of a text that a table still shows; a choice, so that rows stay a few lines high. */
const TABLE_LENGTH = 140;

const NUMBERS = new Set(["number", "percent", "currency", "duration", "rating", "count", "autoNumber"]);

/** Whether the column's values are numbers, be they computed ones. */
export function isNumeric(field: Field): boolean {
  return NUMBERS.has(shownType(field));
}

/** One cell as a person sees it: names instead of ids. `value` is as the API shows it; undefined: empty. */
export function toWebValue(around: Surroundings, field: Field, value: Json | undefined): WebText {
  if (field.type === "checkbox" && value === undefined) return plainText("☐");
  const source = sourceOf(around, field);
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return commaBetween(
    values.flatMap((one) => (one === undefined || one === null ? [] : toSpan(around, source, one))),
  );
}

/** The same on one line and no longer than a table has room for. */
export function shortened(text: WebText): WebText {
  return text.map((span) => {
    const line = span.text.replaceAll(/\s+/g, " ");
    // A cut through a pair of surrogates would leave half a character.
    const short =
      line.length <= TABLE_LENGTH ? line : `${line.slice(0, TABLE_LENGTH).replace(/\p{Cs}$/u, "")}…`;
    return { ...span, text: short };
  });
}

/** Without the tags that long text keeps around people's names: what stays is `@Name`. */
export function withoutMentionTags(text: string): string {
  return text.replaceAll(/<\/?airtable:mention\b[^<>]*>/g, "");
}

/** The field whose values a lookup shows, however many lookups lie between; any other field shows its own. */
function sourceOf({ base, table }: Surroundings, field: Field): Field {
  const passed = new Set<Field>();
  let at = { table, field };
  while (at.field.type === "multipleLookupValues" && !passed.has(at.field)) {
    const { options } = at.field;
    passed.add(at.field);
    const link = at.table.fields.find(({ id }) => id === options?.recordLinkFieldId);
    const linked = link === undefined ? null : tableOf(base, link);
    const source = linked?.fields.find(({ id }) => id === options?.fieldIdInLinkedTable);
    if (linked === null || source === undefined) break;
    at = { table: linked, field: source };
  }
  return at.field;
}

/** A formula or rollup is shown as what it results in. */
function shownType({ type, options }: Field): string {
  const result = options?.result?.["type"];
  return typeof result === "string" ? result : type;
}

function toSpan(around: Surroundings, field: Field, value: Json): WebText {
  switch (shownType(field)) {
    case "multipleRecordLinks":
      return linkSpan(around, field, value);
    case "singleCollaborator":
    case "multipleCollaborators":
    case "createdBy":
    case "lastModifiedBy":
      return plainText(textOfJson(value) || "Somebody");
    case "percent":
      return plainText(typeof value === "number" ? shownPercent(value) : words(value));
    case "checkbox":
      return plainText(value === true ? "☑" : words(value));
    case "dateTime":
    case "createdTime":
    case "lastModifiedTime":
      return plainText(toMinute(words(value)));
    case "richText":
      return plainText(richTextToPlain(words(value)));
    case "multilineText":
      return plainText(withoutMentionTags(words(value)));
    case "url":
      return addressSpan(around, words(value));
    default:
      return plainText(words(value));
  }
}

function linkSpan({ nameOf, recordHref }: Surroundings, field: Field, value: Json): WebText {
  const tableId = field.options?.linkedTableId;
  if (tableId === undefined || typeof value !== "string") return plainText(words(value));
  const name = nameOf(tableId, value);
  return name === null ? plainText(value) : [{ text: name, href: recordHref(tableId, value) }];
}

/** An address without its scheme would lead to a path of this server, so it stays text. */
function addressSpan({ hrefFor }: Surroundings, address: string): WebText {
  return /^https?:\/\//i.test(address) ? [{ text: address, href: hrefFor(address) }] : plainText(address);
}

/** Cells that could not be computed say so instead of looking empty. */
function words(value: Json): string {
  const object = asObject(value);
  const trouble = object?.["error"] ?? object?.["specialValue"];
  return typeof trouble === "string" ? trouble : textOfJson(value);
}

function shownPercent(value: number): string {
  return `${Number((value * 100).toPrecision(12))} %`;
}

/** `2026-10-06 13:10 UTC`; what is no such instant is shown as it came. */
function toMinute(instant: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[\d:.]*Z$/.exec(instant) ?? [];
  return day === undefined ? instant : `${day} ${time} UTC`;
}

function commaBetween(spans: readonly WebSpan[]): WebText {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [{ text: ", " }, span]));
}
