import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { SentBlock } from "../../../src/sandbox/notion/blocks/create.ts";
import { dialectOf } from "../../../src/sandbox/notion/markdown/dialect.ts";
import { replaceContent } from "../../../src/sandbox/notion/markdown/replace.ts";
import type { Connection, Json, PageRecord, RichText } from "../../../src/sandbox/notion/records.ts";
import { createNotionStandIn, type NotionStandIn } from "../../../src/sandbox/notion/stand-in.ts";
import { pageOf } from "../../../src/sandbox/notion/store.ts";
import type { View } from "../../../src/sandbox/notion/view.ts";
import { manualClock } from "../../../src/sandbox/server/clock.ts";
import { raw, startBench, words, type Bench } from "./helpers.ts";

// The SDK does not know the second dialect yet, so these tests speak HTTP themselves.

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

function read(bench: Bench): Promise<Answer> {
  return raw(bench, "GET", `pages/${bench.home}/markdown?markdown_version=v2`);
}

function patch(bench: Bench, change: object): Promise<Answer> {
  return raw(bench, "PATCH", `pages/${bench.home}/markdown`, { body: { ...change, markdown_version: "v2" } });
}

function replace(bench: Bench, text: string): Promise<Answer> {
  return patch(bench, { type: "replace_content", replace_content: { new_str: text } });
}

interface Shape {
  readonly type: string;
  readonly words: string;
  readonly color?: unknown;
  readonly children?: readonly Shape[];
}

/** What a page holds: types, words, colours and what is below. */
function shapeOf({ standIn: { workspace } }: Bench, id: string): readonly Shape[] {
  return workspace.children(id).map((node): Shape => {
    if (node.kind !== "block") return { type: node.kind, words: "" };
    const { rich_text: runs = [], color = "default" } = node.content as {
      rich_text?: RichText[];
      color?: string;
    };
    const children = shapeOf({ standIn: { workspace } } as Bench, node.id);
    return {
      type: node.type,
      words: runs.map((run) => run.plain_text).join(""),
      ...(color === "default" ? {} : { color }),
      ...(children.length === 0 ? {} : { children }),
    };
  });
}

