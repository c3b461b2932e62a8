import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { ReportDraft, ReportPlace } from "../../../src/adapters/types.ts";
import { ServiceRefusedError, WriteInDoubtError } from "../../../src/errors.ts";
import { type Cache, noCache } from "../../../src/lib/cache.ts";
import { asText } from "../../../src/lib/loose.ts";
import { type Publication, publishReport } from "../../../src/publish/apply.ts";
import { badHabits } from "../../../src/sandbox/airtable/log-checks.ts";
import { monthSpent, pageInsteadOfJson } from "../../../src/sandbox/airtable/faults.ts";
import type { Table } from "../../../src/sandbox/airtable/model.ts";
import type { Fault } from "../../../src/sandbox/server/fault-plan.ts";
import { aDraft, errorOf } from "../contract.ts";
import { airtableWorld, type AirtableWorld, failWith, richColumn } from "./world.ts";

const before =
  "# What moved\n\n| Goal | Now |\n| - | - |\n| Visits | **12** of 40 |\n\n- [ ] call\n- _look_ again\n\n1. one";
const after = before.replace("12", "13");

function draft(markdown: string, more: Partial<ReportDraft> = {}): ReportDraft {
  const document = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return aDraft(markdown, { document, ...more });
}

describe("adapters/airtable: keeping reports", () => {
  let world: AirtableWorld;
  let reports: Table;
  let place: ReportPlace;

  beforeEach(async () => {
    world = await airtableWorld();
    reports = world.addReports([richColumn, { name: "Seen by", type: "singleLineText" }]);
    place = await world.adapter().openPlace({ target: "Reports", fields: {} });
    world.log.clear();
  });
  afterEach(async () => {
    expect(badHabits(world.log)).toEqual([]);
    await world.stop();
  });

  const publish = async (
    markdown: string,
    cache: Cache = world.cache,
    dryRun = false,
  ): Promise<Publication> =>
    await publishReport(place, draft(markdown), {
      dryRun,
      cache,
      clock: world.time,
      signal: new AbortController().signal,
      connection: "program-base",
    });
  const theRecord = () => {
    const [record] = world.workspace.records(reports.id);
    return record as NonNullable<typeof record>;
  };
  const cell = (column: string): string => asText(theRecord().fields[column]) ?? "";

  it("makes one record with every column filled, in one write", async () => {
    const publication = await publish(before);

    expect(publication).toMatchObject({ action: "created", writes: 1, kept: 0 });
    expect(publication.url).toBe(`https://airtable.com/${world.base.id}/${reports.id}/${theRecord().id}`);
    expect(theRecord().fields).toMatchObject({
      Name: "Planning meeting, week 47",
      "Report key": "team/planning-meeting/2026-W47",
      Goals: 2,
      Period: "2026-W47",
      Date: "2026-11-22",
    });
    expect(cell("Report")).toContain("| Visits | **12** of 40 |");
    expect(cell("Report (rich text)")).toContain("**Visits** · Now: **12** of 40");
    expect(cell("Report (rich text)")).toContain("[ ] call");
  });

  it.each([
    ["with what it remembers", 1, true],
    ["without", 2, false],
  ])("writes nothing when nothing changed, %s", async (_, requests, remembers) => {
    await publish(before);
    world.log.clear();

    const publication = await publish(before, remembers ? world.cache : noCache);

    expect(publication).toMatchObject({ action: "unchanged", writes: 0, kept: 0 });
    expect(world.log.calls).toHaveLength(requests);
  });

  it("writes both texts in place when a number changed, and nothing else", async () => {
    await publish(before);
    world.log.clear();

    const publication = await publish(after);

    expect(publication).toMatchObject({ action: "updated", writes: 2, kept: 0 });
    expect([cell("Report"), cell("Report (rich text)")].every((text) => text.includes("**13** of 40"))).toBe(
      true,
    );
    const sent = world.log.writes().map(({ body }) => Object.keys((body as { fields: object }).fields));
    expect(sent.flat()).toHaveLength(2);
  });

  it("puts an altogether different text in place of ours", async () => {
    await publish(before);

    const publication = await publish("Nothing in common whatsoever, truly");

    expect(publication.action).toBe("updated");
    expect(cell("Report")).toMatch(/^Nothing in common whatsoever, truly\n\nWritten by/);
    expect(await publish("Nothing in common whatsoever, truly", noCache)).toMatchObject({ writes: 0 });
  });

  it("leaves a text that a person edited, and brings the other one up to date", async () => {
    await publish(before);
    world.workspace.updateRecord(reports.id, theRecord().id, {
      Report: cell("Report").replace("call", "call Ana"),
    });

    const publication = await publish(after);

    expect(publication).toMatchObject({ action: "updated", kept: 1 });
    expect(cell("Report")).toContain("call Ana");
    expect(cell("Report")).not.toContain("13");
    expect(cell("Report (rich text)")).toContain("13");
  });

  it("leaves a text that a person wrote anew, and writes one that was emptied", async () => {
    await publish(before);
    world.workspace.updateRecord(reports.id, theRecord().id, {
      Report: "My own words",
      "Report (rich text)": null,
    });

    const publication = await publish(after);

    expect(publication.kept).toBe(1);
    expect(cell("Report")).toBe("My own words");
    expect(cell("Report (rich text)")).toContain("13");
  });

  it("leaves a text that a person edits between the look and the write", async () => {
    await publish(before);
    const id = theRecord().id;
    world.faults.add({
      match: { method: "GET", path: new RegExp(`/${id}$`), nth: 1 },
      fault: {
        kind: "meanwhile",
        when: "after",
        act: () => world.workspace.updateRecord(reports.id, id, { Report: "Just now" }),
      },
    });

    const publication = await publish(after);

    expect(cell("Report")).toBe("Just now");
    expect(publication.kept).toBe(1);
  });

  it("leaves other columns, comments and the title alone", async () => {
    await publish(before);
    world.workspace.updateRecord(reports.id, theRecord().id, { "Seen by": "Ana", Name: "Monday" });
    world.workspace.addComment(reports.id, theRecord().id, { by: world.userId, text: "Good" });

    await publish(after);

    expect(theRecord().fields).toMatchObject({ "Seen by": "Ana", Name: "Monday" });
    expect(cell("Report")).toContain("13");
  });

  describe("two records with one key", () => {
    const twin = (cells: Record<string, string> = {}): string => {
      const { fields } = theRecord();
      const copy = Object.fromEntries(
        ["Report key", "Report", "Name"].map((name) => [name, fields[name] ?? null]),
      );
      return world.workspace.createRecord(
        reports.id,
        { ...copy, ...cells },
        { createdTime: "2026-11-20T00:00:00.000Z" },
      );
    };

    it("keeps the oldest, takes away the other and says so", async () => {
      await publish(before);
      const oldest = theRecord().id;
      twin();

      const publication = await publish(after);

      expect(world.workspace.records(reports.id).map(({ id }) => id)).toEqual([oldest]);
      expect(cell("Report")).toContain("13");
      expect(publication.notes.join()).toContain("second report");
    });

    it.each([
      ["its text", (id: string) => world.workspace.updateRecord(reports.id, id, { Report: "Mine" })],
      ["another column", (id: string) => world.workspace.updateRecord(reports.id, id, { "Seen by": "Ana" })],
      [
        "a comment",
        (id: string) => void world.workspace.addComment(reports.id, id, { by: world.userId, text: "!" }),
      ],
    ])("does not take away one in which somebody has written: %s", async (_, act) => {
      await publish(before);
      act(twin());

      const publication = await publish(after);

      expect(world.workspace.records(reports.id)).toHaveLength(2);
      expect(publication.notes.join()).toContain("somebody has written in it");
    });

    it("gives back the oldest when they appear between the look and the create", async () => {
      await publish(before);
      const oldest = theRecord().id;
      twin();

      expect(await place.create(place.compose(draft(after)))).toMatchObject({ id: oldest });
    });
  });

  describe("trouble", () => {
    it.each<[string, Fault]>([
      ["a reset before", { kind: "reset" }],
      ["a reset after", { kind: "reset-after" }],
      ["a page of HTML", pageInsteadOfJson],
      ["half an answer", { kind: "truncated" }],
    ])("makes one record although the create meets %s", async (_, fault) => {
      failWith(world, fault, "write", 1);

      const publication = await publish(before);

      expect(publication.action).toBe("created");
      expect(world.workspace.records(reports.id)).toHaveLength(1);
    });

    it("says that it does not know when the answer to a create is lost", async () => {
      failWith(world, { kind: "reset-after" }, "write", 1);

      const error = await errorOf(place.create(place.compose(draft(before))));

      expect(error).toBeInstanceOf(WriteInDoubtError);
    });

    it("repeats a change by id", async () => {
      await publish(before);
      failWith(world, { kind: "reset-after" }, "write", 2);

      expect(await publish(after)).toMatchObject({ action: "updated", kept: 0 });
      expect(cell("Report")).toContain("13");
    });

    it("stops at once when the month's calls are used up, with nothing half written", async () => {
      world.faults.add({ match: { path: /\/tbl/, times: Infinity }, fault: monthSpent });

      const error = await errorOf(publish(before));

      expect(error).toMatchObject({ exitCode: 4 });
      expect(world.workspace.records(reports.id)).toEqual([]);
      expect(world.waits).toEqual([]);
    });

    it("finds reports although the key column was renamed meanwhile", async () => {
      await publish(before);
      world.workspace.renameField(reports.id, "Report key", "Clave");

      expect(await publish(before)).toMatchObject({ action: "unchanged" });
      expect(world.workspace.records(reports.id)).toHaveLength(1);
    });

    it("says which column does not take what is written", async () => {
      world.workspace.deleteField(reports.id, "Period");

      const error = await errorOf(publish(before));

      expect(error).toBeInstanceOf(ServiceRefusedError);
      expect(error.message).toContain("renamed or deleted while this ran");
    });

    it("names the scope and the lock when it may not write", async () => {
      world.workspace.lockField(reports.id, "Report", true);

      const error = (await errorOf(publish(before))) as ServiceRefusedError;

      expect(error).toMatchObject({ exitCode: 3 });
      expect(error.hint).toContain("data.records:write");
      expect(error.hint).toContain("no lock");
      expect(world.workspace.records(reports.id)).toEqual([]);
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("ends as after one clean run when killed at request %i", async (nth) => {
    await publish(before);
    world.faults.add({ match: { nth, times: Infinity }, fault: { kind: "reset-after" } });
    await publish(after, noCache).catch(() => {});
    world.faults.clear();

    const publication = await publish(after, noCache);

    expect(publication.kept).toBe(0);
    expect(world.workspace.records(reports.id)).toHaveLength(1);
    expect([cell("Report"), cell("Report (rich text)")].every((text) => text.includes("**13** of 40"))).toBe(
      true,
    );
    expect(await publish(after, noCache)).toMatchObject({ writes: 0 });
  });

  it("makes one record when several runs come at once", async () => {
    const runs = await Promise.all([
      publish(before, noCache),
      publish(before, noCache),
      publish(before, noCache),
    ]);

    expect(runs.flatMap(({ notes }) => notes)).toEqual([]);
    expect(world.workspace.records(reports.id)).toHaveLength(1);
  });

  it("finds keys with quotes, backslashes and braces", async () => {
    const key = 'Ana\'s "team" \\ {x}/weekly/2026-W47';
    const composed = place.compose(draft(before, { key }));

    const made = await place.create(composed);

    expect((await place.find(composed)).map(({ id }) => id)).toEqual([made.id]);
  });

  it("plans without writing", async () => {
    await publish(before);
    world.log.clear();

    const publication = await publish(after, world.cache, true);

    expect(publication).toMatchObject({ action: "planned-update", writes: 0 });
    expect(publication.plan.join("\n")).toContain("**13** of 40");
    expect(world.log.writes()).toEqual([]);
  });

  describe("opening the place", () => {
    const open = async (fields: Record<string, string>, target = "Reports"): Promise<ServiceRefusedError> =>
      (await errorOf(world.adapter().openPlace({ target, fields }))) as ServiceRefusedError;

    it("takes the columns that the config names", async () => {
      const mapped = await world
        .adapter()
        .openPlace({ target: reports.id, fields: { body: "Report (rich text)", title: "Seen by" } });

      await mapped.create(mapped.compose(draft(before)));

      expect(theRecord().fields).toMatchObject({ "Seen by": "Planning meeting, week 47" });
      expect(theRecord().fields["Report"]).toBeUndefined();
    });

    it("refuses a computed column, a wrong type and a missing one, all at once", async () => {
      world.workspace.addField(reports.id, { name: "Sum", type: "formula", options: { formula: "1" } });

      const error = await open({ goals: "Sum", key: "Report", body: "Reprot" });

      expect(error).toMatchObject({ exitCode: 3 });
      expect(error.details).toEqual([
        "“Sum” (for the report's goals) is computed by Airtable (formula), so nothing can be written to it.",
        "“Report” (for the report's key) is of type multilineText; it takes singleLineText.",
        '“Reprot” (for the report\'s body) is not there. Did you mean "Report"?',
      ]);
    });

    it("says which columns a bare table needs", async () => {
      world.workspace.addTable(world.base.id, {
        name: "Bare",
        fields: [{ name: "Name", type: "singleLineText" }],
      });

      const error = await open({}, "Bare");

      expect(error.details.join("\n")).toMatch(/“Report key”[^]*“Report”/);
    });

    it("refuses when the token's owner may only read", async () => {
      world.workspace.share(world.base.id, world.userId, "read");

      const error = await open({});

      expect(error.message).toContain("the permission “read”");
    });
  });
});
