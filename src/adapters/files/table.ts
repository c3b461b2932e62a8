import { join } from "node:path";

import { cleanText, looseName } from "../../lib/text.ts";
import type { Cell, Row, Table, TableRequest } from "../types.ts";
import { pageBody, parseBody } from "./body.ts";
import { cellReader } from "./cells.ts";
import { bindColumns } from "./columns.ts";
import { type CsvFile, readCsv } from "./csv.ts";
import { toInstant } from "./dates.ts";
import type { Disk } from "./disk.ts";
import { findTable } from "./find-table.ts";
import { looksListed } from "./lists.ts";
import { folderOf, readFileName } from "./names.ts";
import { type PageFile, pageIds, pagesOf } from "./pages.ts";
import { rowIds } from "./row-ids.ts";

export interface FilesContext {
  readonly disk: Disk;
  readonly titles: () => Promise<ReadonlySet<string>>;
  /** Of all tables opened so far: title → id of the only row of that title; null for several. */
  readonly opened: Map<string, string | null>;
  readonly timezone: string;
  readonly connection: string;
}

/** Columns that say when a row was made and last changed, in the services' own words. */
const createdNames = ["created time", "created", "created at", "creation date"];
const editedNames = ["last edited time", "last modified time", "last modified", "last edited"];
/** Columns that hold a row's text where the service has no pages. */
const bodyNames = ["notes", "notes (page)", "body", "page", "page text"];

export async function openTable(context: FilesContext, request: TableRequest): Promise<Table> {
  const { disk, connection } = context;
  const files = await disk.files();
  const file = findTable(disk, connection, files, request.table);
  const csv = readCsv(await disk.read(join(disk.folder, file)), join(disk.folder, file));
  const name = readFileName(file).plain;
  const bound = bindColumns({ table: name, connection, file, wanted: request.columns, header: csv.header });

  const stem = [folderOf(file), name].filter(Boolean).join("/");
  const pages = await pagesOf(
    disk,
    files,
    file,
    csv.records.map(([title = ""]) => title),
    (row) => [...propertiesOf(csv, row)].map(([column, value]) => `${column}: ${value}`),
  );
  const ids = rowIds(stem, csv.records).map((ownId, index) => pages.get(index)?.id ?? ownId);
  remember(context.opened, csv, ids, bound.get("title"));
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return {
    id: file,
    name,
    url: null,
    columnNames: Object.fromEntries([...bound].map(([key, index]) => [key, csv.header[index] ?? ""])),
    // A CSV file holds the chosen names, not those that could be chosen.
    options: {},
    async *rows() {
      // By now all tables of the config are open, so that titles of their rows are known for what they are.
      const read = await readers(context, csv, bound, pageIds(files));
      for (const [index, id] of ids.entries())
        yield toRow(context, csv, { index, id, fromNotion: pages.get(index)?.id != null, read });
    },
    body: async ({ id }) => {
      const index = request.body ? indexes.get(id) : undefined;
      const document = index === undefined ? null : bodyOf(csv, index, pages.get(index), bound);
      return document === null ? null : { document, unreadable: 0 };
    },
  };
}

function remember(
  opened: FilesContext["opened"],
  { records }: CsvFile,
  ids: readonly string[],
  column: number | undefined,
): void {
  if (column === undefined) return;
  for (const [index, id] of ids.entries()) {
    const title = cleanText(records[index]?.[column] ?? "").trim();
    const known = opened.get(title);
    opened.set(title, known === undefined || known === id ? id : null);
  }
}

type CellReaders = ReadonlyMap<string, (record: readonly string[]) => Cell>;

async function readers(
  { titles, opened }: FilesContext,
  csv: CsvFile,
  bound: ReadonlyMap<string, number>,
  pages: ReadonlySet<string>,
): Promise<CellReaders> {
  const read = new Map<string, (record: readonly string[]) => Cell>();
  for (const [key, index] of bound) {
    const values = csv.records.map((record) => record[index] ?? "");
    const isTitle = index === 0;
    const listed = !isTitle && looksListed(values);
    const cell = cellReader(values, {
      delimiter: csv.delimiter,
      isTitle,
      pageIds: pages,
      titles: listed ? await titles() : new Set(),
      rows: opened,
    });
    read.set(key, (record) => cell(record[index] ?? ""));
  }
  return read;
}

interface RowAt {
  readonly index: number;
  readonly id: string;
  readonly fromNotion: boolean;
  readonly read: CellReaders;
}

function toRow({ timezone }: FilesContext, csv: CsvFile, { index, id, fromNotion, read }: RowAt): Row {
  const record = csv.records[index] ?? [];
  const moment = (names: readonly string[]): string | null => {
    const value = record[columnCalled(csv, names) ?? -1];
    return value === undefined ? null : toInstant(value, timezone);
  };
  return {
    id,
    // Notion opens a page by its id alone.
    url: fromNotion ? `https://www.notion.so/${id.replaceAll("-", "")}` : null,
    createdAt: moment(createdNames),
    editedAt: moment(editedNames),
    cells: withoutBareNo(Object.fromEntries([...read].map(([key, cell]) => [key, cell(record)]))),
  };
}

/** Notion exports an unticked box as "No": a row that says nothing else is an empty one. */
function withoutBareNo(cells: Row["cells"]): Row["cells"] {
  const saysNothing = (cell: Cell): boolean =>
    cell.kind === "empty" || (cell.kind === "text" && cell.text === "No");
  if (!Object.values(cells).every(saysNothing)) return cells;
  return Object.fromEntries(Object.keys(cells).map((key) => [key, { kind: "empty" }]));
}

/** The page beside the file, else a column of long text that nothing else is mapped to. */
function bodyOf(
  csv: CsvFile,
  index: number,
  page: PageFile | undefined,
  bound: ReadonlyMap<string, number>,
): ReturnType<typeof parseBody> {
  if (page !== undefined) return pageBody(page.text, propertiesOf(csv, index));
  const column = columnCalled(csv, bodyNames);
  if (column === null || [...bound.values()].includes(column)) return null;
  return parseBody(cleanText(csv.records[index]?.[column] ?? ""));
}

function columnCalled({ header }: CsvFile, names: readonly string[]): number | null {
  const found = names.map((name) => header.findIndex((column) => looseName(column) === name));
  return found.find((index) => index >= 0) ?? null;
}

/** Column → value of one row, cleaned as pages are; empty ones left out. */
function propertiesOf({ header, records }: CsvFile, row: number): ReadonlyMap<string, string> {
  return new Map(
    header.flatMap((name, index) => {
      const value = cleanText(records[row]?.[index] ?? "").trim();
      return index === 0 || value === "" ? [] : [[name, value] as const];
    }),
  );
}
