import { afterEach, describe, expect, it } from "vitest";

import { ServiceFailedError, ServiceRefusedError } from "../../../src/errors.ts";
import { notionFaults } from "../../../src/sandbox/notion/faults.ts";
import { collect, errorOf } from "../contract.ts";
import { failWith, type NotionWorld, notionWorld, token, type WorldOptions } from "./world.ts";

let world: NotionWorld;
afterEach(async () => {
  await world.stop();
});

async function start(options: WorldOptions = {}): Promise<NotionWorld> {
  world = await notionWorld(options);
  return world;
}

/** A database with one data source below the shared page. */
function database(name: string, properties: Readonly<Record<string, Record<string, unknown>>>) {
  const made = world.workspace.addDatabase({
    parent: world.home,
    title: name,
    dataSources: [{ name, properties: { Name: { title: {} }, ...properties } }],
  });
  return { id: made.id, source: made.dataSources[0] ?? "" };
}

function addRows(source: string, count: number, minuteOf: (index: number) => number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, minuteOf(i))).toISOString();
    return world.workspace.addRow(source, { values: { Name: `Row ${i}` }, at });
  });
}

const titles = { columns: { title: "Name" }, body: false };

describe("adapters/notion: finding a table", () => {
  it("takes the database's id, the data source's id, and addresses, in two requests at most", async () => {
    await start();
    const { id, source } = database("Goals", {});
    const bare = id.replaceAll("-", "");

    for (const table of [id, bare, source, `https://www.notion.so/team/Goals-${bare}?v=${bare}`]) {
      world.log.clear();
      const opened = await world.adapter().openTable({ table, ...titles });

      expect([opened.id, opened.name]).toEqual([source, "Goals"]);
      expect(world.log.calls.length).toBeLessThanOrEqual(2);
    }
  });

  it("lists the data sources of a database that has several", async () => {
    await start();
    const { id, source } = database("Goals", {});
    const other = world.workspace.addDataSource(id, { name: "Old goals", properties: {} });

    const error = await errorOf(world.adapter().openTable({ table: id, ...titles }));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect((error as ServiceRefusedError).details).toEqual([`“Goals”: ${source}`, `“Old goals”: ${other}`]);
  });

  it("says what to share when the database is not shared, naming the id as the config has it", async () => {
    await start();
    const { id } = database("Goals", {});
    world.workspace.unshare(token, id);

    const error = (await errorOf(world.adapter().openTable({ table: id, ...titles }))) as ServiceRefusedError;

    expect(error.message).toBe(
      `Notion: table ${id} is not there, or is not shared with connection “team-notion”.`,
    );
    expect(error.hint).toContain("••• → Connections");
  });

  it("knows a page's id from a table's", async () => {
    await start();

    const error = await errorOf(world.adapter().openTable({ table: world.home, ...titles }));

    expect(error.message).toContain("is a page, not a table");
  });

  it("says which variable held the token that was refused", async () => {
    await start();
    const { id } = database("Goals", {});

    const error = await errorOf(world.adapter({ token: "ntn_wrong" }).openTable({ table: id, ...titles }));

    expect(error.message).toBe("Notion: the token in NOTION_TOKEN was refused (connection “team-notion”).");
  });

  it("names the capability that is missing", async () => {
    await start({ capabilities: { readContent: false } });
    const { id } = database("Goals", {});

    const error = await errorOf(world.adapter().openTable({ table: id, ...titles }));

    expect(error.message).toContain("lacks the capability “Read content”");
  });

  it("finds a column by its id after it was renamed, and remembers names for its hints", async () => {
    await start();
    const { id, source } = database("Goals", { Deadline: { date: {} }, Spare: { rich_text: {} } });
    const adapter = world.adapter();
    await adapter.openTable({ table: id, columns: { title: "Name", due: "Deadline" }, body: false });
    const property = world.workspace.dataSource(source).properties.find((one) => one.name === "Deadline");
    world.workspace.renameProperty(source, "Deadline", "By when");

    const byId = await adapter.openTable({ table: id, columns: { due: property?.id ?? "" }, body: false });
    const error = await errorOf(
      adapter.openTable({ table: id, columns: { title: "Name", due: "Deadline" }, body: false }),
    );

    expect(byId.columnNames).toEqual({ due: "By when" });
    expect(error.message).toContain("it was renamed to “By when”");
  });

  it("says that a relation is hidden while its database is not shared", async () => {
    await start();
    const goals = database("Goals", {});
    const { id } = database("Learning", {
      Serves: { relation: { data_source_id: goals.source, single_property: {} } },
    });
    world.workspace.unshare(token, goals.id);

    const error = await errorOf(
      world.adapter().openTable({ table: id, columns: { title: "Name", goal: "Serves" }, body: false }),
    );

    expect(error.message).toContain("Notion hides such a column while that database is not shared");
  });
});

