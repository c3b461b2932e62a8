import { afterEach, describe, expect, it } from "vitest";

import { reportWork, type ReportedWork } from "../src/job.ts";
import type { JobSetup } from "../src/job/setup.ts";
import type { Fault } from "../src/sandbox/server/fault-plan.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";

let sandbox: SampleSandbox;
afterEach(() => sandbox.close());

const start = startSample;

const report = (setup: JobSetup): Promise<ReportedWork> =>
  reportWork(setup, { template: null, period: null, dryRun: false });

/** The words on the report pages, page by page. */
function reports({ notion: { workspace }, seeded }: SampleSandbox): readonly string[] {
  const words = (id: string): unknown =>
    workspace
      .children(id)
      .map((node) => (node.kind === "block" ? [node.type, plain(node.content), words(node.id)] : node.kind));
  const pages = workspace.children(seeded.pages["planning"]!).filter(({ kind }) => kind === "page");
  return pages.map(({ id }) => JSON.stringify(words(id)));
}

/** Links carry the sandbox's port. */
function plain(content: unknown): string {
  return JSON.stringify(content).replaceAll(/127\.0\.0\.1:\d+/g, "here");
}

async function cleanReport(): Promise<{ readonly pages: readonly string[]; readonly requests: number }> {
  sandbox = await start();
  await report(setupFor(sandbox));
  const done = { pages: reports(sandbox), requests: sandbox.notion.log.calls.length };
  await sandbox.close();
  return done;
}

describe("job", () => {
  it("ends as after one clean run, wherever the service went away in between", async () => {
    const clean = await cleanReport();
    const places = [1, 2, 5, 12, 20, 30, 36, 38, 39, 40, 41].filter((n) => n <= clean.requests);

    for (const nth of places) {
      sandbox = await start();
      const away = {
        match: { nth, times: Number.POSITIVE_INFINITY },
        fault: { kind: "reset" } satisfies Fault,
      };
      sandbox.notion.faults.add(away);
      const cut = await report(setupFor(sandbox, { patienceMinutes: 0 })).then(
        ({ failures }) => failures.length > 0,
        () => true,
      );
      sandbox.notion.faults.clear();

      await report(setupFor(sandbox));

      expect({ nth, cut, pages: reports(sandbox) }).toEqual({ nth, cut: true, pages: clean.pages });
      await sandbox.close();
    }
    sandbox = await start();
  });

  it("makes one report although the answer to the first write was lost", async () => {
    const clean = await cleanReport();
    sandbox = await start();
    sandbox.notion.faults.add({
      match: { method: "POST", path: /\/v1\/pages$/ },
      fault: { kind: "reset-after" },
    });

    const { publications } = await report(setupFor(sandbox));

    expect(publications).toMatchObject([{ action: "created" }]);
    expect(reports(sandbox)).toEqual(clean.pages);
  });

  it("makes one report although two runs start at once", async () => {
    const clean = await cleanReport();
    sandbox = await start();

    await Promise.all([report(setupFor(sandbox)), report(setupFor(sandbox))]);

    expect(reports(sandbox)).toEqual(clean.pages);
  });

  it("gives the same report in whatever order rows arrive", async () => {
    const clean = await cleanReport();
    sandbox = await start();
    for (const node of sandbox.notion.workspace.store.nodes.values()) {
      if (node.kind === "data_source") node.rows.reverse();
    }

    await report(setupFor(sandbox));

    expect(reports(sandbox)).toEqual(clean.pages);
  });
});
