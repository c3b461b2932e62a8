import { describe, expect, it } from "vitest";

import type { Config } from "../../src/config/schema.ts";
import { readTokens } from "../../src/config/tokens.ts";
import { UsageError } from "../../src/errors.ts";
import { load } from "./config-folder.ts";

const twoServices = async (): Promise<Config> =>
  (
    await load(`name: Team
connections:
  notes: { provider: notion, tokenEnv: TEAM_NOTION }
  base: { provider: airtable, base: appAbCdEfGhIjKlMn }
  exports: { provider: files, folder: x }
  spare: { provider: notion, tokenEnv: SPARE }
tables:
  goals: { from: base, table: Goals, fields: { title: Goal } }
  learning: { from: exports, table: l.csv, kind: insight, fields: { title: Name } }
report: { to: [{ connection: notes, parent: p }] }
`)
  ).config;

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe("config/tokens", () => {
  it("gives each connection in use its token", async () => {
    const { tokens, warnings } = readTokens(await twoServices(), {
      TEAM_NOTION: "ntn_1",
      AIRTABLE_TOKEN: "pat.2",
    });

    expect(Object.fromEntries(tokens)).toEqual({ notes: "ntn_1", base: "pat.2" });
    expect(warnings).toEqual([]);
  });

  it("names all missing variables at once", async () => {
    const config = await twoServices();

    const error = thrownBy(() => readTokens(config, { AIRTABLE_TOKEN: " \n" }));

    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      exitCode: 2,
      message: "2 tokens are missing.",
      details: [
        "TEAM_NOTION  (connection notes, notion): is not set",
        "AIRTABLE_TOKEN  (connection base, airtable): is set but empty",
      ],
    });
  });

  it.each([
    ["ntn_1\n", "TEAM_NOTION has spaces or a line break around it; they were left out."],
    ["  ntn_1", "TEAM_NOTION has spaces or a line break around it; they were left out."],
    ['"ntn_1"', "TEAM_NOTION has quotes around it; they were left out."],
    ["'ntn_1'\n", "TEAM_NOTION has quotes around it; they were left out."],
  ])("mends %j and says so", async (raw, warning) => {
    const { tokens, warnings } = readTokens(await twoServices(), {
      TEAM_NOTION: raw,
      AIRTABLE_TOKEN: "pat.2",
    });

    expect(tokens.get("notes")).toBe("ntn_1");
    expect(warnings).toEqual([warning]);
  });

  it.each(["ntn_1 ntn_2", "ntn_\u00e9", 'ntn_1\nother"'])("refuses %j without showing it", async (raw) => {
    const config = await twoServices();

    const error = thrownBy(() => readTokens(config, { TEAM_NOTION: raw, AIRTABLE_TOKEN: "pat.2" }));

    expect(error).toMatchObject({
      message: "A token cannot be used.",
      details: [expect.stringMatching(/TEAM_NOTION.*copy it again/)],
    });
    expect(JSON.stringify(error)).not.toContain("ntn_");
  });

  it("counts a pair of quotes with nothing in it as empty", async () => {
    const config = await twoServices();

    const error = thrownBy(() => readTokens(config, { TEAM_NOTION: '""', AIRTABLE_TOKEN: "pat.2" }));

    expect(error).toMatchObject({ details: ["TEAM_NOTION  (connection notes, notion): is set but empty"] });
  });
});
