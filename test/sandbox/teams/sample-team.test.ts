import { describe, expect, it } from "vitest";

import { layouts, sampleNow, sampleTeam, type SampleVariant } from "../../../src/sandbox/teams/index.ts";
import type {
  SampleColumn,
  SampleRow,
  SampleTable,
  SampleTeam,
  SampleValue,
} from "../../../src/sandbox/teams/types.ts";

const variants = Object.keys(layouts) as SampleVariant[];
const learningTables = new Set(["reviews", "log", "questions", "bets", "huddles", "learnings", "chances"]);
const today = sampleNow.slice(0, 10);

describe.each(variants)("sandbox/teams/sample-team (%s)", (variant) => {
  const team = sampleTeam(variant);

  it("resolves every link, in the table that the column says", () => {
    const dangling = cellsOf(team).flatMap(({ row, column, value }) =>
      column.type === "link"
        ? list(value)
            .filter((key) => !keysOf(tableOf(team, column.to)).has(key))
            .map((key) => `${row.key}.${column.key} → ${key}`)
        : [],
    );

    expect(dangling).toEqual([]);
  });

  it("uses only options that the column offers", () => {
    const unknown = cellsOf(team).flatMap(({ row, column, value }) =>
      "options" in column
        ? list(value)
            .filter((option) => !column.options.includes(option))
            .map((option) => `${row.key}.${column.key}: ${option}`)
        : [],
    );

    expect(unknown).toEqual([]);
  });

  it("knows every person it names", () => {
    const known = new Set(team.people.map((person) => person.key));
    const named = [
      ...cellsOf(team).flatMap(({ column, value }) => (column.type === "people" ? list(value) : [])),
      ...rowsOf(team).flatMap((row) => [row.createdBy, ...(row.comments ?? []).map(({ by }) => by)]),
    ];

    expect(named.filter((key) => !known.has(key))).toEqual([]);
    expect(known.size).toBeGreaterThanOrEqual(5);
  });

  it("holds in each cell what the column's type asks for", () => {
    const odd = cellsOf(team)
      .filter(({ column, value }) => !fits(column, value))
      .map(({ row, column }) => `${row.key}.${column.key}`);

    expect(odd).toEqual([]);
  });

  it("gives every row a readable key of its own, and every table one title column that leads", () => {
    const keys = rowsOf(team).map((row) => row.key);

    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z]+(-[a-z0-9]+)+$/.test(key))).toEqual([]);
    for (const { columns } of team.tables) {
      expect(columns.map(({ type }) => type === "title")).toEqual(columns.map((_, index) => index === 0));
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
  });

  it("has more than sixty learning items, of every kind, and pages behind a dozen of them", () => {
    const items = team.tables.filter(({ key }) => learningTables.has(key)).flatMap(({ rows }) => rows);
    const count = (prefix: string): number => items.filter(({ key }) => key.startsWith(`${prefix}-`)).length;

    expect(items.length).toBeGreaterThanOrEqual(60);
    expect(count("q")).toBeGreaterThanOrEqual(10);
    expect(count("bet")).toBeGreaterThanOrEqual(14);
    expect(count("rev")).toBeGreaterThanOrEqual(20);
    expect(count("ins")).toBeGreaterThanOrEqual(22);
    expect(count("opp")).toBeGreaterThanOrEqual(3);
    expect(items.filter(({ body }) => body !== undefined).length).toBeGreaterThanOrEqual(12);
  });

  it("has a year and more of monthly numbers, and says where the county's rates come from", () => {
    const { rows } = tableOf(team, "results");
    const months = (name: string): number =>
      rows.filter(({ key }) => key.startsWith(`res-${name}-20`)).length;
    const county = rows.filter(({ key }) => key.startsWith("res-county-"));

    expect([months("missed"), months("early"), months("doula")].every((count) => count >= 12)).toBe(true);
    expect(county.length).toBeGreaterThanOrEqual(8);
    expect(county.filter((row) => !textOf(row, "note").includes("Source: "))).toEqual([]);
  });

  it("speaks of nothing after its now, but for what is planned", () => {
    const planned = new Set(["due", "reviewBy", "nextDate"]);
    const later = cellsOf(team).flatMap(({ table, row, column, value }) =>
      column.type === "date" &&
      !planned.has(column.key) &&
      firstDay(value) > today &&
      table.key !== "events" &&
      !row.key.startsWith("opp-")
        ? [`${row.key}.${column.key}`]
        : [],
    );
    const instants = rowsOf(team).flatMap((row) => [
      row.createdAt,
      ...(row.comments ?? []).map(({ at }) => at),
    ]);

    expect(later).toEqual([]);
    expect(instants.filter((instant) => instant > sampleNow || Number.isNaN(Date.parse(instant)))).toEqual(
      [],
    );
  });

  it("has work behind it and work within the next three weeks", () => {
    const days = tableOf(team, "events").rows.map((row) => firstDay(row.cells["date"]));

    expect(days.filter((day) => day <= today).length).toBeGreaterThanOrEqual(6);
    expect(days.filter((day) => day > today)).toEqual(["2026-11-20", "2026-11-30", "2026-12-05"]);
  });

  it("never says a thing twice in the same words, but for the lesson that keeps coming back", () => {
    const titles = team.tables
      .filter(({ key }) => key !== "results")
      .flatMap(({ rows, columns }) => rows.map((row) => textOf(row, columns[0]?.key ?? "")))
      .filter((title) => title !== "");

    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => /second room/i.test(title)).length).toBe(3);
  });

  it("keeps the messes that real workspaces have", () => {
    const rows = new Map(rowsOf(team).map((row) => [row.key, row]));

    expect(rows.get("log-empty")?.cells).toEqual({});
    expect(rows.get("res-early-2026-04")?.cells["value"]).toBeUndefined();
    expect(rows.get("res-unlinked-crib")?.cells["goal"]).toBeUndefined();
    expect(rows.get("rev-march-calls")?.cells["goal"]).toBeUndefined();
    expect(rows.get("ins-hostile-title")?.cells["title"]).toMatch(/\{\{name\}\}.*javascript:/);
    expect(rows.get("ins-long-title")?.cells["title"]).toMatch(/^.{600,}$/);
    expect(firstDay(rows.get("rev-shower-northland-before")?.cells["date"])).toBe("2026-09-29");
    expect(firstDay(rows.get("rev-shower-northland-after")?.cells["date"])).toBe("2026-09-22");
  });
});

