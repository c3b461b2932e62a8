import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { afterEach, describe, expect, it } from "vitest";

import type { Adapter, ReportDraft, ReportPlace } from "../../../src/adapters/types.ts";
import { ServiceRefusedError, UsageError, WriteInDoubtError } from "../../../src/errors.ts";
import { noCache } from "../../../src/lib/cache.ts";
import { notionFaults } from "../../../src/sandbox/notion/faults.ts";
import { aDraft, errorOf, shown } from "../contract.ts";
import { failWith, type NotionWorld, notionWorld, token, type WorldOptions } from "./world.ts";

let world: NotionWorld;
afterEach(async () => {
  await world.stop();
});

async function start(options: WorldOptions = {}): Promise<Adapter> {
  world = await notionWorld(options);
  return world.adapter();
}

const openHome = async (adapter: Adapter): Promise<ReportPlace> =>
  await adapter.openPlace({ target: world.home, fields: {} });

function draftOf(markdown: string, more: Partial<ReportDraft> = {}): ReportDraft {
  const document = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return aDraft(markdown, { document, ...more });
}

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, i) => `Line ${i}`).join("\n\n");

/** Writes the draft once and reads it back. */
async function roundTrip(adapter: Adapter, draft: ReportDraft) {
  const place = await openHome(adapter);
  const composed = place.compose(draft);
  world.log.clear();
  const found = await place.create(composed);
  const writes = world.log.writes().length;
  return { place, composed, found, writes, present: await place.read(found) };
}

describe("adapters/notion: writing reports", () => {
  it("makes a report of up to 100 blocks in one request", async () => {
    const { writes, present, composed } = await roundTrip(await start(), draftOf(paragraphs(99)));

    expect(writes).toBe(1);
    expect(shown(present.pieces)).toEqual(shown(composed.pieces));
  });

  it.each([
    ["250 lines", paragraphs(250), 3],
    [
      "a list of 250 lines in one item",
      `- top\n${Array.from({ length: 250 }, (_, i) => `  - ${i}`).join("\n")}`,
      4,
    ],
    [
      "a table of 230 rows",
      `| a | b |\n|---|---|\n${Array.from({ length: 230 }, (_, i) => `| ${i} | x |`).join("\n")}`,
      4,
    ],
    ["a megabyte of text", Array.from({ length: 12 }, () => "x".repeat(90_000)).join("\n\n"), 3],
    ["text of 300,000 letters in one paragraph", "y".repeat(300_000), 1],
    ["signs outside the basic plane", "😀漢é".repeat(20_000), 1],
  ])("writes %s in as few requests as the limits allow", async (_, markdown, requests) => {
    const { writes, present, composed } = await roundTrip(await start(), draftOf(markdown));

    expect(shown(present.pieces)).toEqual(shown(composed.pieces));
    expect(writes).toBeLessThanOrEqual(requests);
    expect(world.log.calls.filter((call) => call.status >= 400)).toEqual([]);
  });

  it("inserts many lines after one that others follow, in their order", async () => {
    const { place, composed, found, present } = await roundTrip(await start(), draftOf("First\n\nLast"));
    const more = place.compose(draftOf(paragraphs(230))).pieces.slice(0, 230);

    await place.change(found, {
      do: "insert",
      parent: null,
      after: present.pieces[0]?.id ?? null,
      pieces: more,
    });

    const [first, ...rest] = composed.pieces;
    const after = await place.read(found);
    expect(shown(after.pieces)).toEqual(shown([...(first === undefined ? [] : [first]), ...more, ...rest]));
  });

  it("changes blocks of every kind in place", async () => {
    const before =
      "# A\n\ntext\n\n- item\n\n1. one\n\n- [ ] do\n\n> said\n\n```ts\nx\n```\n\n| a |\n|---|\n| b |\n\n---";
    const after =
      "# B\n\n**text**\n\n- other\n\n1. two\n\n- [x] done\n\n> asked\n\n```json\ny\n```\n\n| a |\n|---|\n| c |\n\n---";
    const { place, found, present } = await roundTrip(await start(), draftOf(before));
    const wanted = place.compose(draftOf(after));

    for (const [index, piece] of wanted.pieces.entries()) {
      const there = present.pieces[index];
      if (there === undefined) continue;
      await place.change(found, { do: "update", id: there.id, piece });
      for (const [row, child] of piece.children.entries()) {
        await place.change(found, { do: "update", id: there.children[row]?.id ?? "", piece: child });
      }
    }

    expect(shown((await place.read(found)).pieces)).toEqual(shown(wanted.pieces));
  });

  it("never takes a page or table inside a report for its own", async () => {
    const { place, found } = await roundTrip(await start(), draftOf("One"));
    const inner = await world.adapter().openPlace({ target: found.id, fields: {} });
    await inner.create(inner.compose(draftOf("Two", { key: "inner", title: "Inner" })));

    const { pieces } = await place.read(found);

    const page = pieces.find((piece) => piece.type === "child_page");
    expect([page?.ours, page?.children]).toEqual([false, []]);
  });

  it("knows a version only when no further edit can hide behind it", async () => {
    const { place, composed } = await roundTrip(await start(), draftOf("One"));

    const [fresh] = await place.find(composed);
    world.time.advance(3 * 60_000);
    const [settled] = await place.find(composed);

    expect([fresh?.version, settled?.version]).toEqual([null, "2026-11-16T12:00:00.000Z"]);
  });

  it("finds a renamed report without any memory, and asks for nothing it knows", async () => {
    const { place, composed, found } = await roundTrip(await start(), draftOf(paragraphs(130)));
    world.workspace.renamePage(found.id, "Monday notes");
    world.log.clear();
    await place.find(composed);
    const warm = world.log.calls.length;
    const cold = await notionFind(world, composed.key);

    expect(warm).toBe(2);
    expect(cold).toEqual([found.id]);
  });

  it("takes a page that was cut short while being made for the report", async () => {
    const adapter = await start();
    const place = await openHome(adapter);
    const composed = place.compose(draftOf(paragraphs(150)));
    world.faults.add({ match: { path: /children$/, method: "PATCH" }, fault: { kind: "reset" } });

    const error = await errorOf(place.create(composed));
    const found = await place.find(composed);

    expect(error).toBeInstanceOf(WriteInDoubtError);
    expect(found).toHaveLength(1);
  });

  it("does not take a report of another key for its own because of an equal title", async () => {
    const { place } = await roundTrip(await start(), draftOf("One", { key: "a" }));

    expect(await place.find(place.compose(draftOf("One", { key: "b" })))).toEqual([]);
  });

  it("keeps the title that a person gave a report", async () => {
    const { place } = await roundTrip(await start(), draftOf("One"));

    expect(place.compose(draftOf("One", { title: "New" })).fields).toEqual([]);
  });
});

