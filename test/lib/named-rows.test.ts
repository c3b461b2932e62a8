import { describe, expect, it } from "vitest";

import { namedRows } from "../../src/lib/named-rows.ts";

const id = "4bbe75b7-9dea-927d-9d0b-e8082501ba47";
const rows = [
  {
    id,
    title: "Fewer visits are missed",
    url: `https://www.notion.so/Fewer-${id.replaceAll("-", "")}`,
    key: "G1",
  },
  { id: "recAbCdEfGhIjKlMn", title: "Twins", url: "https://airtable.com/app1/tbl1/recAbCdEfGhIjKlMn" },
  { id: "csv-3", title: "Twins", url: null },
];

describe("lib/named-rows", () => {
  it.each([
    ["the id", id, [id]],
    ["the id without dashes", id.replaceAll("-", ""), [id]],
    [
      "the address, with what differs from copy to copy",
      `https://www.notion.so/x-${id.replaceAll("-", "")}?v=1#a`,
      [id],
    ],
    [
      "the address in a browser's spelling",
      "https://airtable.com/app1/tbl1/viw1/recAbCdEfGhIjKlMn/",
      ["recAbCdEfGhIjKlMn"],
    ],
    ["a key", " g1 ", [id]],
    ["a title, case and spaces aside", "fewer  visits are MISSED", [id]],
    ["a title that two rows have", "Twins", ["recAbCdEfGhIjKlMn", "csv-3"]],
    ["an id that no address may hide", "csv-3", ["csv-3"]],
    ["part of a title", "Fewer visits", []],
    ["nothing", " ", []],
  ])("finds rows by %s", (_, name, found) => {
    expect(namedRows(rows)(name).map((row) => row.id)).toEqual(found);
  });
});
