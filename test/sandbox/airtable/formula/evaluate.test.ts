import { describe, expect, it } from "vitest";
import { messageOf, startWorkbench, typeOf, type Workbench } from "../workbench.ts";

async function twoGoals(): Promise<Workbench & { readonly names: (formula: string) => Promise<unknown[]> }> {
  const bench = await startWorkbench();
  const { workspace, items, addGoal, sdk } = bench;
  const clinics = addGoal("Clinics, north", {
    Score: 2,
    Status: "Active",
    Tags: ["a", "b"],
    Due: "2026-11-22",
    Done: true,
  });
  bench.clock.advance(3_600_000);
  addGoal('Say "so that"', { Notes: "north", Text: "**bold** words" });
  workspace.createRecord(items.id, { Name: "item", Goal: [clinics] });
  return {
    ...bench,
    names: async (formula) => {
      const sort = [{ field: "Name" }];
      const records = await sdk("Goals").select({ filterByFormula: formula, sort }).all();
      return records.map((record) => record.get("Name"));
    },
  };
}

const CLINICS = "Clinics, north";
const SAY = 'Say "so that"';

describe("sandbox/airtable/formula/evaluate", () => {
  it.each([
    ["{Score} = 2", [CLINICS]],
    ["{Score} != 2", [SAY]],
    ["AND({Score} > 1, {Score} <= 2, NOT({Done} = 0))", [CLINICS]],
    ["OR({Score} * 2 + 1 >= 5, {Score} / 2 < 0)", [CLINICS]],
    ["-{Score} = -2", [CLINICS]],
    ['{Name} & "!" = "Clinics, north!"', [CLINICS]],
    [String.raw`Name = "Say \"so that\""`, [SAY]],
    [`Name = 'Say "so that"'`, [SAY]],
    ['{Status} = "Active"', [CLINICS]],
    ['{Tags} = "a, b"', [CLINICS]],
    ["{Done}", [CLINICS]],
    ["{Due} = BLANK()", [SAY]],
    ['{Text} = "bold words"', [SAY]],
    ['{Learning items} = "item"', [CLINICS]],
    ['IF({Score}, {Notes} = "", {Notes} = "north")', [CLINICS, SAY]],
    ['FIND("north", {Name}) > 0', [CLINICS]],
    ['FIND("NORTH", {Name}) = 0', [CLINICS, SAY]],
    ['SEARCH("NORTH", {Name})', [CLINICS]],
    ['SEARCH("nowhere", {Name}) = BLANK()', [CLINICS, SAY]],
    ['IS_BEFORE(CREATED_TIME(), DATETIME_PARSE("2026-11-22T09:30:00Z"))', [CLINICS]],
    ['NOT(IS_BEFORE(LAST_MODIFIED_TIME(), DATETIME_PARSE("2026-11-22T10:00:00.000Z")))', [CLINICS, SAY]],
    ['IS_AFTER(LAST_MODIFIED_TIME({Score}), "2026-11-22T08:00:00Z")', [CLINICS]],
    ["IS_SAME({Due}, TODAY(), 'day')", [CLINICS]],
    ["IS_BEFORE({Due}, NOW())", [CLINICS]],
    ["0", []],
    ['""', []],
    ["0/0", []],
    ["{Score} + {Name}", []],
  ])("keeps the right rows for %s", async (formula, expected) => {
    const { names } = await twoGoals();

    expect(await names(formula)).toEqual(expected);
  });

  it("finds rows by RECORD_ID and by field id", async () => {
    const { names, goals, workspace } = await twoGoals();
    const id = workspace.records(goals.id)[0]?.id;

    expect(await names(`OR(RECORD_ID()="${id}", RECORD_ID()="recAAAAAAAAAAAAAA")`)).toEqual([CLINICS]);
    expect(await names(`{${goals.primaryFieldId}} = "${CLINICS}"`)).toEqual([CLINICS]);
  });

  it("never matches a link by record id", async () => {
    const { names, items, workspace } = await twoGoals();

    expect(await names(`{Learning items} = "${workspace.records(items.id)[0]?.id}"`)).toEqual([]);
  });

  it.each(["NOSUCH({Name})", "AND(", "NOT()", 'DATETIME_PARSE("1", "X")', "LAST_MODIFIED_TIME(1)", "IF(1)"])(
    "refuses %s instead of passing it over",
    async (formula) => {
      const { call, goalsPath } = await twoGoals();

      const answer = await call("GET", `${goalsPath}?filterByFormula=${encodeURIComponent(formula)}`);

      expect([answer.status, typeOf(answer)]).toEqual([422, "INVALID_FILTER_BY_FORMULA"]);
    },
  );

  it("lists unknown fields in lower case", async () => {
    const { call, goalsPath } = await twoGoals();

    const answer = await call("GET", `${goalsPath}?filterByFormula=${encodeURIComponent("{Gone} = {Lost}")}`);

    expect(typeOf(answer)).toBe("INVALID_FILTER_BY_FORMULA");
    expect(messageOf(answer)).toContain("Unknown field names: gone, lost");
  });
});
