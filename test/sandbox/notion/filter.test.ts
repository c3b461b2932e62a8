import type { QueryDataSourceParameters } from "@notionhq/client";
import { describe, expect, it } from "vitest";

import { raw, refusal, startBench, type Bench } from "./helpers.ts";

type Filter = NonNullable<QueryDataSourceParameters["filter"]>;

interface Table extends Bench {
  readonly source: string;
  readonly person: string;
}

/** Two rows: "Full" has a value everywhere, "Empty" nowhere. The clock says 2026-03-10. */
async function startTable(): Promise<Table> {
  const bench = await startBench();
  const { workspace } = bench.standIn;
  const { dataSources } = workspace.addDatabase({
    parent: bench.home,
    title: "Things",
    dataSources: [
      {
        name: "Things",
        properties: {
          Name: { title: {} },
          Mail: { email: {} },
          Note: { rich_text: {} },
          Size: { number: {} },
          Kind: { select: { options: [{ name: "Red" }, { name: "Blue" }] } },
          Tags: { multi_select: { options: [{ name: "x" }, { name: "y" }] } },
          State: { status: {} },
          Day: { date: {} },
          Done: { checkbox: {} },
          Owner: { people: {} },
          Sum: { formula: { expression: "1" } },
        },
      },
    ],
  });
  const source = String(dataSources[0]);
  workspace.addProperty(source, "Link", { relation: { data_source_id: source, single_property: {} } });
  const full = workspace.addRow(source, {
    values: {
      Name: "Full",
      Mail: "jane.doe@example.org",
      Note: "A long Note",
      Size: 5,
      Kind: "Red",
      Tags: ["x"],
      State: "Done",
      Day: "2026-03-04",
      Done: true,
      Owner: [bench.personId],
    },
    at: "2026-03-01T10:00:00Z",
  });
  workspace.setCell(full, "Link", [full]);
  workspace.setCell(full, "Sum", { type: "number", number: 7 });
  workspace.addRow(source, { values: { Name: "Empty" }, at: "2026-03-09T10:00:00Z" });
  return { ...bench, source, person: bench.personId };
}

async function names(table: Table, filter: unknown): Promise<string> {
  const { results } = await table.client.dataSources.query({
    data_source_id: table.source,
    filter: filter as Filter,
  });
  return results
    .map(
      (row) =>
        (row as unknown as { properties: { Name: { title: { plain_text: string }[] } } }).properties.Name
          .title[0]?.plain_text,
    )
    .sort((a, b) => String(a).localeCompare(String(b)))
    .join(" ");
}

