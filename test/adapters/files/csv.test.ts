import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readCsv } from "../../../src/adapters/files/csv.ts";
import { ServiceRefusedError } from "../../../src/errors.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "utf8");
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "\r\n", " ", "é", "'", "a") }),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));

describe("adapters/files/csv", () => {
  it.each([
    [",", "\n"],
    [",", "\r\n"],
    [";", "\r\n"],
    ["\t", "\n"],
  ] as const)(
    "reads back any cells that were written, parted by %j with lines ending in %j",
    (delimiter, end) => {
      fc.assert(
        fc.property(table, (cells) => {
          const header = (cells[0] ?? ["", ""]).map((_, index) => `Column ${index}`);
          const text = stringify([header, ...cells], {
            bom: true,
            delimiter,
            record_delimiter: end,
            quoted: true,
          });

          const read = readCsv(bytes(text), "any.csv");

          expect(read.header).toEqual(header);
          expect(read.records).toEqual(cells);
        }),
        { seed: 7, numRuns: 200 },
      );
    },
  );

  it("reads quotes, commas and line breaks within cells, and lines of any length", () => {
    const text =
      'Name,Note,More\r\n"Rides, free","She said ""yes""\nand came"\r\nshort\r\nlong,a,b,c,d\r\n\r\n,,\r\n';

    const { records } = readCsv(bytes(text), "Goals.csv");

    expect(records).toEqual([
      ["Rides, free", 'She said "yes"\nand came', ""],
      ["short", "", ""],
      ["long", "a", "b"],
      ["", "", ""],
    ]);
  });

  it.each([
    ["UTF-8 with a byte order mark", bytes("\ufeffZiel,Jahr\nGrößer,1")],
    ["UTF-16, little end first", Buffer.from("\ufeffZiel,Jahr\nGrößer,1", "utf16le")],
    ["UTF-16, big end first", Buffer.from("\ufeffZiel,Jahr\nGrößer,1", "utf16le").swap16()],
    ["a Windows code page", Buffer.from("Ziel,Jahr\nGrößer,1", "latin1")],
  ])("reads %s", (_, file) => {
    expect(readCsv(file, "Ziele.csv")).toMatchObject({
      header: ["Ziel", "Jahr"],
      records: [["Größer", "1"]],
    });
  });

  it("takes the mark between names for the delimiter, not one within a quoted name", () => {
    expect(readCsv(bytes('"Goal, in short";"Due"\nA;B'), "x.csv").header).toEqual(["Goal, in short", "Due"]);
  });

  it.each([
    [
      'Name,Note\nA,"never closed\nB,c\n',
      /Goals\.csv:\d+ ends within a cell whose opening quote is never closed/,
    ],
    ['Name,Note\nA,b\nC,"d"e\n', /Goals\.csv:3 has text right behind a closing quote/],
    ['Name,Note\nA,b "c" d\n', /Goals\.csv:2 has a quote in the middle of a cell/],
    ["", /Goals\.csv is empty/],
  ])("names file and line of what cannot be read: %j", (text, message) => {
    const read = (): unknown => readCsv(bytes(text), "Goals.csv");

    expect(read).toThrow(ServiceRefusedError);
    expect(read).toThrow(message);
  });
});
