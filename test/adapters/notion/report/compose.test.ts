import * as fc from "fast-check";
import type { PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";

import { batches } from "../../../../src/adapters/notion/report/append.ts";
import { composeDocument, markerKey, markerPiece } from "../../../../src/adapters/notion/report/compose.ts";
import { blockText, describeBlock, payloadOf } from "../../../../src/adapters/notion/report/pieces.ts";
import {
  blockfuls,
  canonicalRuns,
  fromRichText,
  runsOf,
  toRichText,
} from "../../../../src/adapters/notion/report/rich-text.ts";
import type { Piece } from "../../../../src/adapters/types.ts";
import { asList, asRecord, asText } from "../../../../src/lib/loose.ts";
import { echoBlock } from "./service-echo.ts";

const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: "paragraph", children });
const root = (...children: RootContent[]): Root => ({ type: "root", children });
/** The folded part of a report's document. */
const details = (summary: string, ...children: RootContent[]): RootContent =>
  ({ type: "details", summary: [text(summary)], children }) as unknown as RootContent;

function outline(pieces: readonly Piece[], indent = ""): string {
  return pieces
    .map((piece) => `${indent}${piece.type} ${piece.content}\n${outline(piece.children, `${indent}  `)}`)
    .join("");
}

function depthOf(pieces: readonly Piece[]): number {
  return pieces.length === 0 ? 0 : 1 + Math.max(...pieces.map((piece) => depthOf(piece.children)));
}

describe("adapters/notion/report/compose", () => {
  it("writes every kind of block", () => {
    const markdown = [
      "# One\n\n#### Four\n\nA **bold** and *slanted* `code` [link](https://example.org).",
      "- item\n  1. inner\n- [x] done\n- [ ] open",
      "> said\n>\n> - in it",
      "```ts\nlet a;\n```",
      "| a | b |\n|---|---|\n| 1 | **2** |",
      "---",
    ].join("\n\n");

    expect(outline(composeDocument(parse(markdown)))).toMatchInlineSnapshot(`
      "heading_1 [["One",0]]
      heading_3 [["Four",0]]
      paragraph [["A ",0],["bold",1],[" and ",0],["slanted",2],[" ",0],["code",8],[" ",0],["link",0,"https://example.org/"],[".",0]]
      bulleted_list_item [["item",0]]
        numbered_list_item [["inner",0]]
      to_do [true,[["done",0]]]
      to_do [false,[["open",0]]]
      quote [["said",0]]
        bulleted_list_item [["in it",0]]
      code ["typescript",[["let a;",0]]]
      table-2 [true]
        table_row [[["a",0]],[["b",0]]]
        table_row [[["1",0]],[["2",1]]]
      divider 
      "
    `);
  });

  it("writes folded parts as toggles, with tables inside", () => {
    const [table] = parse("| a |\n|---|\n| 1 |").children;

    const pieces = composeDocument(
      root(details("More", paragraph(text("inside")), ...(table ? [table] : []))),
    );

    expect(outline(pieces)).toMatchInlineSnapshot(`
      "toggle [["More",0]]
        paragraph [["inside",0]]
        table-1 [true]
          table_row [[["a",0]]]
          table_row [[["1",0]]]
      "
    `);
  });

  it("sets what is nested too deep beside its parent, and loses none of it", () => {
    const pieces = composeDocument(
      parse("- a\n  - b\n    - c\n      - d\n        | x |\n        |---|\n        | y |"),
    );

    expect(depthOf(pieces)).toBe(3);
    expect(outline(pieces)).toMatchInlineSnapshot(`
      "bulleted_list_item [["a",0]]
        bulleted_list_item [["b",0]]
          bulleted_list_item [["c",0]]
          bulleted_list_item [["d",0]]
          paragraph [["x",0]]
          paragraph [["y",0]]
      "
    `);
  });

  it.each([
    "javascript:alert(1)",
    "/relative",
    "https://",
    `https://example.org/${"x".repeat(2000)}`,
    "file:///etc",
  ])("shows the text of a link that Notion would refuse: %s", (url) => {
    const runs = runsOf([{ type: "link", url, children: [text("here")] }]);

    expect(runs).toEqual([{ text: "here", style: 0, href: null }]);
  });

  it.each(["en", "es-MX", "fr"])(
    "marks a page with its key so that the key can be read back, in %s",
    (locale) => {
      const key = "Équipe “A”/planning-meeting/2026-W47";

      const marker = markerPiece({ key, locale });

      expect(markerKey(blockText(echoBlock(marker.payload)))).toBe(key);
      expect(markerKey("Report keys are fine")).toBeNull();
    },
  );
});

