import { ServiceRefusedError } from "../../errors.ts";
import { didYouMean } from "../../lib/did-you-mean.ts";
import { looseName } from "../../lib/text.ts";
import type { Disk } from "./disk.ts";
import { readFileName } from "./names.ts";

export function isTable(path: string): boolean {
  return /\.(?:csv|tsv)$/i.test(path);
}

/**
 * The file that the config's word for a table means: the very path, then the name with or without its ending, then
 * the name that an export put an id behind, its file of all rows first; case does not matter.
 * @returns the path relative to the connection's folder.
 * @throws ServiceRefusedError when none or several fit, naming what is there.
 */
export function findTable(disk: Disk, connection: string, files: readonly string[], wanted: string): string {
  const tables = files.filter(isTable);
  for (const fits of ways(wanted)) {
    const found = tables.filter(fits);
    const [first, second] = found;
    if (first !== undefined && second === undefined) return first;
    if (first !== undefined) throw tooMany(disk, connection, found, wanted);
  }
  throw notThere(disk, connection, tables, wanted);
}

function ways(wanted: string): readonly ((path: string) => boolean)[] {
  const asked = looseName(wanted.replaceAll("\\", "/").replace(/^\.\//, ""));
  const { plain, hex } = readFileName(asked);
  const named = (path: string): boolean => looseName(readFileName(path).plain) === plain;
  const tail = (path: string): string => looseName(path.slice(path.lastIndexOf("/") + 1));
  const spellings = isTable(asked) ? [asked] : [`${asked}.csv`, `${asked}.tsv`];
  return [
    (path) => spellings.includes(looseName(path)),
    (path) => spellings.includes(tail(path)),
    (path) => hex !== null && readFileName(path).hex === hex && readFileName(path).all,
    (path) => hex !== null && readFileName(path).hex === hex,
    (path) => named(path) && readFileName(path).all,
    (path) => named(path),
    // Airtable's name for the file of another view.
    (path) => looseName(readFileName(path).plain).startsWith(`${plain}-`),
  ];
}

function tooMany(
  disk: Disk,
  connection: string,
  found: readonly string[],
  wanted: string,
): ServiceRefusedError {
  return new ServiceRefusedError(
    `Files: table “${wanted}” (connection “${connection}”) may be any of ${found.length} files in ${disk.folder}.`,
    {
      details: found.map((path) => `“${path}”`),
      hint: "Write the whole name of the right one into the config, or take the others out of the folder.",
    },
  );
}

function notThere(
  disk: Disk,
  connection: string,
  tables: readonly string[],
  wanted: string,
): ServiceRefusedError {
  const names = tables.map((path) => readFileName(path).plain);
  const there =
    tables.length === 0
      ? "There is no CSV file in it."
      : `It has: ${tables.map((path) => `“${path}”`).join(", ")}.`;
  return new ServiceRefusedError(
    `Files: there is no table “${wanted}” in ${disk.folder} (connection “${connection}”).${didYouMean(readFileName(wanted).plain, names)}`,
    { hint: `${there} Export the table as CSV into the folder, or correct its name in the config.` },
  );
}
