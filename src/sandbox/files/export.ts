import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { stringify } from "csv-stringify/sync";

import type { SampleRow, SampleTable, SampleTeam } from "../teams/types.ts";
import { airtableDialect } from "./airtable-dialect.ts";
import type { Dialect } from "./dialect.ts";
import { notionDialect } from "./notion-dialect.ts";

export type ExportStyle = "notion" | "airtable";

export interface ExportedTeam {
  readonly folder: string;
  /** Table key → the file's name in the folder. */
  readonly tables: Readonly<Record<string, string>>;
}

/**
 * Writes the team's tables into a folder as a person gets them from the service's own export, with a column more
 * that says when each row was made.
 * @param folder made when it is not there; files of the same names are written over
 * @param timezone IANA zone in which the person who exports sees times; exports do not name it
 */
export async function exportTeam(
  team: SampleTeam,
  folder: string,
  style: ExportStyle,
  timezone = "America/New_York",
): Promise<ExportedTeam> {
  const dialect = style === "notion" ? notionDialect(team, timezone) : airtableDialect(team, timezone);
  await mkdir(folder, { recursive: true });
  const tables: Record<string, string> = {};
  for (const table of team.tables) {
    const csv = toCsv(table, dialect);
    const [main = ""] = dialect.fileNames(table);
    tables[table.key] = main;
    for (const name of dialect.fileNames(table)) await writeFile(join(folder, name), csv);
    for (const row of table.rows) await writePage(folder, dialect, table, row);
  }
  return { folder, tables };
}

function toCsv(table: SampleTable, { columns }: Dialect): string {
  const all = columns(table);
  const records = table.rows.map((row) => all.map(({ value }) => value(row)));
  return stringify([all.map(({ name }) => name), ...records], { bom: true });
}

async function writePage(
  folder: string,
  { page }: Dialect,
  table: SampleTable,
  row: SampleRow,
): Promise<void> {
  const file = page?.(table, row);
  if (file === undefined) return;
  await mkdir(join(folder, file.folder), { recursive: true });
  await writeFile(join(folder, file.folder, file.name), file.text);
}
