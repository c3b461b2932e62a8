import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { Picture, PlaceField } from "../../types.ts";
import type { AirtableClient, AttachmentCell } from "../client.ts";
import type { Subject } from "../errors.ts";
import type { Field } from "../schema.ts";

/** What the column of charts should hold of ours. */
export interface ChartsPayload {
  readonly id: string;
  readonly pictures: readonly Picture[];
}

/** A file of a cell that is set anew: those that are not named go. */
export interface KeptFile {
  readonly id: string;
}

/** Charts as a value of the record: the names of their files, which say what is in them. */
export function chartsField(field: Field, pictures: readonly Picture[]): PlaceField {
  const payload: ChartsPayload = { id: field.id, pictures };
  return { name: field.name, content: contentOf(pictures.map(({ file }) => file.name)), payload };
}

/** What a cell holds of ours, in the same form. */
export function presentCharts(cell: unknown): string {
  return contentOf(filesIn(cell).flatMap(({ name }) => (isOurs(name) ? [name] : [])));
}

/** Whether people put files of their own beside ours. */
export function holdsTheirs(cell: unknown): boolean {
  return filesIn(cell).some(({ name }) => !isOurs(name));
}

export function chartsPayload({ payload }: PlaceField): ChartsPayload | null {
  return "pictures" in asRecord(payload) ? (payload as ChartsPayload) : null;
}

/**
 * Makes the cell hold these charts: uploads what it lacks, then takes away what is old or there twice. Uploads are
 * added to a cell, so new ones stand beside old ones for a moment, and a run that is killed then leaves both; the
 * next one takes the old away. What people put there stays.
 * @param present the cell as it is now.
 * @param keep sets the cell to these files.
 */
export async function bringCharts(
  client: AirtableClient,
  subject: Subject,
  cell: AttachmentCell,
  { pictures }: ChartsPayload,
  present: unknown,
  keep: (files: readonly KeptFile[]) => Promise<void>,
): Promise<void> {
  const wanted = new Map(pictures.map(({ file }) => [file.name, file]));
  const before = filesIn(present);
  const surplus = surplusOf(before, new Set(wanted.keys()));
  const there = new Set(before.map(({ name }) => name));
  let now = before;
  for (const [name, { svg }] of wanted) {
    if (there.has(name)) continue;
    const answer = await client.attach(subject, cell, { name, type: "image/svg+xml", text: svg });
    now = filesIn(asRecord(answer.fields)[cell.fieldId]);
  }
  if (surplus.size > 0) await keep(now.filter(({ id }) => !surplus.has(id)).map(({ id }) => ({ id })));
}

interface File {
  readonly id: string;
  readonly name: string;
}

/** Ids of files of ours that are not wanted, or wanted once and there twice. */
function surplusOf(files: readonly File[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const surplus = files.filter(({ name }) => {
    const stays = !isOurs(name) || (wanted.has(name) && !seen.has(name));
    seen.add(name);
    return !stays;
  });
  return new Set(surplus.map(({ id }) => id));
}

/** The names that our charts have (render/charts). */
function isOurs(name: string): boolean {
  return /^chart .+ [0-9a-f]{12}\.svg$/u.test(name);
}

/** The order of files in a cell says nothing. */
function contentOf(names: readonly string[]): string {
  return names.toSorted().join("\n");
}

function filesIn(cell: unknown): readonly File[] {
  return asList(cell)
    .map((file): LooseRecord => asRecord(file))
    .map(({ id, filename }) => ({ id: asText(id) ?? "", name: asText(filename) ?? "" }));
}
