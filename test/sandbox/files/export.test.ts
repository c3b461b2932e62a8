import type { Root } from "mdast";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

import type { Cell } from "../../../src/adapters/types.ts";
import { configSchema } from "../../../src/config/schema.ts";
import type { Portfolio } from "../../../src/domain/types.ts";
import { mapPortfolio } from "../../../src/mapping/index.ts";
import { readTables } from "../../../src/mapping/read-tables.ts";
import type { ReadTable } from "../../../src/mapping/types.ts";
import { parseBody } from "../../../src/adapters/files/body.ts";
import { exportTeam, type ExportStyle } from "../../../src/sandbox/files/export.ts";
import { layouts, sampleConfig, sampleTeam, type SampleVariant } from "../../../src/sandbox/teams/index.ts";
import type { SampleColumn, SampleTable, SampleTeam, SampleValue } from "../../../src/sandbox/teams/types.ts";
import { contents, filesAdapter } from "../../adapters/files/folder.ts";
import { tempFolder } from "../../temp-folder.ts";

describe("sandbox/files/export", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await tempFolder();
  });

  const styles: readonly ExportStyle[] = ["notion", "airtable"];
  const variants = Object.keys(layouts) as SampleVariant[];
  it.each(styles.flatMap((style) => variants.map((variant) => [style, variant] as const)))(
    "is read back as the team's own portfolio: %s, %s",
    async (style, variant) => {
      const team = sampleTeam(variant);
      const { config, tables } = await readExport(team, variant, style, folder);

      const portfolio = mapPortfolio({ config, tables: asKeyed(tables, team) });

      const wanted = mapPortfolio({ config, tables: tables.map((table) => asTyped(team, table, style)) });
      expect(comparable(portfolio)).toEqual(comparable(wanted));
      expect(portfolio.items.length + portfolio.goals.length).toBeGreaterThan(60);
    },
  );

  it("writes what Notion writes: ids in names, addresses in relations, a page a row", async () => {
    const team = sampleTeam("plain");

    const exported = await exportTeam(team, folder, "notion");

    const files = await contents(folder);
    expect(exported.tables["goals"]).toMatch(/^Goals [0-9a-f]{32}_all\.csv$/);
    const events = files[exported.tables["events"] ?? ""] ?? "";
    expect(events.startsWith("\ufeffEvent,Date,Goal,Owner,Status,Created time\n")).toBe(true);
    expect(events).toMatch(
      /\nEvening hours open at Linden,"February 12, 2026",Pregnant patients of our four clinics can keep their visits \(https:\/\/www\.notion\.so\/Pregnant-patients-[\w-]*[0-9a-f]{32}\?pvs=21\),Linh/,
    );
    const page = Object.entries(files).find(([name]) =>
      name.includes("Pregnant patients of our four clinics"),
    )?.[1];
    expect(
      page?.startsWith("# Pregnant patients of our four clinics can keep their visits\n\nKey: G2\n"),
    ).toBe(true);
    expect(page).toContain("\n\nA visit counts as missed when nobody called and nobody came.");
  });

  it("writes what Airtable writes: names in links, ticks as words, pages as notes", async () => {
    const team = sampleTeam("own-words");

    const exported = await exportTeam(team, folder, "airtable");

    const files = await contents(folder);
    expect(Object.keys(files)).toHaveLength(team.tables.length);
    expect(exported.tables["questions"]).toBe("Questions we carry-Grid view.csv");
    expect(files["Questions we carry-Grid view.csv"]).toMatch(/,checked,/);
    expect(files["Huddles-Grid view.csv"]?.split("\n")[0]).toMatch(/,Notes,Created$/);
  });
});

async function readExport(team: SampleTeam, variant: SampleVariant, style: ExportStyle, folder: string) {
  await exportTeam(team, folder, style);
  const text = sampleConfig(variant, {
    connections: { exports: { provider: "files", folder } },
    table: (key) => ({
      connection: "exports",
      table: team.tables.find((table) => table.key === key)?.name ?? "",
    }),
    to: [{ connection: "exports", parent: "./reports" }],
  });
  const config = configSchema.parse(parse(text));
  const adapters = new Map([["exports", filesAdapter(folder)]]);
  return { config, tables: await readTables(config, adapters, { onTable: () => {} }) };
}

function sampleOf(team: SampleTeam, { config }: ReadTable): SampleTable {
  return team.tables.find((table) => table.name === config.table) as SampleTable;
}

/** What the adapter read, with the team's own keys for ids: exports order their rows as the team does. */
function asKeyed(tables: readonly ReadTable[], team: SampleTeam): readonly ReadTable[] {
  const keys = new Map(
    tables.flatMap((table) =>
      table.rows.map(({ id }, i) => [id, sampleOf(team, table).rows[i]?.key ?? ""] as const),
    ),
  );
  const keyed = (id: string): string => keys.get(id) ?? `no row ${id}`;
  const cellOf = (cell: Cell): Cell => (cell.kind === "links" ? { ...cell, ids: cell.ids.map(keyed) } : cell);
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      id: keyed(row.id),
      url: null,
      cells: Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cellOf(cell)])),
    })),
    ...withBodies([...(table.bodies ?? [])].map(([id, body]) => [keyed(id), body.document] as const)),
  }));
}

/** The same table as the team has it, each value in its own type. Airtable's dates have no end. */
function asTyped(team: SampleTeam, table: ReadTable, style: ExportStyle): ReadTable {
  const sample = sampleOf(team, table);
  const columns = Object.entries(table.columnNames).map(
    ([field, name]) =>
      [field, sample.columns.find((column) => column.name === name) as SampleColumn] as const,
  );
  const documents = sample.rows.flatMap(({ key, body }) => {
    const document = body === undefined || table.bodies === undefined ? null : parseBody(body);
    return document === null ? [] : [[key, document] as const];
  });
  return {
    ...table,
    rows: sample.rows.map((row) => ({
      id: row.key,
      url: null,
      createdAt: `${row.createdAt.slice(0, 16)}:00.000Z`,
      editedAt: null,
      cells: Object.fromEntries(
        columns.map(([field, column]) => [field, typed(team, column, row.cells[column.key], style)]),
      ),
    })),
    ...withBodies(documents),
  };
}

function withBodies(documents: readonly (readonly [string, Root])[]): Pick<ReadTable, "bodies"> {
  return { bodies: new Map(documents.map(([id, document]) => [id, { document, unreadable: 0 }])) };
}

function typed(
  team: SampleTeam,
  { type }: SampleColumn,
  value: SampleValue | undefined,
  style: ExportStyle,
): Cell {
  if (value === undefined) return { kind: "empty" };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "number") return { kind: "number", value, percent: type === "percent" };
  if (type === "date") {
    const { start, end } =
      typeof value === "object" && "start" in value ? value : { start: String(value), end: null };
    return { kind: "date", start, end: style === "airtable" ? null : end };
  }
  const names = typeof value === "string" ? [value] : (value as readonly string[]);
  if (type === "link") return { kind: "links", ids: names, complete: true };
  if (type === "people") {
    const people = names.map((key) => team.people.find((person) => person.key === key)?.name ?? key);
    return { kind: "people", people: people.map((name) => ({ id: name, name })) };
  }
  return type === "title" || type === "text"
    ? { kind: "text", text: names.join() }
    : { kind: "options", names };
}

/** Without the indexes, which say the same again. */
function comparable({ goals, results, events, items, readingNotes, coverage }: Portfolio) {
  return { goals, results, events, items, readingNotes, coverage };
}
