import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { raw, refusal, startBench, words, type Bench } from "./helpers.ts";

async function read(bench: Bench, id: string): Promise<string> {
  return (await bench.client.pages.retrieveMarkdown({ page_id: id })).markdown;
}

async function replace(bench: Bench, id: string, text: string, allow?: boolean): Promise<string> {
  const { markdown } = await bench.client.pages.updateMarkdown({
    page_id: id,
    type: "replace_content",
    replace_content: { new_str: text, ...(allow === undefined ? {} : { allow_deleting_content: allow }) },
  });
  return markdown;
}

function update(
  bench: Bench,
  id: string,
  before: string,
  after: string,
  all?: boolean,
): Promise<{ markdown: string }> {
  return bench.client.pages.updateMarkdown({
    page_id: id,
    type: "update_content",
    update_content: {
      content_updates: [
        { old_str: before, new_str: after, ...(all === undefined ? {} : { replace_all_matches: all }) },
      ],
    },
  });
}

describe("sandbox/notion/markdown: reading", () => {
  it("gives the body alone, a line a block", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(
      bench.home,
      "## New Section\n\nHello\n\n- one\n  - two\n\n1. a\n2. b",
    );

    const answer = await bench.client.pages.retrieveMarkdown({ page_id: bench.home });

    expect(answer).toMatchObject({
      object: "page_markdown",
      id: bench.home,
      markdown: "## New Section\nHello\n- one\n\t- two\n1. a\n2. b",
      truncated: false,
      unknown_block_ids: [],
    });
  });

  it("gives nothing for an empty page and a tag for an empty paragraph", async () => {
    const bench = await startBench();

    const empty = await read(bench, bench.home);
    bench.standIn.workspace.appendBlocks(bench.home, [{ paragraph: { rich_text: [] } }]);

    expect([empty, await read(bench, bench.home)]).toEqual(["", "<empty-block/>"]);
  });

  it("escapes what would read as a mark", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, [
      { paragraph: { rich_text: words("a*b [x] <y> {z} | ^ $1 `c` ~") } },
    ]);

    expect(await read(bench, bench.home)).toBe("a\\*b \\[x\\] \\<y\\> \\{z\\} \\| \\^ \\$1 \\`c\\` \\~");
  });

  it("refuses a dialect that nobody speaks", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "GET", `pages/${bench.home}/markdown?markdown_version=v3`);

    expect(answer.status).toBe(400);
    expect(answer.body["message"]).toContain("query.markdown_version");
  });

  it("names what it cannot show, and what is not shared", async () => {
    const bench = await startBench();
    const { workspace } = bench.standIn;
    const [bookmark = ""] = workspace.appendBlocks(bench.home, [
      { bookmark: { url: "https://example.org" } },
    ]);
    const hidden = workspace.addPage({ parent: bench.home, title: "Hidden" });
    workspace.unshare("ntn_test", hidden);

    const answer = await bench.client.pages.retrieveMarkdown({ page_id: bench.home });

    expect(answer).toMatchObject({ truncated: true, unknown_block_ids: [bookmark, hidden] });
    expect(answer.markdown).not.toContain("Hidden");
  });

  it("puts tables, toggles, callouts and columns into tags", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, [
      {
        table: {
          table_width: 1,
          has_column_header: true,
          children: [{ table_row: { cells: [words("a")] } }],
        },
      },
      { toggle: { rich_text: words("More"), children: [{ paragraph: { rich_text: words("in") } }] } },
      { callout: { rich_text: words("Mind"), icon: { emoji: "⚠️" }, color: "gray_background" } },
    ]);

    expect(await read(bench, bench.home)).toBe(
      [
        '<table header-row="true">\n\t<tr>\n\t\t<td>a</td>\n\t</tr>\n</table>',
        "<details>\n<summary>More</summary>\n\tin\n</details>",
        '<callout icon="⚠️" color="gray_bg">\n\tMind\n</callout>',
      ].join("\n"),
    );
  });
});

