import type { ExitCode } from "../errors.ts";
import { exitCodes } from "../errors.ts";
import { checkWork } from "../job.ts";
import { fitLines } from "../lib/display-width.ts";
import { fixedWords } from "../render/index.ts";
import { findingsAsJson } from "../reporters/findings-json.ts";
import { findingsAsText } from "../reporters/findings-text.ts";
import { githubAnnotations, githubSummary } from "../reporters/github.ts";
import { describeRequests } from "../reporters/requests.ts";
import { appendSummary } from "../reporters/step-summary.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { CheckOptions } from "./options.ts";
import { requireRule } from "./rules.ts";
import { prepareJob } from "./setup.ts";

/** `sothat check`: which learning items have no "so that" yet. Reads only. */
export async function check(options: CheckOptions, io: CommandIo): Promise<ExitCode> {
  const rules = options.rules.length === 0 ? null : options.rules.map(requireRule);
  const setup = await prepareJob(options, io);
  const checked = await checkWork(setup, { rules }).finally(() => setup.progress.done());
  if (options.verbose) for (const line of describeRequests(checked.requests)) io.stderr(`${line}\n`);

  const { phrase } = fixedWords(setup.config.locale);
  const { findings, goals, summary, portfolio, silenced, stale } = checked;
  const shown = {
    now: setup.clock.asOf().toUTC().toISO() ?? "",
    summary,
    findings,
    goals,
    readingNotes: portfolio.readingNotes,
    silenced,
    stale: stale.map((one) => ({ ...one, at: setup.ignoredAt[one.index] ?? null })),
  };
  say(
    io,
    options.json
      ? findingsAsJson(shown)
      : fitLines(
          findingsAsText(shown, {
            all: options.all,
            silenced: options.silenced,
            color: io.color,
            say: phrase,
          }),
          io.columns.stdout,
        ),
  );
  if (io.env["GITHUB_ACTIONS"] === "true" && !options.json) io.stderr(githubAnnotations(shown, phrase));
  const unwritten = await appendSummary(io.env, githubSummary(shown, phrase), phrase);
  if (unwritten !== null) io.stderr(`${fitLines(unwritten, io.columns.stderr)}\n`);

  if (summary.findings.error > 0) return exitCodes.findings;
  return options.maxWarnings !== null && summary.findings.warn > options.maxWarnings
    ? exitCodes.findings
    : exitCodes.done;
}
