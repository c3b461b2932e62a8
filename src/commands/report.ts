import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { ExitCode } from "../errors.ts";
import { AppError, exitCodes, UsageError } from "../errors.ts";
import type { ReportedWork } from "../job.ts";
import { reportWork } from "../job.ts";
import { fitLines, readingWidth } from "../lib/display-width.ts";
import { toTerminal } from "../render/index.ts";
import { describeFailure, describePublication, publicationsMarkdown } from "../reporters/publications.ts";
import { describeRequests } from "../reporters/requests.ts";
import { appendSummary } from "../reporters/step-summary.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { ReportOptions } from "./options.ts";
import { prepareJob } from "./setup.ts";

/** `sothat report`: the whole line, with the report on screen and its link last. */
export async function report(options: ReportOptions, io: CommandIo): Promise<ExitCode> {
  const setup = await prepareJob(options, io);
  const template = options.template === null ? null : asPath(options.template, io.cwd);
  const work = await reportWork(setup, {
    template,
    period: options.period,
    dryRun: options.dryRun,
  }).finally(() => setup.progress.done());
  if (options.verbose) for (const line of describeRequests(work.requests)) io.stderr(`${line}\n`);

  if (options.out !== null)
    await writeOut(resolve(io.cwd, options.out), asFormat(work, options.format ?? "md"));
  say(io, show(work, options, io));
  for (const failure of work.failures)
    io.stderr(`${fitLines(describeFailure(failure), io.columns.stderr)}\n`);
  await appendSummary(io.env, `${work.rendered.markdown}\n${publicationsMarkdown(work)}`);

  const [failure] = work.failures;
  if (failure !== undefined) return exitCodeOf(failure.error);
  return options.strict && work.summary.findings.error > 0 ? exitCodes.findings : exitCodes.done;
}

/** What goes to stdout. */
function show(work: ReportedWork, options: ReportOptions, io: CommandIo): string {
  const format = options.json ? "json" : options.format;
  return format === null ? reportOnScreen(work, io, options.dryRun) : asFormat(work, format).trimEnd();
}

/** The report to read in a terminal, then what became of it in each place; a link is the last line. */
export function reportOnScreen(work: ReportedWork, io: CommandIo, plan = false): string {
  return [
    work.rendered.title,
    "",
    toTerminal(work.rendered.document, { color: io.color, width: terminalWidth(io) }).trimEnd(),
    "",
    ...work.publications.flatMap((publication) => describePublication(publication, { plan })),
  ].join("\n");
}

function asFormat({ model, rendered, publications }: ReportedWork, format: "md" | "json"): string {
  if (format === "md") return rendered.markdown;
  const places = publications.map(({ connection, url, id, action, writes }) => ({
    connection,
    url,
    id,
    action,
    writes,
  }));
  return `${JSON.stringify({ ...model, publications: places }, null, 2)}\n`;
}

async function writeOut(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`The report could not be written to ${file}.`, {
      hint: "Check that the folder exists and may be written; the report in the workspace is done.",
      cause: error,
    });
  }
}

/** A path on the command line is relative to where it was typed; a built-in name stays a name. */
function asPath(template: string, cwd: string): string {
  return template.endsWith(".hbs") ? resolve(cwd, template) : template;
}

/** What a person says (COLUMNS) goes over what the terminal says; a file or a pipe gets a page's width. */
function terminalWidth({ env, columns }: CommandIo): number {
  const asked = Number(env["COLUMNS"]);
  return readingWidth(Number.isInteger(asked) && asked >= 40 ? asked : (columns.stdout ?? 100));
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof AppError) return error.exitCode;
  throw error;
}
