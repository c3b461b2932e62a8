import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { beforeEach, describe, expect, it } from "vitest";

import { fileNameOf } from "../../../src/adapters/files/report/file-name.ts";
import { readMarker, withMarker } from "../../../src/adapters/files/report/marker.ts";
import type { ReportDraft } from "../../../src/adapters/types.ts";
import { ServiceRefusedError } from "../../../src/errors.ts";
import { noCache } from "../../../src/lib/cache.ts";
import { publishReport, type Publication } from "../../../src/publish/apply.ts";
import { fakeClock } from "../../lib/fake-clock.ts";
import { aDraft, errorOf } from "../contract.ts";
import { tempFolder } from "../../temp-folder.ts";
import { contents, filesAdapter } from "./folder.ts";

const title = "Planning meeting, week 47";
const week = (text: string, more: Partial<ReportDraft> = {}): ReportDraft =>
  aDraft(text, { html: `<p>${text}</p>`, ...more });

describe("adapters/files: keeping reports", () => {
  let folder = "";
  const reports = (name = ""): string => join(folder, "reports", name);
  const publish = async (draft: ReportDraft, dryRun = false): Promise<Publication> => {
    const place = await filesAdapter(folder).openPlace({ target: "reports", fields: {} });
    const signal = new AbortController().signal;
    return await publishReport(place, draft, {
      dryRun,
      clock: fakeClock(),
      signal,
      cache: noCache,
      connection: "exports",
    });
  };
  beforeEach(async () => {
    folder = await tempFolder();
    await writeFile(join(folder, "Goals.csv"), "Name\nA\n");
  });

  it("writes Markdown and HTML, then nothing while nothing changes, then what changed", async () => {
    const first = await publish(week("8.5"));
    const again = await publish(week("8.5"));
    const changed = await publish(week("9"));

    expect([first, again, changed].map(({ action, writes }) => [action, writes > 0])).toEqual([
      ["created", true],
      ["unchanged", false],
      ["updated", true],
    ]);
    const files = await contents(folder);
    expect(Object.keys(files)).toEqual(["Goals.csv", `reports/${title}.html`, `reports/${title}.md`]);
    expect(files[`reports/${title}.md`]).toMatch(
      /^9\n\n<!-- sothat: key=team%2Fplanning-meeting%2F2026-W47 id=\w+ sha256=\w+ -->\n$/,
    );
    expect(fileURLToPath(changed.url ?? "")).toBe(reports(`${title}.html`));
    expect(files["Goals.csv"]).toBe("Name\nA\n");
  });

  it("writes nothing on a dry run, not even a folder", async () => {
    const planned = await publish(week("8.5"), true);

    expect(planned.action).toBe("planned-create");
    expect(Object.keys(await contents(folder))).toEqual(["Goals.csv"]);
    expect(planned.plan).toEqual([`+ new report “${title}”`]);
  });

  it("leaves a file alone that a person changed, and while there is no news, writes no other", async () => {
    await publish(week("8.5"));
    const edited = `Amara: start here.\n${await readFile(reports(`${title}.md`), "utf8")}`;
    await writeFile(reports(`${title}.md`), edited);

    const again = await publish(week("8.5"));

    expect([again.action, again.writes, again.kept]).toEqual(["unchanged", 0, 1]);
    expect((await contents(folder))[`reports/${title}.md`]).toBe(edited);
  });

  it("puts news into a new file beside one that a person changed, and tells of both", async () => {
    await publish(week("8.5"));
    const edited = (await readFile(reports(`${title}.md`), "utf8")).replace("8.5", "8.5 (really?)");
    await writeFile(reports(`${title}.md`), edited);

    const news = await publish(week("9"));
    const again = await publish(week("9"));

    const files = await contents(folder);
    expect(files[`reports/${title}.md`]).toBe(edited);
    expect(files[`reports/${title}.html`]).toContain("8.5");
    expect(files[`reports/${title} (2).md`]).toMatch(/^9\n/);
    expect(news.action).toBe("created");
    expect(news.notes.join()).toMatch(
      /second report with the same key .*somebody has written in it, so it stays/,
    );
    expect([again.action, again.writes, again.notes]).toEqual(["unchanged", 0, news.notes]);
  });

  it("knows an edit of the HTML, and one below its own last line", async () => {
    await publish(week("8.5"));
    const html = await readFile(reports(`${title}.html`), "utf8");
    await writeFile(reports(`${title}.html`), `${html}<p>note</p>\n`);

    const news = await publish(week("9"));

    expect(news.action).toBe("created");
    expect(await readFile(reports(`${title}.html`), "utf8")).toBe(`${html}<p>note</p>\n`);
  });

  it("does not take other line ends for an edit", async () => {
    await publish(week("one\n\ntwo"));
    const text = await readFile(reports(`${title}.md`), "utf8");
    await writeFile(reports(`${title}.md`), text.replaceAll("\n", "\r\n"));

    const again = await publish(week("one\n\ntwo"));

    expect([again.action, again.kept]).toEqual(["unchanged", 0]);
  });

  it("follows a renamed file, and knows both when a new one takes its old name", async () => {
    await publish(week("8.5"));
    await rename(reports(`${title}.md`), reports("Monday.md"));

    await publish(week("9"));

    const files = await contents(folder);
    expect(files["reports/Monday.md"]).toMatch(/^9\n/);
    expect(files[`reports/${title}.html`]).toContain("<p>9</p>");
    expect(Object.keys(files)).toHaveLength(3);
  });

  it("never writes over a file of somebody else's", async () => {
    await mkdir(reports());
    await writeFile(reports(`${title}.md`), "Mine");
    await writeFile(reports(`${title} (2).html`), "Mine too");

    await publish(week("8.5"));

    const files = await contents(folder);
    expect([files[`reports/${title}.md`], files[`reports/${title} (2).html`]]).toEqual(["Mine", "Mine too"]);
    expect(files[`reports/${title} (3).md`]).toMatch(/^8\.5\n/);
  });

  it("finishes what a killed run began: HTML without its Markdown", async () => {
    await publish(week("8.5"));
    await rm(reports(`${title}.md`));

    await publish(week("9"));

    const files = await contents(folder);
    expect(Object.keys(files)).toHaveLength(3);
    expect(files[`reports/${title}.html`]).toContain("<p>9</p>");
  });

  it("takes HTML away that is no longer wanted", async () => {
    await publish(week("8.5"));

    const without = await publish(week("8.5", { html: null }));

    expect(without.action).toBe("updated");
    expect(Object.keys(await contents(folder))).toEqual(["Goals.csv", `reports/${title}.md`]);
  });

  it("keeps one report when two runs make it at once", async () => {
    await Promise.all([publish(week("8.5")), publish(week("8.5"))]);
    await publish(week("8.5"));

    const markdown = Object.keys(await contents(folder)).filter((name) => name.endsWith(".md"));
    expect(markdown).toHaveLength(1);
  });

  it("refuses a place that is a file", async () => {
    const adapter = filesAdapter(folder);

    const error = await errorOf(adapter.openPlace({ target: "Goals.csv", fields: {} }));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain("Goals.csv (connection “exports”) is not a folder");
  });

  it("is not taken in by a marker in the report's own text", async () => {
    const forged = `<!-- sothat: key=other id=aa sha256=${"0".repeat(64)} -->`;

    const read = readMarker(withMarker(`8.5\n\n${forged}\n\nmore`, { key: "a -->\n b", id: "bb" }));

    expect(read).toMatchObject({ key: "a -->\n b", id: "bb", edited: false });
  });

  it.each([
    ["Week 47: goals / bets?", "Week 47- goals - bets"],
    ["  ..hidden. ", "hidden"],
    ["con", "con report"],
    ["***", "the key"],
    ["a".repeat(300), "a".repeat(200)],
    ["../../etc/passwd", "etc-passwd"],
  ])("makes a file name of %j", (name, wanted) => {
    expect(fileNameOf(name, "the key")).toBe(wanted);
  });
});
