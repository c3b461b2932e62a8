import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type FieldType, toCell } from "../../../src/adapters/airtable/mapper.ts";
import type { Cell } from "../../../src/adapters/types.ts";

function cell(type: string, value: unknown, options: FieldType["options"] = {}): Cell {
  return toCell(value, { type, options });
}

const text = (words: string): Cell => ({ kind: "text", text: words });
const number = (value: number, percent = false): Cell => ({ kind: "number", value, percent });
const day = (start: string): Cell => ({ kind: "date", start, end: null });
const result = (type: string) => ({ result: { type, options: {} } });
const ana = { id: "usr1", email: "ana@example.org", name: "Ana Ruiz" };
const [rec1, rec2] = ["rec00000000000001", "rec00000000000002"];

const allTypes = [
  "singleLineText",
  "email",
  "url",
  "phoneNumber",
  "multilineText",
  "richText",
  "number",
  "currency",
  "percent",
  "duration",
  "rating",
  "checkbox",
  "singleSelect",
  "multipleSelects",
  "singleCollaborator",
  "multipleCollaborators",
  "createdBy",
  "lastModifiedBy",
  "date",
  "dateTime",
  "createdTime",
  "lastModifiedTime",
  "multipleRecordLinks",
  "multipleLookupValues",
  "rollup",
  "formula",
  "count",
  "autoNumber",
  "button",
  "barcode",
  "multipleAttachments",
  "aiText",
  "externalSyncSource",
];

