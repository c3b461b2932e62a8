import type { Client } from "@notionhq/client";
import { describe, expect, it } from "vitest";

import { seedNotion, type SeededNotion } from "../../../src/sandbox/notion/seed.ts";
import { createNotionStandIn } from "../../../src/sandbox/notion/stand-in.ts";
import type { SampleTeam } from "../../../src/sandbox/teams/types.ts";
import { startBench } from "./helpers.ts";

const TEAM: SampleTeam = {
  name: "River",
  people: [{ key: "ann", name: "Ann", email: "ann@river.example" }],
  pages: [
    {
      key: "planning",
      title: "Planning",
      body: "# Hello\n\nWe *meet* on Mondays.\n\n- bring notes\n- be kind",
    },
  ],
  tables: [
    {
      key: "goals",
      name: "Goals",
      columns: [
        { key: "title", name: "Goal", type: "title" },
        { key: "state", name: "State", type: "status", options: ["Open", "Done"] },
        { key: "share", name: "Share", type: "percent" },
        { key: "due", name: "Due", type: "date" },
        { key: "owner", name: "Owner", type: "people" },
      ],
      rows: [
        {
          key: "g1",
          createdAt: "2026-01-05T08:00:20Z",
          createdBy: "ann",
          cells: {
            title: "Cleaner water",
            state: "Open",
            share: 0.25,
            due: { start: "2026-01-01", end: "2026-06-30" },
            owner: ["ann"],
          },
        },
      ],
    },
    {
      key: "insights",
      name: "Insights",
      columns: [
        { key: "title", name: "Insight", type: "title" },
        { key: "goal", name: "For", type: "link", to: "goals" },
        { key: "tags", name: "Tags", type: "multi-select", options: ["a", "b"] },
        { key: "ok", name: "OK", type: "checkbox" },
      ],
      rows: [
        {
          key: "i1",
          createdAt: "2026-02-01T09:10:11Z",
          createdBy: "ann",
          cells: { title: "It rained", goal: ["g1"], tags: ["b"], ok: true },
          body: "So that we wait.",
          comments: [{ by: "ann", at: "2026-02-02T00:00:00Z", text: "Really?" }],
        },
      ],
    },
  ],
};

async function startTeam(): Promise<{ readonly client: Client; readonly seeded: SeededNotion }> {
  const bench = await startBench();
  const seeded = seedNotion(bench.standIn.workspace, TEAM);
  return { client: bench.connect({ auth: seeded.token }), seeded };
}

describe("sandbox/notion/seed", () => {
  it("makes rows with cells, times and links", async () => {
    const { client, seeded } = await startTeam();

    const goals = await client.dataSources.query({ data_source_id: String(seeded.dataSources["goals"]) });
    const insights = await client.dataSources.query({
      data_source_id: String(seeded.dataSources["insights"]),
    });

    expect(goals.results).toMatchObject([
      {
        id: seeded.rows["goals"]?.["g1"],
        created_time: "2026-01-05T08:00:00.000Z",
        created_by: { id: seeded.people["ann"] },
        properties: {
          Goal: { title: [{ plain_text: "Cleaner water" }] },
          State: { status: { name: "Open" } },
          Share: { number: 0.25 },
          Due: { date: { start: "2026-01-01", end: "2026-06-30" } },
          Owner: { people: [{ name: "Ann" }] },
        },
      },
    ]);
    expect(insights.results).toMatchObject([
      {
        last_edited_time: "2026-02-01T09:10:00.000Z",
        properties: {
          For: { relation: [{ id: seeded.rows["goals"]?.["g1"] }] },
          Tags: { multi_select: [{ name: "b" }] },
          OK: { checkbox: true },
        },
      },
    ]);
  });

  it("makes bodies, comments and pages", async () => {
    const { client, seeded } = await startTeam();
    const row = String(seeded.rows["insights"]?.["i1"]);

    const planning = await client.pages.retrieveMarkdown({ page_id: String(seeded.pages["planning"]) });
    const body = await client.pages.retrieveMarkdown({ page_id: row });
    const comments = await client.comments.list({ block_id: row });

    expect(planning.markdown).toBe("# Hello\nWe *meet* on Mondays.\n- bring notes\n- be kind");
    expect(body.markdown).toBe("So that we wait.");
    expect(comments.results).toMatchObject([{ rich_text: [{ plain_text: "Really?" }] }]);
  });

  it("gives the same ids whenever it runs", () => {
    const first = seedNotion(createNotionStandIn({ seed: 1 }).workspace, TEAM);
    const second = seedNotion(createNotionStandIn({ seed: 2 }).workspace, TEAM);

    expect(second).toEqual(first);
    expect(first.token).toBe("ntn_sandbox");
  });
});
