import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { configSchema, type Config } from "../../../src/config/schema.ts";
import {
  layouts,
  sampleConfig,
  sampleTeam,
  type SampleVariant,
  type SampleWiring,
} from "../../../src/sandbox/teams/index.ts";

const variants = Object.keys(layouts) as SampleVariant[];

const notion: SampleWiring = {
  connections: { "team-notion": { provider: "notion", tokenEnv: "NOTION_TOKEN" } },
  table: (key) => ({ connection: "team-notion", table: `ds-${key}` }),
  to: [{ connection: "team-notion", parent: "page-planning" }],
};
const airtable: SampleWiring = {
  connections: {
    "program-base": { provider: "airtable", tokenEnv: "AIRTABLE_TOKEN", base: "appSAMPLE00000001" },
  },
  table: (key) => ({ connection: "program-base", table: `tbl-${key}` }),
  to: [
    {
      connection: "program-base",
      table: "Reports",
      fields: { key: "Report key", title: "Name", body: "Report" },
    },
  ],
};
const files: SampleWiring = {
  connections: { exports: { provider: "files", folder: "./exports" } },
  table: (key) => ({ connection: "exports", table: `${key}.csv` }),
  to: [{ connection: "exports", parent: "./reports" }],
};
const mixed: SampleWiring = {
  connections: { ...notion.connections, ...airtable.connections },
  table: (key) => (key === "results" || key === "goals" ? airtable.table(key) : notion.table(key)),
  to: [...notion.to, ...airtable.to],
};
const wirings = { notion, airtable, files, mixed };

describe("sandbox/teams/sample-config", () => {
  it.each(
    variants.flatMap((variant) =>
      Object.entries(wirings).map(([name, wiring]) => [variant, name, wiring] as const),
    ),
  )("writes a config that validates: %s on %s", (variant, _name, wiring) => {
    const read = configSchema.safeParse(parse(sampleConfig(variant, wiring)));

    expect(read.error?.issues ?? []).toEqual([]);
  });

  it.each(variants)("maps columns that the team has, and nearly all of them (%s)", (variant) => {
    const config = configOf(variant, notion);

    const sections = sectionsOf(config);
    for (const section of sections) {
      const table = sampleTeam(variant).tables.find(({ key }) => `ds-${key}` === section.table);
      const names = new Set(table?.columns.map(({ name }) => name));
      expect(Object.values(section.fields).filter((name) => !names.has(String(name)))).toEqual([]);
      expect(Object.keys(section.fields).length).toBeGreaterThanOrEqual(names.size - 1);
    }
    expect(sections.length).toBe(sampleTeam(variant).tables.length - 1);
  });

  it("reads kinds from the log's column in plain words, and bookends from the huddle's in the team's own", () => {
    const plain = configOf("plain", notion).tables.learning;
    const ownWords = configOf("own-words", notion).tables.learning;

    expect(plain.map(({ kind }) => kind)).toEqual([
      "review",
      {
        field: "Type",
        question: ["Framing question"],
        hypothesis: ["Action hypothesis"],
        insight: ["Insight"],
        opportunity: ["Opportunity"],
      },
    ]);
    expect(ownWords.map(({ kind }) => kind)).toEqual([
      "question",
      "hypothesis",
      { field: "Going in or coming out", "before-review": ["Going in"], "after-review": ["Coming out"] },
      "insight",
      "opportunity",
    ]);
  });

  it("names the team's words for live goals, closed items and outcomes, and asks for the reviews' pages", () => {
    const { tables } = configOf("own-words", notion);

    expect(tables.goals[0]?.live).toEqual(["Humming", "Wobbly", "Stuck"]);
    expect(tables.learning.find(({ kind }) => kind === "hypothesis")).toMatchObject({
      closed: ["Put away"],
      outcomes: {
        held: ["Paid off"],
        partly: ["Half paid off"],
        failed: ["Didn't pay"],
        open: ["Still out"],
      },
    });
    expect(tables.learning.map(({ body }) => body)).toEqual([false, false, true, false, false]);
  });

  it("puts tables on the connections it is told of", () => {
    const { tables } = configOf("plain", mixed);

    expect([tables.goals[0]?.from, tables.results[0]?.from, tables.events[0]?.from]).toEqual([
      "program-base",
      "program-base",
      "team-notion",
    ]);
  });
});

function configOf(variant: SampleVariant, wiring: SampleWiring): Config {
  return configSchema.parse(parse(sampleConfig(variant, wiring)));
}

function sectionsOf(config: Config): readonly { readonly table: string; readonly fields: object }[] {
  const { goals, results, events, learning } = config.tables;
  return [...goals, ...results, ...events, ...learning];
}
