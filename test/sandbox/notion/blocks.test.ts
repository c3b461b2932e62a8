import { isFullBlock } from "@notionhq/client";
import { describe, expect, it } from "vitest";

import { paragraph, refusal, startBench, words, type Bench } from "./helpers.ts";

async function texts(bench: Bench, id: string): Promise<string[]> {
  const { results } = await bench.client.blocks.children.list({ block_id: id });
  return results.map((block) => {
    if (!isFullBlock(block)) return "?";
    const content = (
      block as unknown as Record<string, { rich_text?: { plain_text: string }[]; title?: string }>
    )[block.type];
    return content?.rich_text?.map((run) => run.plain_text).join("") ?? content?.title ?? block.type;
  });
}

describe("sandbox/notion/routes/blocks: append", () => {
  it("fills defaults, and keeps children one level down", async () => {
    const bench = await startBench();

    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [{ bulleted_list_item: { rich_text: words("a"), children: [paragraph("b")] } }],
    });
    const [item] = results;
    const inner = await texts(bench, String(item?.id));

    expect(item).toMatchObject({
      object: "block",
      type: "bulleted_list_item",
      has_children: true,
      in_trash: false,
      parent: { type: "page_id", page_id: bench.home },
      created_by: { object: "user", id: bench.botId },
      bulleted_list_item: { color: "default" },
    });
    expect(JSON.stringify(item)).not.toContain('children":[');
    expect(inner).toEqual(["b"]);
  });

  it("puts blocks at the start, after another, and at the end", async () => {
    const bench = await startBench();
    const append = (text: string, position?: object): Promise<{ results: { id: string }[] }> =>
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [paragraph(text)],
        ...(position === undefined ? {} : { position: position as { type: "end" } }),
      });
    const b = await append("b");
    await append("d");
    await append("a", { type: "start" });

    const middle = await append("c", { type: "after_block", after_block: { id: String(b.results[0]?.id) } });
    const end = await append("e", { type: "end" });

    expect(await texts(bench, bench.home)).toEqual(["a", "b", "c", "d", "e"]);
    expect(middle.results).toHaveLength(2);
    expect(end.results).toHaveLength(1);
  });

  it("takes `after` in the older version, and refuses it in the newer", async () => {
    const bench = await startBench();
    const [first = ""] = bench.standIn.workspace.appendBlocks(bench.home, "one\n\ntwo");
    const request = { block_id: bench.home, children: [paragraph("between")], after: first };

    await bench.connect({ notionVersion: "2025-09-03" }).blocks.children.append(request);
    const error = await refusal(bench.client.blocks.children.append(request));

    expect(await texts(bench, bench.home)).toEqual(["one", "between", "two"]);
    expect(error.message).toContain("body.after should be not present");
  });

  it("refuses blocks that cannot hold others, and read-only fields", async () => {
    const bench = await startBench();
    const [block = ""] = bench.standIn.workspace.appendBlocks(bench.home, "# Title");

    const childless = await refusal(
      bench.client.blocks.children.append({ block_id: block, children: [paragraph("x")] }),
    );
    const readOnly = await refusal(
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [{ ...paragraph("x"), has_children: false } as never],
      }),
    );

    expect(childless.status).toBe(400);
    expect(readOnly.message).toBe(
      "body failed validation: body.children[0].has_children should be not present, instead was `false`.",
    );
  });

  it("makes a table with its rows", async () => {
    const bench = await startBench();

    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [
        {
          table: {
            table_width: 2,
            has_column_header: true,
            children: [{ table_row: { cells: [words("a"), []] } }],
          },
        },
      ],
    });
    const rows = await bench.client.blocks.children.list({ block_id: String(results[0]?.id) });

    expect(results[0]).toMatchObject({
      table: { table_width: 2, has_column_header: true, has_row_header: false },
    });
    expect(rows.results).toMatchObject([
      { type: "table_row", table_row: { cells: [[{ plain_text: "a" }], []] } },
    ]);
  });
});

describe("sandbox/notion/routes/blocks: reading", () => {
  it("pages through children", async () => {
    const bench = await startBench();
    bench.standIn.workspace.appendBlocks(bench.home, "a\n\nb\n\nc");

    const first = await bench.client.blocks.children.list({ block_id: bench.home, page_size: 2 });
    const second = await bench.client.blocks.children.list({
      block_id: bench.home,
      page_size: 2,
      start_cursor: String(first.next_cursor),
    });

    expect([first.results.length, first.has_more, second.results.length, second.has_more]).toEqual([
      2,
      true,
      1,
      false,
    ]);
  });

  it("shows child pages and databases as blocks, unsupported blocks with their type", async () => {
    const bench = await startBench();
    const { workspace } = bench.standIn;
    workspace.addPage({ parent: bench.home, title: "Sub" });
    workspace.addDatabase({
      parent: bench.home,
      title: "Base",
      dataSources: [{ name: "Base", properties: {} }],
    });
    workspace.appendBlocks(bench.home, [{ type: "unsupported", unsupported: { block_type: "button" } }]);

    const { results } = await bench.client.blocks.children.list({ block_id: bench.home });

    expect(results).toMatchObject([
      { type: "child_page", child_page: { title: "Sub" } },
      { type: "child_database", child_database: { title: "Base" } },
      { type: "unsupported", unsupported: { block_type: "button" } },
    ]);
  });
});