const anyText = fc.string({ unit: "binary", maxLength: 40 });
const phrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyText.map(text),
    anyText.map((value): PhrasingContent => ({ type: "inlineCode", value })),
    fc.constant<PhrasingContent>({ type: "break" }),
    fc
      .record({
        type: fc.constantFrom("strong" as const, "emphasis" as const, "delete" as const),
        children: fc.array(tie("node"), { maxLength: 3 }),
      })
      .map(({ type, children }): PhrasingContent => ({ type, children })),
    fc
      .record({ url: fc.oneof(fc.webUrl(), anyText), children: fc.array(tie("node"), { maxLength: 2 }) })
      .map(({ url, children }): PhrasingContent => ({ type: "link", url, children })),
  ),
})).node;

const block: fc.Arbitrary<RootContent> = fc.letrec<{ node: RootContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.array(phrasing, { maxLength: 4 }).map((children): RootContent => ({ type: "paragraph", children })),
    fc
      .record({
        depth: fc.constantFrom(1 as const, 3 as const, 6 as const),
        children: fc.array(phrasing, { maxLength: 3 }),
      })
      .map((heading): RootContent => ({ type: "heading", ...heading })),
    fc
      .record({ lang: fc.oneof(fc.constant("ts"), anyText), value: anyText })
      .map((code): RootContent => ({ type: "code", ...code })),
    fc.constant<RootContent>({ type: "thematicBreak" }),
    fc
      .array(fc.array(phrasing, { maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((cells): RootContent => ({
        type: "table",
        children: [
          { type: "tableRow", children: cells.map((children) => ({ type: "tableCell", children })) },
        ],
      })),
    fc.array(tie("node"), { maxLength: 3 }).map((children) => details("fold", ...children)),
    fc
      .record({
        ordered: fc.boolean(),
        checked: fc.constantFrom(null, true, false),
        items: fc.array(fc.array(tie("node"), { maxLength: 2 }), { maxLength: 3 }),
      })
      .map(
        ({ ordered, checked, items }) =>
          ({
            type: "list",
            ordered,
            children: items.map((children) => ({ type: "listItem", checked, children })),
          }) as unknown as RootContent,
      ),
  ),
})).node;

function all(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => [piece, ...all(piece.children)]);
}

/** Every array of rich text in a block. */
function richTexts(piece: Piece): readonly (readonly unknown[])[] {
  const payload = payloadOf(piece);
  const { rich_text, cells } = asRecord(payload[payload.type]);
  return [asList(rich_text), ...asList(cells).map(asList)];
}