describe("sandbox/notion/markdown/v2: writing", () => {
  it("parts blocks at blank lines only", async () => {
    const bench = await startBench();

    await replace(bench, "one\nstill one\n\ntwo\\\nbelow\n\n# Head\ntext");

    expect(shapeOf(bench, bench.home)).toEqual([
      { type: "paragraph", words: "one still one" },
      { type: "paragraph", words: "two\nbelow" },
      { type: "heading_1", words: "Head" },
      { type: "paragraph", words: "text" },
    ]);
  });

  it("keeps braces and tags of the first dialect as text, and says so", async () => {
    const bench = await startBench();

    const { body } = await replace(
      bench,
      'Text {color="blue"}\n\n<details>\n<summary>More</summary>\n</details>\n\na <mark>b</mark>',
    );

    expect(shapeOf(bench, bench.home)).toEqual([
      { type: "paragraph", words: 'Text {color="blue"}' },
      { type: "paragraph", words: "<details>\n<summary>More</summary>\n</details>" },
      { type: "paragraph", words: "a <mark>b</mark>" },
    ]);
    expect(body["warnings"]).toHaveLength(3);
    expect(body["markdown"]).toContain("\\<details\\>");
  });

  it("has none of the first dialect's faults", async () => {
    const bench = await startBench();

    const { body } = await replace(
      bench,
      "a &amp; b at example.com, &lt;callout&gt;\n\n| a | b |\n| --- | --- |\n| x \\| y | z<br />w |",
    );

    expect(body["markdown"]).toBe(
      "a & b at example.com, \\<callout\\>\n\n| a | b |\n| --- | --- |\n| x \\| y | z<br />w |",
    );
    expect(body).not.toHaveProperty("warnings");
  });

  it("nests by tabs in lists, and by tags everywhere else", async () => {
    const bench = await startBench();
    const text = [
      "- one\n\t- two\n\t\t1. three\n- [x] done",
      '<quote color="purple_bg">\nTitle text\n\n- child\n\n<callout icon="🎯" color="yellow_bg">Body</callout>\n</quote>',
      '<toggle heading="h2">\nMore\n\nInside\n</toggle>',
      '<columns>\n<column ratio="40%">\nLeft\n</column>\n<column>\nRight\n</column>\n</columns>',
      '<todo checked="true" color="red">Painted</todo>',
      '<ul>\n<li color="blue">\nEntry\n\nA paragraph below\n</li>\n</ul>',
    ].join("\n\n");

    const { body } = await replace(bench, text);

    expect(shapeOf(bench, bench.home)).toEqual([
      {
        type: "bulleted_list_item",
        words: "one",
        children: [
          {
            type: "bulleted_list_item",
            words: "two",
            children: [{ type: "numbered_list_item", words: "three" }],
          },
        ],
      },
      { type: "to_do", words: "done" },
      {
        type: "quote",
        words: "Title text",
        color: "purple_background",
        children: [
          { type: "bulleted_list_item", words: "child" },
          { type: "callout", words: "Body", color: "yellow_background" },
        ],
      },
      { type: "heading_2", words: "More", children: [{ type: "paragraph", words: "Inside" }] },
      {
        type: "column_list",
        words: "",
        children: [
          { type: "column", words: "", children: [{ type: "paragraph", words: "Left" }] },
          { type: "column", words: "", children: [{ type: "paragraph", words: "Right" }] },
        ],
      },
      { type: "to_do", words: "Painted", color: "red" },
      {
        type: "bulleted_list_item",
        words: "Entry",
        color: "blue",
        children: [{ type: "paragraph", words: "A paragraph below" }],
      },
    ]);
    expect(body["markdown"]).toBe(text);
  });

  it("reads styles, formulas, mentions and dates", async () => {
    const bench = await startBench();
    const page = bench.home.replaceAll("-", "");
    const text = [
      "**bold** *it* ~~no~~ `co de` [link](https://example.org/a) $x^2$ costs \\$5",
      '<span color="orange"><u>word</u></span><b> edge </b><mention url="user://PERSON">@Ann Lee</mention>',
      `<mention url="https://app.notion.com/p/${page}">Label</mention> <date start="2026-03-01" end="2026-03-02" />`,
    ]
      .join("\n\n")
      .replace("PERSON", bench.personId);

    await replace(bench, text);

    const blocks = bench.standIn.workspace.children(bench.home);
    const runs = blocks.flatMap((block) =>
      block.kind === "block" ? (block.content["rich_text"] as RichText[]) : [],
    );
    const shown = runs
      .filter(({ plain_text: plain }) => plain.trim() !== "")
      .map(({ type, plain_text: plain, href, annotations }) => [
        type,
        plain,
        href,
        Object.entries(annotations)
          .filter(([, value]) => value !== false && value !== "default")
          .map(([key, value]) => (value === true ? key : String(value))),
      ]);
    expect(shown).toEqual([
      ["text", "bold", null, ["bold"]],
      ["text", "it", null, ["italic"]],
      ["text", "no", null, ["strikethrough"]],
      ["text", "co de", null, ["code"]],
      ["text", "link", "https://example.org/a", []],
      ["equation", "x^2", null, []],
      ["text", " costs $5", null, []],
      ["text", "word", null, ["underline", "orange"]],
      ["text", " edge ", null, ["bold"]],
      ["mention", "@Ann Lee", null, []],
      ["mention", "Home", `https://www.notion.so/${page}`, []],
      ["mention", "2026-03-01 → 2026-03-02", null, []],
    ]);
  });

  it("knows media, links and code, whose fence is longer than any inside", async () => {
    const bench = await startBench();
    const text = [
      "![A caption](https://example.org/a.png)",
      '<bookmark source="https://example.org/?a=1&amp;b=2">Mark</bookmark>',
      '<pdf source="https://example.org/a.pdf"></pdf>',
      "````mermaid\n```\n<quote>\n```\n````",
      "$$\nx + y\n$$",
      "---",
      '<table header-column="true">\n<tr>\n<td>a</td>\n<td>b<br />c</td>\n</tr>\n</table>',
      "<table-of-contents />",
      "<p />",
    ].join("\n\n");

    const { body } = await replace(bench, text);

    expect(body["markdown"]).toBe(text);
    expect(shapeOf(bench, bench.home).map(({ type }) => type)).toEqual([
      "image",
      "bookmark",
      "pdf",
      "code",
      "equation",
      "divider",
      "table",
      "table_of_contents",
      "paragraph",
    ]);
    expect(body["unknown_block_ids"]).toEqual([]);
  });

  it("makes a page of a page tag without an address, and keeps the ones with", async () => {
    const bench = await startBench();
    const child = bench.standIn.workspace.addPage({ parent: bench.home, title: "Child" });
    const { body: before } = await read(bench);

    const toggle = "<toggle>\nMore\n\n<page>Inner</page>\n</toggle>";
    await replace(bench, `${String(before["markdown"])}\n\n${toggle}\n\n<page>New one</page>`);
    const lost = await replace(bench, "Nothing left");

    const { workspace } = bench.standIn;
    const ids = workspace.children(bench.home).map(({ id }) => id);
    // A page inside a block comes to stand at the end.
    expect(ids).toHaveLength(4);
    expect(ids[0]).toBe(child);
    expect(ids.slice(2)).toEqual(["New one", "Inner"].map((title) => workspace.findPages(title)[0]?.id));
    expect(lost.status).toBe(400);
    expect(lost.body["message"]).toContain("New one");
  });

  it("refuses tags that it does not know rather than misread them", async () => {
    const bench = await startBench();

    const { status, body } = await replace(bench, "<tabs>\n<tab>\nOne\n</tab>\n</tabs>");

    expect([status, body["message"]]).toEqual([400, "This stand-in does not know <tabs>."]);
  });
});

