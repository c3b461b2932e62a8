import { describe, expect, it } from "vitest";

import type { NotionStandInOptions } from "../../../src/sandbox/notion/options.ts";
import { paragraph, raw, refusal, startBench, words, type Bench } from "./helpers.ts";

interface Table extends Bench {
  readonly source: string;
  readonly database: string;
}

async function startTable(options: NotionStandInOptions = {}): Promise<Table> {
  const bench = await startBench(options);
  const { id, dataSources } = bench.standIn.workspace.addDatabase({
    parent: bench.home,
    title: "Tasks",
    dataSources: [
      {
        name: "Tasks",
        properties: {
          Name: { title: {} },
          Note: { rich_text: {} },
          Size: { number: { format: "percent" } },
          Kind: { select: { options: [{ name: "Red", color: "red" }] } },
          Tags: { multi_select: {} },
          State: { status: {} },
          Day: { date: {} },
          Done: { checkbox: {} },
          Site: { url: {} },
          Owner: { people: {} },
          Made: { created_time: {} },
          Number: { unique_id: { prefix: "T" } },
        },
      },
    ],
  });
  return { ...bench, database: id, source: String(dataSources[0]) };
}

describe("sandbox/notion/routes/pages: create", () => {
  it("makes a page with content, and another one when asked twice", async () => {
    const bench = await startBench();
    const request = {
      parent: { page_id: bench.home },
      properties: { title: { title: words("Report") } },
      children: [paragraph("Hello")],
    };

    const first = await bench.client.pages.create(request);
    const second = await bench.client.pages.create(request);

    expect(first).toMatchObject({
      object: "page",
      parent: { type: "page_id", page_id: bench.home },
      created_by: { object: "user", id: bench.botId },
      properties: { title: { id: "title", type: "title", title: [{ plain_text: "Report" }] } },
    });
    expect(second.id).not.toBe(first.id);
    expect(bench.standIn.workspace.findPages("Report")).toHaveLength(2);
  });

  it("takes Markdown, and the title from its first heading", async () => {
    const bench = await startBench();

    const page = await bench.client.pages.create({
      parent: { page_id: bench.home },
      markdown: "# Plan\nText",
    });
    const { markdown } = await bench.client.pages.retrieveMarkdown({ page_id: page.id });

    expect(page).toMatchObject({ properties: { title: { title: [{ plain_text: "Plan" }] } } });
    expect(markdown).toBe("Text");
  });

  it("refuses Markdown and children together", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.pages.create({
        parent: { page_id: bench.home },
        markdown: "x",
        children: [paragraph("y")],
      }),
    );

    expect(error.status).toBe(400);
  });

  it("refuses internal connections the top of the workspace", async () => {
    const bench = await startBench();

    const error = await refusal(bench.client.pages.create({ parent: { workspace: true } }));

    expect(error.status).toBe(400);
  });

  it("shows both parents of a row", async () => {
    const table = await startTable();

    const page = await table.client.pages.create({
      parent: { data_source_id: table.source },
      properties: { Name: { title: words("A") } },
    });

    expect(page).toMatchObject({
      parent: { type: "data_source_id", data_source_id: table.source, database_id: table.database },
      properties: {
        State: { status: { name: "Not started" } },
        Number: { unique_id: { prefix: "T", number: 1 } },
      },
    });
  });

  it("refuses a database with two data sources as parent", async () => {
    const table = await startTable();
    table.standIn.workspace.addDataSource(table.database, { name: "Second", properties: {} });

    const error = await refusal(table.client.pages.create({ parent: { database_id: table.database } }));

    expect(error.message).toContain("multiple data sources");
  });
});

