import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { appendSummary, fitSummary } from "../../src/reporters/step-summary.ts";
import { phrasesIn } from "../render/phrases-in.ts";

const { phrase: say } = phrasesIn("en-US");

const bytes = (text: string): number => Buffer.byteLength(text);
const section = (name: string, size: number): string => `## ${name}\n\n${"é".repeat(size / 2)}\n\n`;

describe("reporters/step-summary", () => {
  it("leaves what fits as it is", () => {
    const text = `# Title\n\n${section("A", 100)}`;

    expect(fitSummary(text, 1000, say)).toBe(`${text.trimEnd()}\n`);
  });

  it("cuts before a section, and says so", () => {
    const text = `# Title\n\n${section("A", 400)}${section("B", 400)}${section("C", 400)}`;

    const fitted = fitSummary(text, 1200, say);

    expect(fitted).toContain("## B");
    expect(fitted).not.toContain("## C");
    expect(fitted.trimEnd().split("\n").at(-1)).toMatch(/^\*\*The rest is left out here:/);
  });

  it("cuts a long first section before a fold, which would swallow the notice", () => {
    const text = `# Title\n\nFirst.\n\n<details><summary>More</summary>\n\n${"word\n\n".repeat(500)}</details>\n`;

    const fitted = fitSummary(text, 900, say);

    expect(fitted).toMatch(/^# Title\n\nFirst\.\n\n\*\*The rest/);
    expect(fitted).not.toContain("<details>");
  });

  it("says nothing where there is no room even for the notice", () => {
    expect(fitSummary("x".repeat(100), 50, say)).toBe("");
  });

  const paragraphs = fc
    .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("## Part", "<details>", "</details>")))
    .map((parts) => parts.join("\n\n"));

  test.prop([paragraphs, fc.nat(600)])("never takes more room than there is", (markdown, room) => {
    expect(bytes(fitSummary(markdown, room, say))).toBeLessThanOrEqual(room);
  });

  it("adds to the run's page, and counts what is there already", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "sothat-summary-")), "summary.md");
    const env = { GITHUB_STEP_SUMMARY: file };
    const long = `# Long\n\n${section("A", 1000)}${section("B", 600_000)}`;

    await appendSummary(env, "# Short", say);
    await appendSummary(env, long, say);
    await appendSummary(env, long, say);

    const page = await readFile(file, "utf8");
    expect(page.match(/^# Short$/gm)).toHaveLength(1);
    expect(page.match(/^## A$/gm)).toHaveLength(2);
    expect(page.match(/^## B$/gm)).toHaveLength(1);
    expect((await stat(file)).size).toBeLessThanOrEqual(1024 * 1024);
  });

  it("says what kept it from a page that cannot be written, and goes on", async () => {
    const problem = await appendSummary({ GITHUB_STEP_SUMMARY: "/nowhere/at/all.md" }, "# Report", say);

    expect(problem).toMatch(
      /^The run's page could not be written \(GITHUB_STEP_SUMMARY\): ENOENT.* is done\.$/,
    );
  });

  it("does nothing where there is no run's page", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "sothat-summary-")), "summary.md");
    await writeFile(file, "");

    await appendSummary({}, "# Report", say);
    await appendSummary({ GITHUB_STEP_SUMMARY: "" }, "# Report", say);

    expect(await readFile(file, "utf8")).toBe("");
  });
});
