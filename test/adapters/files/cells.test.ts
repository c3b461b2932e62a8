import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cellReader, type ColumnContext } from "../../../src/adapters/files/cells.ts";
import { dateColumn, toInstant } from "../../../src/adapters/files/dates.ts";
import { exportedLinks } from "../../../src/adapters/files/relations.ts";
import type { Cell } from "../../../src/adapters/types.ts";

const [hexA, hexB] = ["1a".repeat(16), "2b".repeat(16)];
const [idA, idB] = [hexA, hexB].map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));

function cells(values: readonly string[], given: Partial<ColumnContext> = {}): readonly Cell[] {
  const read = cellReader(values, {
    delimiter: ",",
    isTitle: false,
    pageIds: new Set(),
    titles: new Set(),
    rows: new Map(),
    ...given,
  });
  return values.map(read);
}
const text = (value: string): Cell => ({ kind: "text", text: value });
const options = (...names: readonly string[]): Cell => ({ kind: "options", names });
const number = (value: number): Cell => ({ kind: "number", value, percent: false });
const empty: Cell = { kind: "empty" };

describe("adapters/files/cells", () => {
  it("leaves text as it was typed, and takes what is blank for empty", () => {
    expect(cells(["Fewer early births", " ", "line\r\nbreak", "12 %", "Yes"])).toEqual([
      text("Fewer early births"),
      empty,
      text("line\nbreak"),
      text("12 %"),
      text("Yes"),
    ]);
  });

  it("reads numbers only where nothing is lost", () => {
    expect(cells(["8.5", "0", "-3", "007", "1.10", "1,234", "1e3"])).toEqual([
      number(8.5),
      number(0),
      number(-3),
      ...["007", "1.10", "1,234", "1e3"].map(text),
    ]);
  });

  it("leaves decimal points to the mapping in files that a spreadsheet wrote in its own country's way", () => {
    expect(cells(["1.234", "5"], { delimiter: ";" })).toEqual([text("1.234"), number(5)]);
  });

  it("never takes a title for anything but text", () => {
    const values = ["2026", "November 16, 2026", "checked"];

    expect(cells(values, { isTitle: true })).toEqual(values.map(text));
  });

  it("keeps every text of any column, one way or another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", "B", " ", ",", '"', "1", ".", "(", ")") })),
        (values) => {
          const shown = cells(values).map((cell) =>
            cell.kind === "text" ? cell.text : cell.kind === "number" ? String(cell.value) : null,
          );

          for (const [index, cell] of cells(values).entries())
            if (cell.kind !== "options")
              expect(shown[index] ?? "").toBe((values[index] ?? "").trim() === "" ? "" : values[index]);
        },
      ),
      { seed: 3 },
    );
  });

  it("reads ticked boxes", () => {
    expect(cells(["checked", "", "checked"])).toEqual([
      { kind: "boolean", value: true },
      empty,
      { kind: "boolean", value: true },
    ]);
    expect(cells(["checked", "unclear"])).toEqual([text("checked"), text("unclear")]);
  });

  it("reads a relation as links when the pages are there, and by titles when they are not", () => {
    const value = `First, of two (https://www.notion.so/First-of-two-${hexA}?pvs=21), Second (b) (Log%20(x)/Second%20${hexB}.md)`;

    expect(cells([value], { pageIds: new Set([idA ?? "", idB ?? ""]) })).toEqual([
      { kind: "links", ids: [idA, idB], complete: true },
    ]);
    expect(cells([value], { pageIds: new Set([idA ?? ""]) })).toEqual([
      options("First, of two", "Second (b)"),
    ]);
  });

  it("reads a list of linked titles, quoted where a title has a comma", () => {
    expect(cells(['"Rides, free ones",Evening hours', "Evening hours"])).toEqual([
      options("Rides, free ones", "Evening hours"),
      text("Evening hours"),
    ]);
  });

  it("reads a list whose parts are titles of rows, or stand alone elsewhere", () => {
    const titles = new Set(["Evening hours", "Night texts"]);

    expect(cells(["Evening hours,Night texts"], { titles })).toEqual([
      options("Evening hours", "Night texts"),
    ]);
    expect(cells(["Ana Ruiz,Bo Li", "Ana Ruiz", "Bo Li"])[0]).toEqual(options("Ana Ruiz", "Bo Li"));
  });

  it.each(["home,clinic", "We called, she came", "1,234", 'He said "no",then left', "a,b, c"])(
    "leaves commas of prose and numbers alone: %s",
    (value) => {
      expect(cells([value])).toEqual([text(value)]);
    },
  );

  it("reads a column of titles of rows as links to them, and as text when a title is not the only one", () => {
    const rows = new Map([
      ["Evening hours", "row-1"],
      ["Rides, free ones", "row-2"],
      ["Twice", null],
    ]);

    expect(cells(['Evening hours,"Rides, free ones"', "", "Evening hours"], { rows })).toEqual([
      { kind: "links", ids: ["row-1", "row-2"], complete: true },
      empty,
      { kind: "links", ids: ["row-1"], complete: true },
    ]);
    expect(cells(["Evening hours", "Twice"], { rows })).toEqual([text("Evening hours"), text("Twice")]);
  });
});

