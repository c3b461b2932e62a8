import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { UsageError } from "../src/errors.ts";
import { reportWork } from "../src/job.ts";
import type { ReportRequest } from "../src/job/request.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";
import { tempFolder } from "./temp-folder.ts";

let sandbox: SampleSandbox;
let folder: string;
beforeEach(async () => {
  sandbox = await startSample({ provider: "files" });
  folder = await tempFolder();
  await sandbox.prepare(folder);
});
afterEach(() => sandbox.close());

const report = (filters?: ReportRequest["filters"]) =>
  reportWork(setupFor(sandbox, { folder }), {
    template: null,
    period: null,
    dryRun: false,
    ...(filters === undefined ? {} : { filters }),
  });
const clinics = { goals: ["g2"], ownerTeam: null, kinds: [] };

describe("a report of a part", () => {
  it("stands beside the whole one and never in its place", async () => {
    const whole = await report();
    const part = await report(clinics);
    const [wholeAgain, partAgain] = [await report(), await report(clinics)];

    const files = (await readdir(join(folder, "reports"))).filter((name) => name.endsWith(".md"));
    expect(files.toSorted()).toEqual([
      "First Birthday Coalition- planning notes, November 16 – 22, 2026 (Pregnant patients of our four clinics can keep their visits).md",
      "First Birthday Coalition- planning notes, November 16 – 22, 2026.md",
    ]);
    expect(part.model.key).not.toBe(whole.model.key);
    expect(part.publications).toMatchObject([{ action: "created" }]);
    expect([wholeAgain, partAgain].map(({ publications }) => publications[0]?.action)).toEqual([
      "unchanged",
      "unchanged",
    ]);
    expect(part.rendered.markdown.split("\n")[2]).toMatch(
      /^\*\*This report shows a part of the whole\.\*\* Only \[/,
    );
  });

  it("stops before anything is written when there is no such goal or team", async () => {
    const byGoal = await report({ ...clinics, goals: ["A doula within ten day of asking"] }).catch(
      (error: unknown) => error,
    );
    const byTeam = await report({ goals: [], ownerTeam: "Clinic", kinds: [] }).catch(
      (error: unknown) => error,
    );

    expect(byGoal).toBeInstanceOf(UsageError);
    expect(byGoal).toMatchObject({
      message: expect.stringContaining('Did you mean "A doula within ten days of asking for one"?') as string,
      exitCode: 2,
    });
    expect(byTeam).toMatchObject({ message: expect.stringContaining('Did you mean "Clinics"?') as string });
    expect(await readdir(folder)).not.toContain("reports");
  });
});
