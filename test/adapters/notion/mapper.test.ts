import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCell } from "../../../src/adapters/notion/mapper.ts";
import type { Cell } from "../../../src/adapters/types.ts";

const column = { type: "", percent: false };
const of = (type: string, value: unknown, more: object = {}) => ({ id: "x", type, [type]: value, ...more });
const rich = (...texts: readonly string[]) => texts.map((text) => ({ type: "text", plain_text: text }));
const option = (name: string) => ({ id: name, name, color: "red" });
const text = (value: string): Cell => ({ kind: "text", text: value });

const readable: readonly (readonly [name: string, property: object, cell: Cell])[] = [
  ["title", of("title", rich("Fewer ", "deaths")), text("Fewer deaths")],
  [
    "rich_text",
    of("rich_text", [
      { type: "mention", plain_text: "@Ana" },
      { type: "text", plain_text: "\u0000 hi\r\nyou" },
    ]),
    text("@Ana hi\nyou"),
  ],
  ["an empty text", of("rich_text", []), { kind: "empty" }],
  ["a blank text", of("rich_text", rich(" \n")), { kind: "empty" }],
  ["number", of("number", 0), { kind: "number", value: 0, percent: false }],
  ["no number", of("number", null), { kind: "empty" }],
  ["select", of("select", option("Won")), { kind: "options", names: ["Won"] }],
  ["no select", of("select", null), { kind: "empty" }],
  ["multi_select", of("multi_select", [option("B"), option("A")]), { kind: "options", names: ["B", "A"] }],
  ["status", of("status", option("Live")), { kind: "options", names: ["Live"] }],
  [
    "a day",
    of("date", { start: "2026-11-16", end: null, time_zone: null }),
    { kind: "date", start: "2026-11-16", end: null },
  ],
  [
    "a range",
    of("date", { start: "2026-11-16", end: "2026-11-18", time_zone: null }),
    { kind: "date", start: "2026-11-16", end: "2026-11-18" },
  ],
  [
    "a time with offset",
    of("date", { start: "2026-11-16T18:01:00.000+01:00", end: null }),
    { kind: "date", start: "2026-11-16T18:01:00+01:00", end: null },
  ],
  [
    "a time in a zone",
    of("date", { start: "2026-07-16T18:01:00.000", end: null, time_zone: "America/Chicago" }),
    { kind: "date", start: "2026-07-16T18:01:00-05:00", end: null },
  ],
  [
    "a time without zone",
    of("date", { start: "2026-07-16T18:01:00.000", end: null }),
    { kind: "date", start: "2026-07-16T18:01:00Z", end: null },
  ],
  ["no date", of("date", null), { kind: "empty" }],
  [
    "people",
    of("people", [
      { object: "user", id: "u1", name: "Ana" },
      { object: "user", id: "u2" },
      { object: "group", id: "g", name: "Team" },
    ]),
    {
      kind: "people",
      people: [
        { id: "u1", name: "Ana" },
        { id: "u2", name: null },
        { id: "g", name: "Team" },
      ],
    },
  ],
  [
    "relation",
    of("relation", [{ id: "a" }, { id: "b" }], { has_more: false }),
    { kind: "links", ids: ["a", "b"], complete: true },
  ],
  [
    "a cut relation",
    of("relation", [{ id: "a" }], { has_more: true }),
    { kind: "links", ids: ["a"], complete: false },
  ],
  ["an empty relation", of("relation", [], { has_more: false }), { kind: "empty" }],
  [
    "files",
    of("files", [
      { name: "a.pdf", type: "file" },
      { name: "b.png", type: "external" },
    ]),
    text("a.pdf, b.png"),
  ],
  ["checkbox", of("checkbox", false), { kind: "boolean", value: false }],
  ["url", of("url", "https://example.org"), text("https://example.org")],
  ["email", of("email", null), { kind: "empty" }],
  ["phone_number", of("phone_number", "+1 312"), text("+1 312")],
  ["formula of text", of("formula", { type: "string", string: "ok" }), text("ok")],
  [
    "formula of a number",
    of("formula", { type: "number", number: 2.5 }),
    { kind: "number", value: 2.5, percent: false },
  ],
  ["formula of a truth", of("formula", { type: "boolean", boolean: true }), { kind: "boolean", value: true }],
  [
    "formula of a date",
    of("formula", { type: "date", date: { start: "2026-01-02", end: null } }),
    { kind: "date", start: "2026-01-02", end: null },
  ],
  ["an empty formula", of("formula", { type: "string", string: null }), { kind: "empty" }],
  [
    "rollup of a number",
    of("rollup", { type: "number", number: 3, function: "sum" }),
    { kind: "number", value: 3, percent: false },
  ],
  [
    "rollup of a share",
    of("rollup", { type: "number", number: 0.5, function: "percent_checked" }),
    { kind: "number", value: 0.5, percent: true },
  ],
  [
    "rollup of a date",
    of("rollup", { type: "date", date: { start: "2026-01-02" }, function: "latest_date" }),
    { kind: "date", start: "2026-01-02", end: null },
  ],
  [
    "rollup of links",
    of("rollup", {
      type: "array",
      array: [of("relation", [{ id: "a" }]), of("relation", [{ id: "b" }, { id: "a" }])],
      function: "show_original",
    }),
    { kind: "links", ids: ["a", "b"], complete: true },
  ],
  [
    "rollup of options",
    of("rollup", {
      type: "array",
      array: [of("select", option("A")), of("status", option("B"))],
      function: "show_original",
    }),
    { kind: "options", names: ["A", "B"] },
  ],
  [
    "rollup of people",
    of("rollup", {
      type: "array",
      array: [of("people", [{ id: "u", name: "Ana" }]), of("people", [{ id: "u", name: "Ana" }])],
      function: "show_original",
    }),
    { kind: "people", people: [{ id: "u", name: "Ana" }] },
  ],
  [
    "rollup of titles",
    of("rollup", {
      type: "array",
      array: [of("title", rich("One")), of("title", []), of("title", rich("Two"))],
      function: "show_original",
    }),
    text("One, Two"),
  ],
  [
    "rollup of one day",
    of("rollup", { type: "array", array: [of("date", { start: "2026-01-02" })], function: "show_original" }),
    { kind: "date", start: "2026-01-02", end: null },
  ],
  [
    "an empty rollup",
    of("rollup", { type: "array", array: [], function: "show_original" }),
    { kind: "empty" },
  ],
  ["unique_id", of("unique_id", { prefix: "EL", number: 12 }), text("EL-12")],
  ["unique_id without prefix", of("unique_id", { prefix: null, number: 12 }), text("12")],
  [
    "created_by",
    of("created_by", { object: "user", id: "u1" }),
    { kind: "people", people: [{ id: "u1", name: null }] },
  ],
  [
    "created_by of a form or a connection",
    of("created_by", { object: "user", id: "b1", type: "bot", name: "Intake form" }),
    { kind: "empty" },
  ],
  [
    "last_edited_by",
    of("last_edited_by", { id: "u1", name: "Ana" }),
    { kind: "people", people: [{ id: "u1", name: "Ana" }] },
  ],
  [
    "created_time",
    of("created_time", "2026-11-16T12:01:00.000Z"),
    { kind: "date", start: "2026-11-16T12:01:00Z", end: null },
  ],
  [
    "last_edited_time",
    of("last_edited_time", "2026-11-16T12:01:00.000Z"),
    { kind: "date", start: "2026-11-16T12:01:00Z", end: null },
  ],
  ["verification", of("verification", { state: "verified" }), { kind: "empty" }],
  ["place", of("place", { lat: 1, lon: 2 }), { kind: "empty" }],
  ["button", of("button", {}), { kind: "empty" }],
];

