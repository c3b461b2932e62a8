import { access, constants, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";

import { UsageError } from "../errors.ts";
import type { ReportedWork } from "../job.ts";
import { replaceFile } from "../lib/write-beside.ts";
import { readingWidth } from "../lib/display-width.ts";
import { toTerminal } from "../render/index.ts";
import { describePublication, publicationsMarkdown } from "../reporters/publications.ts";
import { hasSummary, summaryVariable } from "../reporters/step-summary.ts";
import type { CommandIo } from "./io.ts";
import type { ReportFormat, ReportOptions } from "./options.ts";

/** What the report is shown on. */
interface Screen extends Pick<CommandIo, "color" | "env"> {
  readonly columns: Pick<CommandIo["columns"], "stdout">;
}

/** How the report is shown, and where. */
export interface ReportOutput {
  readonly format: ReportFormat;
  /** Absolute; null for stdout, or for the run's page where the format is `summary`. */
  readonly file: string | null;
}

const endings: Readonly<Record<string, ReportFormat>> = {
  ".md": "md",
  ".markdown": "md",
  ".html": "html",
  ".htm": "html",
  ".json": "json",
  ".txt": "term",
};

/**
 * Settled before anything is read, so that nobody waits for a report that has nowhere to go.
 * @throws UsageError when flags contradict each other, or the place cannot be written to.
 */
export async function chooseOutput(
  { format, json, out }: Pick<ReportOptions, "format" | "json" | "out">,
  { cwd, env }: Pick<CommandIo, "cwd" | "env">,
): Promise<ReportOutput> {
  if (json && format !== null && format !== "json") {
    throw new UsageError(`--json and --format ${format} do not go together.`, {
      hint: "--json is short for --format json.",
    });
  }
  const asked = json ? "json" : format;
  if (out !== null) {
    const file = resolve(cwd, out);
    const chosen = asked ?? formatOf(file);
    await checkPlace(file);
    return { format: chosen, file };
  }
  if (asked === "summary" && !hasSummary(env)) {
    throw new UsageError(`--format summary needs a place: ${summaryVariable} is not set.`, {
      hint: "GitHub Actions sets it. Elsewhere, name a file: --format summary --out summary.md",
    });
  }
  return { format: asked ?? "term", file: null };
}

/** The report in one format, ending in a line break. */
export function reportAs(format: ReportFormat, work: ReportedWork, screen: Screen, plan = false): string {
  switch (format) {
    case "term":
      return `${reportOnScreen(work, screen, plan)}\n`;
    case "md":
      return work.rendered.markdown;
    case "html":
      return work.html;
    case "json":
      return asJson(work);
    case "summary":
      return `${work.rendered.markdown.trimEnd()}\n\n${publicationsMarkdown(work)}`.trimEnd() + "\n";
  }
}

/** The report to read in a terminal, then what became of it in each place; a link is the last line. */
export function reportOnScreen(work: ReportedWork, screen: Screen, plan = false): string {
  const { title, document, phrases } = work.rendered;
  return [
    title,
    "",
    toTerminal(document, { color: screen.color, width: terminalWidth(screen), phrases }).trimEnd(),
    "",
    ...work.publications.flatMap((publication) => describePublication(publication, { plan })),
  ].join("\n");
}

/**
 * In one step: whoever looks sees the old file or the new one.
 * @throws UsageError when the file cannot be written after all.
 */
export async function writeOut(file: string, text: string): Promise<void> {
  try {
    // A pipe or a device has no old content to keep and must not be replaced by a file.
    if ((await kindOf(file)) === "other") await writeFile(file, text);
    else await replaceFile(file, text);
  } catch (error) {
    throw new UsageError(`The report could not be written to ${file}.`, {
      hint: "Check that there is room on the disk; the report in the workspace is done.",
      cause: error,
    });
  }
}

function formatOf(file: string): ReportFormat {
  const ending = extname(file).toLowerCase();
  const format = endings[ending];
  if (format !== undefined) return format;
  throw new UsageError(
    ending === ""
      ? `--out ${file} has no ending that says how to write it.`
      : `--out ${file}: “${ending}” does not say how to write it.`,
    { hint: `End it in ${Object.keys(endings).join(", ")}, or add --format.` },
  );
}

async function checkPlace(file: string): Promise<void> {
  const folder = dirname(file);
  const there = await kindOf(folder);
  if (there !== "folder") {
    throw new UsageError(there === null ? `There is no folder ${folder}.` : `${folder} is not a folder.`, {
      hint: "Make the folder first, or give --out another path.",
    });
  }
  const kind = await kindOf(file);
  if (kind === "folder") {
    throw new UsageError(`${file} is a folder.`, { hint: "Give --out the name of a file." });
  }
  // A slip on the command line must not cost a team its config, its tables or its template.
  if (kind === "file" && !mayBeReport(file)) {
    throw new UsageError(`${file} is there already, and by its ending it is no report.`, {
      hint: `Only files that end in ${Object.keys(endings).join(", ")} are replaced. Give --out another name, or take that file away first.`,
    });
  }
  try {
    await access(kind === "other" ? file : folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${file} may not be written.`, {
      hint: "Change who may write there, or give --out another path.",
      cause: error,
    });
  }
}

/** A file without an ending may be one of `--format`; one that begins with a dot is somebody's settings. */
function mayBeReport(file: string): boolean {
  const ending = extname(file).toLowerCase();
  return ending === "" ? !basename(file).startsWith(".") : endings[ending] !== undefined;
}

/** null when there is nothing. */
async function kindOf(path: string): Promise<"file" | "folder" | "other" | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "folder";
    return found.isFile() ? "file" : "other";
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return null;
    throw error;
  }
}

function asJson({ model, publications }: ReportedWork): string {
  const places = publications.map(({ connection, url, id, action, writes }) => ({
    connection,
    url,
    id,
    action,
    writes,
  }));
  return `${JSON.stringify({ ...model, publications: places }, null, 2)}\n`;
}

/** What a person says (COLUMNS) goes over what the terminal says; a file or a pipe gets a page's width. */
function terminalWidth({ env, columns }: Screen): number {
  const asked = Number(env["COLUMNS"]);
  return readingWidth(Number.isInteger(asked) && asked >= 40 ? asked : (columns.stdout ?? 100));
}
