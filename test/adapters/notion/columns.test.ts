import { describe, expect, it } from "vitest";

import { bindColumns, columnsOf, findColumn } from "../../../src/adapters/notion/columns.ts";
import { ServiceRefusedError } from "../../../src/errors.ts";

const columns = columnsOf({
  Name: { id: "title", name: "Name", type: "title", title: {} },
  "Work goal": { id: "%3Fbp~", name: "Work goal", type: "relation", relation: {} },
  "Due date": { id: "abcd", name: "Due date", type: "date", date: {} },
  Rate: { id: "rate", name: "Rate", type: "number", number: { format: "percent" } },
  rate: { id: "rat2", name: "rate", type: "rich_text", rich_text: {} },
});

function refusal(
  wanted: Record<string, string>,
  remembered: Record<string, string> = {},
): ServiceRefusedError {
  try {
    bindColumns({ table: "Goals", connection: "team", wanted, columns, remembered });
  } catch (error) {
    if (error instanceof ServiceRefusedError) return error;
    throw error;
  }
  throw new Error("Nothing was missing.");
}

describe("adapters/notion/columns", () => {
  it.each([
    ["Work goal", "%3Fbp~"],
    ["%3Fbp~", "%3Fbp~"],
    ["?bp~", "%3Fbp~"],
    ["  work   GOAL", "%3Fbp~"],
    ["Rate", "rate"],
    ["rate", "rat2"],
  ])("finds %j", (wanted, id) => {
    expect(findColumn(columns, wanted)?.id).toBe(id);
  });

  it("does not guess between two that fit loosely", () => {
    expect(findColumn(columns, "RATE")).toBeNull();
  });

  it("knows a percent column", () => {
    expect(columns.filter((column) => column.percent).map((column) => column.name)).toEqual(["Rate"]);
  });

  it("knows the options of every kind of choice, and that other columns have none", () => {
    const options = [
      { id: "1", name: "Open" },
      { id: "2", name: "Done" },
    ];
    const chosen = columnsOf({
      Kind: { id: "k", name: "Kind", type: "select", select: { options } },
      Tags: { id: "t", name: "Tags", type: "multi_select", multi_select: { options: [] } },
      State: { id: "s", name: "State", type: "status", status: { options, groups: [] } },
      Note: { id: "n", name: "Note", type: "rich_text", rich_text: {} },
    });

    expect(chosen.map((column) => column.options)).toEqual([["Open", "Done"], [], ["Open", "Done"], null]);
  });

  it("names the likely new name of a missing column", () => {
    const { message } = refusal({ title: "Name", due: "Due dates" });

    expect(message).toBe(
      "Notion: table “Goals” (connection “team”) has no column “Due dates” (field due): was it renamed to “Due date”?",
    );
  });

  it("knows for sure when the last run saw the column under its old name", () => {
    expect(refusal({ title: "Name", due: "Deadline" }, { deadline: "abcd" }).message).toContain(
      "it was renamed to “Due date”",
    );
  });

  it("falls back on the only free column of the field's usual type", () => {
    expect(refusal({ title: "What we want" }).message).toContain("was it renamed to “Name”?");
  });

  it("says that a relation vanishes while its database is not shared", () => {
    expect(refusal({ title: "Name", goal: "Serves" }).message).toContain("not shared with the connection");
  });

  it("lists all that are missing at once", () => {
    const { message, details } = refusal({ title: "Name", owner: "Zzzzz", unit: "Qqqqq" });

    expect(message).toContain("2 columns of the config are missing");
    expect(details).toHaveLength(2);
  });
});