async function notionFind(within: NotionWorld, key: string): Promise<readonly string[]> {
  const forgetful = within.adapter({ cache: noCache });
  const place = await forgetful.openPlace({ target: within.home, fields: {} });
  return (await place.find(place.compose(draftOf("x", { key })))).map((found) => found.id);
}

describe("adapters/notion: lost answers", () => {
  it("counts a create as done when the 503 says what it saved", async () => {
    const place = await openHome(await start());
    const composed = place.compose(draftOf("One"));
    failWith(world, notionFaults.savedThenUnavailable(), "write");

    const created = await place.create(composed);

    const found = await place.find(composed);
    expect(found.map((one) => [one.id, one.url])).toEqual([[created.id, created.url]]);
    expect(created.url).not.toBeNull();
    expect(world.log.writes()).toHaveLength(1);
  });

  it("goes on after an append whose 503 says what it saved", async () => {
    const place = await openHome(await start());
    const composed = place.compose(draftOf(paragraphs(350)));
    world.faults.add({
      match: { path: /children$/, method: "PATCH" },
      fault: notionFaults.savedThenUnavailable(),
    });

    const found = await place.create(composed);

    expect(shown((await place.read(found)).pieces)).toEqual(shown(composed.pieces));
    expect(world.log.writes()).toHaveLength(4);
  });

  it.each([
    ["a 503 that tells nothing", notionFaults.savedThenSilent()],
    ["a 500", notionFaults.internalError()],
    ["a 502 page", notionFaults.badGatewayPage()],
    ["a 504", notionFaults.gatewayTimeout()],
    ["a garbled 200", { kind: "garbage" }],
    ["a connection cut after the write", { kind: "reset-after" }],
  ] as const)("does not send a create again after %s", async (_, fault) => {
    const place = await openHome(await start());
    failWith(world, fault, "write");

    const error = await errorOf(place.create(place.compose(draftOf("One"))));

    expect(error).toBeInstanceOf(WriteInDoubtError);
    expect(world.log.writes()).toHaveLength(1);
  });

  it.each([
    ["409", notionFaults.conflict()],
    ["429", notionFaults.rateLimited(9)],
    ["529", notionFaults.overloaded()],
  ] as const)("sends a create again after %s, which says that nothing was done", async (_, fault) => {
    const place = await openHome(await start());
    const composed = place.compose(draftOf("One"));
    failWith(world, fault, "write", 2);

    await place.create(composed);

    expect(await place.find(composed)).toHaveLength(1);
  });

  it("repeats what can be repeated: update, remove, fields, discard", async () => {
    const { place, found, present } = await roundTrip(await start(), draftOf("One\n\nTwo"));
    const [one, two] = present.pieces;
    const piece = place.compose(draftOf("Changed")).pieces[0];
    if (one === undefined || two === undefined || piece === undefined)
      throw new Error("The report is too short.");

    failWith(world, { kind: "reset-after" }, "write");
    await place.change(found, { do: "update", id: one.id, piece });
    failWith(world, notionFaults.savedThenSilent(), "write");
    await place.change(found, { do: "remove", id: two.id });
    const after = await place.read(found);
    failWith(world, { kind: "garbage" }, "write");
    await place.discard(found);

    expect(after.pieces.map((present) => present.content)).toEqual([
      piece.content,
      '[["Report key: team/planning-meeting/2026-W47",0]]',
    ]);
  });
});