describe("sandbox/notion/markdown: writing", () => {
  it("drops blank lines, nests by tabs and lowers deep headings", async () => {
    const bench = await startBench();

    const markdown = await replace(bench, bench.home, "###### Deep\n\n\n- a\n\t- b\n\nText<br>more");

    expect(markdown).toBe("#### Deep\n- a\n\t- b\nText<br>more");
  });

  it("makes one quote of each quoted line", async () => {
    const bench = await startBench();

    await replace(bench, bench.home, "> a\n> b");

    expect(bench.standIn.workspace.children(bench.home)).toMatchObject([
      { type: "quote" },
      { type: "quote" },
    ]);
  });

  it("turns a pipe table into tags, and an escaped pipe into a lost end", async () => {
    const bench = await startBench();

    const markdown = await replace(bench, bench.home, "| a | b |\n| --- | --- |\n| x \\| y | z |");

    expect(markdown).toContain('<table header-row="true">');
    expect(markdown).not.toContain("z");
  });

  it("leaves entities alone and links bare domains", async () => {
    const bench = await startBench();

    const markdown = await replace(bench, bench.home, "a &amp; b at example.com");

    expect(markdown).toBe("a &amp; b at [example.com](http://example.com)");
  });

  it("has none of its known faults when told so", async () => {
    const bench = await startBench({ markdownQuirks: false });
    const text = "a &amp; b at example.com\n| a | b |\n| --- | --- |\n| x \\| y | z |";

    const markdown = await replace(bench, bench.home, text);

    expect(markdown).toContain("a & b at example.com\n");
    expect(markdown).toContain("<td>x \\| y</td>\n\t\t<td>z</td>");
  });

  it("keeps code as it is", async () => {
    const bench = await startBench();
    const text = "```mermaid\ngraph TD\n\ta[*x*] --> b\n\n```";

    expect(await replace(bench, bench.home, text)).toBe(text);
  });

  it.each([
    "**bold** *it* ~~no~~ `code` [link](https://example.org/a)",
    '<span color="red">red</span> <span underline="true">u</span>',
    "- [ ] open\n- [x] done",
    '# One {toggle="true"}\n\tinside',
    'Text {color="blue_bg"}',
    "<columns>\n\t<column>\n\t\tleft\n\t</column>\n\t<column>\n\t\tright\n\t</column>\n</columns>",
    "<details>\n<summary>More</summary>\n\t- a\n\t\t- b\n</details>",
    "$$\na^2\n$$\n---\n$x$ in line",
    "![cap](https://example.org/a.png)",
  ])("reads back %j as it was written", async (text) => {
    const bench = await startBench();

    expect(await replace(bench, bench.home, text)).toBe(text);
  });

  it("reads any plain text back as that text", async () => {
    const bench = await startBench();
    const printable = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 })
      .map((text) => text.trim());

    await fc.assert(
      fc.asyncProperty(
        printable.filter((text) => text !== "" && !/[a-z]\.[a-z]/i.test(text)),
        async (text) => {
          const id = bench.standIn.workspace.addPage({
            parent: bench.home,
            title: "P",
            body: [{ paragraph: { rich_text: words(text) } }],
          });
          const first = await read(bench, id);
          const again = await replace(bench, id, first);
          const { results } = await bench.client.blocks.children.list({ block_id: id });

          expect(again).toBe(first);
          expect(results).toMatchObject([{ paragraph: { rich_text: [{ plain_text: text }] } }]);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe("sandbox/notion/markdown: updates", () => {
  it("replaces one match and leaves the other blocks as they are", async () => {
    const bench = await startBench();
    const ids = bench.standIn.workspace.appendBlocks(bench.home, "one\n\ntwo\n\nthree");

    const { markdown } = await update(bench, bench.home, "two", "2");

    const after = bench.standIn.workspace.children(bench.home).map(({ id }) => id);
    expect(markdown).toBe("one\n2\nthree");
    expect([after[0], after[2]]).toEqual([ids[0], ids[2]]);
    expect(after[1]).not.toBe(ids[1]);
  });

  it("refuses no match, several matches, another case and nothing to look for", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, "a\n\na");

    const none = await refusal(update(bench, bench.home, "A", "b"));
    const several = await refusal(update(bench, bench.home, "a", "b"));
    const empty = await refusal(update(bench, bench.home, "", "b"));
    const all = await update(bench, bench.home, "a", "b", true);

    expect(none.message).toContain("String not found: A");
    expect([none.status, several.status, empty.status]).toEqual([400, 400, 400]);
    expect(all.markdown).toBe("b\nb");
  });

  it("inserts at the start, at the end, and after a selection", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, "one two\n\nthree");
    const insert = (content: string, where: object): Promise<{ markdown: string }> =>
      bench.client.pages.updateMarkdown({
        page_id: bench.home,
        type: "insert_content",
        insert_content: { content, ...where },
      });

    await insert("first", { position: { type: "start" } });
    await insert("last", {});
    const { markdown } = await insert("middle", { after: "one...two" });
    const both = await refusal(insert("x", { after: "one...two", position: { type: "end" } }));

    expect(markdown).toBe("first\none two\nmiddle\nthree\nlast");
    expect(both.status).toBe(400);
  });

  it("keeps child pages whose tag stays, and asks before it lets one go", async () => {
    const bench = await startBench();
    const child = bench.standIn.workspace.addPage({ parent: bench.home, title: "Child" });
    const tag = await read(bench, bench.home);

    const kept = await replace(bench, bench.home, `Text\n${tag}`);
    const refused = await refusal(replace(bench, bench.home, "Text"));
    const gone = await replace(bench, bench.home, "Text", true);

    expect(kept).toBe(`Text\n${tag}`);
    expect(refused.message).toContain("Child");
    expect(gone).toBe("Text");
    expect(bench.standIn.workspace.page(child).inTrash).toBe(true);
  });

  it("makes new blocks for replaced content", async () => {
    const bench = await startBench();
    const [id] = bench.standIn.workspace.appendBlocks(bench.home, "same");

    await replace(bench, bench.home, "same");

    expect(bench.standIn.workspace.children(bench.home).map((block) => block.id)).not.toContain(id);
  });

  it("does not take a database for a page", async () => {
    const bench = await startBench();
    const { id } = bench.standIn.workspace.addDatabase({ parent: bench.home, title: "B", dataSources: [] });

    const error = await refusal(replace(bench, id, "x"));

    expect(error.status).toBe(400);
  });
});