describe("adapters/notion/report: any document", () => {
  it("is within the limits of every block, and reads back as what was written", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (children) => {
        const pieces = composeDocument(root(...children));

        expect(depthOf(pieces)).toBeLessThanOrEqual(3);
        for (const piece of all(pieces)) {
          expect(describeBlock(echoBlock(piece.payload))).toEqual({
            type: piece.type,
            content: piece.content,
          });
          for (const runs of richTexts(piece)) {
            expect(runs.length).toBeLessThanOrEqual(100);
            for (const run of runs) {
              const { content, link } = asRecord(asRecord(run).text);
              expect(String(content).length).toBeLessThanOrEqual(2000);
              expect(String(content)).not.toMatch(/\p{Surrogate}/u);
              expect((asText(asRecord(link).url) ?? "").length).toBeLessThanOrEqual(2000);
            }
          }
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it("cuts long text into runs and blocks that join to it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 260_000 }),
        fc.constantFrom("a", "é", "😀", "漢"),
        (length, sign) => {
          const long = sign.repeat(Math.ceil(length / sign.length));

          const portions = blockfuls(runsOf([text(long)]));

          expect(
            portions
              .flat()
              .map((run) => run.text)
              .join(""),
          ).toBe(long);
          for (const portion of portions) {
            expect(portion.length).toBeLessThanOrEqual(100);
            expect(Buffer.byteLength(JSON.stringify(toRichText(portion)))).toBeLessThan(450_000);
          }
        },
      ),
      { seed: 8, numRuns: 20 },
    );
  });

  const rowOf = (...cells: readonly PhrasingContent[][]): Piece => {
    const row = {
      type: "tableRow" as const,
      children: cells.map((children) => ({ type: "tableCell" as const, children })),
    };
    return composeDocument(root({ type: "table", children: [row] }))[0]?.children[0] as Piece;
  };
  const styledText = Array.from({ length: 300 }, (_, i): PhrasingContent =>
    i % 2 === 0 ? text("plain ") : { type: "strong", children: [text("bold ")] },
  );

  it("keeps 100 kB of a cell, and cuts what no request could hold", () => {
    const lengths = (row: Piece): readonly number[] =>
      richTexts(row)
        .slice(1)
        .map((runs) =>
          runs.reduce<number>((sum, run) => sum + String(asRecord(asRecord(run).text).content).length, 0),
        );

    expect(lengths(rowOf([text("x".repeat(100_000))]))).toEqual([100_000]);
    expect(lengths(rowOf([text("x".repeat(300_000))]))).toEqual([100_000]);
    expect(lengths(rowOf([text("y".repeat(70_000))], styledText))).toEqual([50_000, 1650]);
  });

  it("makes no row that is too large for a request, however wide and styled", () => {
    const wide = Array.from({ length: 100 }, () => [...styledText.slice(0, 90), text("漢".repeat(3000))]);

    expect(Buffer.byteLength(JSON.stringify(rowOf(...wide).payload))).toBeLessThan(450_000);
  });

  it("compares links to Notion's own pages by their id", () => {
    const id = "1f0e2d3c4b5a49788697a6b5c4d3e2f1";
    const canonical = (href: string): unknown => canonicalRuns(fromRichText([{ plain_text: "x", href }]));

    expect(canonical(`https://www.notion.so/team/Goals-${id}`)).toEqual(canonical(`/${id}`));
    expect(canonical(`https://app.notion.com/p/Goals-${id}?x=1`)).toEqual(canonical(`/${id}`));
    expect(canonical("https://example.org")).toEqual(canonical("https://example.org/"));
  });
});

describe("adapters/notion/report/append", () => {
  const line = (value: string): Piece => composeDocument(root(paragraph(text(value))))[0] as Piece;
  const toggle = (children: number, size = 1): Piece =>
    composeDocument(
      root(
        details(
          "t",
          ...Array.from({ length: children }, (_, i) => paragraph(text(`${i}${"x".repeat(size)}`))),
        ),
      ),
    )[0] as Piece;
  const shape = (pieces: readonly Piece[]): readonly unknown[] =>
    batches(pieces).map(({ blocks, later }) => [
      blocks.length,
      [...later].map(([at, rest]) => [at, rest.length]),
    ]);

  it("sends up to 100 blocks a request", () => {
    expect(shape(Array.from({ length: 250 }, (_, i) => line(`${i}`)))).toEqual([
      [100, []],
      [100, []],
      [50, []],
    ]);
  });

  it("sends up to 1000 nested blocks a request", () => {
    expect(shape(Array.from({ length: 25 }, () => toggle(99)))).toEqual([
      [10, []],
      [10, []],
      [5, []],
    ]);
  });

  it("sends up to 450 KB a request", () => {
    expect(shape(Array.from({ length: 8 }, () => line("x".repeat(90_000))))).toEqual([
      [4, []],
      [4, []],
    ]);
  });

  it("sends children that do not fit once their parent is there", () => {
    expect(shape([line("a"), toggle(150), line("b"), toggle(9, 99_000)])).toEqual([
      [
        4,
        [
          [1, 50],
          [3, 5],
        ],
      ],
    ]);
  });

  it("never sends a table without a row", () => {
    const rows = Array.from({ length: 130 }, () => "| 1 |").join("\n");

    expect(shape(composeDocument(parse(`| a |\n|---|\n${rows}`)))).toEqual([[1, [[0, 31]]]]);
  });
});
