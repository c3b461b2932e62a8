import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { loadConfig } from "../../src/config/load.ts";
import { tempFolder } from "../temp-folder.ts";
import { load, refusal, smallConfig } from "./config-folder.ts";

const env = {};
const examples = (await readdir("config")).filter((name) => name.endsWith(".yaml"));

describe("config/load", () => {
  it("fills in every default", async () => {
    const { config, warnings } = await load(smallConfig);

    expect(config).toMatchObject({
      timezone: "UTC",
      locale: "en-US",
      connections: {
        work: {
          provider: "notion",
          tokenEnv: "NOTION_TOKEN",
          requestsPerMinute: 180,
          patienceMinutes: 15,
          timeoutSeconds: 70,
        },
      },
      tables: {
        goals: [{ from: "work" }],
        results: [],
        events: [],
        learning: [{ kind: "insight", body: false }],
      },
      report: { template: "planning-meeting", period: "week", page: "per-period", to: [] },
    });
    expect(warnings).toEqual([]);
  });

  it("reads the whole format", async () => {
    const { config, warnings } = await load(`
name: Team
timezone: Europe/Lisbon
locale: pt
connections:
  notes: { provider: notion, tokenEnv: TEAM_NOTION, requestsPerMinute: 600 }
  base: { provider: airtable, base: appAbCdEfGhIjKlMn, requestsPerSecond: 2 }
  exports: { provider: files, folder: ./exports }
tables:
  goals:
    - { from: base, table: Goals, fields: { title: Goal, key: Code }, live: [Active] }
    - { from: exports, table: goals.csv, fields: { title: Goal } }
  results: { from: base, table: Numbers, fields: { goal: Goal, date: Month, value: Value } }
  learning:
    - { from: notes, table: a, kind: after-review, body: true, fields: { title: Name }, closed: [Done] }
    - from: notes
      table: b
      kind: { field: Type, hypothesis: [Bet, Idea], insight: Insight }
      fields: { title: Name, soThat: So that }
      outcomes: { held: [Yes] }
report:
  period: 2026-Q4
  page: living
  to:
    - { connection: notes, parent: p }
    - { connection: base, table: Reports, fields: { key: Report key, body: Report } }
    - { connection: exports, parent: reports }
`);

    expect(config.tables.goals).toHaveLength(2);
    expect(config.tables.learning[1]?.kind).toEqual({
      field: "Type",
      hypothesis: ["Bet", "Idea"],
      insight: ["Insight"],
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    [["sothat.yaml", "sothat.yml", "config/sothat.yaml"], "sothat.yaml"],
    [["sothat.yml", "config/sothat.yaml"], "sothat.yml"],
    [["config/sothat.yaml", "config/sothat.yml"], "config/sothat.yaml"],
    [["config/sothat.yml", "other.yaml"], "config/sothat.yml"],
  ])("takes, of %j, %s", async (present, expected) => {
    const cwd = await tempFolder(Object.fromEntries(present.map((name) => [name, smallConfig])));

    const { file, folder } = await loadConfig({ cwd, env });

    expect(file).toBe(join(cwd, expected));
    expect(folder).toBe(join(cwd, expected, ".."));
  });

  it("takes the named file over the usual places", async () => {
    const cwd = await tempFolder({ "sothat.yaml": "broken: [", "teams/east.yaml": smallConfig });

    const { file } = await loadConfig({ path: "teams/east.yaml", cwd, env });

    expect(file).toBe(join(cwd, "teams/east.yaml"));
  });

  it("says where it looked when there is none", async () => {
    const error = await refusal(loadConfig({ cwd: await tempFolder({}), env }));

    expect(error.exitCode).toBe(2);
    expect(error.message).toMatchInlineSnapshot(
      `"There is no config here: looked for sothat.yaml, sothat.yml, config/sothat.yaml, config/sothat.yml."`,
    );
    expect(error.hint).toContain("docs/config.md");
  });

  it.each([
    ["missing.yaml", "The config missing.yaml does not exist."],
    ["folder", "The config folder is a folder."],
    ["sothat.yaml/below", "The config sothat.yaml/below does not exist."],
  ])("names --config %s in its message", async (path, message) => {
    const cwd = await tempFolder({ "sothat.yaml": smallConfig, "folder/x": "" });

    const error = await refusal(loadConfig({ path, cwd, env }));

    expect(error.message).toBe(message);
    expect(error.hint).not.toBeNull();
  });

  it("hints at a connection that nobody uses and at learning that is not mapped", async () => {
    const { warnings } = await load(`name: Team
connections:
  work: { provider: notion }
  spare: { provider: airtable, base: appAbCdEfGhIjKlMn }
tables:
  goals: { from: work, table: a, fields: { title: Goal } }
`);

    expect(warnings).toMatchInlineSnapshot(`
      [
        "sothat.yaml:4:3  connections.spare: no table and no report uses this connection; its token is not asked for",
        "sothat.yaml:5:1  tables: no learning table is mapped, so only goals can be reported on; learning holds questions, hypotheses, reviews or insights",
      ]
    `);
  });

  it.each(examples)("accepts the example %s, which editors can check too", async (name) => {
    const text = await readFile(`config/${name}`, "utf8");

    const { warnings } = await loadConfig({ path: `config/${name}`, cwd: process.cwd(), env });

    expect(warnings).toEqual([]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/config\.schema\.json\n/);
  });
});
