import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { runBinary } from "./run-binary.ts";

describe("sothat demo", () => {
  it("runs the job three times, writing only what changed, and says where the page can be seen", async () => {
    const ran = await runBinary(["demo", "--quiet"]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("created (1 write)");
    expect(ran.stdout).toMatch(/unchanged[\s\S]*0 writes reached the workspace/);
    expect(ran.stdout).toMatch(/updated \(1 write\)/);
    expect(ran.stdout).toMatch(/report-page-1\.html/);
    expect(ran.stderr).toBe("");
  });

  it("prints what the README shows of it", async () => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const shown = /<!-- demo -->\s*```text\n([\s\S]*?)```/.exec(readme)?.[1]?.split("\n") ?? [];

    const { stdout } = await runBinary(["demo", "--quiet"]);

    const printed = new Set(stdout.split("\n"));
    expect(shown.filter((line) => line !== "" && line !== "…" && !printed.has(line))).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
  });
});
