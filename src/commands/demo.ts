import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ExitCode } from "../errors.ts";
import { exitCodes } from "../errors.ts";
import { reportWork, type ReportedWork } from "../job.ts";
import { displayWidth, fitLines } from "../lib/display-width.ts";
import { counted } from "../reporters/plain.ts";
import { describePublication } from "../reporters/publications.ts";
import { actAsPeople } from "../sandbox/people.ts";
import { startSandbox, type Sandbox } from "../sandbox/index.ts";
import { sampleNow } from "../sandbox/teams/index.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { DemoOptions } from "./options.ts";
import { reportOnScreen } from "./report-output.ts";
import { untilStopped, variantOf } from "./sandbox.ts";
import { prepareJob } from "./setup.ts";

/** `sothat demo`: the real job on the sample team three times, in one process, with nothing but this machine. */
export async function demo(options: DemoOptions, io: CommandIo): Promise<ExitCode> {
  const now = options.now ?? sampleNow;
  const sandbox = await startSandbox({
    provider: options.provider,
    variant: variantOf(null),
    port: options.port,
    startsAt: now,
  });
  const folder = await mkdtemp(join(tmpdir(), "sothat-demo-"));
  let keeps = false;
  try {
    keeps = await threeRuns(sandbox, folder, { ...options, now }, io);
  } finally {
    await sandbox.close();
    if (!keeps) await rm(folder, { recursive: true, force: true });
  }
  return exitCodes.done;
}

/** @returns whether something in the folder is still to be looked at */
async function threeRuns(
  sandbox: Sandbox,
  folder: string,
  options: DemoOptions,
  io: CommandIo,
): Promise<boolean> {
  const config = join(folder, "sothat.yaml");
  await writeFile(config, sandbox.config);
  await sandbox.prepare(folder);
  const run = (): Promise<ReportedWork> => runOnce(sandbox, { ...options, config }, io);

  title(io, "A team's workspace, on this machine only. The job reads it and writes its report.");
  const first = await run();
  say(io, reportOnScreen(first, io));
  sayRequests(sandbox, io);

  title(io, "The same again: nothing changed, so nothing is written.");
  sayOutcome(await run(), io);
  sayRequests(sandbox, io);

  title(io, "Now people work on.");
  for (const line of await actAsPeople(sandbox, folder)) tell(io, `- ${line}`);
  say(io, "");
  sayOutcome(await run(), io);
  sayRequests(sandbox, io);

  return showWhere(sandbox, first, { folder, keepOpen: options.keepOpen }, io);
}

/** One run of the job as anyone would start it, but for where it finds the service. */
async function runOnce(sandbox: Sandbox, options: DemoOptions, io: CommandIo): Promise<ReportedWork> {
  for (const { log } of [sandbox.notion, sandbox.airtable]) log.clear();
  const setup = await prepareJob(options, { ...io, env: { ...io.env, ...sandbox.env } });
  const work = await reportWork(setup, { template: null, period: null, dryRun: false }).finally(() =>
    setup.progress.done(),
  );
  for (const { error } of work.failures) throw error;
  // Airtable's links lead to the real site, where this workspace is not.
  const here = (url: string | null): string | null => {
    const path = url === null ? null : sandbox.webPath(url);
    return path === null ? url : sandbox.url + path;
  };
  return {
    ...work,
    publications: work.publications.map((one) => ({ ...one, url: here(one.url) })),
  };
}

/** @returns whether it left something in the folder to look at */
async function showWhere(
  sandbox: Sandbox,
  { publications }: ReportedWork,
  { folder, keepOpen }: { readonly folder: string; readonly keepOpen: boolean },
  io: CommandIo,
): Promise<boolean> {
  title(io, "See it");
  for (const [index, { place, url }] of publications.entries()) {
    const path = url === null ? null : sandbox.webPath(url);
    if (path === null) say(io, `${place}: ${url ?? ""}`);
    else if (keepOpen) tell(io, `${place}: ${sandbox.url}${path}`);
    else {
      const file = join(folder, `report-page-${index + 1}.html`);
      await writeFile(file, sandbox.page(path));
      tell(io, `${place}, as the workspace shows it: ${file}`);
    }
  }
  if (keepOpen && sandbox.provider !== "files") {
    say(io, `The workspace: ${sandbox.url}/`);
    say(io, "Ctrl-C ends it; nothing is kept.");
    await untilStopped(io.signal);
    return false;
  }
  if (sandbox.provider !== "files") {
    tell(io, `To walk around in the workspace: npm run demo -- --provider ${sandbox.provider} --keep-open`);
    await leaveOnlyPages(folder);
  }
  tell(io, `Only this folder stays; delete it once you have looked: ${folder}`);
  return true;
}

/** The workspace is gone with this process, and so is any use of the rest. */
async function leaveOnlyPages(folder: string): Promise<void> {
  const names = await readdir(folder);
  const others = names.filter((name) => !name.endsWith(".html"));
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function sayOutcome({ publications }: ReportedWork, io: CommandIo): void {
  for (const publication of publications) {
    for (const line of describePublication(publication, { plan: true })) tell(io, line);
  }
}

function sayRequests({ provider, notion, airtable }: Sandbox, io: CommandIo): void {
  if (provider === "files") return;
  const [reads, writes] = [
    notion.log.reads().length + airtable.log.reads().length,
    notion.log.writes().length + airtable.log.writes().length,
  ];
  say(io, `(${counted(reads, "read")} and ${counted(writes, "write")} reached the workspace.)`);
}

function title(io: CommandIo, text: string): void {
  const lines = fitLines(text, io.columns.stdout);
  const rule = "─".repeat(Math.max(...lines.split("\n").map(displayWidth)));
  say(io, `\n${rule}\n${lines}\n${rule}\n`);
}

/** One line of the story, broken where the terminal is narrower. */
function tell(io: CommandIo, line: string): void {
  say(io, fitLines(line, io.columns.stdout));
}
