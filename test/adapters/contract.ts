import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type {
  Adapter,
  Cell,
  ComposedReport,
  FoundReport,
  Picture,
  Piece,
  PresentPiece,
  ReportDraft,
  ReportPlace,
  Row,
  Table,
} from "../../src/adapters/types.ts";
import { ServiceFailedError, ServiceRefusedError, WriteInDoubtError } from "../../src/errors.ts";
import { hashOf } from "../../src/lib/hash.ts";
import type { FakeClock } from "../lib/fake-clock.ts";

/**
 * What every adapter must do, run against the service's stand-in. To run it for a service, write a harness that
 * can seed the stand-in, act as a person in it and make it fail; `can` leaves out what the service does not have.
 */
export interface ContractHarness {
  readonly name: string;
  readonly can: {
    /** The service can be busy, down or cut off: everything but files on a disk. */
    readonly fail: boolean;
    /** Columns can be links to other rows, people and options. */
    readonly typed: boolean;
    readonly bodies: boolean;
    /** The service knows who wrote and who changed each piece of a report. */
    readonly authors: boolean;
    /** Left out: yes. False where a report's text is one value that is written whole. */
    readonly pieces?: false;
    /** Left out: no. The place's fields by which charts are kept with a report as pictures. */
    readonly charts?: Readonly<Record<string, string>>;
    /** Left out: yes. False where a create brings the report of that key up to date when it is there already. */
    readonly twins?: false;
  };
  /** A fresh workspace and an adapter that may read and write all of it. */
  start(): Promise<ContractWorld>;
}

interface ContractWorld {
  readonly adapter: Adapter;
  /** The same, giving up on an answer after a fraction of a second, so that stalled ones cost a test no more. */
  readonly impatient: Adapter;
  readonly clock: FakeClock;
  /** An adapter on the same workspace that a wrong token was given to; only where the service can fail. */
  readonly stranger: Adapter | null;
  seedTable(table: SeedTable): Promise<SeededTable>;
  /** Where reports can be kept: what the config would hold. */
  seedPlace(): Promise<string>;
  readonly person: {
    renameColumn(table: SeededTable, from: string, to: string): Promise<void>;
    addLine(report: FoundReport, text: string): Promise<void>;
    editLine(report: FoundReport, piece: PresentPiece, text: string): Promise<void>;
    renameReport(report: FoundReport, title: string): Promise<void>;
    trashReport(report: FoundReport): Promise<void>;
  };
  /** The next requests of that kind go wrong, so many times. */
  fail(how: ContractFault, on: "read" | "write", times: number): void;
  /** Write requests that reached the service. */
  writes(): number;
  /** Reports in the place, whoever made them, trash left out. */
  reports(): Promise<number>;
  stop(): Promise<void>;
}

/** `lost`: the request took effect and the answer never came. */
export type ContractFault = "busy" | "down" | "reset" | "lost" | "garbled" | "stalled";

export interface SeedTable {
  readonly name: string;
  readonly columns: Readonly<
    Record<string, "title" | "text" | "number" | "date" | "checkbox" | "option" | "person" | "link">
  >;
  /** Links name rows of the same table by their index. Left-out cells are empty. */
  readonly rows: readonly Readonly<Record<string, string | number | boolean>>[];
  /** Markdown, by the row's index. */
  readonly bodies?: Readonly<Record<number, string>>;
}

interface SeededTable {
  /** As the config would name it. */
  readonly table: string;
  readonly rowIds: readonly string[];
}

export async function collect(table: Table): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

export function aDraft(markdown: string, more: Partial<ReportDraft> = {}): ReportDraft {
  const document: Root = fromMarkdown(markdown);
  return {
    key: "team/planning-meeting/2026-W47",
    title: "Planning meeting, week 47",
    locale: "en",
    period: { label: "2026-W47", start: "2026-11-16", end: "2026-11-22" },
    counts: { goals: 2, items: 9, findings: 3 },
    document,
    illustrated: null,
    markdown,
    html: null,
    ...more,
  };
}