describe("sandbox/notion/markdown/v2: requests", () => {
  it("makes a page of a text whose first heading is the title", async () => {
    const bench = await startBench();
    const body = { parent: { page_id: bench.home }, markdown: "# Title\n\none\ntwo", markdown_version: "v2" };

    const { status } = await raw(bench, "POST", "pages", { body });

    const [page] = bench.standIn.workspace.findPages("Title");
    expect(status).toBe(200);
    expect(shapeOf(bench, String(page?.id))).toEqual([{ type: "paragraph", words: "one two" }]);
  });

  it("changes one match and leaves the other blocks as they are", async () => {
    const bench = await startBench();
    const ids = bench.standIn.workspace.appendBlocks(bench.home, "one\n\ntwo\n\nthree");
    const update = { content_updates: [{ old_str: "two\n\nth", new_str: "2\n\nTh" }] };

    const { body } = await patch(bench, { type: "update_content", update_content: update });

    expect(body["markdown"]).toBe("one\n\n2\n\nThree");
    expect(bench.standIn.workspace.children(bench.home)[0]?.id).toBe(ids[0]);
  });

  it("puts a blank line between what is there and what is inserted", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, "one\n\ntwo");

    await patch(bench, { type: "insert_content", insert_content: { content: "last" } });
    const { body } = await patch(bench, {
      type: "insert_content",
      insert_content: { content: "middle", after: "o...ne" },
    });

    expect(body["markdown"]).toBe("one\n\nmiddle\n\ntwo\n\nlast");
  });

  it("tells warnings to those who wait, and none to a task", async () => {
    const bench = await startBench({ taskPolls: 1 });
    const change = { type: "replace_content", replace_content: { new_str: "a <mark>b</mark>" } };

    const waited = await patch(bench, change);
    const queued = await patch(bench, { ...change, allow_async: true });
    const task = await raw(bench, "GET", `async_tasks/${String(queued.body["id"])}`);

    expect(waited.body["warnings"]).toHaveLength(2);
    expect(task.body).toMatchObject({ status: "succeeded" });
    expect(task.body["result"]).not.toHaveProperty("warnings");
  });

  it("refuses a version where no Markdown is sent, and takes it with a comment", async () => {
    const bench = await startBench();
    const parent = { page_id: bench.home };
    const markdown_version = "v2";

    const page = await raw(bench, "POST", "pages", { body: { parent, children: [], markdown_version } });
    const comment = await raw(bench, "POST", "comments", {
      body: { parent, rich_text: words("a"), markdown_version },
    });
    const taken = await raw(bench, "POST", "comments", {
      body: { parent, markdown: "<u>a</u> example.com", markdown_version },
    });

    expect([page, comment].map(({ status, body }) => [status, body["code"]])).toEqual([
      [400, "validation_error"],
      [400, "validation_error"],
    ]);
    expect(taken.body["rich_text"]).toMatchObject([
      { plain_text: "a", annotations: { underline: true } },
      { plain_text: " example.com", href: null },
    ]);
  });

  it("names what it cannot show", async () => {
    const bench = await startBench();
    const { workspace } = bench.standIn;
    const hidden = workspace.addPage({ parent: bench.home, title: "Hidden" });
    workspace.unshare("ntn_test", hidden);
    const [crumbs = ""] = workspace.appendBlocks(bench.home, [{ breadcrumb: {} }]);

    const { body } = await read(bench);

    expect(body).toMatchObject({ truncated: true, unknown_block_ids: [hidden, crumbs] });
    expect(body["markdown"]).toContain('alt="breadcrumb" />');
  });
});

