import { join } from "node:path";

import { hashOf } from "../../../lib/hash.ts";
import type { Disk } from "../disk.ts";
import { type Marked, readMarker } from "./marker.ts";

/** The files of one report, by the name of the field that each is. */
export const endings = { Markdown: ".md", HTML: ".html" } as const;
export type FileKind = keyof typeof endings;
export const fileKinds = ["Markdown", "HTML"] as const satisfies readonly FileKind[];

/** A file that this job wrote. */
interface StoredFile {
  /** Without ending. */
  readonly name: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly marked: Marked;
  /** Of all its bytes. */
  readonly hash: string;
}

/** A report as it lies in its folder: files of one id, the Markdown one always there. */
export interface StoredReport {
  readonly id: string;
  readonly key: string;
  /** The Markdown file's, without ending. */
  readonly name: string;
  readonly files: Readonly<Partial<Record<FileKind, StoredFile>>>;
  /** Where each file is, or would be. */
  readonly paths: Readonly<Record<FileKind, string>>;
  /** Whether a person has changed any of it, or put a file of theirs in its place. */
  readonly edited: boolean;
  /** Changes with any byte of any of its files. */
  readonly version: string;
}

/** Everything of a folder that reports have to do with. */
export interface StoredFolder {
  /** The ones that nobody has changed first. */
  readonly reports: readonly StoredReport[];
  /** Whether files may be written under this name: nothing is there but HTML that a killed run has left. */
  isFree(name: string, key: string): boolean;
  /** Paths of HTML files whose Markdown was never written, or was thrown away. */
  readonly leftovers: ReadonlySet<string>;
}

export async function readFolder(disk: Disk, folder: string): Promise<StoredFolder> {
  const names = await disk.namesIn(folder);
  const files: StoredFile[] = [];
  for (const file of names) {
    const kind = fileKinds.find((one) => file.endsWith(endings[one]));
    const bytes = kind === undefined ? null : await disk.readIfThere(join(folder, file));
    const marked = bytes === null ? null : readMarker(bytes.toString("utf8"));
    if (kind === undefined || bytes === null || marked === null) continue;
    const name = file.slice(0, -endings[kind].length);
    files.push({ name, kind, path: join(folder, file), marked, hash: hashOf(bytes.toString("base64")) });
  }
  const there = new Set(names);
  const reports = [...grouped(files)].flatMap(([id, group]) => toReport(folder, there, id, group) ?? []);
  const complete = new Set(reports.map(({ id }) => id));
  const leftovers = files.filter(({ kind, marked }) => kind === "HTML" && !complete.has(marked.id));
  return {
    reports: reports.sort(keptFirst),
    leftovers: new Set(leftovers.map(({ path }) => path)),
    isFree(name, key) {
      if (there.has(`${name}${endings.Markdown}`)) return false;
      const html = files.find((file) => file.kind === "HTML" && file.name === name)?.marked;
      if (html === undefined) return !there.has(`${name}${endings.HTML}`);
      return html.key === key && !html.edited && !complete.has(html.id);
    },
  };
}

function grouped(files: readonly StoredFile[]): ReadonlyMap<string, readonly StoredFile[]> {
  const groups = new Map<string, StoredFile[]>();
  for (const file of files) groups.set(file.marked.id, [...(groups.get(file.marked.id) ?? []), file]);
  return groups;
}

function toReport(
  folder: string,
  there: ReadonlySet<string>,
  id: string,
  group: readonly StoredFile[],
): StoredReport | null {
  // A person may have made copies: one that is as we wrote it is the report, the others are theirs.
  const ofKind = (kind: FileKind): StoredFile | undefined =>
    group
      .filter((file) => file.kind === kind)
      .sort((a, b) => byEdited(a.marked, b.marked) || byName(a, b))[0];
  const [markdown, html] = [ofKind("Markdown"), ofKind("HTML")];
  if (markdown === undefined) return null;
  const { name } = markdown;
  const inTheWay = html === undefined && there.has(`${name}${endings.HTML}`);
  return {
    id,
    key: markdown.marked.key,
    name,
    files: { Markdown: markdown, ...(html === undefined ? {} : { HTML: html }) },
    paths: { Markdown: markdown.path, HTML: html?.path ?? pathOf(folder, name, "HTML") },
    edited: markdown.marked.edited || (html?.marked.edited ?? inTheWay),
    version: hashOf([markdown.path, markdown.hash, html?.hash ?? inTheWay].join()),
  };
}

export function pathOf(folder: string, name: string, kind: FileKind): string {
  return join(folder, `${name}${endings[kind]}`);
}

function keptFirst(a: StoredReport, b: StoredReport): number {
  return byEdited(a, b) || byName(a, b);
}

function byEdited(a: { readonly edited: boolean }, b: { readonly edited: boolean }): number {
  return Number(a.edited) - Number(b.edited);
}

/** "Planning" before "Planning (2)". */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
