import { DateTime } from "luxon";

import { hashOf } from "../../lib/hash.ts";
import type { SampleRow, SampleTable, SampleTeam } from "../teams/types.ts";
import { cellWriter, columnValue, type Dialect, type ExportedColumn, titleOf } from "./dialect.ts";

/**
 * As Notion's "Markdown & CSV" export with subpages: ids behind all names, a file of the view and one of all rows,
 * relations as titles with addresses, written-out dates, and a page a row with its values below the title.
 */
export function notionDialect(team: SampleTeam, timezone: string): Dialect {
  const ids = new Map<SampleRow | SampleTable, string>();
  for (const table of team.tables) {
    ids.set(table, idOf(team.name, table.key));
    for (const row of table.rows) ids.set(row, idOf(team.name, table.key, row.key));
  }
  const fileOf = (table: SampleTable): string => `${inFileName(table.name)} ${ids.get(table) ?? ""}`;
  const pageOf = (table: SampleTable, row: SampleRow): string =>
    `${inFileName(titleOf(table, row)) || "Untitled"} ${ids.get(row) ?? ""}.md`;
  const address = (table: SampleTable, row: SampleRow): string =>
    `https://www.notion.so/${slug(titleOf(table, row))}${ids.get(row) ?? ""}?pvs=21`;
  const path = (table: SampleTable, row: SampleRow): string =>
    `../${encodeURI(fileOf(table))}/${encodeURI(pageOf(table, row))}`;

  const columns = (table: SampleTable, link: typeof address): readonly ExportedColumn[] => {
    const write = cellWriter(team, {
      links: (rows) =>
        rows.map((to) => `${titleOf(to.table, to.row)} (${link(to.table, to.row)})`).join(", "),
      joined: (values) => values.join(", "),
      date: ({ start, end }) =>
        end === null ? writtenOut(start) : `${writtenOut(start)} → ${writtenOut(end)}`,
      ticked: "Yes",
      unticked: "No",
    });
    const made: ExportedColumn = {
      name: "Created time",
      value: ({ createdAt }) =>
        DateTime.fromISO(createdAt, { zone: timezone }).toFormat("LLLL d, yyyy h:mm a", { locale: "en-US" }),
    };
    return [
      ...table.columns.map((column) => columnValue(column, write, column.type === "checkbox" ? "No" : "")),
      made,
    ];
  };

  return {
    fileNames: (table) => [`${fileOf(table)}_all.csv`, `${fileOf(table)}.csv`],
    columns: (table) => columns(table, address),
    page: (table, row) => {
      const [, ...properties] = columns(table, path).map(({ name, value }) => [name, value(row)] as const);
      const lines = properties
        .filter(([, value]) => value !== "")
        .map(([name, value]) => `${name}: ${value}\n`);
      const text = `# ${titleOf(table, row) || "Untitled"}\n\n${lines.join("")}\n${row.body ?? ""}`;
      return { folder: fileOf(table), name: pageOf(table, row), text: `${text.trimEnd()}\n` };
    },
  };
}

function idOf(...parts: readonly string[]): string {
  return hashOf(parts.join("/")).slice(0, 32);
}

/** What no file's name may hold becomes a space, and long names are cut. */
function inFileName(title: string): string {
  return title
    .replaceAll(/[/\\:*?"<>|]/g, " ")
    .slice(0, 50)
    .trim();
}

function slug(title: string): string {
  const words = title.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return words === "" ? "" : `${words}-`;
}

function writtenOut(day: string): string {
  return DateTime.fromISO(day, { zone: "utc" }).toFormat("LLLL d, yyyy", { locale: "en-US" });
}