describe("sandbox/notion/query/filter", () => {
  it.each([
    ["text contains, whatever the case", { property: "Note", rich_text: { contains: "NOTE" } }, "Full"],
    [
      "text does not contain, empties too",
      { property: "Note", rich_text: { does_not_contain: "x" } },
      "Empty Full",
    ],
    ["a text filter on an email column", { property: "Mail", rich_text: { starts_with: "Jane" } }, "Full"],
    ["email contains", { property: "Mail", email: { contains: "Doe" } }, "Full"],
    ["title equals", { property: "title", title: { equals: "empty" } }, "Empty"],
    ["text is empty", { property: "Note", rich_text: { is_empty: true } }, "Empty"],
    ["number is greater", { property: "Size", number: { greater_than: 4 } }, "Full"],
    ["number does not equal, empties too", { property: "Size", number: { does_not_equal: 5 } }, "Empty"],
    ["select equals", { property: "Kind", select: { equals: "Red" } }, "Full"],
    [
      "select does not equal, empties too",
      { property: "Kind", select: { does_not_equal: "Blue" } },
      "Empty Full",
    ],
    ["multi-select contains", { property: "Tags", multi_select: { contains: "x" } }, "Full"],
    ["multi-select does not contain", { property: "Tags", multi_select: { does_not_contain: "x" } }, "Empty"],
    ["status by option", { property: "State", status: { equals: "Not started" } }, "Empty"],
    ["status by group", { property: "State", status: { equals: "Complete" } }, "Full"],
    ["date equals a day", { property: "Day", date: { equals: "2026-03-04" } }, "Full"],
    ["date before", { property: "Day", date: { before: "2026-03-04" } }, ""],
    ["date on or before", { property: "Day", date: { on_or_before: "2026-03-04" } }, "Full"],
    ["date in the past week", { property: "Day", date: { past_week: {} } }, "Full"],
    ["date in the next week", { property: "Day", date: { next_week: {} } }, ""],
    ["date after a relative day", { property: "Day", date: { after: "one_week_ago" } }, "Full"],
    ["date is empty", { property: "Day", date: { is_empty: true } }, "Empty"],
    ["checkbox", { property: "Done", checkbox: { equals: false } }, "Empty"],
    ["relation is not empty", { property: "Link", relation: { is_not_empty: true } }, "Full"],
    ["formula by number", { property: "Sum", formula: { number: { equals: 7 } } }, "Full"],
    ["creation time", { timestamp: "created_time", created_time: { on_or_after: "2026-03-05" } }, "Empty"],
    [
      "and in or",
      {
        or: [
          { property: "Size", number: { equals: 1 } },
          {
            and: [
              { property: "Size", number: { is_empty: true } },
              { property: "Done", checkbox: { equals: false } },
            ],
          },
        ],
      },
      "Empty",
    ],
  ])("knows %s", async (_title, filter, expected) => {
    const table = await startTable();

    const found = await names(table, filter);

    expect(found).toBe(expected);
  });

  it('takes people by id, and "me" for nobody', async () => {
    const table = await startTable();

    const owned = await names(table, { property: "Owner", people: { contains: table.person } });
    const mine = await names(table, { property: "Owner", people: { contains: "me" } });

    expect([owned, mine]).toEqual(["Full", ""]);
  });

  it("compares times to the minute", async () => {
    const table = await startTable();
    const row = table.standIn.workspace.addRow(table.source, { values: { Name: "Timed" } });
    await table.client.pages.update({
      page_id: row,
      properties: { Day: { date: { start: "2026-03-04T18:01:15.370+01:00" } } },
    });

    const found = await names(table, { property: "Day", date: { equals: "2026-03-04T17:01:59Z" } });
    const page = await table.client.pages.retrieve({ page_id: row });

    expect(found).toBe("Timed");
    expect(page).toMatchObject({
      properties: { Day: { date: { start: "2026-03-04T18:01:00.000+01:00", end: null, time_zone: null } } },
    });
  });

  it("takes several options at once", async () => {
    const table = await startTable();

    const answer = await raw(table, "POST", `data_sources/${table.source}/query`, {
      body: { filter: { property: "Kind", select: { equals: ["Red", "Blue"] } } },
    });

    expect(answer.body["results"]).toHaveLength(1);
  });

  it("refuses an unknown property", async () => {
    const table = await startTable();

    const error = await refusal(names(table, { property: "Nope", number: { equals: 1 } }));

    expect(error.message).toBe("Could not find property with name or id: Nope");
  });

  it("refuses a filter of another type than the column's", async () => {
    const table = await startTable();

    const error = await refusal(names(table, { property: "Size", select: { equals: "x" } }));

    expect(error.message).toBe("database property number does not match filter select");
  });

  it("refuses a property name on a timestamp filter", async () => {
    const table = await startTable();

    const error = await refusal(
      names(table, { property: "Day", timestamp: "created_time", created_time: { after: "2026-01-01" } }),
    );

    expect(error.message).toContain("body.filter.property should be not present");
  });

  it("refuses a third level of and/or", async () => {
    const table = await startTable();
    const leaf = { property: "Done", checkbox: { equals: true } };

    const error = await refusal(names(table, { and: [{ or: [{ and: [leaf] }] }] }));

    expect(error.status).toBe(400);
  });
});

describe("sandbox/notion/query/filter: rollups", () => {
  it("tells any, every and none apart, and what they do with empty rollups", async () => {
    const table = await startTable();
    const { workspace } = table.standIn;
    workspace.addProperty(table.source, "Sizes", {
      rollup: { relation_property_name: "Link", rollup_property_name: "Size", function: "show_original" },
    });
    const above = { number: { greater_than: 4 } };

    const any = await names(table, { property: "Sizes", rollup: { any: above } });
    const every = await names(table, { property: "Sizes", rollup: { every: above } });
    const none = await names(table, { property: "Sizes", rollup: { none: above } });

    expect([any, every, none]).toEqual(["Full", "Full", "Empty"]);
  });
});
