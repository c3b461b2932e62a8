import { join } from "node:path";

import { cleanText, looseName } from "../../lib/text.ts";
import type { Disk } from "./disk.ts";
import { dashed, folderOf, readFileName } from "./names.ts";

/** A row's page, as a Notion export puts it beside the CSV file. */
export interface PageFile {
  /** With dashes; null when the file's name holds none. */
  readonly id: string | null;
  readonly text: string;
}

/** Ids of all pages in the folder: the rows that a relation may point at. */
export function pageIds(files: readonly string[]): ReadonlySet<string> {
  const hexes = files.flatMap((path) => (isPage(path) ? (readFileName(path).hex ?? []) : []));
  return new Set(hexes.map(dashed));
}

/**
 * The pages of a table's rows, by the row's position: those of its folder ("Goals 1a2b…/" or "Goals/" beside
 * "Goals 1a2b….csv") whose heading is the row's title. Of several with one title, each row gets the one that says
 * most of what is in its cells.
 * @param titles each row's first cell
 * @param cells each row's cells as "Column: value", as pages repeat them below the heading
 */
export async function pagesOf(
  disk: Disk,
  files: readonly string[],
  table: string,
  titles: readonly string[],
  cells: (row: number) => readonly string[],
): Promise<ReadonlyMap<number, PageFile>> {
  const byTitle = await readPages(
    disk,
    files.filter((path) => isPageOf(path, table)),
  );
  const pages = new Map<number, PageFile>();
  if (byTitle.size === 0) return pages;
  for (const [row, title] of titles.entries()) {
    const left = byTitle.get(comparable(title)) ?? [];
    const page = left.length > 1 ? likeliest(left, cells(row)) : left[0];
    if (page === undefined) continue;
    pages.set(row, page);
    left.splice(left.indexOf(page), 1);
  }
  return pages;
}

function isPage(path: string): boolean {
  return /\.md$/i.test(path);
}

function isPageOf(path: string, table: string): boolean {
  if (!isPage(path)) return false;
  const folder = folderOf(path);
  if (folderOf(folder) !== folderOf(table)) return false;
  const [there, wanted] = [readFileName(folder), readFileName(table)];
  const sameId = there.hex === null || wanted.hex === null || there.hex === wanted.hex;
  return sameId && looseName(there.plain) === looseName(wanted.plain);
}

async function readPages(disk: Disk, paths: readonly string[]): Promise<ReadonlyMap<string, PageFile[]>> {
  const byTitle = new Map<string, PageFile[]>();
  for (const path of paths) {
    const bytes = await disk.read(join(disk.folder, path), "body");
    const { plain, hex } = readFileName(path);
    const text = cleanText(bytes.toString("utf8").replace(/^\ufeff/, ""));
    const key = comparable(headingOf(text) ?? plain);
    const page = { id: hex === null ? null : dashed(hex), text };
    byTitle.set(key, [...(byTitle.get(key) ?? []), page]);
  }
  return byTitle;
}

function headingOf(text: string): string | null {
  return /^\s*# +(.*)/.exec(text)?.[1] ?? null;
}

/** Notion calls a page without a title "Untitled". */
function comparable(title: string): string {
  return looseName(cleanText(title)) || "untitled";
}

function likeliest(pages: readonly PageFile[], cells: readonly string[]): PageFile | undefined {
  const said = pages.map(({ text }) => cells.filter((cell) => text.includes(cell)).length);
  return pages[said.indexOf(Math.max(...said))];
}
