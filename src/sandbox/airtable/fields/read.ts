import { evaluate } from "../formula/evaluate.ts";
import { parseFormula } from "../formula/parse.ts";
import { asObject, type Json } from "../json.ts";
import type { Base, Cell, Database, Field, Row, Table } from "../model.ts";
import { idsIn, primaryField, tableOf } from "../lookup.ts";
import type { FormulaRow } from "../formula/evaluate.ts";
import { formulaRow, jsonOfValue, lastModified, wordsOf } from "./formula-row.ts";
import { rollUp } from "./rollup.ts";

/** What reading needs to know besides the cell. */
export interface Reader {
  readonly db: Database;
  readonly base: Base;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** A signed-looking URL for a file; a new one on every call. */
  signUrl(attachmentId: string, filename: string): string;
  /** How many computed fields led here, so that a circle ends in an error cell instead of never. */
  readonly depth?: number;
}

const DEEPEST = 20;

/** The cell as JSON, or undefined when the API leaves it out: "", [], false and null are all absent, 0 is not. */
export function readCell(reader: Reader, table: Table, row: Row, field: Field): Json | undefined {
  const forced = row.forced.get(field.id);
  const value = forced === undefined ? valueOf(reader, table, row, field) : forced;
  return isEmpty(value) ? undefined : value;
}

/** What a person sees of a row when another row links to it. */
export function primaryText(reader: Reader, table: Table, row: Row): string {
  const field = primaryField(table);
  return field === null ? "" : textOfJson(readCell(reader, table, row, field));
}

/** A value as plain text, lists joined with a comma. */
export function textOfJson(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(textOfJson).join(", ");
  if (typeof value !== "object") return String(value);
  return textOfJson(wordsOf(asObject(value) ?? {}));
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function valueOf(reader: Reader, table: Table, row: Row, field: Field): Json | undefined {
  const cell = row.cells.get(field.id);
  switch (field.type) {
    case "singleSelect":
      return choiceName(field, cell);
    case "multipleSelects":
      return idsIn(cell).flatMap((id) => choiceName(field, id) ?? []);
    case "singleCollaborator":
      return typeof cell === "string" ? person(reader.db, cell) : undefined;
    case "multipleCollaborators":
      return idsIn(cell).map((id) => person(reader.db, id));
    case "multipleAttachments":
      return idsIn(cell).flatMap((id) => attachment(reader, id));
    case "createdTime":
      return row.createdTime;
    case "createdBy":
      return person(reader.db, row.createdBy);
    case "lastModifiedBy":
      return row.modified.size === 0 ? undefined : person(reader.db, row.lastModifiedBy);
    case "lastModifiedTime":
      return lastModified(row, field.options?.referencedFieldIds ?? []) ?? undefined;
    case "autoNumber":
      return row.autoNumber;
    case "count":
    case "multipleLookupValues":
    case "rollup":
    case "formula":
      return computed(reader, table, row, field);
    default:
      return cell;
  }
}

function computed(reader: Reader, table: Table, row: Row, field: Field): Json | undefined {
  const depth = (reader.depth ?? 0) + 1;
  if (depth > DEEPEST) return { error: "#ERROR!" };
  const deeper: Reader = { ...reader, depth };
  if (field.type === "formula") return formulaCell(deeper, table, row, field);

  const link = table.fields.find(({ id }) => id === field.options?.recordLinkFieldId);
  const ids = link === undefined ? [] : idsIn(row.cells.get(link.id));
  if (field.type === "count") return ids.length;
  const values = link === undefined ? [] : lookUp(deeper, link, ids, field.options?.fieldIdInLinkedTable);
  return field.type === "rollup" ? rollUp(values, field.aggregation ?? "arrayjoin") : values;
}

function formulaCell(reader: Reader, table: Table, row: Row, field: Field): Json | undefined {
  try {
    const expression = parseFormula(field.options?.formula ?? "");
    return jsonOfValue(evaluate(expression, rowForFormula(reader, table, row)));
  } catch {
    // A formula that this stand-in cannot read shows what a broken one shows.
    return { error: "#ERROR!" };
  }
}

/** The row as filters and formula fields see it: links are their rows' primary text, never ids. */
export function rowForFormula(reader: Reader, table: Table, row: Row): FormulaRow {
  return formulaRow(table, row, reader.now, {
    read: (field) => readCell(reader, table, row, field),
    linkTexts: (field) => {
      const linked = tableOf(reader.base, field);
      if (linked === null) return [];
      return idsIn(row.cells.get(field.id)).flatMap((id) => {
        const other = linked.rows.get(id);
        return other === undefined ? [] : [primaryText(reader, linked, other)];
      });
    },
  });
}

/** One element a linked cell, list cells spread; empty cells leave no element. */
function lookUp(
  reader: Reader,
  link: Field,
  ids: readonly string[],
  fieldId: string | null | undefined,
): Json[] {
  const table = tableOf(reader.base, link);
  const field = table?.fields.find(({ id }) => id === fieldId);
  if (table === null || field === undefined) return [];
  return ids.flatMap((id): readonly Json[] => {
    const row = table.rows.get(id);
    const value = row === undefined ? undefined : readCell(reader, table, row, field);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  });
}

function choiceName(field: Field, cell: Cell | undefined): string | undefined {
  return field.options?.choices?.find(({ id }) => id === cell)?.name;
}

/** A collaborator as cells show it. */
export function person(db: Database, userId: string): Json {
  const user = db.users.get(userId);
  if (user === undefined) return { id: userId };
  return user.name === null
    ? { id: user.id, email: user.email }
    : { id: user.id, email: user.email, name: user.name };
}

function attachment(reader: Reader, id: string): Json[] {
  const file = reader.db.attachments.get(id);
  if (file === undefined || file.visibleFrom > reader.now) return [];
  const { filename, type } = file;
  return [{ id, url: reader.signUrl(id, filename), filename, size: file.content.length, type }];
}
