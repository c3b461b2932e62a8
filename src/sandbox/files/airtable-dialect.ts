import { stringify } from "csv-stringify/sync";
import { DateTime } from "luxon";

import type { SampleColumn, SampleRow, SampleTable, SampleTeam } from "../teams/types.ts";
import { cellWriter, columnValue, type Dialect, type ExportedColumn, rangeOf, titleOf } from "./dialect.ts";

/**
 * As Airtable's "Download CSV" of a grid: links by their primary names parted by a bare comma, "checked" for ticked
 * boxes, no pages (a long text column "Notes" in their place) and no ends of dates (a column of their own).
 */
export function airtableDialect(team: SampleTeam, timezone: string): Dialect {
  const write = cellWriter(team, {
    links: (rows) => joined(rows.map(({ table, row }) => titleOf(table, row))),
    joined,
    date: ({ start }) => start,
    ticked: "checked",
    unticked: "",
  });
  const made: ExportedColumn = {
    name: "Created",
    value: ({ createdAt }) =>
      DateTime.fromISO(createdAt, { zone: timezone })
        .toFormat("M/d/yyyy h:mma", { locale: "en-US" })
        .toLowerCase(),
  };
  return {
    fileNames: ({ name }) => [`${name.replaceAll(/[/\\:*?"<>|]/g, "-")}-Grid view.csv`],
    columns: (table) => [
      ...table.columns.flatMap((column) => [columnValue(column, write), ...endsOf(table, column)]),
      ...notesOf(table),
      made,
    ],
  };
}

/** Several values in one cell are a line of CSV themselves. */
function joined(values: readonly string[]): string {
  return stringify([[...values]], { eof: false });
}

function endsOf(table: SampleTable, column: SampleColumn): readonly ExportedColumn[] {
  const endOf = ({ cells }: SampleRow): string => {
    const value = cells[column.key];
    return value === undefined ? "" : (rangeOf(value).end ?? "");
  };
  const hasEnds = column.type === "date" && table.rows.some((row) => endOf(row) !== "");
  return hasEnds ? [{ name: `${column.name} (end)`, value: endOf }] : [];
}

function notesOf({ columns, rows }: SampleTable): readonly ExportedColumn[] {
  if (rows.every(({ body }) => body === undefined)) return [];
  const taken = columns.some(({ name }) => name === "Notes");
  return [{ name: taken ? "Notes (page)" : "Notes", value: ({ body }) => body ?? "" }];
}
