import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, describe, expect, it } from "vitest";

import { startTeam, type Team } from "./team.ts";

let team: Team;
afterEach(() => team.close());

describe("sothat report, to more than one place", () => {
  it("writes the other place although one fails, says so, and ends with the failure's code", async () => {
    team = await startTeam({ provider: "mixed" });
    team.sandbox.notion.workspace.setCapabilities("ntn_sandbox", {
      insertContent: false,
      updateContent: false,
    });

    const ran = await team.run(["report"]);

    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/Planning meetings.*not written/);
    expect(ran.stdout).toContain("table “Reports”: created (1 write)");
  });

  it.each([
    [
      "a Notion page that is not there",
      (text: string) => text.replace(/(to:[\s\S]*?parent: )\S+/, "$100000000-0000-4000-8000-000000000000"),
      /00000000-0000-4000-8000-000000000000.*not written/,
      "table “Reports”: created (1 write)",
    ],
    [
      "an Airtable table that is not there",
      (text: string) => text.replace(/(to:[\s\S]*?table: )\S+/, "$1Reportz"),
      /Reportz.*not written/,
      "page “Planning meetings”: created (1 write)",
    ],
  ])("writes the other place although one is %s", async (_, config, says, written) => {
    team = await startTeam({ provider: "mixed", config });

    const ran = await team.run(["report"]);

    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(says);
    expect(ran.stdout).toContain(written);
  });

  it("writes nothing to either place when nothing changed", async () => {
    team = await startTeam({ provider: "mixed" });
    await team.run(["report"]);
    for (const { log } of [team.sandbox.notion, team.sandbox.airtable]) log.clear();

    const ran = await team.run(["report"]);

    expect(ran.code).toBe(0);
    expect(team.sandbox.notion.log.writes()).toEqual([]);
    expect(team.sandbox.airtable.log.writes()).toEqual([]);
  });

  it("writes Markdown and HTML beside exported files, and leaves the exports alone", async () => {
    team = await startTeam({ provider: "files" });
    const exports = join(team.folder, "exports");
    const contents = async (): Promise<readonly string[]> => {
      const names = (await readdir(exports, { recursive: true })).filter((name) => name.endsWith(".csv"));
      return Promise.all(names.toSorted().map((name) => readFile(join(exports, name), "utf8")));
    };
    const before = await contents();

    const ran = await team.run(["report"]);
    const again = await team.run(["report"]);

    const made = (await readdir(join(team.folder, "reports"))).toSorted();
    expect(ran.code).toBe(0);
    expect(again.stdout).toContain("unchanged");
    expect(made.map((name) => name.split(".").at(-1))).toEqual(["html", "md"]);
    expect(await readFile(join(team.folder, "reports", made[1]!), "utf8")).toContain("## What moved");
    expect(await contents()).toEqual(before);
  });
});