describe("adapters/airtable/mapper", () => {
  it.each<[type: string, value: unknown, expected: Cell]>([
    ["singleLineText", "Fewer early births", text("Fewer early births")],
    ["email", "a@example.org", text("a@example.org")],
    ["url", "https://example.test", text("https://example.test")],
    ["phoneNumber", "(415) 555-9876", text("(415) 555-9876")],
    ["externalSyncSource", "Main base", text("Main base")],
    ["multilineText", "one\r\ntwo", text("one\ntwo")],
    [
      "multilineText",
      'Ask <airtable:mention id="men1">@Ana</airtable:mention> first',
      text("Ask @Ana first"),
    ],
    ["richText", "It was 5 \\* 3 \\_so\\_\n", text("It was 5 * 3 _so_")],
    ["richText", "\n", { kind: "empty" }],
    ["number", 0, number(0)],
    ["currency", 12.5, number(12.5)],
    ["percent", 0.123, number(0.123, true)],
    ["duration", 3600.5, number(3600.5)],
    ["rating", 4, number(4)],
    ["count", 0, number(0)],
    ["autoNumber", 7, number(7)],
    ["checkbox", true, { kind: "boolean", value: true }],
    ["singleSelect", "At risk", { kind: "options", names: ["At risk"] }],
    ["multipleSelects", ["a", "b, c"], { kind: "options", names: ["a", "b, c"] }],
    ["singleCollaborator", ana, { kind: "people", people: [{ id: "usr1", name: "Ana Ruiz" }] }],
    [
      "multipleCollaborators",
      [ana, { id: "usr2", email: "x@example.org" }],
      {
        kind: "people",
        people: [
          { id: "usr1", name: "Ana Ruiz" },
          { id: "usr2", name: null },
        ],
      },
    ],
    ["createdBy", ana, { kind: "people", people: [{ id: "usr1", name: "Ana Ruiz" }] }],
    ["lastModifiedBy", ana, { kind: "people", people: [{ id: "usr1", name: "Ana Ruiz" }] }],
    ["date", "2026-11-30", day("2026-11-30")],
    ["dateTime", "2026-11-30T04:30:00.000Z", day("2026-11-30T04:30:00Z")],
    ["createdTime", "2026-11-30T04:30:00.000Z", day("2026-11-30T04:30:00Z")],
    ["lastModifiedTime", "2026-11-30", day("2026-11-30")],
    ["multipleRecordLinks", [rec1, rec2], { kind: "links", ids: [rec1, rec2], complete: true }],
    [
      "multipleAttachments",
      [
        { id: "att1", url: "https://x.test/1", filename: "a.pdf" },
        { id: "att2", url: "u", filename: "b.png" },
      ],
      text("a.pdf, b.png"),
    ],
    ["barcode", { text: "0123", type: "upce" }, text("0123")],
    ["button", { label: "Open", url: null }, text("Open")],
    ["aiText", { state: "generated", isStale: false, value: "A summary" }, text("A summary")],
    ["aiText", { state: "empty", isStale: true, value: null }, { kind: "empty" }],
  ])("reads %s: %j", (type, value, expected) => {
    expect(cell(type, value)).toEqual(expected);
  });

  it.each<[type: string, of: string, value: unknown, expected: Cell]>([
    ["formula", "number", 8, number(8)],
    ["formula", "percent", 0.5, number(0.5, true)],
    ["formula", "singleLineText", "8 of 10", text("8 of 10")],
    ["formula", "checkbox", true, { kind: "boolean", value: true }],
    ["formula", "dateTime", "2026-11-30T04:30:00.000Z", day("2026-11-30T04:30:00Z")],
    ["formula", "number", [8], number(8)],
    ["formula", "number", "eight", text("eight")],
    ["rollup", "number", 12, number(12)],
    ["rollup", "singleLineText", ["a", "b"], text("a, b")],
    ["multipleLookupValues", "singleLineText", ["a"], text("a")],
    ["multipleLookupValues", "singleLineText", ["a", null, "b"], text("a, b")],
    ["multipleLookupValues", "singleLineText", [null], { kind: "empty" }],
    ["multipleLookupValues", "singleSelect", ["On", "Off", "On"], { kind: "options", names: ["On", "Off"] }],
    ["multipleLookupValues", "date", ["2026-11-30"], day("2026-11-30")],
    [
      "multipleLookupValues",
      "multipleRecordLinks",
      [rec1, rec2, rec1],
      { kind: "links", ids: [rec1, rec2], complete: true },
    ],
    [
      "multipleLookupValues",
      "singleCollaborator",
      [ana, ana],
      { kind: "people", people: [{ id: "usr1", name: "Ana Ruiz" }] },
    ],
    ["multipleLookupValues", "number", [0.5, 0.5], number(0.5)],
    ["multipleLookupValues", "number", [1, 2], text("1, 2")],
  ])("reads %s of %s: %j", (type, of, value, expected) => {
    expect(cell(type, value, result(of))).toEqual(expected);
  });

  it.each<[value: unknown, expected: Cell]>([
    [[rec1], { kind: "links", ids: [rec1], complete: true }],
    [[ana], { kind: "people", people: [{ id: "usr1", name: "Ana Ruiz" }] }],
    [["plain"], text("plain")],
    [3, number(3)],
    [[{ id: "att1", url: "u", filename: "a.pdf" }], text("a.pdf")],
  ])("reads a computed value whose type the schema does not tell by its looks: %j", (value, expected) => {
    expect(cell("multipleLookupValues", value)).toEqual(expected);
  });

  it.each(allTypes)("takes a missing value of %s for empty", (type) => {
    const expected = type === "checkbox" ? { kind: "boolean", value: false } : { kind: "empty" };

    expect(cell(type, undefined)).toEqual(expected);
  });

  it.each<[type: string, value: unknown, word: string]>([
    ["formula", { error: "#ERROR!" }, "#ERROR!"],
    ["formula", { specialValue: "NaN" }, "NaN"],
    ["rollup", { specialValue: "NaN" }, "NaN"],
    ["number", { specialValue: "Infinity" }, "Infinity"],
    ["multipleLookupValues", ["a", { error: "#ERROR!" }], "#ERROR!"],
    ["aiText", { state: "loading", isStale: true, value: null }, "notWritten"],
    ["aiText", { state: "error", errorType: "x", isStale: true, value: null }, "notWritten"],
    ["manualSort", "a1", "manualSort"],
    ["number", "12", "number"],
    ["singleLineText", 12, "singleLineText"],
    ["date", "soon", "date"],
    ["formula", [{ strange: 1, thing: 2 }], "unknownForm"],
  ])("says why %s %j has no value", (type, value, word) => {
    const read = cell(type, value);

    expect(read.kind).toBe("unreadable");
    expect(read.kind === "unreadable" && JSON.stringify(read.reason)).toContain(word);
  });

  it("never throws, and never shows an object as text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allTypes, "manualSort", "fromTheFuture"),
        fc.constantFrom(...allTypes),
        fc.jsonValue(),
        (type, of, value) => {
          expect(JSON.stringify(cell(type, value, result(of)))).not.toContain("[object Object]");
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});