describe("sandbox/notion/properties: write and read", () => {
  it("keeps a value of every kind", async () => {
    const table = await startTable();

    const page = await table.client.pages.create({
      parent: { data_source_id: table.source },
      properties: {
        Name: { title: words("A") },
        Note: { rich_text: words("n") },
        Size: { number: 0.125 },
        Kind: { select: { name: "Red" } },
        Tags: { multi_select: [{ name: "new" }] },
        State: { status: { name: "Done" } },
        Day: { date: { start: "2026-02-01", end: "2026-02-03" } },
        Done: { checkbox: true },
        Site: { url: "https://example.org" },
        Owner: { people: [{ id: table.personId }] },
      },
    });

    expect(page).toMatchObject({
      properties: {
        Note: { rich_text: [{ plain_text: "n" }] },
        Size: { number: 0.125 },
        Kind: { select: { name: "Red", color: "red" } },
        Tags: { multi_select: [{ name: "new" }] },
        State: { status: { name: "Done" } },
        Day: { date: { start: "2026-02-01", end: "2026-02-03", time_zone: null } },
        Done: { checkbox: true },
        Site: { url: "https://example.org" },
        Owner: { people: [{ object: "user", id: table.personId, name: "Ann Lee", type: "person" }] },
        Made: { created_time: "2026-03-10T09:30:00.000Z" },
      },
    });
  });

  it("takes ids as keys, keeps what is not named, and clears with null", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source, {
      values: { Name: "A", Size: 1, Site: "https://e.org" },
    });
    const size = table.standIn.workspace
      .dataSource(table.source)
      .properties.find(({ name }) => name === "Size");

    const page = await table.client.pages.update({
      page_id: row,
      properties: { [String(size?.id)]: { number: null } },
    });

    expect(page).toMatchObject({ properties: { Size: { number: null }, Site: { url: "https://e.org" } } });
  });

  it("makes options of a select but none of a status", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source);

    const page = await table.client.pages.update({
      page_id: row,
      properties: { Kind: { select: { name: "Green" } } },
    });
    const error = await refusal(
      table.client.pages.update({ page_id: row, properties: { State: { status: { name: "Unheard of" } } } }),
    );
    const source = await table.client.dataSources.retrieve({ data_source_id: table.source });

    expect(page).toMatchObject({ properties: { Kind: { select: { name: "Green" } } } });
    expect(error.message).toContain("Unheard of");
    expect(source).toMatchObject({
      properties: { Kind: { select: { options: [{ name: "Red" }, { name: "Green" }] } } },
    });
  });

  it("refuses commas in options, empty strings, and dates that are none", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source);
    const set = (properties: object): Promise<unknown> =>
      table.client.pages.update({ page_id: row, properties: properties as never });

    const comma = await refusal(set({ Kind: { select: { name: "a,b" } } }));
    const empty = await refusal(set({ Site: { url: "" } }));
    const date = await refusal(set({ Day: { date: { start: "soon" } } }));

    expect([comma.status, empty.status, date.status]).toEqual([400, 400, 400]);
    expect(date.message).toContain("body.properties.Day.date.start should be a valid ISO 8601 date string");
  });

  it("refuses an unknown property and a value of another type, and then changes nothing", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source, { values: { Name: "A" } });

    const unknown = await refusal(
      table.client.pages.update({
        page_id: row,
        properties: { Name: { title: words("B") }, Nope: { number: 1 } },
      }),
    );
    const type = await refusal(
      table.client.pages.update({ page_id: row, properties: { Size: { checkbox: true } } }),
    );

    expect(unknown.message).toBe("Nope is not a property that exists.");
    expect(type.message).toBe("Size is expected to be number.");
    expect(table.standIn.workspace.findPages("A")).toHaveLength(1);
  });
});

