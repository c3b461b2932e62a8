import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { InterruptedError, ServiceRefusedError } from "../../../src/errors.ts";
import { collect, errorOf } from "../contract.ts";
import { tempFolder } from "../../temp-folder.ts";
import { filesAdapter, rowsOf } from "./folder.ts";

const [hexA, hexB, hexC] = ["1a", "2b", "3c"].map((pair) => pair.repeat(16)) as [string, string, string];
const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
const request = (
  table: string,
  columns: Readonly<Record<string, string>> = { title: "Name" },
  body = false,
) => ({
  table,
  columns,
  body,
});

describe("adapters/files: reading", () => {
  let folder = "";
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  beforeEach(async () => {
    folder = await tempFolder();
  });

  it.each([
    ["Goals", ["Goals.csv", `Goals ${hexA}.csv`], "Goals.csv"],
    ["goals.CSV", ["Goals.csv"], "Goals.csv"],
    ["Goals", [`Goals ${hexA}.csv`, `Goals ${hexA}_all.csv`], `Goals ${hexA}_all.csv`],
    ["Goals", [`Private/Deep/Goals ${hexA}.csv`], `Private/Deep/Goals ${hexA}.csv`],
    ["b/Goals", ["a/Goals.csv", "b/Goals.csv"], "b/Goals.csv"],
    [hexB, [`Goals ${hexA}.csv`, `Goals ${hexB}.csv`], `Goals ${hexB}.csv`],
    ["Goals", ["Goals-Grid view.csv", "Goals and bets.csv"], "Goals-Grid view.csv"],
    ["Goals", ["Goals-Only live ones.csv"], "Goals-Only live ones.csv"],
    ["Goals", ["Goals.tsv"], "Goals.tsv"],
  ])("finds %s among %j", async (wanted, names, found) => {
    await write(Object.fromEntries(names.map((name) => [name, "Name\nA\n"])));

    const table = await filesAdapter(folder).openTable(request(wanted));

    expect(table.id).toBe(found);
  });

  it("asks which one is meant when several fit", async () => {
    await write({ [`Goals ${hexA}.csv`]: "Name\n", [`Goals ${hexB}.csv`]: "Name\n" });

    const error = await errorOf(filesAdapter(folder).openTable(request("Goals")));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error).toMatchObject({ details: [`“Goals ${hexA}.csv”`, `“Goals ${hexB}.csv”`] });
  });

  it("names the folder, what is in it, and what was probably meant", async () => {
    await write({ [`Learning log ${hexA}.csv`]: "Name\n" });

    const error = await errorOf(filesAdapter(folder).openTable(request("Lerning log")));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain(
      `no table “Lerning log” in ${folder} (connection “exports”). Did you mean "Learning log"?`,
    );
    expect((error as ServiceRefusedError).hint).toContain(`“Learning log ${hexA}.csv”`);
  });

  it("says when the folder is not there", async () => {
    const error = await errorOf(filesAdapter(join(folder, "exprots")).openTable(request("Goals")));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain(`there is no ${join(folder, "exprots")} (connection “exports”)`);
  });

  it("names every missing and every doubled column at once", async () => {
    await write({ "Goals.csv": "Name,Due date,Owner,Owner\n" });

    const error = await errorOf(
      filesAdapter(folder).openTable(
        request("Goals", { title: "Name", due: "Due", owner: "Owner", team: "Crew" }),
      ),
    );

    expect(error).toMatchObject({
      details: [
        "“Due” (field due): was it renamed to “Due date”?",
        "“Owner” (field owner): 2 columns are called that.",
        "“Crew” (field team): no column is called that.",
      ],
    });
  });

  it("gives rows the same ids whatever their order, and different ones to rows of one title", async () => {
    const lines = ["A,1", "B,2", "B,3", ",4", ",4"];
    await write({
      "Goals.csv": ["Name,N", ...lines].join("\n"),
      "again/Goals.csv": ["Name,N", ...lines.toReversed()].join("\n"),
    });
    await mkdir(join(folder, "sub"));

    const first = await rowsOf(filesAdapter(folder), request("Goals", { title: "Name" }));
    const second = await rowsOf(filesAdapter(join(folder, "again")), request("Goals", { title: "Name" }));

    const ids = (rows: typeof first): readonly string[] => rows.map(({ id }) => id).sort();
    expect(ids(second)).toEqual(ids(first));
    expect(new Set(ids(first)).size).toBe(5);
    expect(first[0]?.url).toBeNull();
  });

  it("takes ids and bodies from the pages beside a Notion export, by title and then by cells", async () => {
    const csv = `\ufeffName,Goal,Note\nPlan/B,G,\nSame,G (https://www.notion.so/G-${hexC}),"two\n\nlines"\nSame,,other\nNone,,\n`;
    const pages = `Log ${hexA}`;
    await write({
      [`${pages}_all.csv`]: csv,
      [`${pages}.csv`]: csv,
      [`${pages}/Plan B ${hexB}.md`]:
        "# Plan/B\n\nGoal: G\n\n## What happened\n\nWe called.\n\n<aside>\n💡 Note: it rained\n\n</aside>\n",
      [`${pages}/Same ${hexC}.md`]: "# Same\n\nNote: other\n",
      [`${pages}/Same ${"4d".repeat(16)}.md`]: `# Same\n\nGoal: G (../Goals/G%20${hexC}.md)\nNote: two\n\nlines\n\nGoal: is body text\n`,
    });
    const adapter = filesAdapter(folder);

    const table = await adapter.openTable(request("Log", { title: "Name" }, true));

    const rows = await collect(table);
    expect(rows.slice(0, 3).map(({ id }) => id)).toEqual([hexB, "4d".repeat(16), hexC].map(dashed));
    expect(rows.map(({ url }) => url).slice(2)).toEqual([`https://www.notion.so/${hexC}`, null]);
    const bodies = await Promise.all(rows.map(async (row) => await table.body(row)));
    const kinds = bodies.map((body) => body?.document.children.map(({ type }) => type) ?? null);
    expect(kinds).toEqual([["heading", "paragraph", "paragraph"], ["paragraph"], null, null]);
    expect(adapter.requests()).toEqual({ reads: 4, writes: 0, bodies: 3 });
  });

  it("takes a column of notes for the body where there are no pages, unless it is mapped", async () => {
    await write({ "Reviews.csv": 'Name,Notes\nA,"## What happened\n\nWe called."\nB,\n' });

    const table = await filesAdapter(folder).openTable(request("Reviews", { title: "Name" }, true));
    const mapped = await filesAdapter(folder).openTable(
      request("Reviews", { title: "Name", text: "Notes" }, true),
    );

    const [a, b] = await collect(table);
    expect((await table.body(a!))?.document.children).toHaveLength(2);
    expect(await table.body(b!)).toBeNull();
    expect(await mapped.body(a!)).toBeNull();
  });

  it("takes a row that only says No for an empty one", async () => {
    await write({ "Bets.csv": 'Name,Standing,Created time\nA,Yes,\n,No,"November 2, 2026 9:00 AM"\n' });

    const [first, second] = await rowsOf(
      filesAdapter(folder),
      request("Bets", { title: "Name", standing: "Standing" }),
    );

    expect(first?.cells["standing"]).toEqual({ kind: "text", text: "Yes" });
    expect(second?.cells).toEqual({ title: { kind: "empty" }, standing: { kind: "empty" } });
    expect([first?.createdAt, second?.createdAt]).toEqual([null, "2026-11-02T14:00:00.000Z"]);
  });

  it("stops when it is told to", async () => {
    await write({ "Goals.csv": "Name\nA\n" });
    const stop = new AbortController();
    stop.abort();

    const error = await errorOf(filesAdapter(folder, stop.signal).openTable(request("Goals")));

    expect(error).toBeInstanceOf(InterruptedError);
  });
});
