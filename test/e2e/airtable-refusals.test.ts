import { afterEach, describe, expect, it } from "vitest";

import { monthSpent, pageInsteadOfJson, rateLimited } from "../../src/sandbox/airtable/faults.ts";
import type { Fault } from "../../src/sandbox/server/fault-plan.ts";
import { startTeam, type Team } from "./team.ts";

let team: Team;
afterEach(() => team.close());

const impatient = (text: string): string =>
  text.replace(
    "tokenEnv: AIRTABLE_TOKEN",
    "tokenEnv: AIRTABLE_TOKEN\n    patienceMinutes: 0\n    timeoutSeconds: 0.5",
  );

const always = ({ sandbox }: Team, fault: Fault): void =>
  sandbox.airtable.faults.add({ match: { times: Number.POSITIVE_INFINITY }, fault });

/** A token of the job's user, but with less than it needs. */
function weakToken(
  { sandbox: { airtable, seededAirtable } }: Team,
  less: { scopes?: []; bases?: [] },
): string {
  const { workspace } = airtable;
  const token = workspace.db.tokens.get(seededAirtable.token);
  return workspace.issueToken({ userId: token?.userId ?? "", bases: [seededAirtable.baseId], ...less });
}

interface Refusal {
  readonly name: string;
  readonly config?: (text: string) => string;
  readonly env?: (team: Team) => Readonly<Record<string, string>>;
  readonly arrange?: (team: Team) => void;
  readonly code: number;
  readonly says: readonly RegExp[];
}