describe("adapters/notion: rows", () => {
  it("asks for the mapped columns only", async () => {
    await start();
    const { id, source } = database("Goals", { Secret: { rich_text: {} } });
    addRows(source, 1, () => 0);
    const table = await world.adapter().openTable({ table: id, ...titles });

    await collect(table);

    expect(world.log.matching(/query/).map((call) => call.query["filter_properties"])).toEqual([["title"]]);
  });

  it("reads all links of a relation with more than 25, for one request more", async () => {
    await start();
    const goals = database("Goals", {});
    const { id, source } = database("Learning", {
      Serves: { relation: { data_source_id: goals.source, single_property: {} } },
    });
    const ids = addRows(goals.source, 60, () => 0);
    world.workspace.addRow(source, { values: { Name: "All", Serves: ids } });
    world.workspace.addRow(source, { values: { Name: "Few", Serves: ids.slice(0, 25) } });
    const table = await world.adapter().openTable({ table: id, columns: { goal: "Serves" }, body: false });
    world.log.clear();

    const rows = await collect(table);

    const links = rows
      .map((row) => row.cells["goal"])
      .map((cell) => (cell?.kind === "links" ? cell.ids : []));
    expect(links.map((list) => list.length).sort((a, b) => a - b)).toEqual([25, 60]);
    expect(links.find((list) => list.length === 60)).toEqual(ids);
    expect(world.log.calls).toHaveLength(2);
  });

  it("reads past the most that one query gives, each row once", async () => {
    await start({ resultCap: 40, shortPageEvery: 3, requestsPerMinute: null });
    const { id, source } = database("Goals", {});
    const ids = addRows(source, 130, (i) => Math.floor(i / 7));
    const table = await world.adapter().openTable({ table: id, ...titles });

    const rows = await collect(table);

    expect(rows).toHaveLength(130);
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(ids));
  });

  it("says so when more rows were made in one minute than a query gives", async () => {
    await start({ resultCap: 40 });
    const { id, source } = database("Goals", {});
    addRows(source, 50, () => 0);
    const table = await world.adapter().openTable({ table: id, ...titles });

    const error = await errorOf(collect(table));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain("cannot list table");
  });

  const badCursor = {
    kind: "answer",
    status: 400,
    body: {
      object: "error",
      status: 400,
      code: "validation_error",
      message: "The start_cursor provided is invalid: s:1:2",
    },
  } as const;
  const laterPages = (times: number) => ({
    match: {
      path: /query$/,
      where: (request: { body: unknown }) => JSON.stringify(request.body).includes("start_cursor"),
      times,
    },
    fault: badCursor,
  });

  it("takes up a query whose cursor is refused midway, each row once", async () => {
    await start();
    const { id, source } = database("Goals", {});
    const ids = addRows(source, 350, (i) => i);
    const table = await world.adapter().openTable({ table: id, ...titles });
    world.faults.add(laterPages(2));

    const rows = await collect(table);

    expect(rows).toHaveLength(350);
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(ids));
  });

  it("gives up on a query that loses its place again and again", async () => {
    await start();
    const { id, source } = database("Goals", {});
    addRows(source, 150, () => 0);
    const table = await world.adapter().openTable({ table: id, ...titles });
    world.faults.add(laterPages(100));

    expect(await errorOf(collect(table))).toBeInstanceOf(ServiceFailedError);
  });

  it("leaves out trashed and archived rows", async () => {
    await start();
    const { id, source } = database("Goals", {});
    const [kept = "", trashed = "", archived = ""] = addRows(source, 3, () => 0);
    world.workspace.trash(trashed);
    world.workspace.archive(archived);
    const table = await world.adapter().openTable({ table: id, ...titles });

    expect((await collect(table)).map((row) => row.id)).toEqual([kept]);
  });

  it("goes on when Notion adds fields and types nobody has heard of", async () => {
    await start({ unknownFields: true });
    const { id, source } = database("Goals", { Rate: { number: { format: "percent" } } });
    world.workspace.addRow(source, { values: { Name: "A", Rate: 0.125 } });
    const table = await world
      .adapter()
      .openTable({ table: id, columns: { title: "Name", target: "Rate" }, body: false });

    const [row] = await collect(table);

    expect(row?.cells).toEqual({
      title: { kind: "text", text: "A" },
      target: { kind: "number", value: 0.125, percent: true },
    });
  });
});