describe("sandbox/notion/properties: relations", () => {
  it("shows 25 links and more at the property endpoint, in order", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    const link = workspace.addProperty(table.source, "Links", {
      relation: { data_source_id: table.source, single_property: {} },
    });
    const others = Array.from({ length: 30 }, (_, index) =>
      workspace.addRow(table.source, { values: { Name: String(index) } }),
    );
    const row = workspace.addRow(table.source, { values: { Name: "A", Links: others } });

    const page = await table.client.pages.retrieve({ page_id: row });
    const items = await raw(table, "GET", `pages/${row}/properties/${link}?page_size=20`);
    const rest = await table.client.pages.properties.retrieve({
      page_id: row,
      property_id: link,
      start_cursor: String(items.body["next_cursor"]),
    });

    const { relation, has_more: more } = (
      page as unknown as { properties: { Links: { relation: unknown[]; has_more: boolean } } }
    ).properties.Links;
    expect([relation.length, more]).toEqual([25, true]);
    expect(items.body).toMatchObject({ object: "list", type: "property_item", has_more: true });
    expect(rest).toMatchObject({ has_more: false, next_cursor: null });
    const shown = [...(items.body["results"] as unknown[]), ...(rest as { results: unknown[] }).results];
    expect(shown.map((item) => (item as { relation: { id: string } }).relation.id)).toEqual(others);
  });

  it("hides a relation to a database that is not shared", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    const hidden = workspace.addDatabase({
      parent: null,
      title: "Hidden",
      dataSources: [{ name: "H", properties: {} }],
    });
    const other = String(hidden.dataSources[0]);
    workspace.addProperty(table.source, "Goal", { relation: { data_source_id: other, single_property: {} } });
    const goal = workspace.addRow(other, {});
    const row = workspace.addRow(table.source, { values: { Goal: [goal] } });

    const source = await table.client.dataSources.retrieve({ data_source_id: table.source });
    const page = await table.client.pages.retrieve({ page_id: row });

    expect(source.properties).not.toHaveProperty("Goal");
    expect(page).toMatchObject({ properties: { Goal: { relation: [], has_more: false } } });
  });

  it("knows nothing of such a relation, nor of what is rolled up through it, in filters, sorts and writes", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    const hidden = workspace.addDatabase({
      parent: null,
      title: "Hidden",
      dataSources: [{ name: "H", properties: { Size: { number: {} } } }],
    });
    const other = String(hidden.dataSources[0]);
    const goal = workspace.addProperty(table.source, "Goal", {
      relation: { data_source_id: other, single_property: {} },
    });
    workspace.addProperty(table.source, "Sizes", {
      rollup: { relation_property_name: "Goal", rollup_property_name: "Size", function: "sum" },
    });
    const row = workspace.addRow(table.source, { values: { Goal: [workspace.addRow(other)] } });
    const query = (body: object): Promise<{ status: number; body: Record<string, unknown> }> =>
      raw(table, "POST", `data_sources/${table.source}/query`, { body });

    const source = await table.client.dataSources.retrieve({ data_source_id: table.source });
    const answers = [
      await query({ filter: { property: "Goal", relation: { is_empty: true } } }),
      await query({ filter: { property: goal, relation: { is_empty: true } } }),
      await query({ filter: { property: "Sizes", rollup: { number: { equals: 1 } } } }),
      await query({ sorts: [{ property: "Sizes", direction: "ascending" }] }),
      await raw(table, "PATCH", `pages/${row}`, { body: { properties: { Goal: { relation: [] } } } }),
    ];

    expect(source.properties).not.toHaveProperty("Sizes");
    expect(answers.map(({ status, body }) => [status, body["message"]])).toEqual([
      [400, "Could not find property with name or id: Goal"],
      [400, `Could not find property with name or id: ${goal}`],
      [400, "Could not find property with name or id: Sizes"],
      [400, "Could not find sort property with name or id: Sizes"],
      [400, "Goal is not a property that exists."],
    ]);
    expect(workspace.page(row).values[goal]).toHaveLength(1);
  });

  it("keeps both sides of a two-way relation", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Parent", {
      relation: { data_source_id: table.source, dual_property: { synced_property_name: "Children" } },
    });
    const parent = workspace.addRow(table.source, { values: { Name: "P" } });
    const child = workspace.addRow(table.source, { values: { Name: "C" } });

    await table.client.pages.update({
      page_id: child,
      properties: { Parent: { relation: [{ id: parent }] } },
    });
    const page = await table.client.pages.retrieve({ page_id: parent });

    expect(page).toMatchObject({ properties: { Children: { relation: [{ id: child }] } } });
  });

  it.each([
    [false, "2026-03-10T09:30:00.000Z"],
    [true, "2026-03-10T09:40:00.000Z"],
  ])("counts a link as an edit of the far side when told to: %s", async (relationTouchesFarSide, edited) => {
    const table = await startTable({ relationTouchesFarSide });
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Parent", {
      relation: { data_source_id: table.source, dual_property: { synced_property_name: "Children" } },
    });
    const [kept, added] = [workspace.addRow(table.source), workspace.addRow(table.source)];
    const child = workspace.addRow(table.source, { values: { Parent: [kept] } });
    table.clock.advance(600_000);

    await table.client.pages.update({
      page_id: child,
      properties: { Parent: { relation: [{ id: kept }, { id: added }] } },
    });
    const pages = await Promise.all(
      [child, added, kept].map((id) => table.client.pages.retrieve({ page_id: id })),
    );

    const times = pages.map((page) => (page as { last_edited_time?: string }).last_edited_time);
    expect(times).toEqual(["2026-03-10T09:40:00.000Z", edited, "2026-03-10T09:30:00.000Z"]);
  });

  it("works out rollups when read, without touching the row's time", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Links", {
      relation: { data_source_id: table.source, single_property: {} },
    });
    workspace.addProperty(table.source, "Total", {
      rollup: { relation_property_name: "Links", rollup_property_name: "Size", function: "sum" },
    });
    const other = workspace.addRow(table.source, { values: { Size: 2 } });
    const row = workspace.addRow(table.source, { values: { Links: [other] } });
    table.clock.advance(600_000);
    workspace.setCell(other, "Size", 5);

    const page = await table.client.pages.retrieve({ page_id: row });

    expect(page).toMatchObject({
      last_edited_time: "2026-03-10T09:30:00.000Z",
      properties: { Total: { rollup: { type: "number", number: 5, function: "sum" } } },
    });
  });

  it("shows what a formula fixture says, also that it is unsupported", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Sum", { formula: { expression: "1" } });
    const row = workspace.addRow(table.source);
    table.clock.advance(600_000);
    workspace.setCell(row, "Sum", { type: "unsupported", unsupported: {} });

    const page = await table.client.pages.retrieve({ page_id: row });

    expect(page).toMatchObject({
      // What the service works out anew is nobody's edit.
      last_edited_time: "2026-03-10T09:30:00.000Z",
      properties: { Sum: { formula: { type: "unsupported", unsupported: {} } } },
    });
  });
});