describe("adapters/files/dates", () => {
  const read = (...values: readonly string[]): unknown => {
    const reader = dateColumn(values);
    return reader && values.map((value) => reader(value));
  };
  const day = (start: string, end: string | null = null) => ({ start, end });

  it.each([
    [
      ["November 16, 2026", "November 6, 2026 6:00 AM"],
      [day("2026-11-16"), day("2026-11-06")],
    ],
    [["May 15, 2026 → May 17, 2026"], [day("2026-05-15", "2026-05-17")]],
    [["November 16, 2026 6:00 AM (EST) → 7:00 AM"], [day("2026-11-16")]],
    [
      ["2026-11-16", "2026/11/05", "2026-11-16 6:00am"],
      [day("2026-11-16"), day("2026-11-05"), day("2026-11-16")],
    ],
    [
      ["11/5/2026", "11/16/2026"],
      [day("2026-11-05"), day("2026-11-16")],
    ],
    [
      ["5/11/2026", "16/11/2026 18:00"],
      [day("2026-11-05"), day("2026-11-16")],
    ],
  ])("reads a column of days: %j", (values, wanted) => {
    expect(read(...values)).toEqual(wanted);
  });

  it.each([
    [["11/5/2026", "10/4/2026"]],
    [["11/16/2026", "16/11/2026"]],
    [["February 30, 2026"]],
    [["2026-11-16", "soon"]],
    [["2026-11-16 → 2026-11-17 → 2026-11-18"]],
    [[]],
  ])("leaves a column as text that is not clear throughout: %j", (values) => {
    expect(read(...values)).toBeNull();
  });

  it("reads when a row was made, in the zone of the team", () => {
    const zone = "America/New_York";
    const moments = [
      "November 16, 2026 6:00 AM",
      "11/16/2026 6:00am",
      "2026-11-16T11:00:00Z",
      "2026-11-16 06:00",
      "soon",
    ];

    expect(moments.map((moment) => toInstant(moment, zone))).toEqual([
      ...Array.from({ length: 4 }, () => "2026-11-16T11:00:00.000Z"),
      null,
    ]);
  });
});

describe("adapters/files/relations", () => {
  it.each([
    ["Goals", null],
    [`See https://www.notion.so/Page-${hexA}`, null],
    [`A (https://www.notion.so/A-${hexA}) and more`, null],
    [`A (https://example.org/A-${hexA})`, null],
    [`(https://www.notion.so/${hexA})`, [{ name: "", id: idA }]],
    [`A (../Goals%20${hexB}/A%20${hexA}.md)`, [{ name: "A", id: idA }]],
  ])("%s", (value, links) => {
    expect(exportedLinks(value)).toEqual(links);
  });
});
