import { test, fc } from "@fast-check/vitest";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";

import type { Cell } from "../../src/adapters/types.ts";
import { goalFields, learningFields } from "../../src/config/fields.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import {
  aRow,
  date,
  eventsTable,
  goalsTable,
  learningTable,
  links,
  map,
  notesOf,
  options,
  percent,
  resultsTable,
  type ShortCell,
} from "./tables.ts";

const goalWith = (cells: Readonly<Record<string, ShortCell>>, config = {}) => {
  const portfolio = map([goalsTable([aRow("g", { title: "Goal", ...cells })], config)]);
  return { goal: portfolio.goals[0]!, notes: notesOf(portfolio) };
};

const notComputed = {
  kind: "unreadable",
  reason: { why: "notComputed", service: "Notion", what: "formula", code: "" },
} as const;

describe("mapping: goals", () => {
  it("reads every field", () => {
    const { goal, notes } = goalWith({
      key: "G-1",
      measure: "Deaths per 1,000 births",
      unit: "per 1,000",
      baseline: 8.1,
      target: "6",
      current: 7.25,
      start: date("2026-01-01"),
      due: date("2026-12-01", "2026-12-31"),
      status: options("Active"),
      owner: { kind: "people", people: [{ id: "p1", name: "Ana" }] },
      team: "North",
      priority: options("High"),
      waiver: "The funder counts these",
    });

    expect(notes).toEqual([]);
    expect(goal).toEqual({
      id: "g",
      title: "Goal",
      url: "https://service.test/g",
      connection: "team",
      table: "Goals",
      createdAt: "2026-01-05T03:00:00.000Z",
      key: "G-1",
      measure: "Deaths per 1,000 births",
      unit: "per 1,000",
      baseline: 8.1,
      target: 6,
      current: 7.25,
      start: "2026-01-01",
      due: "2026-12-31",
      status: "Active",
      owners: [{ id: "p1", name: "Ana" }],
      team: "North",
      parentIds: [],
      priority: "High",
      waiver: "The funder counts these",
      live: true,
      unresolved: [],
    });
  });

  it.each<[string, Readonly<Record<string, ShortCell>>, number, string | null]>([
    ["a percent column", { target: percent(0.07) }, 7, "%"],
    ["a typed percentage", { target: "12 %" }, 12, "%"],
    [
      "a percent column with a unit of its own",
      { target: percent(0.5), unit: "share of visits" },
      50,
      "share of visits",
    ],
    ["a plain number", { target: 0.07 }, 0.07, null],
  ])("takes value and unit from %s", (_, cells, target, unit) => {
    expect(goalWith(cells).goal).toMatchObject({ target, unit });
  });

  it.each<[ShortCell, string[] | undefined, boolean]>([
    [null, undefined, true],
    ["", undefined, true],
    ["Some phase of ours", undefined, true],
    ["Done", undefined, false],
    ["Abandonné", undefined, false],
    ["no cumplida", undefined, false],
    [options("Quarter 3", "Achieved"), undefined, true],
    ["On track", ["Active", "on-track"], true],
    ["Planned", ["Active"], false],
    [null, ["Active"], true],
  ])("with status %j and live list %j is live: %j", (status, live, expected) => {
    expect(goalWith({ status }, live === undefined ? {} : { live }).goal.live).toBe(expected);
  });

  it.each<[string, boolean, boolean]>([
    ["Done", true, false],
    ["Done", false, true],
    ["Whatever", false, true],
  ])("with a tick box called %s at %j is live: %j", (name, ticked, expected) => {
    const table = goalsTable([aRow("g", { title: "Goal", status: ticked })]);

    expect(map([{ ...table, columnNames: { status: name } }]).goals[0]?.live).toBe(expected);
  });

  it.each<[string, Readonly<Record<string, ShortCell>>, string]>([
    [
      "a number in words",
      { target: "3.5 per 1,000" },
      "Goals / Goal / TARGET: “3.5 per 1,000” could not be read here; write one number, such as 1,234.5 or 12 %.",
    ],
    [
      "a date that may mean two days",
      { due: "3/4/2026" },
      "Goals / Goal / DUE: “3/4/2026” may mean 2026-04-03 or 2026-03-04. Write it as one of these.",
    ],
    [
      "a date in words",
      { due: "next spring" },
      "Goals / Goal / DUE: “next spring” could not be read here; write a date, such as 2026-11-16.",
    ],
    [
      "a date where a number belongs",
      { baseline: date("2026-01-01") },
      "Goals / Goal / BASELINE: Holds a date, and a number is needed here. Map another column, or leave this field out.",
    ],
    [
      "a cell that the service will not give",
      { current: notComputed },
      "Goals / Goal / CURRENT: Could not be read: Notion could not compute this formula",
    ],
    [
      "a number where people belong",
      { owner: 5 },
      "Goals / Goal / OWNER: “5” could not be read here; write people or names.",
    ],
  ])("notes %s and goes on without it", (_, cells, expected) => {
    expect(goalWith(cells).notes).toEqual([expected]);
  });
});

