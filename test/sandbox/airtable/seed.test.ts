import { describe, expect, it } from "vitest";
import { createAirtableStandIn, seedAirtable } from "../../../src/sandbox/airtable/index.ts";
import { layouts, sampleTeam, type SampleVariant } from "../../../src/sandbox/teams/index.ts";
import type { SampleTeam } from "../../../src/sandbox/teams/types.ts";
import { manualClock } from "../../../src/sandbox/server/clock.ts";

const sampleVariants = Object.keys(layouts) as SampleVariant[];

const TEAM: SampleTeam = {
  name: "Healthy Start",
  people: [{ key: "rosa", name: "Rosa", email: "rosa@example.org" }],
  pages: [],
  tables: [
    {
      key: "goals",
      name: "Goals",
      columns: [
        { key: "title", name: "Goal", type: "title" },
        { key: "target", name: "Target", type: "percent" },
        { key: "owner", name: "Owner", type: "people" },
        { key: "status", name: "Status", type: "status", options: ["Active", "Over"] },
        { key: "when", name: "When", type: "date" },
        { key: "part", name: "Part of", type: "link", to: "goals" },
      ],
      rows: [
        {
          key: "g1",
          createdAt: "2026-01-05T10:00:00Z",
          createdBy: "rosa",
          cells: {
            title: "Clinics",
            target: 0.8,
            owner: ["rosa"],
            status: "Active",
            when: { start: "2026-01-01", end: "2026-12-31" },
          },
          body: "## What happened\n\nMuch.",
          comments: [{ by: "rosa", at: "2026-02-01T00:00:00Z", text: "Why?" }],
        },
        {
          key: "g2",
          createdAt: "2026-01-06T10:00:00Z",
          createdBy: "rosa",
          cells: { title: "North", when: "2026-05-01", part: ["g1"] },
        },
      ],
    },
    {
      key: "insights",
      name: "Insights",
      columns: [
        { key: "title", name: "Name", type: "title" },
        { key: "goal", name: "Goal", type: "link", to: "goals" },
      ],
      rows: [
        {
          key: "i1",
          createdAt: "2026-03-01T00:00:00Z",
          createdBy: "rosa",
          cells: { title: "Early slots", goal: ["g2"] },
        },
      ],
    },
  ],
};

function seeded(options: Parameters<typeof seedAirtable>[2] = {}) {
  const clock = manualClock("2026-11-22T09:00:00Z");
  const { workspace } = createAirtableStandIn({ clock });
  return { workspace, result: seedAirtable(workspace, TEAM, options) };
}

describe("sandbox/airtable/seed", () => {
  it("turns every column into a field and every row into a record", () => {
    const { workspace, result } = seeded();

    const goals = workspace.records(result.tables["goals"] ?? "");

    expect(goals).toMatchObject([
      {
        id: result.records["goals"]?.["g1"],
        createdTime: "2026-01-05T10:00:00.000Z",
        fields: {
          Goal: "Clinics",
          Target: 0.8,
          Owner: [{ id: result.people["rosa"], name: "Rosa" }],
          Status: "Active",
          When: "2026-01-01",
          "When (end)": "2026-12-31",
          Notes: "## What happened\n\nMuch.",
        },
      },
      { fields: { Goal: "North", When: "2026-05-01", "Part of": [result.records["goals"]?.["g1"]] } },
    ]);
  });

  it("links across tables, both ways", () => {
    const { workspace, result } = seeded();
    const { goals = {}, insights = {} } = result.records;

    const insight = workspace.record(result.tables["insights"] ?? "", insights["i1"] ?? "");
    const goal = workspace.record(result.tables["goals"] ?? "", goals["g2"] ?? "");

    expect(insight.fields["Goal"]).toEqual([goals["g2"]]);
    expect(goal.fields["Insights"]).toEqual([insights["i1"]]);
  });

  it("makes a reports table unless told not to, and leaves bodies out on request", () => {
    const { workspace, result } = seeded();
    const without = seeded({ reports: false, bodies: false });

    const made = [...workspace.db.bases.values()][0]?.tables.at(-1);

    expect(made?.id).toBe(result.reports?.tableId);
    expect(made?.fields.map(({ name }) => name)).toEqual(Object.values(result.reports?.fields ?? {}));
    expect(without.result.reports).toBeNull();
    expect(without.workspace.records(without.result.tables["goals"] ?? "")[0]?.fields).not.toHaveProperty(
      "Notes",
    );
  });

  it.each(sampleVariants)(
    "uses the reports table that the %s team brings, with a rich text column more",
    (variant) => {
      const { workspace } = createAirtableStandIn();

      const { reports, tables } = seedAirtable(workspace, sampleTeam(variant));

      const table = [...workspace.db.bases.values()][0]?.tables.find(({ id }) => id === reports?.tableId);
      const typeOf = (name: string | undefined): string | undefined =>
        table?.fields.find((field) => field.name === name)?.type;
      expect(reports?.tableId).toBe(tables["reports"]);
      expect([
        typeOf(reports?.fields.key),
        typeOf(reports?.fields.body),
        typeOf(reports?.fields.richBody),
      ]).toEqual(["singleLineText", "multilineText", "richText"]);
    },
  );

  it("seeds some tables only, for teams that live in two places", () => {
    const { workspace, result } = seeded({ tables: ["insights"] });

    expect(Object.keys(result.tables)).toEqual(["insights"]);
    expect(workspace.records(result.tables["insights"] ?? "")[0]?.fields).toEqual({ Name: "Early slots" });
  });

  it("gives the same ids and the same token every time", () => {
    expect(seeded().result).toEqual(seeded().result);
  });
});
