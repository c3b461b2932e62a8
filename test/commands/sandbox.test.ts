import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

import type { CommandIo } from "../../src/commands/io.ts";
import type { SandboxOptions } from "../../src/commands/options.ts";
import { sandbox } from "../../src/commands/sandbox.ts";
import { exitCodes } from "../../src/errors.ts";

const options: SandboxOptions = {
  config: null,
  now: null,
  json: false,
  quiet: false,
  verbose: false,
  provider: "files",
  port: null,
  variant: null,
};

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sothat-sandbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the command until it has said everything; then `meanwhile` happens, and Ctrl-C. */
async function runIn(
  cwd: string,
  meanwhile: () => Promise<void>,
): Promise<{ readonly code: number; readonly output: string }> {
  const stop = new AbortController();
  let output = "";
  let ready = (): void => undefined;
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  const io: CommandIo = {
    stdout: (text) => {
      output += text;
      if (output.includes("Ctrl-C")) ready();
    },
    stderr: () => undefined,
    env: {},
    cwd,
    isTTY: false,
    columns: { stdout: null, stderr: null },
    color: false,
    signal: stop.signal,
    hide: () => undefined,
  };
  const ended = sandbox(options, io);
  await Promise.race([isReady, ended]);
  await meanwhile();
  stop.abort();
  return { code: await ended, output };
}

describe("commands/sandbox", () => {
  it("keeps nothing, as it says, once it has ended", async () => {
    const cwd = await freshFolder();
    const folder = join(cwd, ".sothat", "sandbox");
    let config = "";

    const { code, output } = await runIn(cwd, async () => {
      config = await readFile(join(folder, "sothat.yaml"), "utf8");
      // As a run of the job does.
      await mkdir(join(folder, ".sothat"));
      await writeFile(join(folder, ".sothat", "history.ndjson"), "{}\n");
    });

    expect(code).toBe(exitCodes.done);
    expect(config).toContain("provider: files");
    expect(output).toContain(`Ctrl-C ends it and deletes ${folder}; nothing is kept.`);
    expect(await readdir(cwd)).toEqual([]);
  });

  it("leaves the team's own history alone, and takes none from a sandbox that was killed", async () => {
    const cwd = await freshFolder();
    const old = join(cwd, ".sothat", "sandbox", ".sothat");
    await mkdir(old, { recursive: true });
    await writeFile(join(old, "history.ndjson"), "{}\n");
    await writeFile(join(cwd, ".sothat", "history.ndjson"), "{}\n");
    let during: readonly string[] = [];

    await runIn(cwd, async () => {
      during = await readdir(join(cwd, ".sothat", "sandbox"));
    });

    expect(during).toContain("sothat.yaml");
    expect(during).not.toContain(".sothat");
    expect(await readdir(join(cwd, ".sothat"))).toEqual(["history.ndjson"]);
  });
});