describe("sandbox/notion/routes/property-items", () => {
  it("gives one item for single values and a list for text", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source, { values: { Name: "A", Size: 3 } });
    const size = table.standIn.workspace
      .dataSource(table.source)
      .properties.find(({ name }) => name === "Size");

    const single = await raw(table, "GET", `pages/${row}/properties/${size?.id}`);
    const list = await raw(table, "GET", `pages/${row}/properties/title`);

    expect(single.body).toMatchObject({ object: "property_item", type: "number", id: size?.id, number: 3 });
    expect(list.body).toMatchObject({
      object: "list",
      results: [{ object: "property_item", type: "title", id: "title", title: { plain_text: "A" } }],
      property_item: { id: "title", type: "title", title: {}, next_url: null },
    });
  });

  it.each([
    ["sum", "relation", { type: "number", number: 60, function: "sum" }],
    ["show_original", "number", { type: "array", array: [], function: "show_original" }],
  ])("tells what a rollup (%s) comes to on its last page only", async (operation, itemType, result) => {
    const table = await startTable();
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Links", {
      relation: { data_source_id: table.source, single_property: {} },
    });
    const total = workspace.addProperty(table.source, "Total", {
      rollup: { relation_property_name: "Links", rollup_property_name: "Size", function: operation },
    });
    const others = Array.from({ length: 30 }, () => workspace.addRow(table.source, { values: { Size: 2 } }));
    const row = workspace.addRow(table.source, { values: { Links: others } });
    const path = `pages/${row}/properties/${total}?page_size=20`;

    const first = await raw(table, "GET", path);
    const last = await raw(table, "GET", `${path}&start_cursor=${String(first.body["next_cursor"])}`);

    expect(first.body).toMatchObject({
      has_more: true,
      property_item: {
        id: total,
        type: "rollup",
        rollup: { type: "incomplete", incomplete: {}, function: operation },
      },
    });
    expect(last.body).toMatchObject({
      has_more: false,
      next_cursor: null,
      property_item: { next_url: null, rollup: result },
    });
    const items = [first, last].map(({ body }) => body["results"] as { type: string }[]);
    expect(items.map(({ length }) => length)).toEqual([20, 10]);
    expect(new Set(items.flat().map(({ type }) => type))).toEqual(new Set([itemType]));
  });
});

