import { describe, expect, it } from "vitest";

import { mergeCells, textCell } from "../../src/adapters/cells.ts";
import type { Cell } from "../../src/adapters/types.ts";

const number = (value: number): Cell => ({ kind: "number", value, percent: false });
const options = (...names: string[]): Cell => ({ kind: "options", names });
const unreadable: Cell = { kind: "unreadable", reason: { why: "noDate" } };

describe("adapters/cells", () => {
  it.each<[string, readonly Cell[], Cell]>([
    ["nothing", [], { kind: "empty" }],
    ["one value seen many times", [number(5), number(5)], number(5)],
    ["lists of a kind", [options("a", "b"), options("b", "c")], options("a", "b", "c")],
    ["different values as text", [number(5), options("a")], { kind: "text", text: "5, a" }],
    ["a part that cannot be read", [number(5), unreadable], unreadable],
    [
      "a range beside a day",
      [
        { kind: "date", start: "2026-01-01", end: "2026-01-03" },
        { kind: "date", start: "2026-02-01", end: null },
      ],
      { kind: "text", text: "2026-01-01 – 2026-01-03, 2026-02-01" },
    ],
  ])("merges %s", (_, cells, merged) => {
    expect(mergeCells(cells)).toEqual(merged);
  });

  it("takes a text of spaces for none", () => {
    expect(textCell(" \r\n ")).toEqual({ kind: "empty" });
  });
});