describe("adapters/notion: refused places", () => {
  it("names the capability that a first write lacks, and leaves the workspace as it was", async () => {
    const place = await openHome(
      await start({ capabilities: { insertContent: false, updateContent: false } }),
    );

    const error = await errorOf(place.create(place.compose(draftOf("One"))));

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.message).toContain("lacks the capability “Insert content”");
    expect(world.workspace.children(world.home)).toEqual([]);
  });

  it("says when the free plan's blocks are used up", async () => {
    const place = await openHome(await start({ blockLimit: 5 }));
    const make = async (key: string): Promise<void> =>
      void (await place.create(place.compose(draftOf(paragraphs(9), { key, title: key }))));

    const error = await errorOf(make("a").then(() => make("b")));

    expect(error.message).toContain("used up the blocks of its free plan");
  });

  it("says what to share when the place cannot be seen", async () => {
    const adapter = await start();
    world.workspace.unshare(token, world.home);

    const error = (await errorOf(openHome(adapter))) as ServiceRefusedError;

    expect(error).toBeInstanceOf(ServiceRefusedError);
    expect(error.hint).toContain("••• → Connections");
  });

  it("refuses a page in the trash", async () => {
    const adapter = await start();
    world.workspace.trash(world.home);

    expect((await errorOf(openHome(adapter))).message).toMatch(/trash|not there/);
  });

  function reportsTable(properties: Readonly<Record<string, Record<string, unknown>>>): string {
    return world.workspace.addDatabase({
      parent: world.home,
      title: "Reports",
      dataSources: [{ name: "Reports", properties: { Name: { title: {} }, ...properties } }],
    }).id;
  }

  it("asks for a key column in a reports table", async () => {
    const adapter = await start();
    const target = reportsTable({ Key: { number: {} } });

    const error = (await errorOf(adapter.openPlace({ target, fields: {} }))) as ServiceRefusedError;

    expect(error.message).toContain("no column for the report's key");
    expect(error.hint).toContain("“Report key”");
  });

  it("binds the columns that the config names, and says which type one needs", async () => {
    const adapter = await start();
    const target = reportsTable({
      Id: { rich_text: {} },
      When: { date: {} },
      Week: { select: { options: [] } },
      "# goals": { number: {} },
    });
    const fields = { key: "Id", date: "When", period: "Week", goals: "# goals" };
    const place = await adapter.openPlace({ target, fields });
    const composed = place.compose(
      draftOf("One", { period: { label: "Week 47, 2026", start: "2026-11-16", end: "2026-11-22" } }),
    );

    await place.create(composed);
    const [found] = await place.find(composed);
    const present = found === undefined ? null : await place.read(found);

    expect(present?.fields).toEqual({
      Id: "team/planning-meeting/2026-W47",
      When: "2026-11-22",
      Week: "Week 47 · 2026",
      "# goals": "2",
    });
    const wrongType = await errorOf(adapter.openPlace({ target, fields: { ...fields, date: "Week" } }));
    expect(wrongType.message).toContain(
      "“Week” of table “Reports” is of type select; the report's date needs date",
    );
    await expect(adapter.openPlace({ target, fields: { key: "Id", body: "x" } })).rejects.toThrow(UsageError);
  });

  it("compares keys exactly, though Notion's filters do not", async () => {
    const adapter = await start();
    const place = await adapter.openPlace({ target: reportsTable({ Key: { rich_text: {} } }), fields: {} });
    await place.create(place.compose(draftOf("One", { key: "Team/A" })));

    expect(await place.find(place.compose(draftOf("One", { key: "team/a" })))).toEqual([]);
  });
});
