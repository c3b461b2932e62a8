import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";

import { ServiceRefusedError } from "../../../errors.ts";
import { hashOf } from "../../../lib/hash.ts";
import { cleanText } from "../../../lib/text.ts";
import type {
  ComposedReport,
  Destination,
  FoundReport,
  PlaceField,
  PresentReport,
  ReportDraft,
  ReportPlace,
} from "../../types.ts";
import type { Disk } from "../disk.ts";
import { fileNameOf, numbered } from "./file-name.ts";
import { contentOf, type Marker, withMarker } from "./marker.ts";
import { type FileKind, fileKinds, pathOf, readFolder, type StoredReport } from "./stored.ts";

interface Place {
  readonly disk: Disk;
  readonly connection: string;
  /** Absolute. */
  readonly folder: string;
}

/**
 * Reports as files of a folder: Markdown, and HTML beside it. A file tells in its last line which report it is and
 * what this job wrote, so that people may rename it, and so that one that a person changed is known and never
 * written again: the next news of that report goes into a new file, and the publisher tells of both.
 */
export async function openPlace(
  disk: Disk,
  connection: string,
  { target }: Destination,
): Promise<ReportPlace> {
  const folder = isAbsolute(target) ? target : join(disk.folder, target);
  await disk.checkWritable(folder);
  const place: Place = { disk, connection, folder };
  return {
    name: `folder “${target}”`,
    compose,
    find: async (report) => await find(place, report),
    read: async (found) => toPresent(await lookAgain(place, found)),
    create: async (report) => await create(place, report),
    async change(found, change) {
      // No report in files has pieces, so that none is ever inserted, updated or removed.
      if (change.do === "set-fields") await setFields(place, found, change.fields);
    },
    discard: async (found) => await discard(place, found),
  };
}

function compose(draft: ReportDraft): ComposedReport {
  const texts = { Markdown: draft.markdown, HTML: draft.html };
  const fields = fileKinds.map((name): PlaceField => {
    const text = texts[name];
    return { name, content: text === null ? "" : contentOf(text), payload: text };
  });
  return { key: cleanText(draft.key), title: cleanText(draft.title), fields, pieces: [] };
}

/**
 * A file that a person changed is the report as long as it would be written the same again. Once there is news for
 * it, it only counts beside another one: as a second report, which is told of and left alone.
 */
async function find({ disk, folder }: Place, report: ComposedReport): Promise<readonly FoundReport[]> {
  const { reports } = await readFolder(disk, folder);
  const stored = reports.filter(({ key }) => key === report.key);
  if (stored[0]?.edited !== true) return stored.map(toFound);
  const current = stored.find((one) =>
    report.fields.every(({ name, content }) => fieldsOf(one)[name] === content),
  );
  return current === undefined ? [] : [current, ...stored.filter((one) => one !== current)].map(toFound);
}

function toFound({ id, files, version }: StoredReport): FoundReport {
  const shown = files.HTML ?? files.Markdown;
  return { id, url: shown === undefined ? null : pathToFileURL(shown.path).href, version };
}

function toPresent(stored: StoredReport): PresentReport {
  const edit = { id: stored.id, type: "file", content: stored.name, ours: true, edited: true, children: [] };
  return {
    ...toFound(stored),
    fields: fieldsOf(stored),
    // A person's change stands in for a piece, so that the publisher counts it and never takes the report away.
    pieces: stored.edited ? [edit] : [],
  };
}

/** What this job last wrote, whether or not a person has changed it since. */
function fieldsOf({ files }: StoredReport): Readonly<Record<string, string>> {
  return Object.fromEntries(fileKinds.map((kind) => [kind, files[kind]?.marked.hash ?? ""]));
}

async function lookAgain({ disk, connection, folder }: Place, found: FoundReport): Promise<StoredReport> {
  const { reports } = await readFolder(disk, folder);
  const stored = reports.find(({ id }) => id === found.id);
  if (stored !== undefined) return stored;
  throw new ServiceRefusedError(
    `Files: the report ${found.url ?? found.id} (connection “${connection}”) went away while it was being written.`,
    { hint: "Run again." },
  );
}

/** Nobody keeps so many reports of one title. */
const mostOfOneName = 1000;

async function create(place: Place, report: ComposedReport): Promise<FoundReport> {
  const { disk, folder, connection } = place;
  const { key } = report;
  const plain = fileNameOf(report.title, key);
  const there = await readFolder(disk, folder);
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const name = numbered(plain, number);
    if (!there.isFree(name, key)) continue;
    const id = freeId(key, name, new Set(there.reports.map((one) => one.id)));
    const [markdown, html] = fileKinds.map((kind) => textOf(kind, report.fields, { key, id }));
    const htmlPath = pathOf(folder, name, "HTML");
    // The Markdown file comes last and is the report: a run that is killed before leaves none.
    if (html != null) await disk.replace(htmlPath, html);
    else if (there.leftovers.has(htmlPath)) await disk.remove(htmlPath);
    if (await disk.create(pathOf(folder, name, "Markdown"), markdown ?? "")) return await made(place, id);
  }
  throw new ServiceRefusedError(
    `Files: ${folder} (connection “${connection}”) has ${mostOfOneName} reports called “${plain}”.`,
    { hint: "Move old ones elsewhere, then run again." },
  );
}

async function made(place: Place, id: string): Promise<FoundReport> {
  return toFound(await lookAgain(place, { id, url: null, version: null }));
}

/** The same for the same name, unless a report that was since renamed has it. */
function freeId(key: string, name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = hashOf(JSON.stringify([key, name, number])).slice(0, 16);
    if (!taken.has(id)) return id;
  }
}

async function setFields(place: Place, found: FoundReport, fields: readonly PlaceField[]): Promise<void> {
  const stored = await lookAgain(place, found);
  refuseEdited(place, stored, "written");
  // Markdown last, as when it is made.
  for (const kind of fileKinds.toReversed()) {
    if (!fields.some(({ name }) => name === kind)) continue;
    const text = textOf(kind, fields, stored);
    if (text === null) await place.disk.remove(stored.paths[kind]);
    else await place.disk.replace(stored.paths[kind], text);
  }
}

async function discard(place: Place, found: FoundReport): Promise<void> {
  const stored = await lookAgain(place, found);
  refuseEdited(place, stored, "taken away");
  for (const file of Object.values(stored.files)) await place.disk.remove(file.path);
}

/** Somebody may have saved the file since it was read. */
function refuseEdited({ folder, connection }: Place, stored: StoredReport, what: string): void {
  if (!stored.edited) return;
  throw new ServiceRefusedError(
    `Files: the report “${stored.name}” in ${folder} (connection “${connection}”) was changed by somebody, so it is not ${what}.`,
    { hint: "Run again: the news goes into a file of its own." },
  );
}

/** What a kind of file should hold; null for one that should not be there. */
function textOf(kind: FileKind, fields: readonly PlaceField[], marker: Marker): string | null {
  const payload = fields.find(({ name }) => name === kind)?.payload;
  return typeof payload === "string" ? withMarker(payload, marker) : null;
}
