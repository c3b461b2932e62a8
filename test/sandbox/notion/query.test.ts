import { iteratePaginatedAPI } from "@notionhq/client";
import { describe, expect, it } from "vitest";

import { raw, refusal, startBench, type Bench } from "./helpers.ts";
import type { NotionStandInOptions } from "../../../src/sandbox/notion/options.ts";

interface Table extends Bench {
  readonly source: string;
  readonly rows: readonly string[];
}

async function startTable(count: number, options: NotionStandInOptions = {}): Promise<Table> {
  const bench = await startBench(options);
  const { dataSources } = bench.standIn.workspace.addDatabase({
    parent: bench.home,
    title: "Rows",
    dataSources: [{ name: "Rows", properties: { Name: { title: {} }, Size: { number: {} } } }],
  });
  const source = String(dataSources[0]);
  const rows = Array.from({ length: count }, (_, index) =>
    bench.standIn.workspace.addRow(source, {
      values: { Name: `Row ${index}`, Size: index % 3 },
      at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    }),
  );
  return { ...bench, source, rows };
}

async function allIds(table: Table, pageSize: number): Promise<string[]> {
  const ids: string[] = [];
  const pages = iteratePaginatedAPI(table.client.dataSources.query, {
    data_source_id: table.source,
    page_size: pageSize,
  });
  for await (const row of pages) ids.push(row.id);
  return ids;
}