describe("mapping: results and events", () => {
  it("reads a result, with the goal named in text", () => {
    const portfolio = map([
      goalsTable([aRow("g", { title: "Fewer early births", key: "G-1" })]),
      resultsTable([aRow("r", { goal: "g-1", date: "Nov 2026", value: percent(0.125), note: "late data" })]),
    ]);

    expect(notesOf(portfolio)).toEqual([]);
    expect(portfolio.results).toMatchObject([
      { id: "r", title: "Numbers: r", goalIds: ["g"], date: "2026-11-01", value: 12.5, note: "late data" },
    ]);
  });

  it("turns times of day into days of the team's zone", () => {
    const tables = [
      eventsTable([
        aRow("a", { title: "Late", date: date("2026-11-16T23:30:00.000Z", "2026-11-17T01:00:00.000-06:00") }),
        aRow("b", { title: "All day", date: date("2026-11-16") }),
        aRow("c", { title: "Typed", date: "2026-11-16T23:30:00-08:00" }),
        aRow("d", { title: "Exported", date: "November 16, 2026 → November 18, 2026" }),
        aRow("e", { title: "Backwards", date: date("2026-11-16", "2026-11-01") }),
      ]),
    ];

    const { events } = map(tables, { locale: "en-US", timezone: "America/Chicago" });

    expect(events.map(({ id, date, endDate }) => [id, date, endDate])).toEqual([
      ["a", "2026-11-16", "2026-11-17"],
      ["b", "2026-11-16", "2026-11-16"],
      ["c", "2026-11-17", "2026-11-17"],
      ["d", "2026-11-16", "2026-11-18"],
      ["e", "2026-11-16", "2026-11-16"],
    ]);
  });

  it("keeps what an event's goal link could not show", () => {
    const { events } = map([eventsTable([aRow("e", { title: "Clinic", goal: links("hidden") })])]);

    expect(events[0]?.unresolved).toEqual([{ field: "goal", reason: "not-read", shown: "hidden" }]);
  });
});

describe("mapping: rows", () => {
  it("leaves out the empty row that waits at a table's end", () => {
    const rows = Array.from({ length: 10 }, (_, index) => aRow(`g${index}`, { title: `Goal ${index}` }));

    const portfolio = map([goalsTable([...rows, aRow("new", { title: "" })])]);

    expect(portfolio.goals).toHaveLength(10);
    expect(notesOf(portfolio)).toEqual([]);
  });

  it("leaves empty rows out with one note a table when there are many", () => {
    const portfolio = map([
      goalsTable([
        aRow("a", { title: "", status: null }),
        aRow("b", { title: "  ", status: options(), owner: { kind: "people", people: [] }, live: false }),
        aRow("c", { title: "Real" }),
      ]),
    ]);

    expect(portfolio.goals.map(({ id }) => id)).toEqual(["c"]);
    expect(notesOf(portfolio)).toEqual(["Goals: 2 empty rows were left out."]);
    expect(portfolio.coverage).toEqual([
      { role: "goals", connection: "team", table: "Goals", rows: 3, complete: true },
    ]);
  });

  it("keeps an untitled row that says something", () => {
    const portfolio = map([goalsTable([aRow("g", { title: "", target: 5 })])]);

    expect(portfolio.goals[0]).toMatchObject({ title: "(untitled goal)", target: 5 });
    expect(notesOf(portfolio)).toEqual([
      "Goals / g / TITLE: This goal has no title, so nobody can tell it from others. Give it one.",
    ]);
  });

  it("counts a row once that two tables give", () => {
    const row = aRow("x", { title: "Twice" });

    const portfolio = map([
      learningTable("question", [row, row], {}, { name: "Questions" }),
      learningTable("insight", [row], {}, { name: "Insights" }),
    ]);

    expect(portfolio.items.map(({ kind }) => kind)).toEqual(["question"]);
    expect(notesOf(portfolio)).toEqual([
      "Insights / Twice: This row was already read from Questions, so it counts there only.",
    ]);
  });

  it("passes on what the adapter noted, and what is incomplete", () => {
    const notes = [{ field: null, message: "Only the first 10,000 rows could be read." }];

    const portfolio = map([goalsTable([], {}, { complete: false, notes })]);

    expect(notesOf(portfolio)).toEqual(["Goals: Only the first 10,000 rows could be read."]);
    expect(portfolio.coverage[0]?.complete).toBe(false);
  });

  it("puts what concerns a whole table before what concerns a row", () => {
    const notes = [{ field: "STATUS", message: "Something of the column." }];

    const portfolio = map([
      goalsTable([aRow("g", { title: "A", due: "soon" })]),
      learningTable("insight", [], {}, { notes }),
    ]);

    expect(notesOf(portfolio)).toEqual([
      "Learning / STATUS: Something of the column.",
      expect.stringContaining("Goals / A / DUE"),
    ]);
  });
});

