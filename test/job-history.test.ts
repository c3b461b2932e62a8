import { rm } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, describe, expect, it } from "vitest";

import { historyFile } from "../src/history/file.ts";
import { checkWork, reportWork, type ReportedWork } from "../src/job.ts";
import type { JobSetup } from "../src/job/setup.ts";
import { actAsPeople } from "../src/sandbox/people.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";
import { tempFolder } from "./temp-folder.ts";

let sandbox: SampleSandbox;
afterEach(() => sandbox.close());

interface Team {
  readonly folder: string;
  readonly path: string;
  readonly on: (day: string) => JobSetup;
}

async function startTeam(provider: "files" | "notion" = "files"): Promise<Team> {
  sandbox = await startSample({ provider });
  const folder = await tempFolder();
  await sandbox.prepare(folder);
  const path = join(folder, ".sothat", "history.ndjson");
  const on = (day: string): JobSetup =>
    setupFor(sandbox, {
      folder,
      history: historyFile(path),
      now: `${day}T12:00:00Z`,
      patienceMinutes: 0,
    });
  return { folder, path, on };
}

const report = (setup: JobSetup, given: { dryRun?: boolean; period?: string } = {}): Promise<ReportedWork> =>
  reportWork(setup, { template: null, period: null, dryRun: false, ...given });

describe("job: what earlier reports saw", () => {
  it("compares with the last report that was made, and writes nothing when it is made again", async () => {
    const { folder, path, on } = await startTeam();

    const first = await report(on("2026-11-16"));
    await actAsPeople(sandbox, folder);
    await report(on("2026-11-23"), { dryRun: true });
    await checkWork(on("2026-11-23"), { rules: null });
    const third = await report(on("2026-11-30"));
    const again = await report(on("2026-11-30"));
    const firstAgain = await report(on("2026-11-16"));
    await rm(path);
    const forgotten = await report(on("2026-11-30"));

    expect(first.model.since.day).toBeNull();
    expect(third.model.since).toMatchObject({ day: "2026-11-16", results: [{ latest: { value: 16.9 } }] });
    expect(third.rendered.markdown).toContain("**Since the last report (Nov 16, 2026)**");
    expect(again.model).toEqual(third.model);
    expect(again.publications).toMatchObject([{ action: "unchanged", writes: 0 }]);
    expect(firstAgain.model.since.day).toBeNull();
    expect(forgotten.model.since.day).toBeNull();
    expect(forgotten.rendered.markdown).toContain("No earlier report is known here");
  });

  it("starts a period since the last report on that report's day, however often it is made again", async () => {
    const { on } = await startTeam();
    const since = async (day: string): Promise<string> => {
      const { model } = await report(on(day), { period: "since-last" });
      return `${model.period.name} after ${model.since.day}`;
    };

    expect(await since("2026-11-16")).toBe("2026-W47 after null");
    expect(await since("2026-11-16")).toBe("2026-W47 after null");
    expect(await since("2026-11-27")).toBe("since-2026-11-16 after 2026-11-16");
    expect(await since("2026-11-27")).toBe("since-2026-11-16 after 2026-11-16");
  });

  it("does not count a report that could not be put anywhere", async () => {
    const { on } = await startTeam("notion");
    sandbox.notion.faults.add({
      match: { method: "POST", path: /\/v1\/pages$/, times: Number.POSITIVE_INFINITY },
      fault: { kind: "reset" },
    });

    const { failures } = await report(on("2026-11-16"));

    expect(failures).toHaveLength(1);
    expect(await on("2026-11-16").history.read()).toEqual([]);
  });
});
