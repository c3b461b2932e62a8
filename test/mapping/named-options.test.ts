import { describe, expect, it } from "vitest";

import type { Table } from "../../src/adapters/types.ts";
import type { GoalsTable, LearningTable } from "../../src/config/schema.ts";
import { ServiceRefusedError } from "../../src/errors.ts";
import { checkNamedOptions } from "../../src/mapping/named-options.ts";
import type { WantedTable } from "../../src/mapping/types.ts";

const base = { from: "team", table: "t", fields: { title: "Title", status: "Status" } };
const goals = (live?: readonly string[]): WantedTable => ({
  role: "goals",
  config: { ...base, ...(live === undefined ? {} : { live: [...live] }) } satisfies GoalsTable,
});
const learning = (config: Partial<LearningTable>): WantedTable => ({
  role: "learning",
  config: { ...base, kind: "insight", body: false, ...config } satisfies LearningTable,
});

/** Columns are called Status, Outcome and Type; only those with options are choices. */
function tableWith(options: Table["options"]): Table {
  return {
    id: "t",
    name: "Log",
    url: null,
    columnNames: { status: "Status", outcome: "Outcome", kind: "Type" },
    options,
    rows: () => {
      throw new Error("Nothing may be read yet.");
    },
    body: async () => null,
  };
}

function check(wanted: WantedTable, options: Table["options"]): readonly string[] {
  return checkNamedOptions(wanted, "tables.x", tableWith(options), "en").map(
    ({ field, message }) => `${field}: ${message}`,
  );
}

function refused(wanted: WantedTable, options: Table["options"]): ServiceRefusedError {
  try {
    check(wanted, options);
  } catch (error) {
    if (error instanceof ServiceRefusedError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("mapping/named-options", () => {
  it("has nothing to say when every name is there, whatever its case and accents", () => {
    const notes = check(goals(["active", "En Peligro"]), { status: ["Active", "en peligró", "Done"] });

    expect(notes).toEqual([]);
  });

  it("never looks at lists that are left to their defaults, nor at kinds that are fixed", () => {
    const options = { status: ["Humming"], outcome: ["Yep"], kind: ["Thing"] };

    const notes = [
      ...check(goals(), options),
      ...check(learning({ kind: { field: "Type" } }), options),
      ...check(learning({ kind: "question" }), options),
    ];

    expect(notes).toEqual([]);
  });

  it("never looks at columns that tell no options", () => {
    expect(check(goals(["Gone"]), {})).toEqual([]);
  });

  it("notes what is gone of a list, with the likely new name and what there is", () => {
    const notes = check(goals(["On track", "At risk", "Stuck"]), {
      status: ["On track", "At risky", "Done"],
    });

    expect(notes).toEqual([
      "Status: tables.x.live in the config names what is no option of this column now: “At risk” (was it renamed to “At risky”?), “Stuck”. It has: “On track”, “At risky”, “Done”. Put the names of today into the config.",
    ]);
  });

  it("does not take a name that is listed elsewhere for the new one", () => {
    const [note] = check(learning({ outcomes: { held: ["Held"], failed: ["Hold"] } }), { outcome: ["Held"] });

    expect(note).toContain("tables.x.outcomes.failed");
    expect(note).not.toContain("renamed");
  });

  it("only notes a list of `closed` or `outcomes` that is gone altogether", () => {
    const notes = check(learning({ closed: ["Put away"], outcomes: { held: ["Yes"] } }), {
      status: ["Open", "Shut"],
      outcome: ["Held"],
    });

    expect(notes.map((note) => note.slice(0, 30))).toEqual([
      "Status: tables.x.closed in the",
      "Outcome: tables.x.outcomes.hel",
    ]);
  });

  it("refuses to go on when nothing says which goals are live", () => {
    const error = refused(goals(["Active", "At risk"]), { status: ["Active now", "Over"] });

    expect(error.message).toBe(
      "Table “Log” (connection “team”): column “Status” has no option any more that tables.x.live names, so nothing says which goals are live: “Active” (was it renamed to “Active now”?), “At risk”.",
    );
    expect(error.hint).toBe(
      "Put the options' names of today into the config. Column “Status” has: “Active now”, “Over”.",
    );
  });

  it("refuses when all names of a kind are gone, naming each such kind", () => {
    const kind = { field: "Type", question: ["Question"], insight: ["Insight", "Lesson"], review: ["AAR"] };

    const error = refused(learning({ kind }), { kind: ["Question", "Finding", "Before-after"] });

    expect(error.message).toContain("2 lists of the config");
    expect(error.details).toEqual([
      expect.stringContaining("tables.x.kind.review"),
      expect.stringContaining("tables.x.kind.insight"),
    ]);
    expect(error.hint).toContain("Column “Type” has: “Question”, “Finding”, “Before-after”.");
  });

  it("only notes it while the column has no options at all: nothing can be misread yet", () => {
    const [note] = check(goals(["Active"]), { status: [] });

    expect(note).toContain("It has: none yet.");
  });

  it("names the first twenty of many options", () => {
    const options = Array.from({ length: 23 }, (_, index) => `Option ${index + 1}`);

    const [note] = check(goals(["Option 1", "Elsewhere"]), { status: options });

    expect(note).toContain("“Option 20” and 3 more.");
  });
});
