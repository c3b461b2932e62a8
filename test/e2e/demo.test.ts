import { describe, expect, it } from "vitest";

import { runBinary } from "./run-binary.ts";

describe("sothat demo", () => {
  it("runs the job three times, writing only what changed, and says where the page can be seen", async () => {
    const ran = await runBinary(["demo", "--quiet"]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("created (1 write)");
    expect(ran.stdout).toMatch(/unchanged[\s\S]*0 writes reached the workspace/);
    expect(ran.stdout).toMatch(/updated \(1 write\)/);
    expect(ran.stdout).toMatch(/report-page\.html/);
    expect(ran.stderr).toBe("");
  });
});