describe("sandbox/teams/sample-team", () => {
  it("shows the same rows in every variant, only under other names", () => {
    const [plain, ownWords] = variants.map((variant) =>
      rowsOf(sampleTeam(variant))
        .map(({ key, createdAt, createdBy, body, comments }) => ({
          key,
          createdAt,
          createdBy,
          body,
          comments,
        }))
        .sort((left, right) => left.key.localeCompare(right.key)),
    );

    expect(plain).toEqual(ownWords);
    expect(plain?.length).toBeGreaterThan(150);
  });

  it("loses no field of a fact in any variant", () => {
    const valuesOf = (variant: SampleVariant): Map<string, string[]> =>
      new Map(
        rowsOf(sampleTeam(variant)).map((row) => [
          row.key,
          Object.keys(row.cells)
            .filter((field) => field !== "kind")
            .sort(),
        ]),
      );

    expect(valuesOf("plain")).toEqual(valuesOf("own-words"));
  });

  it("calls nearly everything by other names in the team's own words", () => {
    const [plain, ownWords] = variants.map(
      (variant) =>
        new Set(
          sampleTeam(variant).tables.flatMap((table) => [
            table.name,
            ...table.columns.map(({ name }) => name),
          ]),
        ),
    );

    expect([...(plain ?? [])].filter((name) => ownWords?.has(name))).toEqual([
      "Question",
      "So that",
      "Report key",
      "Made on",
      "Report",
    ]);
  });
});

interface Cell {
  readonly table: SampleTable;
  readonly row: SampleRow;
  readonly column: SampleColumn;
  readonly value: SampleValue;
}

function cellsOf(team: SampleTeam): Cell[] {
  return team.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.entries(row.cells).map(([key, value]) => {
        const column = table.columns.find((one) => one.key === key);
        if (column === undefined) throw new Error(`${table.key} has no column ${key}`);
        return { table, row, column, value };
      }),
    ),
  );
}

function rowsOf(team: SampleTeam): SampleRow[] {
  return team.tables.flatMap(({ rows }) => rows);
}

function tableOf(team: SampleTeam, key: string): SampleTable {
  const table = team.tables.find((one) => one.key === key);
  if (table === undefined) throw new Error(`no table ${key}`);
  return table;
}

function keysOf(table: SampleTable): Set<string> {
  return new Set(table.rows.map(({ key }) => key));
}

function list(value: SampleValue | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function textOf(row: SampleRow, key: string): string {
  const value = row.cells[key];
  return typeof value === "string" ? value : "";
}

function firstDay(value: SampleValue | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && "start" in value ? value.start : "";
}

function fits(column: SampleColumn, value: SampleValue): boolean {
  switch (column.type) {
    case "number":
    case "percent":
      return typeof value === "number" && Number.isFinite(value);
    case "checkbox":
      return typeof value === "boolean";
    case "people":
    case "link":
    case "multi-select":
      return Array.isArray(value) && value.length > 0;
    case "date":
      return !Number.isNaN(Date.parse(`${firstDay(value)}T00:00:00Z`));
    default:
      return typeof value === "string" && value !== "";
  }
}
