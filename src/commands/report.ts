import { resolve } from "node:path";

import type { ExitCode } from "../errors.ts";
import { AppError, exitCodes } from "../errors.ts";
import { reportWork } from "../job.ts";
import { fitLines } from "../lib/display-width.ts";
import { describeFailure } from "../reporters/publications.ts";
import { describeRequests } from "../reporters/requests.ts";
import { appendSummary } from "../reporters/step-summary.ts";
import type { CommandIo } from "./io.ts";
import type { ReportOptions } from "./options.ts";
import { chooseOutput, reportAs, writeOut } from "./report-output.ts";
import { prepareJob } from "./setup.ts";

/** `sothat report`: the whole line, with the report on screen and its link last. */
export async function report(options: ReportOptions, io: CommandIo): Promise<ExitCode> {
  const { format, file } = await chooseOutput(options, io);
  const setup = await prepareJob(options, io);
  const template = options.template === null ? null : asPath(options.template, io.cwd);
  const work = await reportWork(setup, {
    template,
    period: options.period,
    filters: options.filters,
    dryRun: options.dryRun,
  }).finally(() => setup.progress.done());
  if (options.verbose) for (const line of describeRequests(work.requests)) io.stderr(`${line}\n`);

  // A file takes the place of stdout for the report only; what became of it is still worth seeing.
  if (file !== null)
    await writeOut(
      file,
      reportAs(format, work, { ...io, color: false, columns: { stdout: null } }, options.dryRun),
    );
  const shown = file === null ? format : "term";
  if (shown !== "summary") io.stdout(reportAs(shown, work, io, options.dryRun));
  for (const failure of work.failures)
    io.stderr(`${fitLines(describeFailure(failure), io.columns.stderr)}\n`);
  const unwritten = await appendSummary(io.env, reportAs("summary", work, io), work.rendered.phrases.phrase);
  if (unwritten !== null) io.stderr(`${fitLines(unwritten, io.columns.stderr)}\n`);

  const [failure] = work.failures;
  if (failure !== undefined) return exitCodeOf(failure.error);
  return options.strict && work.model.summary.findings.error > 0 ? exitCodes.findings : exitCodes.done;
}

/** A path on the command line is relative to where it was typed; a built-in name stays a name. */
function asPath(template: string, cwd: string): string {
  return template.endsWith(".hbs") ? resolve(cwd, template) : template;
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof AppError) return error.exitCode;
  throw error;
}
