import { afterEach, describe, expect, it } from "vitest";

import { seedNotion } from "../../src/sandbox/notion/seed.ts";
import { startNotionStandIn, type RunningNotionStandIn } from "../../src/sandbox/notion/stand-in.ts";
import { manualClock } from "../../src/sandbox/server/clock.ts";
import type { SampleRow, SampleTable, SampleTeam } from "../../src/sandbox/teams/types.ts";
import { tempFolder } from "../temp-folder.ts";
import { runBinary } from "./run-binary.ts";

const rows = (
  count: number,
  prefix: string,
  cells: (n: number) => SampleRow["cells"],
  body?: string,
): SampleRow[] =>
  Array.from({ length: count }, (_, n) => ({
    key: `${prefix}-${n}`,
    createdAt: "2026-09-01T09:00:00.000Z",
    createdBy: "mo",
    cells: cells(n),
    ...(body === undefined ? {} : { body }),
  }));

const goals: SampleTable = {
  key: "goals",
  name: "Goals",
  columns: [{ key: "title", name: "Goal", type: "title" }],
  rows: rows(50, "goal", (n) => ({ title: `Goal ${n}` })),
};
const insights: SampleTable = {
  key: "insights",
  name: "Insights",
  columns: [
    { key: "title", name: "Insight", type: "title" },
    { key: "goal", name: "Goal", type: "link", to: "goals" },
  ],
  rows: rows(240, "insight", (n) => ({ title: `Insight ${n}`, goal: [`goal-${n % 50}`] })),
};
const reviews: SampleTable = {
  key: "reviews",
  name: "Reviews",
  columns: [
    { key: "title", name: "Review", type: "title" },
    // The first review links to more goals than a page shows.
    { key: "goal", name: "Goal", type: "link", to: "goals" },
  ],
  rows: rows(
    60,
    "review",
    (n) => ({
      title: `Review ${n}`,
      goal: n === 0 ? goals.rows.slice(0, 30).map(({ key }) => key) : [`goal-${n % 50}`],
    }),
    "## What happened\n\nForty came.\n\n## Insights\n\n- Flyers at the library did it.",
  ),
};
const team: SampleTeam = {
  name: "Budget team",
  people: [{ key: "mo", name: "Mo", email: "mo@example.org" }],
  pages: [{ key: "planning", title: "Planning", body: "" }],
  tables: [goals, insights, reviews],
};

let standIn: RunningNotionStandIn;
afterEach(() => standIn.close());

describe("the budget of requests", () => {
  it("is kept for 350 goals and items with 60 page texts, and a rerun reads no text and writes nothing", async () => {
    standIn = await startNotionStandIn({
      clock: manualClock("2026-11-16T12:00:00.000Z"),
      requestsPerMinute: null,
    });
    const seeded = seedNotion(standIn.workspace, team);
    const source = (key: string): string => seeded.dataSources[key]!;
    const folder = await tempFolder({
      "sothat.yaml": `
name: Budget team
connections: { notion: { provider: notion } }
tables:
  goals: { from: notion, table: ${source("goals")}, fields: { title: Goal } }
  learning:
    - { from: notion, table: ${source("insights")}, kind: insight, fields: { title: Insight, goal: Goal } }
    - { from: notion, table: ${source("reviews")}, kind: after-review, body: true, fields: { title: Review, goal: Goal } }
report: { to: [{ connection: notion, parent: ${seeded.pages["planning"]!} }] }
`,
    });
    const env = { NOTION_TOKEN: seeded.token, NOTION_BASE_URL: standIn.url };
    const run = (command: string) =>
      runBinary([command, "--verbose", "--now", "2026-11-16T12:00:00Z"], { cwd: folder, env });

    const cold = await run("check");
    const { calls } = standIn.log;
    const asked = calls.length;

    // Pages of 100 rows, one a text, one a cut relation, at most two a table.
    const pages = 1 + 3 + 1;
    expect(asked).toBeLessThanOrEqual(pages + 60 + 1 + 2 * 3);
    expect(cold.stderr).toContain(
      `notion: ${asked} requests (${asked} reads, 60 of them page texts; 0 writes)`,
    );

    await run("report");
    expect(standIn.log.writes()).toHaveLength(1);
    standIn.log.clear();
    const again = await run("report");

    expect(again.stdout).toContain("unchanged");
    expect(standIn.log.matching(/markdown$/)).toEqual([]);
    expect(standIn.log.writes()).toEqual([]);
  });
});