describe("sandbox/notion/routes/pages: trash and locks", () => {
  it("trashes and restores a page, which cannot be edited in between", async () => {
    const bench = await startBench();
    const id = bench.standIn.workspace.addPage({ parent: bench.home, title: "Sub" });

    const trashed = await bench.client.pages.update({ page_id: id, in_trash: true });
    const edit = await refusal(
      bench.client.pages.update({ page_id: id, properties: { title: { title: [] } } }),
    );
    const restored = await bench.client.pages.update({ page_id: id, in_trash: false });

    expect([trashed, restored]).toMatchObject([{ in_trash: true }, { in_trash: false }]);
    expect(edit.message).toContain("archived");
  });

  it("refuses edits below a trashed page", async () => {
    const bench = await startBench();
    const outer = bench.standIn.workspace.addPage({ parent: bench.home, title: "Outer" });
    const inner = bench.standIn.workspace.addPage({ parent: outer, title: "Inner" });
    bench.standIn.workspace.trash(outer);

    const error = await refusal(
      bench.client.blocks.children.append({ block_id: inner, children: [paragraph("x")] }),
    );

    expect(error.message).toContain("archived ancestor");
  });

  it("takes writes to a locked page", async () => {
    const bench = await startBench();

    const page = await bench.client.pages.update({ page_id: bench.home, is_locked: true });
    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [paragraph("x")],
    });

    expect(page).toMatchObject({ is_locked: true });
    expect(results).toHaveLength(1);
  });

  it("moves a page", async () => {
    const bench = await startBench();
    const target = bench.standIn.workspace.addPage({ parent: bench.home, title: "Target" });
    const page = bench.standIn.workspace.addPage({ parent: bench.home, title: "Moves" });

    await bench.client.pages.move({ page_id: page, parent: { page_id: target } });

    expect(bench.standIn.workspace.children(target).map(({ id }) => id)).toEqual([page]);
    expect(bench.standIn.workspace.children(bench.home).map(({ id }) => id)).toEqual([target]);
  });

  it("erases the content when told to", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, "a\n\nb");

    await bench.client.pages.update({ page_id: bench.home, erase_content: true });

    expect(bench.standIn.workspace.children(bench.home)).toEqual([]);
  });
});

describe("sandbox/notion/routes/databases", () => {
  it("makes a database with one data source and shows both kinds of time", async () => {
    const bench = await startBench();

    const database = await bench.client.databases.create({
      parent: { type: "page_id", page_id: bench.home },
      title: words("Base"),
      initial_data_source: { properties: { Name: { title: {} }, Size: { number: {} } } },
    });
    const [first] = (database as unknown as { data_sources: { id: string; name: string }[] }).data_sources;
    const source = await bench.client.dataSources.retrieve({ data_source_id: String(first?.id) });

    expect(first?.id).not.toBe(database.id);
    expect(database).toMatchObject({ created_time: "2026-03-10T09:30:45.500+00:00" });
    expect(source).toMatchObject({
      created_time: "2026-03-10T09:30:00.000Z",
      parent: { type: "database_id", database_id: database.id },
      database_parent: { type: "page_id", page_id: bench.home },
      properties: {
        Name: { id: "title", type: "title" },
        Size: { type: "number", number: { format: "number" } },
      },
    });
  });

  it("changes a schema: add, rename, remove", async () => {
    const table = await startTable();

    const source = await table.client.dataSources.update({
      data_source_id: table.source,
      properties: { Extra: { rich_text: {} }, Size: { name: "Share" }, Note: null },
    });

    expect(Object.keys(source.properties)).toEqual(expect.arrayContaining(["Extra", "Share"]));
    expect(source.properties).not.toHaveProperty("Size");
    expect(source.properties).not.toHaveProperty("Note");
  });

  it("sorts options of a new status into its groups", async () => {
    const table = await startTable();

    const source = await table.client.dataSources.retrieve({ data_source_id: table.source });

    const { status } = source.properties["State"] as unknown as {
      status: { options: { id: string; name: string }[]; groups: { name: string; option_ids: string[] }[] };
    };
    expect(status.groups.map(({ name }) => name)).toEqual(["To-do", "In progress", "Complete"]);
    expect(status.groups[2]?.option_ids).toEqual([status.options[2]?.id]);
  });
});
