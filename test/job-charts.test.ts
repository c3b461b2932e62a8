import { afterEach, describe, expect, it } from "vitest";

import { reportWork, type ReportedWork } from "../src/job.ts";
import type { JobSetup } from "../src/job/setup.ts";
import type { Node } from "../src/sandbox/notion/records.ts";
import type { Call } from "../src/sandbox/server/call-log.ts";
import type { Fault } from "../src/sandbox/server/fault-plan.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";

let sandbox: SampleSandbox;
afterEach(() => sandbox.close());

const reset = { kind: "reset" } satisfies Fault;

/** Without a cache: what was done before can be seen in the workspace alone. */
const report = (
  more: Partial<JobSetup["config"]["report"]> = {},
  patienceMinutes = 15,
): Promise<ReportedWork> => {
  const setup = setupFor(sandbox, { patienceMinutes });
  const config = { ...setup.config, report: { ...setup.config.report, charts: true, ...more } };
  return reportWork({ ...setup, config }, { template: null, period: null, dryRun: false });
};

const named = (calls: readonly Call[]): readonly string[] =>
  calls.map(
    ({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{32,36}|(?:rec|fld|tbl|app)\w{14}/g, "…")}`,
  );

describe("job: charts in Notion", () => {
  const start = async (): Promise<void> => {
    sandbox = await startSample();
  };
  const page = (): string =>
    sandbox.notion.workspace
      .children(sandbox.seeded.pages["planning"]!)
      .filter(({ kind }) => kind === "page")
      .map(({ id }) => id)[0]!;
  const below = (id: string): readonly Node[] =>
    sandbox.notion.workspace.children(id).flatMap((node) => [node, ...below(node.id)]);
  const images = () =>
    below(page()).flatMap((node) =>
      node.kind === "block" && node.type === "image"
        ? [{ id: node.id, caption: JSON.stringify(node.content["caption"]), content: node.content }]
        : [],
    );
  const words = (): string =>
    JSON.stringify(
      below(page()).map((node) => (node.kind === "block" ? [node.type, node.content] : node.kind)),
    )
      .replaceAll(/127\.0\.0\.1:\d+/g, "here")
      .replaceAll(/"file_upload":\{"id":"[^"]+"\}/g, '"an upload"');
  const changeNumber = (): void => {
    const { rows, people } = sandbox.seeded;
    sandbox.notion.workspace.setCell(rows["results"]!["res-missed-2026-10"]!, "Value", 16.9, {
      by: people["linh"]!,
    });
  };

  /** What one run leaves when nothing goes wrong; made once. */
  const cleanReport = async (): Promise<{ readonly clean: string; readonly uploads: number }> => {
    if (once !== null) return once;
    await start();
    await report();
    once = { clean: words(), uploads: sandbox.notion.log.matching(/^POST \/v1\/file_uploads/).length };
    await sandbox.close();
    return once;
  };
  let once: { readonly clean: string; readonly uploads: number } | null = null;

  it("keeps them as pictures that say what they show, and touches nothing in a second run", async () => {
    await start();

    const first = await report();
    const uploads = sandbox.notion.log.matching(/^POST \/v1\/file_uploads/).length;
    sandbox.notion.log.clear();
    const second = await report();

    expect(first.publications).toMatchObject([{ action: "created", writes: 1 }]);
    expect(images().length).toBeGreaterThan(2);
    expect(uploads).toBe(images().length * 2);
    for (const { caption } of images())
      expect(caption).toMatch(/\d+ results, from .* Target: .* Drawing [0-9a-f]{8}\./);
    expect(second.publications).toMatchObject([{ action: "unchanged", writes: 0 }]);
    expect(sandbox.notion.log.writes()).toEqual([]);
  });

  it("writes exactly the chart and the text that show a changed number", async () => {
    await start();
    await report();
    const before = images().map(({ id }) => id);
    changeNumber();
    sandbox.notion.log.clear();

    await report();

    expect(named(sandbox.notion.log.writes()).toSorted()).toEqual([
      "PATCH /v1/blocks/…",
      "PATCH /v1/blocks/…",
      "POST /v1/file_uploads",
      "POST /v1/file_uploads/…/send",
    ]);
    expect(images().map(({ id }) => id)).toEqual(before);
    expect(JSON.stringify(images())).toContain("to 16.9% on");
  });

  it("takes the charts away when they are no longer wanted", async () => {
    await start();
    await report();

    await report({ charts: false });

    expect(images()).toEqual([]);
    expect(words()).not.toContain("Charts");
  });

  it("leaves a caption that a person rewrote, and a picture that a person put there", async () => {
    await start();
    await report();
    const { workspace } = sandbox.notion;
    const by = sandbox.seeded.people["amara"]!;
    const [one] = images();
    const caption = [{ type: "text", text: { content: "Our best spring yet" } }];
    workspace.editBlock(one!.id, { caption }, { by });
    const theirs = { type: "external", external: { url: "https://example.org/clinic.png" } };
    workspace.appendBlocks(page(), [{ type: "image", image: theirs }], { by });
    sandbox.notion.log.clear();

    const { publications } = await report();

    expect(publications).toMatchObject([{ action: "unchanged", writes: 0, kept: 1 }]);
    expect(JSON.stringify(images())).toContain("Our best spring yet");
    expect(JSON.stringify(images())).toContain("clinic.png");
  });

  it("ends as after one clean run, wherever the service went away among the uploads", async () => {
    const { clean, uploads } = await cleanReport();

    for (const nth of [1, uploads]) {
      await start();
      sandbox.notion.faults.add({
        match: { path: /file_uploads/, nth, times: Number.POSITIVE_INFINITY },
        fault: reset,
      });
      const { failures } = await report({}, 0);
      sandbox.notion.faults.clear();

      await report();

      expect({ nth, failures: failures.length, words: words() }).toEqual({ nth, failures: 1, words: clean });
      await sandbox.close();
    }
    await start();
  });

  it("does not mind that the answer to an upload was lost", async () => {
    const { clean } = await cleanReport();
    await start();
    for (const path of [/file_uploads$/, /send$/])
      sandbox.notion.faults.add({ match: { path }, fault: { kind: "reset-after" } });

    const { publications } = await report();

    expect(publications).toMatchObject([{ action: "created", writes: 1 }]);
    expect(words()).toBe(clean);
  });

  it("uploads again what a killed run had not attached", async () => {
    const { clean } = await cleanReport();
    await start();
    sandbox.notion.faults.add({
      match: { method: "POST", path: /\/v1\/pages$/, times: Number.POSITIVE_INFINITY },
      fault: reset,
    });
    await report({}, 0);
    const uploads = sandbox.notion.log.matching(/send$/).length;
    sandbox.notion.faults.clear();
    sandbox.notion.log.clear();

    await report();

    expect(sandbox.notion.log.matching(/send$/)).toHaveLength(images().length);
    expect(uploads).toBeGreaterThan(0);
    expect(words()).toBe(clean);
  });
});

describe("job: charts in Airtable", () => {
  it("uploads each chart once, none in a second run, and one anew when its series changed", async () => {
    sandbox = await startSample({ provider: "airtable" });
    const { airtable, seededAirtable } = sandbox;
    const { workspace, log } = airtable;
    const reports = seededAirtable.reports!.tableId;
    workspace.addField(reports, { name: "Charts", type: "multipleAttachments" });
    const refused: Call[] = [];
    const files = (): readonly string[] => {
      const cells = workspace.records(reports).flatMap(({ fields }) => fields["Charts"] ?? []);
      return (cells as unknown as readonly { filename: string }[]).map(({ filename }) => filename).toSorted();
    };
    const run = async (): Promise<ReportedWork> => {
      log.clear();
      const setup = setupFor(sandbox);
      const to = setup.config.report.to.map((place) => ({
        ...place,
        fields: { ...("fields" in place ? place.fields : {}), charts: "Charts" },
      }));
      const config = { ...setup.config, report: { ...setup.config.report, charts: true, to } };
      const work = await reportWork({ ...setup, config }, { template: null, period: null, dryRun: false });
      refused.push(...log.calls.filter(({ status }) => status >= 400));
      return work;
    };

    const first = await run();
    const [uploads, before] = [named(log.matching(/uploadAttachment/)), files()];
    const second = await run();
    const [writes, unchanged] = [log.writes(), files()];
    const missed = seededAirtable.records["results"]!["res-missed-2026-10"]!;
    workspace.updateRecord(seededAirtable.tables["results"]!, missed, { Value: 16.9 });
    const third = await run();

    expect(first.publications).toMatchObject([{ action: "created" }]);
    expect(before.length).toBeGreaterThan(2);
    expect(uploads).toHaveLength(before.length);
    expect(second.publications).toMatchObject([{ action: "unchanged", writes: 0 }]);
    expect([writes, unchanged]).toEqual([[], before]);
    expect(third.publications).toMatchObject([{ action: "updated" }]);
    expect(log.matching(/uploadAttachment/)).toHaveLength(1);
    const after = files();
    expect(after).toHaveLength(before.length);
    // One goal's chart gave way to another drawing of the same goal.
    const [gone, come] = [before.filter((x) => !after.includes(x)), after.filter((x) => !before.includes(x))];
    expect([gone.length, come.length]).toEqual([1, 1]);
    expect(come[0]?.replace(/[0-9a-f]{12}/, "")).toBe(gone[0]?.replace(/[0-9a-f]{12}/, ""));
    // The pace was kept.
    expect(refused).toEqual([]);
  });
});