describe("sandbox/notion/query: paging", () => {
  it("walks through all rows once, newest first", async () => {
    const table = await startTable(7);

    const ids = await allIds(table, 3);

    expect(ids).toEqual([...table.rows].reverse());
  });

  it("gives cursors of a session, and no request status when complete", async () => {
    const table = await startTable(3);

    const page = await table.client.dataSources.query({ data_source_id: table.source, page_size: 2 });

    expect(page.next_cursor).toMatch(/^s:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
    expect(page).toMatchObject({ has_more: true, type: "page_or_data_source", page_or_data_source: {} });
    expect(page).not.toHaveProperty("request_status");
  });

  it("refuses a page size over 100", async () => {
    const table = await startTable(0);

    const error = await refusal(
      table.client.dataSources.query({ data_source_id: table.source, page_size: 101 }),
    );

    expect(error.message).toContain("body.page_size should be ≤ `100`, instead was `101`");
  });

  it("refuses a cursor of another query, an invented one and one that is too old", async () => {
    const table = await startTable(3, { cursorLifetime: 60_000 });
    const query = { data_source_id: table.source, page_size: 1 };
    const { next_cursor: cursor } = await table.client.dataSources.query(query);
    const resume = { ...query, start_cursor: String(cursor) };

    const foreign = await refusal(
      table.client.dataSources.query({ ...resume, sorts: [{ property: "Name", direction: "ascending" }] }),
    );
    const invented = await refusal(table.client.dataSources.query({ ...query, start_cursor: "s:1:2" }));
    table.clock.advance(60_001);
    const late = await refusal(table.client.dataSources.query(resume));

    expect(foreign.message).toBe(`The start_cursor provided is invalid: ${cursor}`);
    expect([foreign.status, invented.status, late.status]).toEqual([400, 400, 400]);
  });

  it("gives short pages with more to come when told to", async () => {
    const table = await startTable(8, { shortPageEvery: 1 });

    const page = await table.client.dataSources.query({ data_source_id: table.source, page_size: 4 });
    const ids = await allIds(table, 4);

    expect(page.results).toHaveLength(2);
    expect(page.has_more).toBe(true);
    expect(ids).toHaveLength(8);
  });

  it("shuffles unsorted rows when told to, the same way within a session", async () => {
    const table = await startTable(40, { unsortedOrder: "shuffled" });

    const first = await allIds(table, 7);
    const second = await allIds(table, 7);

    expect(first).not.toEqual([...table.rows].reverse());
    expect(second).not.toEqual(first);
    expect([...first].sort()).toEqual([...table.rows].sort());
  });

  it("stops at the result limit and says so on every page", async () => {
    const table = await startTable(6, { resultCap: 4 });
    const query = { data_source_id: table.source, page_size: 3 };

    const first = await table.client.dataSources.query(query);
    const last = await table.client.dataSources.query({ ...query, start_cursor: String(first.next_cursor) });

    const status = { type: "incomplete", incomplete_reason: "query_result_limit_reached" };
    expect(first).toMatchObject({ has_more: true, request_status: status });
    expect(last).toMatchObject({ has_more: false, next_cursor: null, request_status: status });
    expect(last.results).toHaveLength(1);
  });

  it("reaches rows beyond the limit through windows of creation time", async () => {
    const table = await startTable(6, { resultCap: 4 });

    const page = await table.client.dataSources.query({
      data_source_id: table.source,
      filter: { timestamp: "created_time", created_time: { before: "2026-01-01T00:03:00.000Z" } },
    });

    expect(page.results.map(({ id }) => id)).toEqual([table.rows[2], table.rows[1], table.rows[0]]);
    expect(page).not.toHaveProperty("request_status");
  });

  it("goes on at the named row when others come and go between pages", async () => {
    const table = await startTable(4);
    const { workspace } = table.standIn;
    const query = { data_source_id: table.source, page_size: 2 };
    const first = await table.client.dataSources.query(query);

    workspace.addRow(table.source, { values: { Name: "New" } });
    workspace.trash(String(table.rows[0]));
    const second = await table.client.dataSources.query({
      ...query,
      start_cursor: String(first.next_cursor),
    });

    expect(second.results.map(({ id }) => id)).toEqual([table.rows[1]]);
  });

  it("may show a row twice when the row that the cursor names is gone", async () => {
    const table = await startTable(4);
    const { workspace } = table.standIn;
    const query = { data_source_id: table.source, page_size: 2 };
    const first = await table.client.dataSources.query(query);

    workspace.addRow(table.source, { values: { Name: "New" } });
    workspace.trash(String(table.rows[1]));
    const second = await table.client.dataSources.query({
      ...query,
      start_cursor: String(first.next_cursor),
    });

    expect(second.results.map(({ id }) => id)).toEqual([table.rows[2], table.rows[0]]);
  });
});

describe("sandbox/notion/query: which rows", () => {
  it("leaves trashed and archived rows out", async () => {
    const table = await startTable(3);
    table.standIn.workspace.trash(String(table.rows[0]));
    table.standIn.workspace.archive(String(table.rows[1]));

    const live = await table.client.dataSources.query({ data_source_id: table.source });
    const archived = await raw(table, "POST", `data_sources/${table.source}/query`, {
      body: { is_archived: true },
    });

    expect(live.results.map(({ id }) => id)).toEqual([table.rows[2]]);
    expect(archived.body["results"]).toMatchObject([{ id: table.rows[1] }]);
  });

  it("does not find the data source of a trashed database", async () => {
    const table = await startTable(1);
    table.standIn.workspace.trash(String(table.standIn.workspace.dataSource(table.source).parent));

    const error = await refusal(table.client.dataSources.query({ data_source_id: table.source }));

    expect(error.status).toBe(404);
  });

  it("does not find a database id among data sources, nor the other way round", async () => {
    const table = await startTable(0);
    const { parent } = table.standIn.workspace.dataSource(table.source);

    const crossed = await refusal(table.client.dataSources.query({ data_source_id: String(parent) }));
    const other = await refusal(table.client.databases.retrieve({ database_id: table.source }));

    expect([crossed.status, other.status]).toEqual([404, 404]);
  });
});

describe("sandbox/notion/query: filter_properties", () => {
  it("trims to the named properties, by name or id, in both spellings", async () => {
    const table = await startTable(1);
    const size = table.standIn.workspace
      .dataSource(table.source)
      .properties.find(({ name }) => name === "Size");

    const byId = await table.client.dataSources.query({
      data_source_id: table.source,
      filter_properties: [String(size?.id)],
    });
    const brackets = await raw(table, "POST", `data_sources/${table.source}/query?filter_properties[]=Name`, {
      body: {},
    });
    const page = await table.client.pages.retrieve({
      page_id: String(table.rows[0]),
      filter_properties: ["title"],
    });

    expect(byId.results).toMatchObject([{ properties: { Size: {} } }]);
    expect(Object.keys((byId.results[0] as { properties: object }).properties)).toEqual(["Size"]);
    const [row] = brackets.body["results"] as { properties: object }[];
    expect(Object.keys(row?.properties ?? {})).toEqual(["Name"]);
    expect(Object.keys((page as { properties: object }).properties)).toEqual(["Name"]);
  });
});

describe("sandbox/notion/query: sorts", () => {
  it("sorts by several keys, the earlier first", async () => {
    const table = await startTable(6);

    const { results } = await table.client.dataSources.query({
      data_source_id: table.source,
      sorts: [
        { property: "Size", direction: "descending" },
        { timestamp: "created_time", direction: "ascending" },
      ],
    });

    expect(results.map(({ id }) => table.rows.indexOf(id))).toEqual([2, 5, 1, 4, 0, 3]);
  });

  it("refuses an unknown property", async () => {
    const table = await startTable(0);

    const error = await refusal(
      table.client.dataSources.query({
        data_source_id: table.source,
        sorts: [{ property: "Nope", direction: "ascending" }],
      }),
    );

    expect(error.message).toBe("Could not find sort property with name or id: Nope");
  });
});
