import { readFile, rm } from "node:fs/promises";

import { afterEach, describe, expect, it } from "vitest";

import type { Node } from "../../src/sandbox/notion/records.ts";
import { titleOf } from "../../src/sandbox/notion/titles.ts";
import { startTeam, type Team } from "./team.ts";

let team: Team;
afterEach(() => team.close());

const reportsOf = ({ sandbox }: Team): readonly Node[] =>
  sandbox.notion.workspace.children(sandbox.seeded.pages["planning"]!).filter(({ kind }) => kind === "page");

/** What is shown on a page, block by block, without ids. */
function shown(current: Team, id: string): readonly unknown[] {
  return current.sandbox.notion.workspace
    .children(id)
    .map((node) =>
      node.kind === "block" ? [node.type, node.content, shown(current, node.id)] : titleOf(node),
    );
}

const bodyReads = (current: Team) => current.sandbox.notion.log.matching(/^GET .*\/(markdown|children)$/);

describe("sothat report", () => {
  it("writes the report once, and nothing when nothing changed", async () => {
    team = await startTeam();

    const first = await team.run(["report"]);
    team.sandbox.notion.log.clear();
    const second = await team.run(["report"]);

    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain("created (1 write)");
    expect(first.stdout.trimEnd().split("\n").at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/p\//);
    expect(second).toMatchObject({ code: 0 });
    expect(second.stdout).toContain("unchanged");
    expect(team.sandbox.notion.log.writes()).toEqual([]);
    expect(reportsOf(team)).toHaveLength(1);
  });

  it("reads no page text again when nothing changed", async () => {
    team = await startTeam();
    await team.run(["report"]);
    team.sandbox.notion.log.clear();

    await team.run(["report"]);

    expect(team.sandbox.notion.log.matching(/^GET .*\/markdown$/)).toEqual([]);
  });

  it("comes out the same without anything kept between runs", async () => {
    team = await startTeam();
    await team.run(["report"]);
    const page = reportsOf(team)[0]!.id;
    const before = shown(team, page);
    await rm(`${team.folder}/.sothat`, { recursive: true });
    team.sandbox.notion.log.clear();

    const again = await team.run(["report"]);

    expect(again.stdout).toContain("unchanged");
    expect(bodyReads(team).length).toBeGreaterThan(0);
    expect(team.sandbox.notion.log.writes()).toEqual([]);
    expect(shown(team, page)).toEqual(before);
  });

  it("updates the one line that shows a changed number, and leaves people's words alone", async () => {
    team = await startTeam();
    await team.run(["report"]);
    const { workspace } = team.sandbox.notion;
    const { people, rows } = team.sandbox.seeded;
    const page = reportsOf(team)[0]!.id;
    const [heading] = workspace
      .children(page)
      .filter((node) => node.kind === "block" && node.type === "heading_2");
    const [note] = workspace.appendBlocks(page, "Ours: start with the clinics.", {
      by: people["amara"]!,
      after: heading!.id,
    });
    workspace.setCell(rows["results"]!["res-missed-2026-10"]!, "Value", 16.9, { by: people["linh"]! });
    team.sandbox.notion.log.clear();

    const ran = await team.run(["report"]);

    expect(ran.stdout).toContain("updated (1 write)");
    expect(team.sandbox.notion.log.writes().map(({ method }) => method)).toEqual(["PATCH"]);
    const ids = workspace.children(page).map(({ id }) => id);
    expect(ids.indexOf(note!)).toBe(ids.indexOf(heading!.id) + 1);
  });

  it("shows the plan and writes nothing with --dry-run", async () => {
    team = await startTeam();

    const ran = await team.run(["report", "--dry-run"]);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("would be created");
    expect(team.sandbox.notion.log.writes()).toEqual([]);
    expect(reportsOf(team)).toEqual([]);
  });

  it("prints the model and what became of it with --json", async () => {
    team = await startTeam();

    const ran = await team.run(["report", "--json"]);

    const printed = JSON.parse(ran.stdout) as { goals: object[]; publications: object[] };
    expect(printed.goals[0]).toMatchObject({ live: true, pace: "on", latest: { date: "2026-10-31" } });
    expect(printed.publications).toEqual([
      expect.objectContaining({ connection: "team-notion", action: "created", writes: 1 }),
    ]);
  });

  it("writes a file as its ending says, and the run's page once, without reading again", async () => {
    team = await startTeam();
    const page = `${team.folder}/summary.md`;

    const html = await team.run(["report", "--out", "notes.html"], { env: { GITHUB_STEP_SUMMARY: page } });
    const summary = await team.run(["report", "--format", "summary"], { env: { GITHUB_STEP_SUMMARY: page } });

    const written = await readFile(`${team.folder}/notes.html`, "utf8");
    expect(html).toMatchObject({ code: 0 });
    expect(html.stdout.trimEnd().split("\n").at(-1)).toMatch(/^http:/);
    expect(written).toMatch(/^<!doctype html>/);
    expect(written).toContain("What moved");
    expect(summary).toMatchObject({ code: 0, stdout: "" });
    expect((await readFile(page, "utf8")).match(/^# First Birthday Coalition/gm)).toHaveLength(2);
  });

  it("asks the services nothing when the report would have no place to go", async () => {
    team = await startTeam();

    const noFolder = await team.run(["report", "--out", "missing/notes.md"]);
    const noPage = await team.run(["report", "--format", "summary"]);

    expect(noFolder).toMatchObject({ code: 2, stdout: "" });
    expect(noFolder.stderr).toContain("There is no folder");
    expect(noPage).toMatchObject({ code: 2, stdout: "" });
    expect(noPage.stderr).toContain("GITHUB_STEP_SUMMARY is not set");
    expect(team.sandbox.notion.log.matching(/./)).toEqual([]);
  });

  it("reads the same team in other column names as the same report", async () => {
    team = await startTeam();
    const plain = await team.run(["report", "--dry-run", "--format", "md"]);
    await team.close();
    team = await startTeam({ variant: "own-words" });

    const ownWords = await team.run(["report", "--dry-run", "--format", "md"]);

    expect(withoutNames(ownWords.stdout)).toBe(withoutNames(plain.stdout));
  });

  it("keeps one living page when asked to", async () => {
    team = await startTeam({ config: (text) => text.replace("page: per-period", "page: living") });
    await team.run(["report", "--period", "2026-W46"]);

    const ran = await team.run(["report", "--period", "2026-W47"]);

    expect(ran.stdout).toContain("updated");
    expect(reportsOf(team).map(titleOf)).toEqual(["First Birthday Coalition: planning notes"]);
  });

  it("ends with the report whole when it was stopped half-way and run again", async () => {
    team = await startTeam();
    team.sandbox.notion.faults.add({
      match: { method: "POST", path: /\/v1\/pages$/ },
      fault: { kind: "slow-headers", milliseconds: 3000 },
    });
    const stopped = await team.run(["report"], {
      onStderr: (soFar, kill) => {
        if (soFar.includes("writing the report")) setTimeout(() => kill("SIGINT"), 300);
      },
    });

    const again = await team.run(["report"]);

    expect(stopped.code).toBe(130);
    expect(again.code).toBe(0);
    expect(reportsOf(team)).toHaveLength(1);
  });
});

/** Names and number of tables and links differ between the variants, and with them nothing else. */
function withoutNames(markdown: string): string {
  return markdown
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replace(/from \d+ tables/, "from the tables")
    .replaceAll(/is marked “[^”]*”/g, "is marked so")
    .split("### What this report could not see")[0]!;
}