describe("adapters/notion/mapper", () => {
  it.each(readable)("reads %s", (_, property, cell) => {
    expect(toCell(property, column)).toEqual(cell);
  });

  it.each([
    ["a formula too heavy to compute", of("formula", { type: "unsupported", unsupported: {} })],
    ["a rollup too heavy to compute", of("rollup", { type: "unsupported", function: "sum" })],
    ["a rollup that is not finished", of("rollup", { type: "incomplete", function: "sum" })],
    [
      "a rollup with one unreadable value",
      of("rollup", { type: "array", array: [of("number", 1), of("formula", { type: "unsupported" })] }),
    ],
    ["a type of tomorrow", of("hologram", { depth: 3 })],
    ["a date that is none", of("date", { start: "2026-02-31" })],
    ["a zone that is none", of("date", { start: "2026-02-03T10:00:00", time_zone: "Mars/Olympus" })],
  ])("calls %s unreadable rather than empty", (_, property) => {
    expect(toCell(property, column).kind).toBe("unreadable");
  });

  it("takes percentages from the schema", () => {
    expect(toCell(of("number", 0.25), { type: "number", percent: true })).toEqual({
      kind: "number",
      value: 0.25,
      percent: true,
    });
  });

  it("never throws, whatever a value holds", () => {
    const types = fc.constantFrom(
      ...readable.map(([, property]) => (property as { type: string }).type),
      "x",
    );
    fc.assert(
      fc.property(types, fc.jsonValue(), fc.jsonValue(), (type, value, extra) => {
        const cell = toCell({ type, [type]: value, has_more: extra }, column);

        expect(cell.kind).toMatch(/^(empty|text|number|boolean|date|options|people|links|unreadable)$/);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it.each([null, undefined, 7, "x", [], {}])("reads what is not there (%j) as empty", (property) => {
    expect(toCell(property, column)).toEqual({ kind: "empty" });
  });
});