describe("sandbox/notion/routes/blocks: update and delete", () => {
  it("replaces the words in place and keeps the rest", async () => {
    const bench = await startBench();
    const [id = ""] = bench.standIn.workspace.appendBlocks(bench.home, [
      { to_do: { rich_text: words("old"), checked: true } },
    ]);

    const block = await bench.client.blocks.update({ block_id: id, to_do: { rich_text: words("new") } });

    expect(block).toMatchObject({ id, to_do: { checked: true, rich_text: [{ plain_text: "new" }] } });
  });

  it("refuses another type", async () => {
    const bench = await startBench();
    const [id = ""] = bench.standIn.workspace.appendBlocks(bench.home, "text");

    const error = await refusal(
      bench.client.blocks.update({ block_id: id, quote: { rich_text: words("q") } }),
    );

    expect(error.status).toBe(400);
  });

  it("trashes blocks, which are then no longer listed nor editable", async () => {
    const bench = await startBench();
    const [id = ""] = bench.standIn.workspace.appendBlocks(bench.home, "gone\n\nstays");

    const deleted = await bench.client.blocks.delete({ block_id: id });
    const edit = await refusal(bench.client.blocks.update({ block_id: id, paragraph: { rich_text: [] } }));

    expect(deleted).toMatchObject({ id, in_trash: true });
    expect(await texts(bench, bench.home)).toEqual(["stays"]);
    expect(edit.status).toBe(400);
  });

  it("deletes a database by its id", async () => {
    const bench = await startBench();
    const { id } = bench.standIn.workspace.addDatabase({
      parent: bench.home,
      title: "Base",
      dataSources: [{ name: "Base", properties: {} }],
    });

    const deleted = await bench.client.blocks.delete({ block_id: id });

    expect(deleted).toMatchObject({ type: "child_database", in_trash: true });
  });
});

describe("sandbox/notion: who edited what, and when", () => {
  it("cuts times to the minute and remembers the last editor of block and page", async () => {
    const bench = await startBench();
    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [paragraph("mine"), paragraph("also mine")],
    });
    const [edited, untouched] = results;

    bench.clock.advance(5 * 60_000);
    bench.standIn.workspace.editBlock(String(edited?.id), "theirs", { by: bench.personId });
    const after = await bench.client.blocks.children.list({ block_id: bench.home });
    const page = await bench.client.pages.retrieve({ page_id: bench.home });

    expect(after.results).toMatchObject([
      {
        id: edited?.id,
        created_by: { id: bench.botId },
        last_edited_by: { id: bench.personId },
        created_time: "2026-03-10T09:30:00.000Z",
        last_edited_time: "2026-03-10T09:35:00.000Z",
      },
      {
        id: untouched?.id,
        last_edited_by: { id: bench.botId },
        last_edited_time: "2026-03-10T09:30:00.000Z",
      },
    ]);
    expect(page).toMatchObject({
      last_edited_by: { id: bench.personId },
      last_edited_time: "2026-03-10T09:35:00.000Z",
    });
  });
});

describe("sandbox/notion/rich-text", () => {
  it("merges neighbouring runs of one style, fills fields and drops empty runs", async () => {
    const bench = await startBench();
    const long = "x".repeat(2000);

    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [
        {
          paragraph: {
            rich_text: [
              { text: { content: long } },
              { text: { content: "y" } },
              { text: { content: "" } },
              { text: { content: "bold" }, annotations: { bold: true } },
              { text: { content: "link", link: { url: "https://example.org/a" } } },
            ],
          },
        },
      ],
    });

    const [block] = results as unknown as { paragraph: { rich_text: unknown[] } }[];
    expect(block?.paragraph.rich_text).toMatchObject([
      { plain_text: `${long}y`, href: null, annotations: { bold: false, color: "default" } },
      { plain_text: "bold", annotations: { bold: true } },
      { plain_text: "link", href: "https://example.org/a", text: { link: { url: "https://example.org/a" } } },
    ]);
    expect(block?.paragraph.rich_text).toHaveLength(3);
  });

  it("writes out mentions and equations", async () => {
    const bench = await startBench();

    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [
        {
          paragraph: {
            rich_text: [
              { mention: { user: { id: bench.personId } } },
              { mention: { page: { id: bench.home } } },
              { equation: { expression: "a^2" } },
            ],
          },
        },
      ],
    });

    expect(results).toMatchObject([
      {
        paragraph: { rich_text: [{ plain_text: "@Ann Lee" }, { plain_text: "Home" }, { plain_text: "a^2" }] },
      },
    ]);
  });

  it("refuses a link that is no address", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [{ paragraph: { rich_text: [{ text: { content: "x", link: { url: "./x.md" } } }] } }],
      }),
    );

    expect(error.message).toContain("Invalid URL for link");
  });
});
