import { plainText, type WebBlock, type WebPage } from "../../web/index.ts";
import { person, textOfJson } from "../fields/read.ts";
import type { Json } from "../json.ts";
import type { Base, Field, RecordComment, Row, Table } from "../model.ts";
import type { RecordJson } from "../record-json.ts";
import type { AirtableWorkspace } from "../workspace/workspace.ts";
import { hrefFor, hrefOf, type WebPlace } from "./href.ts";
import { blocksFromMarkdown } from "./markdown.ts";
import { isNumeric, shortened, toWebValue, withoutMentionTags, type Surroundings } from "./values.ts";

/** What Airtable itself calls a record whose first cell is empty. */
const UNNAMED = "Unnamed record";

/** The page of a base, a table or a record; null when there is none. */
export function toWebPage(
  workspace: AirtableWorkspace,
  { baseId, tableId, recordId }: WebPlace,
): WebPage | null {
  const base = workspace.db.bases.get(baseId ?? "");
  if (base === undefined) return null;
  if (tableId === null) return basePage(base);
  const table = base.tables.find(({ id }) => id === tableId);
  if (table === undefined) return null;
  const around = surroundingsOf(workspace, base, table);
  if (recordId === null) return tablePage(workspace, around);
  const row = table.rows.get(recordId);
  return row === undefined ? null : recordPage(workspace, around, row);
}

function basePage(base: Base): WebPage {
  return {
    ...bare(base.name, hrefOf(base.id)),
    blocks: base.tables.map(({ id, name }) => ({
      type: "page-link",
      title: name,
      href: hrefOf(base.id, id),
    })),
  };
}

function tablePage(workspace: AirtableWorkspace, around: Surroundings): WebPage {
  const { base, table } = around;
  const fields = primaryFirst(table);
  return {
    ...bare(table.name, hrefOf(base.id, table.id)),
    breadcrumbs: [{ title: base.name, href: hrefOf(base.id) }],
    blocks: table.description === null ? [] : [paragraph(table.description)],
    table: {
      columns: fields.map((field) => ({ name: field.name, numeric: isNumeric(field) })),
      rows: workspace.records(table.id).map((record) => ({
        href: hrefOf(base.id, table.id, record.id),
        cells: fields.map((field) => shortened(toWebValue(around, field, record.fields[field.name]))),
      })),
    },
  };
}

function recordPage(workspace: AirtableWorkspace, around: Surroundings, row: Row): WebPage {
  const { base, table } = around;
  const record = workspace.record(table.id, row.id);
  const fields = primaryFirst(table);
  const isBelow = (field: Field): boolean => longText(field, record.fields[field.name]) !== null;
  return {
    ...bare(nameIn(around, record), hrefOf(base.id, table.id, row.id)),
    breadcrumbs: [
      { title: base.name, href: hrefOf(base.id) },
      { title: table.name, href: hrefOf(base.id, table.id) },
    ],
    properties: fields
      .filter((field) => field.id !== table.primaryFieldId && !isBelow(field))
      .map((field) => ({
        name: field.name,
        value: toWebValue(around, field, record.fields[field.name]),
      })),
    blocks: fields.flatMap((field) => longTextBlocks(around, field, record.fields[field.name])),
    comments: row.comments.map((comment) => toWebComment(workspace, comment)),
  };
}

/** A long text below its field's name; nothing for other fields and empty cells. */
function longTextBlocks(around: Surroundings, field: Field, value: Json | undefined): readonly WebBlock[] {
  const text = longText(field, value);
  if (text === null) return [];
  return [
    { type: "heading", level: 1, text: plainText(field.name) },
    ...blocksFromMarkdown(text, around.hrefFor),
  ];
}

/** Null when the cell is no long text, or an empty one: a cleared rich text cell still holds a line end. */
function longText(field: Field, value: Json | undefined): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  if (field.type === "multilineText") return withoutMentionTags(value);
  return field.type === "richText" ? value : null;
}

function toWebComment(
  workspace: AirtableWorkspace,
  { authorId, createdTime, text }: RecordComment,
): WebPage["comments"][number] {
  const nameOf = (userId: string): string => textOfJson(person(workspace.db, userId)) || "Somebody";
  // People are mentioned by id: `@[usr…]`.
  const named = text.replaceAll(/@\[(usr\w+)\]/g, (_, userId: string) => `@${nameOf(userId)}`);
  return { by: nameOf(authorId), at: createdTime, text: plainText(named) };
}

function surroundingsOf(workspace: AirtableWorkspace, base: Base, table: Table): Surroundings {
  const around: Surroundings = {
    base,
    table,
    nameOf: remembered((tableId, recordId) => {
      const linked = base.tables.find(({ id }) => id === tableId);
      if (linked?.rows.has(recordId) !== true) return null;
      return nameIn({ ...around, table: linked }, workspace.record(tableId, recordId));
    }),
    recordHref: (tableId, recordId) => hrefOf(base.id, tableId, recordId),
    hrefFor: (address) => hrefFor(workspace, address),
  };
  return around;
}

/** Many rows link to the same few records; naming one means computing all its cells. */
function remembered(nameOf: Surroundings["nameOf"]): Surroundings["nameOf"] {
  const known = new Map<string, string | null>();
  return (tableId, recordId) => {
    const key = `${tableId}/${recordId}`;
    const name = known.get(key) ?? nameOf(tableId, recordId);
    known.set(key, name);
    return name;
  };
}

/** A record's name: its first cell, as a table shows it. */
function nameIn(around: Surroundings, record: RecordJson): string {
  const primary = around.table.fields.find(({ id }) => id === around.table.primaryFieldId);
  if (primary === undefined) return UNNAMED;
  const text = shortened(toWebValue(around, primary, record.fields[primary.name]));
  const name = text.map((span) => span.text).join("");
  return name.trim() === "" ? UNNAMED : name;
}

function primaryFirst({ fields, primaryFieldId }: Table): readonly Field[] {
  return fields.toSorted((a, b) => Number(b.id === primaryFieldId) - Number(a.id === primaryFieldId));
}

function paragraph(text: string): WebBlock {
  return { type: "paragraph", text: plainText(text) };
}

/** A page with nothing on it yet. */
function bare(title: string, href: string): WebPage {
  return { title, href, breadcrumbs: [], properties: [], blocks: [], table: null, comments: [] };
}

/** For a path that leads nowhere. */
export function nothingHere(path: string): WebPage {
  const words = "The record may have been deleted. The list of tables shows what there is.";
  return { ...bare("There is nothing here", path), blocks: [paragraph(words)] };
}