describe("sandbox/notion/markdown/v2: what is read can be written back", () => {
  const text = fc
    .string({
      unit: fc.constantFrom(
        ..."ab é1.)(*_~`$[]<>{}|\\^#+-=&;:!\"'/".split(""),
        "**",
        "&amp;",
        "<u>",
        "- ",
        "1. ",
        "\n",
        "$x$",
      ),
      minLength: 1,
      maxLength: 14,
    })
    // CommonMark knows no empty lines inside a block, nor spaces at the ends of one.
    .map((value) => value.replaceAll(/[ \n]*\n[ \n]*/g, "\n").trim())
    .filter((value) => value !== "");
  const style = fc.record(
    {
      bold: fc.boolean(),
      italic: fc.boolean(),
      strikethrough: fc.boolean(),
      underline: fc.boolean(),
      color: fc.constantFrom("default", "red", "blue_background"),
    },
    { requiredKeys: [] },
  );
  const run = fc.oneof(
    { weight: 5, arbitrary: fc.record({ text: fc.record({ content: text }), annotations: style }) },
    fc.constantFrom<Json>(
      { text: { content: "a|b `$c$`" }, annotations: { code: true } },
      { equation: { expression: "|x|^2" } },
      { mention: { date: { start: "2026-03-01", end: null } } },
      { text: { content: "link", link: { url: "https://example.org/$a$|b" } } },
    ),
  );
  const runs = fc.array(run, { maxLength: 3 });
  const kinds = [
    "paragraph",
    "quote",
    "bulleted_list_item",
    "numbered_list_item",
    "to_do",
    "toggle",
    "callout",
  ];
  const blockAbove = (levels: number): fc.Arbitrary<SentBlock> =>
    fc
      .record({
        type: fc.constantFrom(...kinds, "heading_2"),
        rich_text: runs,
        color: fc.constantFrom("default", "default", "green_background"),
        children: levels === 0 ? fc.constant([]) : fc.array(blockAbove(levels - 1), { maxLength: 2 }),
      })
      .map(({ type, rich_text, color, children }): SentBlock => {
        const below = type === "heading_2" || children.length === 0 ? {} : { children };
        return { type, [type]: { rich_text, color, ...below } };
      });
  const table = fc
    .record({ rows: fc.array(fc.tuple(runs, runs), { minLength: 1, maxLength: 3 }), header: fc.boolean() })
    .map(({ rows, header }): SentBlock => {
      const children = rows.map((cells) => ({ type: "table_row", table_row: { cells } }));
      return { type: "table", table: { table_width: 2, has_column_header: header, children } };
    });

  /** A page's content without ids; words as the service merges them. */
  const contentOf = (workspace: NotionStandIn["workspace"], id: string): unknown =>
    workspace.children(id).map((node) => {
      if (node.kind !== "block") return node.id;
      const { icon: _icon, ...content } = node.content as Json;
      return [node.type, content, contentOf(workspace, node.id)];
    });

  it("keeps every block, its words, styles and colours", () => {
    const { workspace } = createNotionStandIn({ clock: manualClock("2026-03-10T09:30:45.500Z") });
    const home = workspace.addPage({ parent: null, title: "Home" });
    const by = workspace.addBot({ token: "ntn_test", name: "Bench", shared: [home] });
    const page = pageOf(workspace.store, home) as PageRecord;
    const connection = workspace.store.connections.get("ntn_test") as Connection;
    const view: View = {
      store: workspace.store,
      connection,
      version: "2026-03-11",
      urlBase: "https://www.notion.so/",
      maxUploadBytes: 0,
      markdownQuirks: true,
    };
    const dialect = dialectOf("v2");

    fc.assert(
      fc.property(fc.array(fc.oneof(blockAbove(3), table), { minLength: 1, maxLength: 3 }), (blocks) => {
        for (const { id } of workspace.children(home)) workspace.deleteBlock(id);
        workspace.appendBlocks(home, blocks);
        const before = contentOf(workspace, home);
        const { markdown } = dialect.render(view, page);

        replaceContent(view, page, markdown, { dialect, by, allowDeleting: false, keepEqual: false });

        expect(dialect.render(view, page).markdown).toBe(markdown);
        expect(contentOf(workspace, home)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