/** A report with a chart of each value, in a folded part. */
function anIllustratedDraft(values: readonly number[]): ReportDraft {
  const pictures = values.map((value): Picture => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text>${value}</text></svg>\n`;
    const name = `chart Goal ${hashOf(svg).slice(0, 12)}.svg`;
    return { title: "Goal", words: "Three results.", file: { name, svg } };
  });
  const draft = aDraft(report);
  const charts = pictures.map((chart) => ({ type: "chart", chart }));
  const fold = { type: "details", summary: [{ type: "text", value: "Charts" }], children: charts };
  const document = { ...draft.document, children: [...draft.document.children, fold] } as Root;
  return { ...draft, illustrated: { document, pictures } };
}

/** What a report shows, whatever the service calls its parts. */
export function shown(pieces: readonly (Piece | PresentPiece)[]): unknown {
  return pieces.map((piece) => [piece.type, piece.content, shown(piece.children)]);
}

export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It was expected to fail and did not.");
}

const goals: SeedTable = {
  name: "Goals",
  columns: { Name: "title", Measure: "text", Target: "number", Due: "date" },
  rows: [
    { Name: "Fewer early births", Measure: "per 1,000", Target: 8.5, Due: "2027-06-30" },
    { Name: "More visits" },
    { Name: "Third", Target: 0 },
  ],
};
const goalColumns = { title: "Name", measure: "Measure", target: "Target", due: "Due" };
const report = "# Goals\n\nWhat moved: **8.5**\n\n- one\n  - two\n- three\n\n> said\n\nLast line";

/** `it`, or nothing at all where a service cannot show the case: a case that is not there is no skipped test. */
function itWhen(can: boolean): typeof it {
  const nothing = Object.assign(() => {}, { each: () => () => {} }) as unknown as typeof it;
  return can ? it : nothing;
}

export function describeAdapterContract(harness: ContractHarness): void {
  describe(`adapter contract: ${harness.name}`, () => {
    let world: ContractWorld;
    beforeEach(async () => {
      world = await harness.start();
    });
    afterEach(async () => {
      await world.stop();
    });

    const open = async (seed: SeedTable, columns: Readonly<Record<string, string>>, body = false) => {
      const seeded = await world.seedTable(seed);
      return { seeded, table: await world.adapter.openTable({ table: seeded.table, columns, body }) };
    };

    describe("reading", () => {
      it("gives every row once, with a cell for every column", async () => {
        const { seeded, table } = await open(goals, goalColumns);

        const rows = await collect(table);

        expect(rows.map((row) => row.id).sort()).toEqual([...seeded.rowIds].sort());
        const first = rows.find((row) => row.id === seeded.rowIds[0]);
        expect(first?.cells).toEqual<Record<string, Cell>>({
          title: { kind: "text", text: "Fewer early births" },
          measure: { kind: "text", text: "per 1,000" },
          target: { kind: "number", value: 8.5, percent: false },
          due: { kind: "date", start: "2027-06-30", end: null },
        });
        const second = rows.find((row) => row.id === seeded.rowIds[1]);
        expect(second?.cells["target"]).toEqual({ kind: "empty" });
        const third = rows.find((row) => row.id === seeded.rowIds[2]);
        expect(third?.cells["target"]).toEqual({ kind: "number", value: 0, percent: false });
      });

      it("tells the table's name and the columns' names of today", async () => {
        const { table } = await open(goals, { title: " name", due: "DUE" });

        expect([table.name, table.columnNames]).toEqual(["Goals", { title: "Name", due: "Due" }]);
        expect(table.options).toEqual({});
      });

      it("gives all of a table of several pages, rows read at once or not", async () => {
        const rows = Array.from({ length: 250 }, (_, i) => ({ Name: `Row ${i}`, Target: i }));
        const { seeded, table } = await open({ ...goals, rows }, { title: "Name", target: "Target" });

        const read = await collect(table);

        expect(new Set(read.map((row) => row.id))).toEqual(new Set(seeded.rowIds));
        expect(read).toHaveLength(250);
      });

      it("names a missing column, its table, and the likely new name", async () => {
        const seeded = await world.seedTable(goals);
        await world.person.renameColumn(seeded, "Due", "Due date");

        const error = await errorOf(
          world.adapter.openTable({ table: seeded.table, columns: goalColumns, body: false }),
        );

        expect(error).toBeInstanceOf(ServiceRefusedError);
        for (const words of ["“Due”", "“Due date”", "“Goals”"]) expect(error.message).toContain(words);
      });

      itWhen(harness.can.typed)("reads options, people, truths and links", async () => {
        const { seeded, table } = await open(
          {
            name: "Learning",
            columns: { Name: "title", Status: "option", Owner: "person", Done: "checkbox", From: "link" },
            rows: [
              { Name: "A", Status: "Open", Owner: "Ana Ruiz", Done: true },
              { Name: "B", From: 0 },
            ],
          },
          { title: "Name", status: "Status", owner: "Owner", done: "Done", parent: "From" },
        );

        const rows = await collect(table);

        const [a, b] = seeded.rowIds.map((id) => rows.find((row) => row.id === id)?.cells);
        expect(a?.["status"]).toEqual({ kind: "options", names: ["Open"] });
        expect(a?.["owner"]).toMatchObject({ kind: "people", people: [{ name: "Ana Ruiz" }] });
        expect(a?.["done"]).toEqual({ kind: "boolean", value: true });
        expect(b?.["parent"]).toEqual({ kind: "links", ids: [seeded.rowIds[0]], complete: true });
      });

      itWhen(harness.can.typed)("tells which options a column of choices offers, chosen or not", async () => {
        const { table } = await open(
          {
            name: "Learning",
            columns: { Name: "title", Status: "option", Done: "checkbox" },
            rows: [{ Name: "A", Status: "Open", Done: true }],
          },
          { title: "Name", status: " status", kind: "Status", standing: "Done" },
        );

        expect(table.options).toEqual({ status: ["Open", "Closed"], kind: ["Open", "Closed"] });
      });

      itWhen(harness.can.bodies)("reads a row's page, and null for an empty one", async () => {
        const { seeded, table } = await open(
          { ...goals, bodies: { 0: "## What happened\n\nWe called first.\n\n- it worked" } },
          { title: "Name" },
          true,
        );
        const rows = await collect(table);
        const rowOf = (index: number): Row => rows.find((row) => row.id === seeded.rowIds[index]) as Row;

        const [full, none] = [await table.body(rowOf(0)), await table.body(rowOf(1))];

        expect(full?.unreadable).toBe(0);
        expect(full?.document.children.map((node) => node.type)).toEqual(["heading", "paragraph", "list"]);
        expect(none).toBeNull();
      });

      it("writes nothing", async () => {
        const { table } = await open(goals, goalColumns);

        await collect(table);

        expect([world.writes(), world.adapter.requests().writes]).toEqual([0, 0]);
      });

      itWhen(harness.can.fail)("says that the token was refused, without showing it", async () => {
        const seeded = await world.seedTable(goals);

        const error = await errorOf(
          world.stranger?.openTable({ table: seeded.table, columns: goalColumns, body: false }) ??
            Promise.resolve(),
        );

        expect(error).toBeInstanceOf(ServiceRefusedError);
        expect(error.message).toMatch(/token/);
        expect(JSON.stringify([error.message, error.stack, error])).not.toContain("wrong-token");
      });

      itWhen(harness.can.fail).each(["busy", "down", "reset", "lost", "garbled", "stalled"] as const)(
        "waits out a service that is %s",
        async (fault) => {
          const { table: name, rowIds } = await world.seedTable(goals);
          const adapter = fault === "stalled" ? world.impatient : world.adapter;
          const table = await adapter.openTable({ table: name, columns: goalColumns, body: false });
          world.fail(fault, "read", 2);

          const rows = await collect(table);

          expect(rows).toHaveLength(rowIds.length);
          expect(world.clock.waits.length).toBeGreaterThan(0);
        },
      );

      itWhen(harness.can.fail)("gives up when patience is spent, and says when to try again", async () => {
        const { table } = await open(goals, goalColumns);
        world.fail("down", "read", 10_000);

        const error = await errorOf(collect(table));

        expect(error).toBeInstanceOf(ServiceFailedError);
        expect((error as ServiceFailedError).hint).toMatch(/Try again in/);
      });
    });

    describe("keeping reports", () => {
      const openPlace = async (): Promise<ReportPlace> =>
        await world.adapter.openPlace({ target: await world.seedPlace(), fields: {} });
      const makeOne = async (
        place: ReportPlace,
      ): Promise<{ composed: ComposedReport; found: FoundReport }> => {
        const composed = place.compose(aDraft(report));
        await place.create(composed);
        const [found] = await place.find(composed);
        return { composed, found: found as FoundReport };
      };

      it("finds nothing before, the one report after, and reads back what was written", async () => {
        const place = await openPlace();
        const composed = place.compose(aDraft(report));

        const before = await place.find(composed);
        const created = await place.create(composed);
        const after = await place.find(composed);

        expect(before).toEqual([]);
        expect(after.map((found) => found.id)).toEqual([created.id]);
        const present = await place.read(after[0] as FoundReport);
        expect(shown(present.pieces)).toEqual(shown(composed.pieces));
        for (const field of composed.fields) expect(present.fields[field.name]).toBe(field.content);
        expect(present.pieces.every((piece) => piece.ours && !piece.edited)).toBe(true);
      });

      itWhen(harness.can.charts !== undefined)("keeps charts, and reads back what was written", async () => {
        const target = await world.seedPlace();
        const place = await world.adapter.openPlace({ target, fields: harness.can.charts ?? {} });
        const composed = place.compose(anIllustratedDraft([1, 2]));
        const another = place.compose(anIllustratedDraft([1, 3]));

        const created = await place.create(composed);

        const present = await place.read(created);
        expect(shown(present.pieces)).toEqual(shown(composed.pieces));
        for (const field of composed.fields) expect(present.fields[field.name]).toBe(field.content);
        expect([shown(another.pieces), another.fields]).not.toEqual([
          shown(composed.pieces),
          composed.fields,
        ]);
        expect(place.compose(anIllustratedDraft([1, 2]))).toEqual(composed);
      });

      it("composes the same from the same draft, and sends nothing for it", async () => {
        const place = await openPlace();
        const writes = world.writes();

        expect(place.compose(aDraft(report))).toEqual(place.compose(aDraft(report)));

        expect(world.writes()).toBe(writes);
      });

      it("tells reports of different keys apart", async () => {
        const place = await openPlace();
        const { composed } = await makeOne(place);
        const next = place.compose(
          aDraft(report, { key: "team/planning-meeting/2026-W48", title: "Week 48" }),
        );

        expect(await place.find(next)).toEqual([]);
        await place.create(next);

        expect(await place.find(next)).toHaveLength(1);
        expect(await place.find(composed)).toHaveLength(1);
      });

      itWhen(harness.can.pieces !== false)("inserts, updates and removes pieces", async () => {
        const place = await openPlace();
        const { composed, found } = await makeOne(place);
        const wanted = place.compose(aDraft("New first\n\n# Goals\n\nWhat moved: **9**\n\n- one"));
        const { pieces } = await place.read(found);
        const [heading, moved, ...rest] = pieces as [PresentPiece, PresentPiece, ...PresentPiece[]];

        await place.change(found, {
          do: "insert",
          parent: null,
          after: null,
          pieces: wanted.pieces.slice(0, 1),
        });
        await place.change(found, {
          do: "insert",
          parent: null,
          after: heading.id,
          pieces: wanted.pieces.slice(3, 4),
        });
        await place.change(found, { do: "update", id: moved.id, piece: wanted.pieces[2] as Piece });
        for (const piece of rest) await place.change(found, { do: "remove", id: piece.id });

        const after = await place.read(found);
        const [first, goalsHeading, nine, one] = wanted.pieces;
        expect(shown(after.pieces)).toEqual(shown([first, goalsHeading, one, nine] as Piece[]));
        expect(shown(composed.pieces)).toContainEqual(shown([moved as PresentPiece])?.[0 as never]);
      });

      it("sets fields", async () => {
        const place = await openPlace();
        const { found } = await makeOne(place);
        const { fields } = place.compose(aDraft(report, { counts: { goals: 5, items: 1, findings: 0 } }));

        await place.change(found, { do: "set-fields", fields });

        const present = await place.read(found);
        for (const field of fields) expect(present.fields[field.name]).toBe(field.content);
      });

      it("takes away a report", async () => {
        const place = await openPlace();
        const { composed, found } = await makeOne(place);

        await place.discard(found);

        expect(await place.find(composed)).toEqual([]);
        expect(await world.reports()).toBe(0);
      });

      it("does not find a report that a person threw away", async () => {
        const place = await openPlace();
        const { composed, found } = await makeOne(place);

        await world.person.trashReport(found);

        expect(await place.find(composed)).toEqual([]);
      });

      it("finds a report that a person renamed", async () => {
        const place = await openPlace();
        const { composed, found } = await makeOne(place);

        await world.person.renameReport(found, "Monday notes");

        expect((await place.find(composed)).map((one) => one.id)).toEqual([found.id]);
      });

      it("knows its report again when the next one is in another language", async () => {
        const place = await openPlace();
        const { found } = await makeOne(place);
        const spanish = place.compose(aDraft(report, { locale: "es" }));

        expect((await place.find(spanish)).map((one) => one.id)).toEqual([found.id]);
        const { pieces } = await place.read(found);
        expect(pieces.every((piece) => piece.ours && !piece.edited)).toBe(true);
      });

      itWhen(harness.can.twins !== false)(
        "gives two reports of one key in the same order every time",
        async () => {
          const place = await openPlace();
          const composed = place.compose(aDraft(report));
          await place.create(composed);
          await place.create(composed);

          const [once, twice] = [await place.find(composed), await place.find(composed)];

          expect(once).toHaveLength(2);
          expect(twice.map((found) => found.id)).toEqual(once.map((found) => found.id));
        },
      );

      itWhen(harness.can.authors)("tells what a person wrote and what a person changed", async () => {
        const place = await openPlace();
        const { found } = await makeOne(place);
        const { pieces } = await place.read(found);
        const last = pieces.find((piece) => piece.content.includes("Last line")) as PresentPiece;

        await world.person.addLine(found, "From a person");
        await world.person.editLine(found, last, "Changed by a person");

        const after = (await place.read(found)).pieces;
        const theirs = after.find((piece) => piece.content.includes("From a person"));
        const changed = after.find((piece) => piece.id === last.id);
        expect([theirs?.ours, changed?.ours, changed?.edited]).toEqual([false, true, true]);
        expect(after.filter((piece) => piece.ours && !piece.edited)).toHaveLength(pieces.length - 1);
      });

      itWhen(harness.can.fail).each(["busy", "down", "reset", "lost", "garbled", "stalled"] as const)(
        "makes one report when the service is %s, or says that it does not know",
        async (fault) => {
          const target = await world.seedPlace();
          const place = await world.adapter.openPlace({ target, fields: {} });
          const composed = place.compose(aDraft(report));
          const tried = fault === "stalled" ? await world.impatient.openPlace({ target, fields: {} }) : place;
          world.fail(fault, "write", 1);

          try {
            await tried.create(composed);
          } catch (error) {
            expect(error).toBeInstanceOf(WriteInDoubtError);
            if ((await place.find(composed)).length === 0) await place.create(composed);
          }

          expect(await place.find(composed)).toHaveLength(1);
          expect(await world.reports()).toBe(1);
        },
      );
    });
  });
}