const refusals: readonly Refusal[] = [
  {
    name: "a wrong token",
    env: () => ({ AIRTABLE_TOKEN: `patWRONGWRONG0000.${"0".repeat(64)}` }),
    code: 3,
    says: [
      /the token in AIRTABLE_TOKEN was refused \(connection “program-base”\)/,
      /airtable\.com\/create\/tokens/,
    ],
  },
  {
    name: "a missing scope",
    env: (current) => ({ AIRTABLE_TOKEN: weakToken(current, { scopes: [] }) }),
    code: 3,
    says: [/schema\.bases:read/],
  },
  {
    name: "a base that was not granted",
    env: (current) => ({ AIRTABLE_TOKEN: weakToken(current, { bases: [] }) }),
    code: 3,
    says: [/base/i, /app\w{14}/],
  },
  {
    name: "a column that was renamed",
    arrange: ({ sandbox }) =>
      sandbox.airtable.workspace.renameField(
        sandbox.seededAirtable.tables["goals"]!,
        "Target",
        "Target value",
      ),
    code: 3,
    says: [/“?Target”?/, /Goals/, /Target value/],
  },
  {
    name: "options that were all renamed, so that nothing says which goals are live",
    arrange: ({ sandbox: { airtable, seededAirtable } }) => {
      for (const name of ["On track", "At risk", "Off track"])
        airtable.workspace.renameOption(seededAirtable.tables["goals"]!, "Status", name, `${name} now`);
    },
    code: 3,
    says: [
      /Table “Goals” \(connection “program-base”\)/,
      /column “Status” .*tables\.goals\.live/,
      /“At risk” \(was it renamed to “At risk now”\?\)/,
      /has: “On track now”, “At risk now”, “Off track now”, “Done”/,
    ],
  },
  {
    name: "the deleted option of a kind",
    arrange: ({ sandbox: { airtable, seededAirtable } }) =>
      airtable.workspace.deleteOption(seededAirtable.tables["log"]!, "Type", "Action hypothesis"),
    code: 3,
    says: [
      /Learning log/,
      /column “Type” .*tables\.learning\[\d\]\.kind\.hypothesis/,
      /“Action hypothesis”/,
      /has: “Framing question”, “Insight”, “Opportunity”/,
    ],
  },
  {
    name: "a computed column mapped for writing",
    config: (text) => text.replace("body: Report", "body: Number"),
    arrange: ({ sandbox }) =>
      void sandbox.airtable.workspace.addField(sandbox.seededAirtable.reports!.tableId, {
        name: "Number",
        type: "autoNumber",
      }),
    code: 3,
    says: [
      /“Number” \(for the report's body\) is computed by Airtable \(autoNumber\)/,
      /The table has: “Name”/,
    ],
  },
  {
    name: "a spent monthly quota",
    arrange: (current) => always(current, monthSpent),
    code: 4,
    says: [/has used up its API calls for this month/, /Waiting a few minutes will not help/],
  },
  {
    name: "a lock-out longer than its patience",
    config: impatient,
    arrange: (current) => always(current, rateLimited),
    code: 4,
    says: [
      /refuses every request for 30 s \(429\)\. It would take another 3\d seconds/,
      /Try again in 3\d seconds or later, or raise patienceMinutes/,
    ],
  },
  {
    name: "an answer that never ends",
    config: impatient,
    arrange: (current) => always(current, { kind: "stalled-body" }),
    code: 4,
    says: [/Airtable did not answer: no full answer within/, /raise patienceMinutes/],
  },
  {
    name: "a page instead of an answer",
    config: impatient,
    arrange: (current) => always(current, pageInsteadOfJson),
    code: 4,
    says: [/Airtable's answer was garbled/, /raise patienceMinutes/],
  },
];

/** Every record of every table, as the product shows it. */
const stateOf = ({ sandbox: { airtable, seededAirtable } }: Team): string =>
  JSON.stringify(Object.values(seededAirtable.tables).map((tableId) => airtable.workspace.records(tableId)));

describe("sothat report on Airtable, refused", () => {
  it.each(refusals)("says what to do about $name, and leaves the base untouched", async (refusal) => {
    team = await startTeam({
      provider: "airtable",
      ...(refusal.config === undefined ? {} : { config: refusal.config }),
    });
    refusal.arrange?.(team);
    const before = stateOf(team);

    const ran = await team.run(["report"], refusal.env === undefined ? {} : { env: refusal.env(team) });

    for (const part of refusal.says) expect(ran.stderr).toMatch(part);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(refusal.code);
    expect(before.length).toBeGreaterThan(1000);
    expect(stateOf(team)).toBe(before);
  });

  it("says which options of the config are gone, in check and report, and makes the report", async () => {
    team = await startTeam({ provider: "airtable" });
    const { workspace } = team.sandbox.airtable;
    workspace.renameOption(team.sandbox.seededAirtable.tables["goals"]!, "Status", "At risk", "At risk!?!");
    workspace.renameOption(
      team.sandbox.seededAirtable.tables["goals"]!,
      "Status",
      "Off track",
      "Off track now",
    );
    workspace.deleteOption(team.sandbox.seededAirtable.tables["log"]!, "Outcome", "Partly held");

    const checked = await team.run(["check"]);
    const reported = await team.run(["report", "--format", "md", "--dry-run"]);

    const says = [
      /Goals, Status: tables\.goals\.live in the config .*“Off track” \(was it renamed to “Off track now”\?\)\. It has: “On track”, “At risk!\?!”, “Off track now”, “Done”/,
      /Learning log, Outcome: tables\.learning\[\d\]\.outcomes\.partly in the config .*“Partly held”/,
    ];
    for (const part of says) expect(checked.stdout).toMatch(part);
    expect(checked.code).toBe(1);
    expect(reported.stdout).toContain("This report could not see everything");
    expect(reported.stdout).toContain("tables.goals.live");
    expect(reported.code).toBe(0);
  });

  it("reads on when an option that the config does not name was deleted, and the report is made", async () => {
    team = await startTeam({ provider: "airtable" });
    const { workspace } = team.sandbox.airtable;
    workspace.deleteOption(team.sandbox.seededAirtable.tables["goals"]!, "Priority", "High");

    const ran = await team.run(["report"]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("created (1 write)");
  });
});
