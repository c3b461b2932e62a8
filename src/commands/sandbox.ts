import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { ExitCode } from "../errors.ts";
import { exitCodes, UsageError } from "../errors.ts";
import { didYouMean } from "../lib/did-you-mean.ts";
import { startSandbox } from "../sandbox/index.ts";
import { layouts, sampleNow, type SampleVariant } from "../sandbox/teams/index.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { SandboxOptions } from "./options.ts";

/**
 * `sothat sandbox`: serves the sample team until Ctrl-C, and says how to run the job against it. The config lies in
 * `.sothat/sandbox`, with whatever runs of the job leave beside it; none of it outlives the workspace it is about.
 */
export async function sandbox(
  { provider, port, variant, now, verbose }: SandboxOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const running = await startSandbox({
    provider,
    variant: variantOf(variant),
    port,
    startsAt: now ?? sampleNow,
  });
  const parent = join(io.cwd, ".sothat");
  const folder = join(parent, "sandbox");
  try {
    // What a killed sandbox left must not pass for this one's history.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const file = join(folder, "sothat.yaml");
    await writeFile(file, running.config);
    await running.prepare(folder);
    say(io, `A sample team's workspace: ${running.url}/`);
    say(io, "");
    say(io, "In another terminal:");
    for (const [name, value] of Object.entries(running.env)) say(io, `  export ${name}=${value}`);
    say(io, `  npx sothat report --now ${sampleNow} --config ${file}`);
    say(io, "");
    say(io, `Ctrl-C ends it and deletes ${folder}; nothing is kept.`);
    if (verbose)
      running.notion.log.subscribe((call) => io.stderr(`${call.method} ${call.path} ${call.status}\n`));
    await untilStopped(io.signal);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
    // Only when there is nothing else in it, such as the history of the team's own runs.
    await rmdir(parent).catch(() => undefined);
  }
  return exitCodes.done;
}

/** The layout with this name; the usual one for null. */
export function variantOf(name: string | null): SampleVariant {
  if (name === null) return "plain";
  if (Object.hasOwn(layouts, name)) return name as SampleVariant;
  const known = Object.keys(layouts);
  throw new UsageError(`There is no variant ${JSON.stringify(name)}.${didYouMean(name, known)}`, {
    hint: `The variants are ${known.join(", ")}.`,
  });
}

export function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