describe("mapping: any workspace", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "g",
      "Goal",
      "https://x.test/g",
      "1/2/2026",
      "12 %",
      "a, b",
      "BAR",
      "If a then b",
      "\n",
      "- x",
    ),
  );
  const cells: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant<Cell>({ kind: "empty" }),
    text.map((text): Cell => ({ kind: "text", text })),
    fc.record({ kind: fc.constant("number" as const), value: fc.double(), percent: fc.boolean() }),
    fc.boolean().map((value): Cell => ({ kind: "boolean", value })),
    fc.record({ kind: fc.constant("date" as const), start: text, end: fc.option(text) }),
    fc.array(text, { maxLength: 3 }).map((names): Cell => ({ kind: "options", names })),
    fc
      .array(fc.record({ id: text, name: fc.option(text) }), { maxLength: 2 })
      .map((people): Cell => ({ kind: "people", people })),
    fc.record({
      kind: fc.constant("links" as const),
      ids: fc.array(fc.constantFrom("0", "1", "2", "7", "gone"), { maxLength: 3 }),
      complete: fc.boolean(),
    }),
    text.map((type): Cell => ({ kind: "unreadable", reason: { why: "unknownType", type } })),
  );
  const fields = ["title", "kind", ...Object.keys(goalFields), ...Object.keys(learningFields), "value"];
  const rows = fc.array(
    fc.record({
      cells: fc.dictionary(fc.constantFrom(...fields), cells, { maxKeys: 12 }),
      body: fc.option(text),
    }),
    { minLength: 1, maxLength: 10 },
  );
  const tablesFrom = (
    all: readonly { cells: Record<string, Cell>; body: string | null }[],
    order: 1 | -1,
  ) => {
    const made = all.map(({ cells }, n) => aRow(String(n), cells));
    const bodies = new Map(
      all.flatMap(({ body }, n) =>
        body === null
          ? []
          : [[String(n), { document: fromMarkdown(`# Insights\n\n${body}`), unreadable: n }] as const],
      ),
    );
    const every = (n: number) =>
      made.filter((_, at) => at % 5 === n).toSorted((a, b) => order * (a.id < b.id ? -1 : 1));
    return [
      goalsTable(every(0)),
      resultsTable(every(1)),
      eventsTable(every(2)),
      learningTable({ field: "Type" }, every(3), {}, { bodies }),
      learningTable("review", every(4), {}, { bodies }),
    ];
  };

  test.prop([rows], { seed: 20261116 })("becomes a portfolio, whatever its cells hold", (all) => {
    const portfolio = map(tablesFrom(all, 1));

    expect(() => traceLineOfSight(portfolio)).not.toThrow();
    expect(portfolio.goals.every(({ title }) => title !== "")).toBe(true);
    for (const { target } of portfolio.goals) expect(target === null || Number.isFinite(target)).toBe(true);
  });

  test.prop([rows], { seed: 20261116 })(
    "becomes the same portfolio in whatever order its rows arrive",
    (all) => {
      expect(map(tablesFrom(all, -1))).toEqual(map(tablesFrom(all, 1)));
    },
  );
});
