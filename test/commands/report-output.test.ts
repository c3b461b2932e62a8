import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { chooseOutput, reportAs, writeOut } from "../../src/commands/report-output.ts";
import { UsageError } from "../../src/errors.ts";
import type { ReportedWork } from "../../src/job.ts";
import { renderReport, toHtml } from "../../src/render/index.ts";
import { sampleReport } from "../report/sample.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sothat-out-"));
});

const ci = { GITHUB_STEP_SUMMARY: "/somewhere/summary.md" };
const plain = { json: false, format: null, out: null } as const;
const choose = (flags: object, env: Readonly<Record<string, string>> = {}) =>
  chooseOutput({ ...plain, ...flags }, { cwd: folder, env });

async function refusal(flags: object): Promise<string> {
  const error: unknown = await choose(flags).catch((caught: unknown) => caught);
  if (!(error instanceof UsageError)) throw new Error("it was accepted", { cause: error });
  return `${error.message}\n${error.hint}`;
}

describe("commands/report-output: chooseOutput", () => {
  it("shows the report for the terminal unless asked otherwise", async () => {
    expect(await choose({})).toEqual({ format: "term", file: null });
    expect(await choose({ format: "html" })).toEqual({ format: "html", file: null });
    expect(await choose({ json: true })).toEqual({ format: "json", file: null });
    expect(await choose({ json: true, format: "json" })).toEqual({ format: "json", file: null });
  });

  it.each([
    ["notes.md", "md"],
    ["notes.MARKDOWN", "md"],
    ["page.html", "html"],
    ["page.htm", "html"],
    ["model.json", "json"],
    ["screen.txt", "term"],
  ])("takes the format from the ending of %s", async (out, format) => {
    expect(await choose({ out })).toEqual({ format, file: join(folder, out) });
  });

  it("lets a format that is asked for win over the ending", async () => {
    expect(await choose({ out: "page.html", format: "md" })).toMatchObject({ format: "md" });
    expect(await choose({ out: "page.html", json: true })).toMatchObject({ format: "json" });
    expect(await choose({ out: "report", format: "summary" })).toMatchObject({ format: "summary" });
  });

  it("takes the run's page for a summary where there is one", async () => {
    expect(await choose({ format: "summary" }, ci)).toEqual({ format: "summary", file: null });
  });

  it("says what to do when there is no place for it", async () => {
    await mkdir(join(folder, "taken.md"));
    await writeFile(join(folder, "file"), "");

    expect(await refusal({ format: "summary" })).toContain(
      "GITHUB_STEP_SUMMARY is not set.\nGitHub Actions sets it.",
    );
    expect(await refusal({ out: "not/there.md" })).toContain(
      `There is no folder ${join(folder, "not")}.\nMake the`,
    );
    expect(await refusal({ out: "file/a.md" })).toContain(`${join(folder, "file")} is not a folder.`);
    expect(await refusal({ out: "taken.md" })).toContain("taken.md is a folder.");
    expect(await refusal({ out: "notes" })).toContain("no ending that says how to write it.");
    expect(await refusal({ out: "notes.docx" })).toContain(
      "“.docx” does not say how to write it.\nEnd it in .md,",
    );
    expect(await refusal({ json: true, format: "md" })).toContain(
      "--json and --format md do not go together.",
    );
  });
});

describe("commands/report-output: files that are there already", () => {
  it.each(["sothat.yaml", "Goals.csv", "mine.hbs", ".env"])("leaves %s alone", async (name) => {
    await writeFile(join(folder, name), "theirs");

    expect(await refusal({ out: name, format: "md" })).toContain(
      `${name} is there already, and by its ending it is no report.\nOnly files that end in .md,`,
    );
  });

  it.each(["notes.md", "page.HTML", "summary"])("replaces %s", async (name) => {
    await writeFile(join(folder, name), "old");

    expect(await choose({ out: name, format: "md" })).toMatchObject({ file: join(folder, name) });
  });
});

describe("commands/report-output: writeOut", () => {
  it("takes the place of an older file, and leaves nothing else behind", async () => {
    const file = join(folder, "notes.md");
    await writeFile(file, "old");

    await writeOut(file, "new");

    expect(await readFile(file, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["notes.md"]);
  });

  it("writes into a device rather than taking its place", async () => {
    const device = join(folder, "nowhere");
    await symlink("/dev/null", device);

    await writeOut(device, "gone");

    expect(await readFile(device, "utf8")).toBe("");
    expect((await readdir(folder, { withFileTypes: true }))[0]?.isSymbolicLink()).toBe(true);
  });

  it("says so when the file cannot be written after all", async () => {
    await expect(writeOut(join(folder, "gone", "notes.md"), "new")).rejects.toThrow(
      "The report could not be written to",
    );
  });
});

describe("commands/report-output: reportAs", () => {
  const model = sampleReport();
  const rendered = renderReport(model, { template: "planning-meeting" });
  const publication = {
    connection: "team-notion",
    place: "Planning (team-notion)",
    id: "p1",
    url: "https://example.test/p1",
    action: "created",
    writes: 1,
    kept: 0,
    plan: [],
    notes: [],
  } as const;
  const work = {
    model,
    rendered,
    html: toHtml(rendered.document, { title: rendered.title, language: rendered.phrases.language }),
    publications: [publication],
    failures: [],
  } as unknown as ReportedWork;
  const screen = { color: false, env: {}, columns: { stdout: null } };

  it("ends every format in exactly one line break", () => {
    for (const format of ["term", "md", "html", "json", "summary"] as const) {
      expect(reportAs(format, work, screen)).toMatch(/[^\n]\n$/);
    }
  });

  it("gives each format its own shape of the same report", () => {
    expect(reportAs("term", work, screen).split("\n")[0]).toBe(rendered.title);
    expect(reportAs("term", work, screen).trimEnd().split("\n").at(-1)).toBe("https://example.test/p1");
    expect(reportAs("md", work, screen)).toBe(rendered.markdown);
    expect(reportAs("html", work, screen)).toMatch(/^<!doctype html>/);
    expect(JSON.parse(reportAs("json", work, screen))).toMatchObject({
      version: 1,
      name: "Healthy Start team",
      publications: [{ connection: "team-notion", action: "created", writes: 1 }],
    });
    expect(reportAs("summary", work, screen)).toBe(
      `${rendered.markdown.trimEnd()}\n\n- Planning (team-notion): created, <https://example.test/p1>\n`,
    );
  });
});
