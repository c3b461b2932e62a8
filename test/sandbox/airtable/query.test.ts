import { describe, expect, it } from "vitest";
import { checkKeys, nestQuery } from "../../../src/sandbox/airtable/query.ts";
import { makeRequest } from "../../../src/sandbox/server/messages.ts";

const nested = (search: string) => nestQuery(makeRequest("GET", `/v0?${search}`).query);

describe("sandbox/airtable/query", () => {
  it.each([
    ["fields[]=a&fields[]=b", { fields: ["a", "b"] }],
    ["fields%5B0%5D=a&fields%5B1%5D=b", { fields: ["a", "b"] }],
    ["fields=a&fields=b", { fields: ["a", "b"] }],
    ["fields=a", { fields: "a" }],
    [
      "sort[0][field]=Due+date&sort[0][direction]=desc&sort[1][field]=x",
      {
        sort: [{ field: "Due date", direction: "desc" }, { field: "x" }],
      },
    ],
    ["", {}],
  ])("reads %s", (search, expected) => {
    expect(nested(search)).toEqual(expected);
  });

  it("names a stray key when strict, and bears it when lenient", () => {
    expect(() => checkKeys({ a: 1, b: 2 }, ["a"], true)).toThrow('"b"');
    expect(() => checkKeys({ a: 1, b: 2 }, ["a"], false)).not.toThrow();
  });
});
