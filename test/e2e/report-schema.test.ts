import { readFile } from "node:fs/promises";

import { Ajv, type ValidateFunction } from "ajv";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { aPortfolio } from "../builders.ts";
import { aLastReport } from "../report/last-report.ts";
import { sampleReport } from "../report/sample.ts";
import { startTeam, type Team } from "./team.ts";

let validate: ValidateFunction;
let team: Team;
beforeAll(async () => {
  const text = await readFile(new URL("../../config/report.schema.json", import.meta.url), "utf8");
  validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text) as object);
});
beforeEach(async () => {
  team = await startTeam({ provider: "files" });
});
afterEach(() => team.close());

const problemsOf = (report: object): unknown => (validate(report) ? null : validate.errors);

describe("config/report.schema.json", () => {
  it("describes what report --json prints, in full", async () => {
    const whole = await team.run(["report", "--json"]);
    const part = await team.run(["report", "--json", "--dry-run", "--goal", "G2", "--kind", "insight"]);

    expect(problemsOf(JSON.parse(whole.stdout) as object)).toBeNull();
    expect(problemsOf(JSON.parse(part.stdout) as object)).toBeNull();
    expect(JSON.parse(part.stdout)).toMatchObject({ filters: { kinds: ["insight"] } });
  });

  it("describes the reports of teams with much and with nothing", () => {
    expect(problemsOf(sampleReport({ last: aLastReport() }))).toBeNull();
    expect(problemsOf(sampleReport({ portfolio: aPortfolio(), findings: [] }))).toBeNull();
  });

  it("takes nothing else: neither a field too many nor one too few", () => {
    const { bets, ...without } = sampleReport();

    expect(bets).not.toHaveLength(0);
    expect(problemsOf(without)).toMatchObject([{ keyword: "required" }]);
    expect(problemsOf({ ...without, bets, score: 7 })).toMatchObject([{ keyword: "additionalProperties" }]);
  });
});
