import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { startTeam, type Team } from "./team.ts";

let team: Team;
beforeEach(async () => {
  team = await startTeam();
});
afterEach(() => team.close());

describe("sothat check", () => {
  it("says what has no goal, the one link that mends most, and ends with 1", async () => {
    const ran = await team.run(["check"]);

    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("After: an afternoon of calling people who missed their visit");
    expect(ran.stdout).toMatch(/that one link ties \d+ items to the work/);
    expect(team.sandbox.notion.log.writes()).toEqual([]);
  });

  it("prints the promised JSON", async () => {
    const ran = await team.run(["check", "--json", "--rule", "linked-to-goal"]);

    const printed = JSON.parse(ran.stdout) as {
      summary: object;
      findings: object[];
      goals: { verdict: string | null }[];
    };
    expect(printed).toMatchObject({ version: 1, now: "2026-11-16T12:00:00.000Z", summary: { goals: 7 } });
    // One rule alone says nothing of the whole.
    expect(printed.goals).toHaveLength(6);
    expect(printed.goals.every(({ verdict }) => verdict === null)).toBe(true);
    expect(printed.findings[0]).toMatchObject({
      rule: "linked-to-goal",
      severity: "error",
      signal: expect.stringMatching(/^S0[13]$/) as string,
      item: { id: expect.any(String) as string, connection: "team-notion" },
    });
  });

  it("tells the sample team goal by goal, three remarks each, what goes well, and where to start", async () => {
    const ran = await team.run(["check"]);

    // Which goal an item may serve is said in better words where the optional encoder is installed.
    const steady = ran.stdout.replaceAll(/http:\S+/gu, "<address>").replaceAll(/^ +\? perhaps .*\n/gmu, "");
    await expect(steady).toMatchFileSnapshot("golden/check.txt");
  });

  it("refuses a rule that does not exist", async () => {
    const ran = await team.run(["check", "--rule", "linked-to-gaol"]);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("linked-to-goal");
  });

  it("asks no more of the service than its budget, and says how much with --verbose", async () => {
    const { log } = team.sandbox.notion;

    const ran = await team.run(["check", "--verbose"]);

    const queries = log.matching(/^POST .*\/query$/).length;
    const bodies = log.matching(/^GET .*\/markdown$/).length;
    const tables = 5;
    expect(queries).toBe(tables);
    expect(bodies).toBe(21);
    expect(log.calls.length).toBeLessThanOrEqual(queries + bodies + tables * 2);
    expect(ran.stderr).toContain(`${log.calls.length} requests`);
  });

  it("counts what somebody silenced, lists it when asked, and names entries that silence nothing", async () => {
    await team.close();
    team = await startTeam({
      config: (text) => `${text}ignore:\n  - { rule: all, item: Nobody's question, reason: Gone }\n`,
    });

    const ran = await team.run(["check", "--silenced"]);

    expect(ran.stdout).toContain("1 remark is silenced\n");
    expect(ran.stdout).toContain("fine as is, in its row: “Fine without a goal.");
    expect(ran.stdout).toMatch(/sothat\.yaml:\d+ {2}all, “Nobody's question”: no item or goal/);
  });
});
