import type { SampleColumn, SampleRow, SampleTable, SampleTeam, SampleValue } from "../teams/types.ts";

/** How a service writes a team's tables into files. */
export interface Dialect {
  /** The files of one table, all with the same text; the one to read first. */
  readonly fileNames: (table: SampleTable) => readonly string[];
  readonly columns: (table: SampleTable) => readonly ExportedColumn[];
  /** The file of a row's page, where the service has pages. */
  readonly page?: (
    table: SampleTable,
    row: SampleRow,
  ) => { readonly folder: string; readonly name: string; readonly text: string };
}

export interface ExportedColumn {
  readonly name: string;
  readonly value: (row: SampleRow) => string;
}

export interface LinkedRow {
  readonly table: SampleTable;
  readonly row: SampleRow;
}

/** Rows by the keys in a link cell, in its order; keys of rows that are not there are left out. */
function linkedRows(team: SampleTeam, to: string, value: SampleValue): readonly LinkedRow[] {
  const table = team.tables.find(({ key }) => key === to);
  if (table === undefined) return [];
  return listOf(value).flatMap((key) =>
    table.rows.filter((row) => row.key === key).map((row) => ({ table, row })),
  );
}

function namesOf(team: SampleTeam, value: SampleValue): readonly string[] {
  return listOf(value).map((key) => team.people.find((person) => person.key === key)?.name ?? key);
}

function listOf(value: SampleValue): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

export function rangeOf(value: SampleValue): { readonly start: string; readonly end: string | null } {
  if (typeof value === "object" && "start" in value) return value;
  return { start: String(value), end: null };
}

export function titleOf(table: SampleTable, row: SampleRow): string {
  const [title] = table.columns;
  const value = title && row.cells[title.key];
  return value === undefined ? "" : plainText(value);
}

/** A value that is one piece of text or one number. */
function plainText(value: SampleValue): string {
  return typeof value === "object" ? listOf(value).join(", ") : String(value);
}

/** 0.125 as "12.5%". */
function percentText(fraction: number): string {
  return `${Number((fraction * 100).toFixed(6))}%`;
}

/** What a service's exports write their own way. */
export interface Spelling {
  readonly links: (rows: readonly LinkedRow[]) => string;
  readonly joined: (values: readonly string[]) => string;
  readonly date: (range: ReturnType<typeof rangeOf>) => string;
  readonly ticked: string;
  readonly unticked: string;
}

export function cellWriter(
  team: SampleTeam,
  { links, joined, date, ticked, unticked }: Spelling,
): (value: SampleValue, column: SampleColumn) => string {
  return (value, column) => {
    switch (column.type) {
      case "link":
        return links(linkedRows(team, column.to, value));
      case "people":
        return joined(namesOf(team, value));
      case "multi-select":
        return joined(listOf(value));
      case "date":
        return date(rangeOf(value));
      case "checkbox":
        return value === true ? ticked : unticked;
      case "percent":
        return percentText(Number(value));
      default:
        return plainText(value);
    }
  };
}

export function columnValue(
  column: SampleColumn,
  write: (value: SampleValue, column: SampleColumn) => string,
  otherwise = "",
): ExportedColumn {
  return {
    name: column.name,
    value: ({ cells }) => {
      const value = cells[column.key];
      return value === undefined ? otherwise : write(value, column);
    },
  };
}
