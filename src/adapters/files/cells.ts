import { cleanText } from "../../lib/text.ts";
import { emptyCell as empty } from "../cells.ts";
import type { Cell } from "../types.ts";
import type { CsvFile } from "./csv.ts";
import { dateColumn } from "./dates.ts";
import { listColumn } from "./lists.ts";
import { exportedLinks } from "./relations.ts";

export interface ColumnContext {
  readonly delimiter: CsvFile["delimiter"];
  /** The first column names the row, in both services: its text is never taken for anything else. */
  readonly isTitle: boolean;
  /** Ids of rows, with dashes, whose pages lie in the folder. */
  readonly pageIds: ReadonlySet<string>;
  /** Titles of rows anywhere in the folder. */
  readonly titles: ReadonlySet<string>;
  /** Title → id of the only row of that title, of all tables that are read; null for several rows of one title. */
  readonly rows: ReadonlyMap<string, string | null>;
}

/**
 * A reader for one column. CSV tells no types, so the column as a whole is looked at, and whatever is not certain
 * stays text: the mapping reads numbers, days, options, names and titles from text.
 * @param raw every value of the column, the empty ones too
 */
export function cellReader(raw: readonly string[], context: ColumnContext): (value: string) => Cell {
  const text = (value: string): Cell => ({ kind: "text", text: value });
  if (context.isTitle) return reader(text);
  const values = raw.map(cleanText).filter(isFull);
  if (values.length > 0 && values.every((value) => value === "checked"))
    return reader(() => ({ kind: "boolean", value: true }));
  const date = dateColumn(values);
  if (date !== null)
    return reader((value) => {
      const read = date(value);
      return read === null ? text(value) : { kind: "date", ...read };
    });
  const list = listColumn(values, context.titles);
  const idsOf = (value: string): readonly string[] | null => {
    const ids = (list?.(value) ?? [value]).map((title) => context.rows.get(title) ?? null);
    return ids.every((id) => id !== null) ? ids : null;
  };
  // Titles of rows and nothing else: what an export makes of links. As links they show the same titles again.
  if (values.length > 0 && values.every((value) => idsOf(value) !== null))
    return reader((value) => ({ kind: "links", ids: idsOf(value) ?? [], complete: true }));
  return reader((value) => {
    const linked = linksCell(value, context.pageIds) ?? numberCell(value, context.delimiter);
    if (linked !== null) return linked;
    const names = list?.(value) ?? null;
    return names === null ? text(value) : { kind: "options", names };
  });
}

function reader(read: (value: string) => Cell): (value: string) => Cell {
  return (value) => {
    const clean = cleanText(value);
    return isFull(clean) ? read(clean) : empty;
  };
}

function isFull(value: string): boolean {
  return value.trim() !== "";
}

/** Links by id where every page is in the folder; else by title, which finds rows that were exported without pages. */
function linksCell(value: string, pageIds: ReadonlySet<string>): Cell | null {
  const links = exportedLinks(value);
  if (links === null) return null;
  if (links.every(({ id }) => pageIds.has(id)))
    return { kind: "links", ids: links.map(({ id }) => id), complete: true };
  return { kind: "options", names: links.map(({ id, name }) => (name === "" ? id : name)) };
}

/**
 * Numbers as programs write them, where nothing is lost: "007" stays text. Files parted by commas write decimal
 * points; in others a spreadsheet may have written them in its own country's way, which the mapping knows.
 */
function numberCell(value: string, delimiter: CsvFile["delimiter"]): Cell | null {
  const number = Number(value);
  const plain = Number.isFinite(number) && String(number) === value && !value.includes("e");
  if (!plain || (delimiter !== "," && value.includes("."))) return null;
  return { kind: "number", value: number, percent: false };
}
