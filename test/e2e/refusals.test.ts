import { afterEach, describe, expect, it } from "vitest";

import { startTeam, type Team } from "./team.ts";

let team: Team;
afterEach(() => team.close());

/** Everything in the workspace that a write could change. */
const stateOf = ({ sandbox }: Team): string =>
  JSON.stringify([...sandbox.notion.workspace.store.nodes.values()]);

interface Refusal {
  readonly name: string;
  readonly config?: (text: string) => string;
  readonly env?: Readonly<Record<string, string>>;
  readonly arrange?: (team: Team) => void;
  readonly code: number;
  readonly says: readonly (string | RegExp)[];
}

const source = (current: Team, key: string): string => current.sandbox.seeded.dataSources[key]!;

const refusals: readonly Refusal[] = [
  {
    name: "a wrong token",
    env: { NOTION_TOKEN: "ntn_not_the_right_one" },
    code: 3,
    says: ["team-notion", /token/i, /refused/i],
  },
  {
    name: "a database that is not shared",
    arrange: (current) =>
      current.sandbox.notion.workspace.unshare("ntn_sandbox", current.sandbox.seeded.databases["goals"]!),
    code: 3,
    says: [/shared?/i, /connection/i],
  },
  {
    name: "a column that was renamed",
    arrange: (current) =>
      current.sandbox.notion.workspace.renameProperty(source(current, "goals"), "Target", "Target value"),
    code: 3,
    says: ["Target", "Goals", "Target value"],
  },
  {
    name: "options that were all renamed, so that nothing says which goals are live",
    arrange: (current) => {
      for (const name of ["On track", "At risk", "Off track"])
        current.sandbox.notion.workspace.renameOption(
          source(current, "goals"),
          "Status",
          name,
          `${name} now`,
        );
    },
    code: 3,
    says: [
      "Table “Goals” (connection “team-notion”)",
      /column “Status” .*tables\.goals\.live/,
      "“At risk” (was it renamed to “At risk now”?)",
      "has: “On track now”, “At risk now”, “Off track now”, “Done”",
    ],
  },
  {
    name: "the deleted option of a kind",
    arrange: (current) =>
      current.sandbox.notion.workspace.deleteOption(source(current, "log"), "Type", "Action hypothesis"),
    code: 3,
    says: [
      "Learning log",
      /column “Type” .*tables\.learning\[\d\]\.kind\.hypothesis/,
      "“Action hypothesis”",
      "has: “Framing question”, “Insight”, “Opportunity”",
    ],
  },
  {
    name: "an id of nothing",
    config: (text) => text.replace(/parent: \S+/, "parent: 00000000-0000-4000-8000-000000000000"),
    code: 3,
    says: ["00000000-0000-4000-8000-000000000000"],
  },
  {
    name: "a connection that may only read",
    arrange: (current) =>
      current.sandbox.notion.workspace.setCapabilities("ntn_sandbox", {
        insertContent: false,
        updateContent: false,
      }),
    code: 3,
    says: [/insert content/i],
  },
  {
    name: "a config with several mistakes",
    config: (text) =>
      text.replace("timezone: America/New_York", "timezone: America/Columbus").replace("report:", "reprot:"),
    code: 2,
    says: [/sothat\.yaml:\d+:\d+ {2}timezone/, /sothat\.yaml:\d+:\d+ .*report/, "did you mean"],
  },
  {
    name: "a token that is not set",
    env: { NOTION_TOKEN: "" },
    code: 2,
    says: ["NOTION_TOKEN", "team-notion"],
  },
];

describe("sothat report, refused", () => {
  it.each(refusals)("says what to do about $name, and leaves the workspace untouched", async (refusal) => {
    team = await startTeam(refusal.config === undefined ? {} : { config: refusal.config });
    refusal.arrange?.(team);
    const before = stateOf(team);

    const ran = await team.run(["report"], refusal.env === undefined ? {} : { env: refusal.env });

    for (const part of refusal.says)
      expect(ran.stderr.toLowerCase()).toMatch(
        part instanceof RegExp ? new RegExp(part, "i") : part.toLowerCase(),
      );
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(refusal.code);
    expect(stateOf(team)).toBe(before);
  });

  it("says in check which options of the config are gone, and reads on", async () => {
    team = await startTeam();
    const { workspace } = team.sandbox.notion;
    workspace.renameOption(source(team, "goals"), "Status", "Off track", "Off track now");
    workspace.deleteOption(source(team, "log"), "Outcome", "Partly held");

    const ran = await team.run(["check"]);

    expect(ran.stdout).toMatch(
      /Goals, Status: tables\.goals\.live in the config .*“Off track” \(was it renamed to “Off track now”\?\)\. It has: “On track”, “At risk”, “Off track now”, “Done”/,
    );
    expect(ran.stdout).toMatch(
      /Learning log, Outcome: tables\.learning\[\d\]\.outcomes\.partly in the config .*“Partly held”/,
    );
    expect(ran.code).toBe(1);
  });

  it("never shows the token, however the run ends", async () => {
    team = await startTeam();
    team.sandbox.notion.faults.add({
      match: { path: /query/ },
      fault: {
        kind: "answer",
        status: 401,
        body: { object: "error", status: 401, code: "unauthorized", message: "ntn_sandbox is bad" },
      },
    });

    const ran = await team.run(["report", "--verbose"]);

    expect(ran.code).toBe(3);
    expect(ran.stderr + ran.stdout).not.toContain("ntn_sandbox");
  });

  it("ends with 4 and a time when the service stays away longer than its patience", async () => {
    team = await startTeam({
      config: (text) =>
        text.replace("tokenEnv: NOTION_TOKEN", "tokenEnv: NOTION_TOKEN\n    patienceMinutes: 0"),
    });
    team.sandbox.notion.faults.add({
      match: { times: Number.POSITIVE_INFINITY },
      fault: {
        kind: "answer",
        status: 429,
        headers: { "retry-after": "420" },
        body: { object: "error", status: 429, code: "rate_limited", message: "Slow down." },
      },
    });

    const ran = await team.run(["report"]);

    expect(ran.code).toBe(4);
    expect(ran.stderr).toMatch(/another 7 minutes[\s\S]*Try again in 7 minutes or later/);
  });
});
