import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addOddities, createAirtableStandIn, seedAirtable } from "../../../src/sandbox/airtable/index.ts";
import type { Field } from "../../../src/sandbox/airtable/model.ts";
import { serveWeb, webTree } from "../../../src/sandbox/airtable/web/index.ts";
import { createNotionStandIn } from "../../../src/sandbox/notion/stand-in.ts";
import { serveWeb as serveNotionWeb, webTree as notionTree } from "../../../src/sandbox/notion/web/index.ts";
import { manualClock } from "../../../src/sandbox/server/clock.ts";
import { sampleTeam } from "../../../src/sandbox/teams/index.ts";

const HOSTILE = `"><script>alert('x')</script>`;

describe("sandbox/airtable/web", () => {
  it.each(["/airtable", "/airtable/"])("lists bases and their tables at %s", (path) => {
    const { workspace, base, goals, items } = aBase();

    const { status, text } = serveWeb(workspace, path);

    expect(status).toBe(200);
    expect(linksOf(text)).toEqual([
      [`/airtable/${base.id}`, "Program"],
      [`/airtable/${base.id}/${goals.id}`, "Goals"],
      [`/airtable/${base.id}/${items.id}`, "Learning items"],
    ]);
  });

  it("shows a base as the list of its tables", () => {
    const { workspace, base, goals, items } = aBase();

    const { status, text } = serveWeb(workspace, `/airtable/${base.id}`);

    expect(status).toBe(200);
    expect(linksOf(mainOf(text))).toEqual([
      [`/airtable/${base.id}/${goals.id}`, "Goals"],
      [`/airtable/${base.id}/${items.id}`, "Learning items"],
    ]);
  });

  it("shows a table: names instead of ids, numbers and dates as people read them", () => {
    const { workspace, base, goals, rosa } = aBase();
    workspace.createRecord(goals.id, {
      Name: "Clinics",
      Share: 0.07,
      Status: "Active",
      Tags: ["a", "b"],
      Due: "2026-05-01",
      Seen: "2026-05-01T09:30:00.000Z",
      Owner: { id: rosa },
      Done: true,
      Site: "https://example.org/a",
    });
    workspace.createRecord(goals.id, { Site: "example.org" });

    const { text } = serveWeb(workspace, `/airtable/${base.id}/${goals.id}`);

    expect(cellsOf(text)).toEqual([
      ["Clinics", "", "", "7 %", "Active", "a, b", "2026-05-01", "2026-05-01 09:30 UTC", "Rosa", "☑"].concat(
        "https://example.org/a",
        "14 %",
        "",
      ),
      ["Untitled", "", "", "", "", "", "", "", "", "☐", "example.org", "0 %", ""],
    ]);
    expect(text).toContain('<th scope="col" class="number">Share</th>');
    expect(text).toContain('<th scope="col">Due</th>');
    expect(linksOf(text)).toContainEqual(["https://example.org/a", "https://example.org/a"]);
    expect(linksOf(text).map(([, words]) => words)).not.toContain("example.org");
  });

  it("links a row to its record, and a link to the record at its other end", () => {
    const { workspace, base, goals, items } = aBase();
    const goal = workspace.createRecord(goals.id, { Name: "Clinics" });
    const other = workspace.createRecord(goals.id, {});
    const item = workspace.createRecord(items.id, { Name: "Early slots", Goal: [goal, other] });

    const table = serveWeb(workspace, `/airtable/${base.id}/${items.id}`);
    const back = serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${goal}`);

    const itemHref = `/airtable/${base.id}/${items.id}/${item}`;
    expect(linksOf(mainOf(table.text))).toEqual([
      [itemHref, "Early slots"],
      [`/airtable/${base.id}/${goals.id}/${goal}`, "Clinics"],
      [`/airtable/${base.id}/${goals.id}/${other}`, "Unnamed record"],
    ]);
    expect(cellsOf(table.text)).toEqual([["Early slots", "Clinics, Unnamed record", "Clinics"]]);
    expect(linksOf(mainOf(back.text))).toContainEqual([itemHref, "Early slots"]);
  });

  it("shortens long text in the table and shows it whole on the record", () => {
    const { workspace, base, goals } = aBase();
    // The cut falls inside the rocket.
    const notes = `${"a".repeat(139)}🚀 the end`;
    const record = workspace.createRecord(goals.id, {
      Name: "Clinics",
      Notes: notes,
      Text: "**one**\n\ntwo",
    });

    const table = serveWeb(workspace, `/airtable/${base.id}/${goals.id}`);
    const page = serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${record}`);

    expect(cellsOf(table.text)[0]?.slice(0, 3)).toEqual(["Clinics", `${"a".repeat(139)}…`, "one two"]);
    expect(mainOf(page.text)).toContain(`<h2 dir="auto">Notes</h2>\n<p dir="auto">${notes}</p>`);
  });

  it("shows a record as a page: properties, texts below, comments", () => {
    const { workspace, base, goals, rosa } = aBase();
    const record = workspace.createRecord(goals.id, {
      Name: "Clinics",
      Share: 0.5,
      Text: "# What moved\n\nSee *this*",
    });
    workspace.addComment(goals.id, record, {
      by: rosa,
      text: `@[${rosa}] why?`,
      at: "2026-02-01T10:00:00Z",
    });

    const { status, text } = serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${record}`);

    expect(status).toBe(200);
    expect(text).toContain("<title>Clinics</title>");
    expect(linksOf(/<ol class="crumbs">.*?<\/ol>/s.exec(text ?? "")?.[0])).toEqual([
      [`/airtable/${base.id}`, "Program"],
      [`/airtable/${base.id}/${goals.id}`, "Goals"],
    ]);
    expect(text).toContain('<dt>Share</dt><dd dir="auto">50 %</dd>');
    expect(text).toContain('<dt>Notes</dt><dd dir="auto"><span class="faint">Empty</span></dd>');
    expect(text).not.toContain("<dt>Text</dt>");
    expect(mainOf(text)).toContain(
      '<h2 dir="auto">Text</h2>\n<h3 dir="auto">What moved</h3>\n<p dir="auto">See <em>this</em></p>',
    );
    expect(text).toContain(
      '<bdi>Rosa</bdi>, <time datetime="2026-02-01T10:00:00.000Z">2026-02-01 10:00 UTC</time></p><p dir="auto">@Rosa why?</p>',
    );
  });

  it("reads long text as Markdown, and shows what it cannot draw as it was written", () => {
    const markdown = [
      "## Part\n### Smaller",
      'line\nnext, by <airtable:mention id="menX">@Rosa</airtable:mention>',
      "- one\n  - inner\n- two",
      "1. first",
      "- [x] done",
      "> said\n>\n> more",
      "```json\n{}\n```",
      "---",
      "| A | B |\n| - | - |\n| 1 | ~~2~~ |",
      "<b>raw</b> ![alt](https://example.org/i.png)",
      "[ ] open\n[x] **closed**",
    ].join("\n\n");

    const html = notesOf(markdown);

    expect(html).toMatchInlineSnapshot(`
      "<h2 dir="auto">Notes</h2>
      <h3 dir="auto">Part</h3>
      <h4 dir="auto">Smaller</h4>
      <p dir="auto">line<br>next, by @Rosa</p>
      <ul><li dir="auto">one<div class="inside"><ul><li dir="auto">inner</li></ul></div></li>
      <li dir="auto">two</li></ul>
      <ol><li dir="auto">first</li></ol>
      <ul class="to-do"><li dir="auto" class="done"><span class="box" role="img" aria-label="Done">☑</span> done</li></ul>
      <blockquote dir="auto"><p>said</p><div class="inside"><p dir="auto">more</p></div></blockquote>
      <pre tabindex="0" role="region" aria-label="Code, json"><code>{}</code></pre>
      <hr>
      <div class="scroll" role="region" tabindex="0" aria-label="Table"><table><tr><th scope="col" dir="auto">A</th><th scope="col" dir="auto">B</th></tr>
      <tr><td dir="auto">1</td><td dir="auto"><s>2</s></td></tr></table></div>
      <p dir="auto">&lt;b&gt;raw&lt;/b&gt; ![alt](https://example.org/i.png)</p>
      <ul class="to-do"><li dir="auto"><span class="box" role="img" aria-label="To do">☐</span> open</li>
      <li dir="auto" class="done"><span class="box" role="img" aria-label="Done">☑</span> <strong>closed</strong></li></ul>"
    `);
  });

  it("keeps links to its own records here and leaves all others alone", () => {
    const { workspace, base, goals } = aBase();
    const own = `https://airtable.com/${base.id}/${goals.id}`;
    const strange = "https://airtable.com/appAAAAAAAAAAAAAA/tblAAAAAAAAAAAAAA";
    const record = workspace.createRecord(goals.id, {
      Notes: `[own](${own}) [strange](${strange}) [script](javascript:alert(1))`,
      Site: own,
    });

    const page = mainOf(serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${record}`).text);

    expect(linksOf(page)).toEqual([
      [`/airtable/${base.id}/${goals.id}`, own],
      [`/airtable/${base.id}/${goals.id}`, "own"],
      [strange, "strange"],
    ]);
  });

  it("opens what the service's own links open, through a view too", () => {
    const { workspace, base, goals } = aBase();
    const record = workspace.createRecord(goals.id, { Name: "Clinics" });
    const view = goals.views[0]?.id;
    const link = `https://airtable.com/${base.id}/${goals.id}/${view}/${record}`;

    const { status, text } = serveWeb(workspace, `/airtable${new URL(link).pathname}`);

    expect(status).toBe(200);
    expect(text).toContain("<title>Clinics</title>");
  });

  it("says that there is nothing where there is nothing", () => {
    const { workspace, base, goals } = aBase();
    const gone = workspace.createRecord(goals.id, { Name: "Gone" });
    workspace.deleteRecord(goals.id, gone);
    const table = `/airtable/${base.id}/${goals.id}`;
    const paths = [
      "/airtable/appAAAAAAAAAAAAAA",
      `/airtable/${base.id}/tblAAAAAAAAAAAAAA`,
      `${table}/${gone}`,
      `${table}/${gone}/more`,
      "/airtables",
      "/airtable/../etc",
      `/airtable/${HOSTILE}`,
    ];

    const replies = paths.map((path) => serveWeb(workspace, path));

    expect(replies.map(({ status }) => status)).toEqual(paths.map(() => 404));
    for (const { text } of replies) {
      expect(text).toContain("There is nothing here");
      expect(text).not.toContain("<script");
    }
  });

  it("shows cells that are odd, broken or empty without failing", () => {
    const { workspace, base } = aBase();
    const { tableId, records } = addOddities(workspace, base.id);

    const table = serveWeb(workspace, `/airtable/${base.id}/${tableId}`);
    const errors = serveWeb(workspace, `/airtable/${base.id}/${tableId}/${records.errors}`);
    const stranger = serveWeb(workspace, `/airtable/${base.id}/${tableId}/${records.stranger}`);

    expect(table.status).toBe(200);
    expect(cellsOf(table.text)).toHaveLength(Object.keys(records).length);
    expect(errors.text).toContain('<dt>Names of links</dt><dd dir="auto">#ERROR!, kept</dd>');
    expect(errors.text).toContain('<dt>Sum of links</dt><dd dir="auto">NaN</dd>');
    expect(errors.text).toContain('<dt>Broken</dt><dd dir="auto">#ERROR!</dd>');
    expect(stranger.text).toContain('<dt>Owner</dt><dd dir="auto">invited@example.org</dd>');
  });

  it("ends lookups that look each other up", () => {
    const { workspace, base, goals, items } = aBase();
    const lookup = (tableId: string, link: string | undefined): string =>
      workspace.addField(tableId, {
        name: "Round",
        type: "multipleLookupValues",
        options: { recordLinkFieldId: link, fieldIdInLinkedTable: null },
      }).id;
    const there = goals.fields.find(({ name }) => name === "Learning items")?.id;
    const inGoals = lookup(goals.id, there);
    const inItems = lookup(items.id, items.fields.find(({ name }) => name === "Goal")?.id);
    pointAt(goals.fields.at(-1), inItems);
    pointAt(items.fields.at(-1), inGoals);
    const goal = workspace.createRecord(goals.id, { Name: "Clinics" });
    workspace.createRecord(items.id, { Name: "Early slots", Goal: [goal] });

    const { status, text } = serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${goal}`);

    expect(status).toBe(200);
    expect(text).toContain('<dt>Round</dt><dd dir="auto">#ERROR!</dd>');
  });

  it.each([HOSTILE, "<img src=x onerror=y>", "</main>", "<!--", "![x](javascript:y)<script>"])(
    "escapes %j wherever people can write",
    (text) => {
      for (const page of everywhere(text)) {
        expect(page).not.toMatch(/<script|<img|<!--/);
        expect(page.match(/<\/main>/g)).toHaveLength(1);
      }
    },
  );

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "&",
        "<script>",
        "](",
        "[",
        "`",
        "|",
        "\n",
        "javascript:",
        "**",
        "> ",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 10 },
  );

  test.prop([pieces], { seed: 20_261_122, numRuns: 60 })(
    "lets no text bring a tag or a script's address",
    (parts) => {
      const pages = everywhere(parts.join(""));

      for (const page of pages) {
        expect(page).not.toMatch(
          /<(?:script|img|iframe|object|form|input)\b|\son\w+=["'][^"']*["'] |href="javascript:/i,
        );
      }
    },
  );

  it("shows the whole sample team: every link on every page leads to a page", () => {
    const { workspace } = createAirtableStandIn({ clock: manualClock("2026-11-22T09:00:00Z") });
    const seeded = seedAirtable(workspace, sampleTeam("own-words"));
    const tables = Object.values(seeded.tables).map((id) => `/airtable/${seeded.baseId}/${id}`);
    const paths = ["/airtable/", ...tables];
    for (const [key, records] of Object.entries(seeded.records)) {
      const [first] = Object.values(records);
      if (first !== undefined) paths.push(`/airtable/${seeded.baseId}/${seeded.tables[key]}/${first}`);
    }

    const targets = new Set(
      paths.flatMap((path) => linksOf(serveWeb(workspace, path).text)).map(([href]) => href),
    );

    const here = [...targets].filter((href) => href.startsWith("/airtable"));
    expect(here.length).toBeGreaterThan(tables.length);
    expect(here.filter((href) => serveWeb(workspace, href).status !== 200)).toEqual([]);
  });

  it("joins its list with another service's", () => {
    const { workspace, base, goals } = aBase();
    const notion = createNotionStandIn({ clock: manualClock("2026-11-22T09:00:00Z") });
    notion.workspace.addPage({ parent: null, title: "Planning" });
    const overview = {
      title: "Our place",
      pages: [...notionTree(notion.workspace), ...webTree(workspace)],
    };

    const airtablePage = serveWeb(workspace, `/airtable/${base.id}/${goals.id}`, overview);
    const notionFront = serveNotionWeb(notion.workspace, "/", overview);

    expect(linksOf(airtablePage.text).map(([, words]) => words)).toContain("Planning");
    expect(linksOf(notionFront.text)).toContainEqual([`/airtable/${base.id}/${goals.id}`, "Goals"]);
  });
});

/** One base of two linked tables and one person. */
function aBase(names: { readonly base?: string; readonly table?: string; readonly field?: string } = {}) {
  const { workspace } = createAirtableStandIn({ clock: manualClock("2026-11-22T09:00:00Z") });
  const base = workspace.addBase({ name: names.base ?? "Program" });
  const { id: rosa } = workspace.addUser({ name: "Rosa", email: "rosa@example.org" });
  workspace.share(base.id, rosa, "create");
  const goals = workspace.addTable(base.id, {
    name: names.table ?? "Goals",
    fields: [
      { name: "Name", type: "singleLineText" },
      { name: names.field ?? "Notes", type: "multilineText" },
      { name: "Text", type: "richText" },
      { name: "Share", type: "percent" },
      { name: "Status", type: "singleSelect", options: { choices: [{ name: "Active" }, { name: "Over" }] } },
      { name: "Tags", type: "multipleSelects", options: { choices: [{ name: "a" }, { name: "b" }] } },
      { name: "Due", type: "date" },
      { name: "Seen", type: "dateTime", options: { timeZone: "utc" } },
      { name: "Owner", type: "singleCollaborator" },
      { name: "Done", type: "checkbox" },
      { name: "Site", type: "url" },
      { name: "Double", type: "formula", options: { formula: "{Share} * 2", result: { type: "percent" } } },
    ],
  });
  const items = workspace.addTable(base.id, {
    name: "Learning items",
    fields: [
      { name: "Name", type: "singleLineText" },
      { name: "Goal", type: "multipleRecordLinks", options: { linkedTableId: goals.id } },
    ],
  });
  workspace.addField(items.id, {
    name: "Goal's name",
    type: "multipleLookupValues",
    options: { recordLinkFieldId: items.fields[1]?.id, fieldIdInLinkedTable: goals.primaryFieldId },
  });
  return { workspace, base, goals, items, rosa };
}

/** The pages of a base in which every word that people can write is this one. */
function everywhere(text: string): readonly string[] {
  const name = text.trim() === "" ? "x" : text;
  const { workspace, base, goals, items, rosa } = aBase({ base: text, table: name, field: name });
  const goal = workspace.createRecord(goals.id, { Name: text, [name]: text, Text: text, Site: text });
  workspace.updateRecord(goals.id, workspace.createRecord(goals.id, {}), {
    Site: `https://x.example/${text}`,
  });
  workspace.createRecord(items.id, { Name: text, Goal: [goal] });
  workspace.addComment(goals.id, goal, { by: rosa, text });
  workspace.addComment(goals.id, goal, { by: workspace.addUser({ name: text, email: text }).id, text });
  return [
    "",
    `/${base.id}`,
    `/${base.id}/${goals.id}`,
    `/${base.id}/${items.id}`,
    `/${base.id}/${goals.id}/${goal}`,
  ].map((path) => serveWeb(workspace, `/airtable${path}`).text ?? "");
}

/** What stands below the heading of a long text. */
function notesOf(markdown: string): string {
  const { workspace, base, goals } = aBase();
  const record = workspace.createRecord(goals.id, { Notes: markdown });
  const html = mainOf(serveWeb(workspace, `/airtable/${base.id}/${goals.id}/${record}`).text);
  return html.slice(html.indexOf("<h2")).trim();
}

function pointAt(lookup: Field | undefined, fieldId: string): void {
  if (lookup?.options) lookup.options.fieldIdInLinkedTable = fieldId;
}

function mainOf(html = ""): string {
  return /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";
}

/** Address and words of every link but the one that skips to the content. */
function linksOf(html = ""): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = "", inner = ""]) => [
    href,
    textOf(inner),
  ]);
}

/** The rows of the page's table, as words. */
function cellsOf(html = ""): readonly (readonly string[])[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(cell)),
  );
}

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "");
}
