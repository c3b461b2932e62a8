import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { ExitCode } from "../errors.ts";
import { exitCodes, UsageError } from "../errors.ts";
import { didYouMean } from "../lib/did-you-mean.ts";
import { startSandbox } from "../sandbox/index.ts";
import { layouts, sampleNow, type SampleVariant } from "../sandbox/teams/index.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { SandboxOptions } from "./options.ts";

/** `sothat sandbox`: serves the sample team until Ctrl-C, and says how to run the job against it. */
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
  const folder = join(io.cwd, ".sothat", "sandbox");
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
  say(io, "Ctrl-C ends it; nothing is kept.");
  if (verbose)
    running.notion.log.subscribe((call) => io.stderr(`${call.method} ${call.path} ${call.status}\n`));
  await untilStopped(io.signal);
  await running.close();
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