describe("adapters/notion: bodies", () => {
  async function oneBody(editedAt: string) {
    await start();
    const { id, source } = database("Reviews", {});
    world.workspace.addRow(source, {
      values: { Name: "A" },
      body: "## Actual\n\nIt *worked*.",
      at: editedAt,
    });
    return async () => {
      const adapter = world.adapter();
      const table = await adapter.openTable({ table: id, columns: { title: "Name" }, body: true });
      const [row] = await collect(table);
      const body = row === undefined ? null : await table.body(row);
      return { bodies: adapter.requests().bodies, types: body?.document.children.map((node) => node.type) };
    };
  }

  it("reads a body once while the page does not change", async () => {
    const read = await oneBody("2026-11-16T11:50:00Z");

    expect(await read()).toEqual({ bodies: 1, types: ["heading", "paragraph"] });
    expect(await read()).toEqual({ bodies: 0, types: ["heading", "paragraph"] });
  });

  it("reads it again when it was edited a moment ago: a second edit would not show", async () => {
    const read = await oneBody("2026-11-16T11:59:20Z");

    expect((await read()).bodies).toBe(1);
    expect((await read()).bodies).toBe(1);
  });
});

describe("adapters/notion: pace and patience", () => {
  it("never causes a 429 of its own, and needs at most 1.1 times the ideal time", async () => {
    await start({ requestsPerMinute: 12 });
    const { id, source } = database("Goals", {});
    addRows(source, 3400, (i) => i);
    const table = await world
      .adapter({ settings: { requestsPerMinute: 12 } })
      .openTable({ table: id, ...titles });

    await collect(table);

    expect(world.log.calls.filter((call) => call.status === 429)).toEqual([]);
    expect(world.log.calls).toHaveLength(36);
    expect(world.time.elapsed()).toBeLessThanOrEqual(1.1 * 2 * 60_000);
  });

  it("shares the budget of a token between connections", async () => {
    await start({ requestsPerMinute: 4 });
    const { id } = database("Goals", {});
    const settings = { requestsPerMinute: 4 };

    await Promise.all([1, 2, 3].map(() => world.adapter({ settings }).openTable({ table: id, ...titles })));

    expect(world.log.calls.filter((call) => call.status === 429)).toEqual([]);
  });

  it("waits as long as it is asked to, minutes if need be", async () => {
    await start();
    const { id } = database("Goals", {});
    failWith(world, notionFaults.rateLimited(421), "read");

    await world.adapter().openTable({ table: id, ...titles });

    expect(world.time.elapsed()).toBe(421_000);
    expect(world.waits).toContain("Notion's rate limit is used up (421 s)");
  });

  it("stops cleanly when it is asked to wait longer than it may", async () => {
    await start();
    const { id } = database("Goals", {});
    failWith(world, notionFaults.rateLimited(1200), "read");

    const error = (await errorOf(world.adapter().openTable({ table: id, ...titles }))) as ServiceFailedError;

    expect(error).toBeInstanceOf(ServiceFailedError);
    expect(error.hint).toContain("Try again in 20 minutes");
    expect(world.time.elapsed()).toBe(0);
  });

  it("does not wait for a block to lift", async () => {
    await start();
    const { id } = database("Goals", {});
    failWith(world, notionFaults.rateLimited(5, "public_api_request_blocked"), "read", 9);

    expect(await errorOf(world.adapter().openTable({ table: id, ...titles }))).toBeInstanceOf(
      ServiceRefusedError,
    );
    expect(world.log.calls).toHaveLength(1);
  });

  it.each([
    ["409", notionFaults.conflict(), undefined],
    ["500", notionFaults.internalError(), undefined],
    ["502 as HTML", notionFaults.badGatewayPage(), undefined],
    ["503", notionFaults.databaseUnavailable(), undefined],
    ["504", notionFaults.gatewayTimeout(), undefined],
    ["529", notionFaults.overloaded(3), undefined],
    ["429 as HTML", notionFaults.rateLimitedPage(2), undefined],
    ["200 as HTML", { kind: "html", status: 200 }, undefined],
    ["half an answer", { kind: "truncated" }, undefined],
    ["slow headers", { kind: "slow-headers", milliseconds: 5000 }, 500],
  ] as const)("waits out %s", async (_, fault, wait) => {
    await start();
    const { id } = database("Goals", {});
    failWith(world, fault, "read", 2);
    const adapter = world.adapter(wait === undefined ? {} : { deadlineMs: wait });

    const table = await adapter.openTable({ table: id, ...titles });

    expect(table.name).toBe("Goals");
    expect(adapter.requests()).toEqual({ reads: 4, writes: 0, bodies: 0 });
    expect(world.time.waits.length).toBeGreaterThanOrEqual(2);
  });

  it("stops at once when it is told to", async () => {
    await start();
    const { id } = database("Goals", {});
    const stop = new AbortController();
    failWith(
      world,
      { kind: "meanwhile", when: "before", act: () => stop.abort(new Error("stopped")) },
      "read",
    );

    const error = await errorOf(world.adapter({ signal: stop.signal }).openTable({ table: id, ...titles }));

    expect(error.message).toBe("stopped");
  });
});
