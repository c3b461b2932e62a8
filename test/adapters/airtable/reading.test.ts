import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Table } from "../../../src/adapters/types.ts";
import { ServiceFailedError, ServiceRefusedError } from "../../../src/errors.ts";
import { addOddities } from "../../../src/sandbox/airtable/oddities.ts";
import {
  badGateway,
  monthSpent,
  pageInsteadOfJson,
  serverError,
} from "../../../src/sandbox/airtable/faults.ts";
import type { Table as StandInTable } from "../../../src/sandbox/airtable/model.ts";
import type { Fault } from "../../../src/sandbox/server/fault-plan.ts";
import { collect, errorOf } from "../contract.ts";
import { type AdapterOptions, airtableWorld, type AirtableWorld, failWith } from "./world.ts";

describe("adapters/airtable: reading", () => {
  let world: AirtableWorld;
  let goals: StandInTable;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);

  beforeEach(async () => {
    process.on("unhandledRejection", note);
    world = await airtableWorld();
    goals = world.workspace.addTable(world.base.id, {
      name: "Goals",
      fields: [
        { name: "Name", type: "singleLineText" },
        { name: "Target", type: "number", options: { precision: 1 } },
        { name: "Touched", type: "lastModifiedTime", options: { referencedFieldIds: [] } },
        { name: "Story", type: "multilineText" },
      ],
    });
  });
  afterEach(async () => {
    await world.stop();
    process.off("unhandledRejection", note);
    expect(unhandled.splice(0)).toEqual([]);
  });

  const fill = (count: number): void => {
    for (let i = 0; i < count; i += 1)
      world.workspace.createRecord(goals.id, { Name: `Goal ${i}`, Target: i });
  };
  const open = async (options: AdapterOptions = {}, table = goals.id): Promise<Table> =>
    await world.adapter(options).openTable({ table, columns: { title: "Name" }, body: false });

  describe("requests", () => {
    it("reads the schema once for all tables, and a page for every 100 rows", async () => {
      fill(250);
      const adapter = world.adapter();

      const one = await adapter.openTable({ table: "Goals", columns: { title: "Name" }, body: false });
      await adapter.openTable({ table: goals.id, columns: { target: "Target" }, body: false });
      const rows = await collect(one);

      expect(rows).toHaveLength(250);
      expect(adapter.requests()).toEqual({ reads: 4, writes: 0, bodies: 0 });
      expect(world.log.matching(/meta/)).toHaveLength(1);
    });

    it("knows the options of a column of several choices, as the schema has them now", async () => {
      const choices = [{ name: "North" }, { name: "South" }];
      world.workspace.addField(goals.id, { name: "Areas", type: "multipleSelects", options: { choices } });
      world.workspace.renameOption(goals.id, "Areas", "South", "Southside");

      const table = await world
        .adapter()
        .openTable({ table: "Goals", columns: { title: "Name", team: "Areas" }, body: false });

      expect(table.options).toEqual({ team: ["North", "Southside"] });
    });

    it("asks for the mapped columns alone, by id", async () => {
      fill(1);

      await collect(await open());

      const [list] = world.log.matching(/GET .*\/tbl/).slice(-1);
      const ids = goals.fields.filter(({ name }) => ["Name", "Touched"].includes(name)).map(({ id }) => id);
      expect(list?.query["fields[]"] ?? list?.query["fields"]).toEqual(ids);
      expect(list?.query["returnFieldsByFieldId"]).toEqual(["true"]);
      expect(list?.query["pageSize"]).toEqual(["100"]);
    });

    it("stays below the base's limit, several adapters together", async () => {
      fill(1200);
      const adapters = [world.adapter(), world.adapter()];
      const tables = await Promise.all(
        adapters.map((adapter) =>
          adapter.openTable({ table: goals.id, columns: { title: "Name" }, body: false }),
        ),
      );

      await Promise.all(tables.map(collect));

      expect(world.log.calls).toHaveLength(26);
      expect(world.log.calls.filter(({ status }) => status !== 200)).toEqual([]);
      // The first second is left to a run that may just have ended.
      expect(world.time.elapsed()).toBeGreaterThanOrEqual(7000);
      expect(world.time.elapsed()).toBeLessThan(8000);
    });
  });

  describe("rows", () => {
    it("gives the row's address and when it was made and edited", async () => {
      const id = world.workspace.createRecord(
        goals.id,
        { Name: "A" },
        { createdTime: "2026-11-01T08:00:00.000Z" },
      );

      const [row] = await collect(await open());

      expect(row).toMatchObject({
        id,
        url: `https://airtable.com/${world.base.id}/${goals.id}/${id}`,
        createdAt: "2026-11-01T08:00:00.000Z",
        editedAt: "2026-11-01T08:00:00.000Z",
      });
    });

    it("opens a table by its address", async () => {
      const url = `https://airtable.com/${world.base.id}/${goals.id}/viw00000000000000?blocks=hide`;

      expect((await open({}, url)).name).toBe("Goals");
    });

    it("begins a list anew when its cursor dies, each row once", async () => {
      fill(250);
      const table = await open();
      const rows: string[] = [];
      let killed = 0;

      for await (const row of table.rows()) {
        rows.push(row.id);
        if (rows.length % 100 === 50 && killed < 2) {
          killed += 1;
          world.expireCursors();
        }
      }

      expect([rows.length, new Set(rows).size]).toEqual([250, 250]);
    });

    it("gives up on a list that breaks off again and again", async () => {
      fill(150);
      world.faults.add({
        match: { where: ({ query }) => query["offset"] !== undefined, times: Infinity },
        fault: {
          kind: "answer",
          status: 422,
          body: { error: { type: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" } },
        },
      });

      const error = await errorOf(collect(await open()));

      expect(error).toBeInstanceOf(ServiceFailedError);
      expect(error.message).toContain("broke off 4 times");
    });

    it("reads what tidy samples do not have", async () => {
      const odd = addOddities(world.workspace, world.base.id);
      const columns = {
        title: "Name",
        never: "Never filled",
        share: "Share",
        owner: "Owner",
        ratio: "Ratio",
        broken: "Broken",
        wrapped: "Wrapped",
        rank: "Rank",
        summary: "Summary",
        links: "Links",
        names: "Names of links",
        sum: "Sum of links",
      };
      const table = await world.adapter().openTable({ table: odd.tableId, columns, body: false });

      const rows = await collect(table);

      const kinds = (id: string): Record<string, string> => {
        const { cells = {} } = rows.find((row) => row.id === id) ?? {};
        return Object.fromEntries(Object.entries(cells).map(([key, { kind }]) => [key, kind]));
      };
      expect(rows.every((row) => row.cells["never"]?.kind === "empty")).toBe(true);
      expect(kinds(odd.records.errors)).toMatchObject({
        ratio: "unreadable",
        broken: "unreadable",
        rank: "unreadable",
      });
    });
  });

  describe("notes in place of pages", () => {
    it("reads a long text column called Notes as the rows' pages, without a further request", async () => {
      world.workspace.addField(goals.id, { name: "Notes", type: "multilineText" });
      const id = world.workspace.createRecord(goals.id, {
        Name: "A",
        Notes: "## What happened\n\nWe called first.",
      });
      const adapter = world.adapter();
      const table = await adapter.openTable({ table: goals.id, columns: { title: "Name" }, body: true });

      const rows = await collect(table);
      const body = await table.body(rows.find((row) => row.id === id) as (typeof rows)[number]);

      expect(body?.document.children.map((node) => node.type)).toEqual(["heading", "paragraph"]);
      expect(adapter.requests()).toEqual({ reads: 2, writes: 0, bodies: 0 });
    });

    it("takes the long text that is mapped to text, and says so when there is neither", async () => {
      const adapter = world.adapter();

      const mapped = adapter.openTable({ table: goals.id, columns: { text: "Story" }, body: true });
      const neither = errorOf(adapter.openTable({ table: goals.id, columns: { title: "Name" }, body: true }));

      await expect(mapped).resolves.toMatchObject({ name: "Goals" });
      expect(await neither).toBeInstanceOf(ServiceRefusedError);
      expect((await neither).message).toContain("body: true");
    });
  });

  describe("what is not there", () => {
    it("lists every missing column with its likely new name", async () => {
      await open();
      world.workspace.renameField(goals.id, "Name", "Objective");
      world.workspace.renameField(goals.id, "Target", "Target value");

      const error = await errorOf(
        world.adapter().openTable({
          table: goals.id,
          columns: { title: "Name", target: "Target", owner: "Lead" },
          body: false,
        }),
      );

      expect(error).toMatchObject({ exitCode: 3 });
      expect((error as ServiceRefusedError).details).toEqual([
        "“Name” (field title): it was renamed to “Objective”.",
        "“Target” (field target): it was renamed to “Target value”.",
        "“Lead” (field owner): no column is called that.",
      ]);
    });

    it("asks for an id when several columns fit", async () => {
      world.workspace.addField(goals.id, { name: "target ", type: "number" });

      const error = await errorOf(
        world.adapter().openTable({ table: goals.id, columns: { target: "TARGET" }, body: false }),
      );

      expect(error.message).toContain("several columns fit");
      for (const { id } of goals.fields.filter(({ name }) => /target/i.test(name)))
        expect(error.message).toContain(id);
    });

    it("names the tables of the base, and the base that an address is of", async () => {
      const missing = await errorOf(open({}, "Goalz"));
      const elsewhere = await errorOf(open({}, `https://airtable.com/app00000000000000/${goals.id}`));

      expect(missing.message).toContain("Was it renamed to “Goals”?");
      expect(elsewhere.message).toContain("is in base app00000000000000");
    });
  });

  describe("refusals", () => {
    const tokenWith = (scopes: Parameters<typeof world.workspace.issueToken>[0]["scopes"]): string =>
      world.workspace.issueToken({ userId: world.userId, ...(scopes === undefined ? {} : { scopes }) });

    it.each([
      ["schema.bases:read", ["data.records:read"]],
      ["data.records:read", ["schema.bases:read"]],
    ] as const)("names the missing scope %s", async (missing, scopes) => {
      const error = await errorOf((async () => collect(await open({ token: tokenWith(scopes) })))());

      expect(error).toMatchObject({ exitCode: 3 });
      expect((error as ServiceRefusedError).hint).toContain(`the scope ${missing} (`);
    });

    it("says what to check when the base is not granted", async () => {
      const token = world.workspace.issueToken({ userId: world.userId, bases: [] });

      const error = (await errorOf(open({ token }))) as ServiceRefusedError;

      expect(error.exitCode).toBe(3);
      expect(error.hint).toContain(`access list holds base ${world.base.id}`);
      expect(error.message).not.toContain(token);
    });

    it("says that a column went away while it read", async () => {
      const table = await open();
      world.workspace.deleteField(goals.id, "Name");

      const error = await errorOf(collect(table));

      expect(error).toMatchObject({ exitCode: 3 });
      expect(error.message).toContain("renamed or deleted while this ran");
    });
  });

  describe("trouble", () => {
    it.each<[string, Fault]>([
      ["500", serverError],
      ["502 with HTML", badGateway],
      ["200 with HTML", pageInsteadOfJson],
      ["an answer that breaks off", { kind: "truncated" }],
      ["a reset", { kind: "reset" }],
    ])("tries again after %s", async (_, fault) => {
      fill(3);
      const table = await open();
      failWith(world, fault, "read", 2);

      expect(await collect(table)).toHaveLength(3);
      expect(world.waits).toHaveLength(2);
    });

    it("closes the connection of an answer that never ends", async () => {
      fill(3);
      const table = await open({ deadlineMs: 150 });
      failWith(world, { kind: "stalled-body" }, "read", 1);

      expect(await collect(table)).toHaveLength(3);
      expect(world.waits[0]).toContain("no full answer");
    });

    it("waits out a lock of 30 s, asking one small question to tell it from a spent month", async () => {
      fill(1);
      const table = await open();
      for (let i = 0; i < 8; i += 1)
        await fetch(`${world.url}/v0/${world.base.id}/${goals.id}`, {
          headers: { authorization: `Bearer ${world.token}` },
        });
      world.log.clear();

      expect(await collect(table)).toHaveLength(1);

      expect(world.log.calls.map(({ status }) => status)).toEqual([429, 429, 200]);
      const [first, , last] = world.log.calls;
      expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
      expect(world.waits.join()).toContain("429");
    });

    it("waits as long as Retry-After asks when that is longer", async () => {
      fill(1);
      const table = await open();
      failWith(
        world,
        {
          kind: "answer",
          status: 429,
          body: { error: { type: "RATE_LIMIT_REACHED" } },
          headers: { "retry-after": "90" },
        },
        "read",
      );

      await collect(table);

      expect(world.time.elapsed()).toBeGreaterThanOrEqual(90_000);
    });

    it("says at once that the month's calls are used up", async () => {
      fill(1);
      const table = await open();
      world.faults.add({ match: { path: /\/tbl/, times: Infinity }, fault: monthSpent });

      const error = await errorOf(collect(table));

      expect(error).toMatchObject({ exitCode: 4 });
      expect(error.message).toContain("used up its API calls for this month");
      expect(world.waits).toEqual([]);
      expect(world.log.matching(/tbl/)).toHaveLength(2);
    });

    it("stops when it is told to, in a wait or in an answer", async () => {
      fill(3);
      const stop = new AbortController();
      const table = await open({ signal: stop.signal });
      failWith(world, { kind: "stalled-body" }, "read", 1);

      const reading = errorOf(collect(table));
      setTimeout(() => stop.abort(new Error("stopped")), 50);

      expect((await reading).message).toBe("stopped");
    });

    it("ends with code 4 when nothing listens", async () => {
      await world.stop();

      const error = await errorOf(open({ settings: { patienceMinutes: 0.2 } }));

      expect(error).toMatchObject({ exitCode: 4 });
      expect(error.message).toContain("cannot be reached");
    });
  });
});
