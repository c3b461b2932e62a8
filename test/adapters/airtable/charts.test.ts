import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Picture, ReportPlace } from "../../../src/adapters/types.ts";
import { ServiceRefusedError } from "../../../src/errors.ts";
import { noCache } from "../../../src/lib/cache.ts";
import { hashOf } from "../../../src/lib/hash.ts";
import { publishReport, type Publication } from "../../../src/publish/apply.ts";
import { badHabits } from "../../../src/sandbox/airtable/log-checks.ts";
import type { Table } from "../../../src/sandbox/airtable/model.ts";
import type { Fault } from "../../../src/sandbox/server/fault-plan.ts";
import { aDraft, errorOf } from "../contract.ts";
import { airtableWorld, type AirtableWorld } from "./world.ts";

const picture = (goal: string, value: number): Picture => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text>${goal} ${value}</text></svg>\n`;
  const name = `chart ${goal} ${hashOf(svg).slice(0, 12)}.svg`;
  return { title: goal, words: `Latest: ${value}.`, file: { name, svg } };
};

const fields = { charts: "Charts" };
const [visits, trust] = [picture("Visits", 12), picture("Trust", 3)];
const nameOf = ({ file }: Picture): string => file.name;

describe("adapters/airtable: keeping charts", () => {
  let world: AirtableWorld;
  let reports: Table;

  beforeEach(async () => {
    world = await airtableWorld();
    reports = world.addReports([{ name: "Charts", type: "multipleAttachments" }]);
  });
  afterEach(async () => {
    expect(badHabits(world.log)).toEqual([]);
    await world.stop();
  });

  /** Each time by another adapter that remembers nothing, as another run would. */
  const publish = async (
    pictures: readonly Picture[] | null,
    { text = "# Moved", bound = fields as Record<string, string> } = {},
  ): Promise<Publication> => {
    const place: ReportPlace = await world.adapter().openPlace({ target: "Reports", fields: bound });
    world.log.clear();
    const draft = aDraft(text);
    const illustrated = pictures === null ? null : { document: draft.document, pictures };
    return await publishReport(
      place,
      { ...draft, illustrated },
      {
        dryRun: false,
        cache: noCache,
        clock: world.time,
        signal: new AbortController().signal,
        connection: "program-base",
      },
    );
  };
  const theRecord = () => {
    const [record] = world.workspace.records(reports.id);
    return record as NonNullable<typeof record>;
  };
  const files = () => (theRecord().fields["Charts"] ?? []) as readonly { id: string; filename: string }[];
  const names = (): readonly string[] =>
    files()
      .map(({ filename }) => filename)
      .toSorted();
  const uploads = () => world.log.matching(/uploadAttachment/);
  const fail = (path: RegExp, fault: Fault, nth = 1): void =>
    world.faults.add({ match: { path, nth, times: 1 }, fault });

  it("attaches each chart once, and writes nothing in a second run", async () => {
    const first = await publish([visits, trust]);
    const sent = uploads().map(({ body }) => body);
    const again = await publish([trust, visits]);

    expect(first).toMatchObject({ action: "created", writes: 1 });
    expect(sent).toEqual(
      [visits, trust].map(({ file }) => ({
        contentType: "image/svg+xml",
        filename: file.name,
        file: Buffer.from(file.svg).toString("base64"),
      })),
    );
    expect(names()).toEqual([nameOf(trust), nameOf(visits)].toSorted());
    expect(again).toMatchObject({ action: "unchanged", writes: 0 });
    expect(world.log.writes()).toEqual([]);
  });

  it("replaces a chart that changed, the new before the old, and keeps a person's own file", async () => {
    await publish([visits, trust]);
    const theirs = { url: "https://example.org/clinic.png" };
    world.workspace.updateRecord(reports.id, theRecord().id, {
      Charts: [...files().map(({ id }) => ({ id })), theirs],
    });
    const newer = picture("Visits", 13);

    const changed = await publish([newer, trust]);
    const writes = world.log.writes().map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
    const again = await publish([newer, trust]);

    expect(changed).toMatchObject({ action: "updated", plan: ["~ Charts"] });
    expect(writes).toEqual(["POST uploadAttachment", `PATCH ${theRecord().id}`]);
    expect(names()).toEqual(expect.arrayContaining([nameOf(newer), nameOf(trust)]));
    expect(names()).not.toContain(nameOf(visits));
    expect(again).toMatchObject({ action: "unchanged", writes: 0 });
  });

  it("writes only the text when only the text changed", async () => {
    await publish([visits]);

    const changed = await publish([visits], { text: "# Moved a lot" });

    expect(changed).toMatchObject({ action: "updated", writes: 1 });
    expect(uploads()).toEqual([]);
  });

  it("takes away the chart of a goal that is no longer drawn", async () => {
    await publish([visits, trust]);

    await publish([trust]);

    expect(names()).toEqual([nameOf(trust)]);
    expect(uploads()).toEqual([]);
  });

  it("does nothing without a column or without charts", async () => {
    await publish([visits], { bound: {} });
    const unbound = names();
    await publish(null);

    expect([unbound, names()]).toEqual([[], []]);
  });

  it.each([
    ["an answer that was lost", { kind: "reset-after" } as const],
    ["an upload that never arrived", { kind: "reset" } as const],
  ])("ends with each chart once after %s", async (_, fault) => {
    fail(/uploadAttachment/, fault, 2);

    const made = await publish([visits, trust]);

    expect(made).toMatchObject({ action: "created" });
    expect(names()).toEqual([nameOf(trust), nameOf(visits)].toSorted());
    expect(world.workspace.records(reports.id)).toHaveLength(1);
  });

  it("clears up after a run that was killed between the new chart and the old one", async () => {
    await publish([visits]);
    const newer = picture("Visits", 13);
    world.faults.add({
      match: { method: "PATCH", path: /tbl/, times: Number.POSITIVE_INFINITY },
      fault: { kind: "reset" },
    });
    await errorOf(publish([newer]));
    const both = names();
    world.faults.clear();

    await publish([newer]);

    expect(both).toEqual([nameOf(newer), nameOf(visits)].toSorted());
    expect(names()).toEqual([nameOf(newer)]);
    expect(uploads()).toEqual([]);
  });

  it("says what kind of column charts take", async () => {
    const opened = world.adapter().openPlace({ target: "Reports", fields: { charts: "Goals" } });

    const error = await errorOf(opened);

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain(
      "“Goals” (for the report's charts) is of type number; it takes multipleAttachments.",
    );
  });
});
