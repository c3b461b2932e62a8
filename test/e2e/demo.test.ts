import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { tempFolder } from "../temp-folder.ts";
import { runBinary, type RunOptions } from "./run-binary.ts";

/** Where the demo puts what it makes. */
let temporary: string;
let options: RunOptions;
beforeEach(async () => {
  temporary = await tempFolder();
  options = { cwd: temporary, env: { TMPDIR: temporary } };
});

describe("sothat demo", () => {
  it("runs the job three times, writing only what changed, as the README shows it", async () => {
    const ran = await runBinary(["demo", "--quiet"], options);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("created (1 write)");
    expect(ran.stdout).toMatch(/unchanged[\s\S]*0 writes reached the workspace/);
    expect(ran.stdout).toMatch(/updated \(1 write\)/);
    expect(ran.stderr).toBe("");
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const shown = /<!-- demo -->\s*```text\n([\s\S]*?)```/.exec(readme)?.[1]?.split("\n") ?? [];
    const printed = new Set(ran.stdout.split("\n"));
    expect(shown.filter((line) => line !== "" && line !== "…" && !printed.has(line))).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
    // The page alone stays, to be looked at.
    const [folder = "", ...more] = await readdir(temporary);
    expect(more).toEqual([]);
    expect(await readdir(join(temporary, folder))).toEqual(["report-page-1.html"]);
    expect(ran.stdout).toContain(join(temporary, folder, "report-page-1.html"));
    expect(ran.stdout).toContain(
      `Only this folder stays; delete it once you have looked: ${join(temporary, folder)}`,
    );
  });

  it("leaves nothing when Ctrl-C ends its web view", async () => {
    let stopped = false;
    const ran = await runBinary(["demo", "--quiet", "--keep-open"], {
      ...options,
      onStdout: (soFar, kill) => {
        if (!stopped && soFar.includes("Ctrl-C ends it")) {
          stopped = true;
          kill("SIGINT");
        }
      },
    });

    expect([stopped, ran.code]).toEqual([true, 0]);
    expect(await readdir(temporary)).toEqual([]);
  });
});
