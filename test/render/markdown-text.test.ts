import { fc, test } from "@fast-check/vitest";
import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";

import { parseDocument, textOf } from "../../src/render/document.ts";
import { renderTemplate } from "../../src/render/engine.ts";
import { makeHelpers } from "../../src/render/helpers/index.ts";
import { bodyLength, titleLength, toLine } from "../../src/render/text.ts";
import { printDocument } from "../../src/render/to-markdown.ts";
import { phrasesIn } from "./phrases-in.ts";

const helpers = makeHelpers({ phrases: phrasesIn("en-US"), timezone: "UTC" });

const render = (text: string, context: object): Root =>
  parseDocument(renderTemplate({ name: "t", file: "t.hbs", text }, [], context, helpers));

/** Hard cases beside anything at all. */
const nasty = fc.constantFrom(
  "# heading",
  "- [x] task",
  "1. one",
  "1) one",
  "a | b",
  String.raw`\|`,
  String.raw`trailing \ `,
  "| - | - |",
  "===",
  "---",
  "***bold***",
  "_em_",
  "`code`",
  "``` js",
  "~~~",
  "~~gone~~",
  "[a](javascript:alert(1))",
  "![i](x)",
  "<b>x</b>",
  "<details><summary>x</summary>",
  "</details>",
  "<!-- x -->",
  "&amp; &#35; &copy;",
  "[^1]",
  "[^1]: note",
  "[ref]: http://x",
  "> quote",
  "    code",
  "\tcode",
  "https://example.com/a_b_c",
  "www.example.com",
  "me@example.com",
  "mailto:me@example.com",
  "<https://example.com>",
  "{{name}}",
  "{{{name}}}",
  "{{#each x}}",
  "line\nline",
  "para\n\npara",
  "\u0000\u001B[31m",
  "\u202Eevil",
  "\uD800",
  "\uDC00x",
  "+ plus",
  "* star",
  "$x$",
  ":::note",
  "a\u2028b",
  "@someone",
  "#tag",
  "\uFEFFbom",
  "👩‍👩‍👧 fine",
  "%%",
  "x".repeat(3000),
);
const anyText = fc.oneof(
  nasty,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."#*_`[]()<>|\\&;~-+=.:/!{}@\n\t 1aw".split("")), maxLength: 30 }),
  fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join(" ")),
);

const onlyText = (children: readonly RootContent[]): string => {
  for (const child of children) expect(child.type).toBe("text");
  return children.map(textOf).join("");
};

/** Both the document and its printed form, read by a plain GitHub reader, must say the same. */
const readings = (document: Root): readonly Root[] => [document, parseDocument(printDocument(document))];

describe("render: text is text", () => {
  test.prop([anyText])(
    "keeps any text as it is in paragraphs, headings, lists, tables and links",
    (value) => {
      const expected = toLine(value);
      const document = render(
        "a{{v}}\n\n# a{{v}}\n\n- a{{v}}\n- {{v}}a\n\n| h |\n| - |\n| a{{v}}a |\n\n{{v}}\n",
        {
          v: value,
        },
      );

      for (const { children } of readings(document)) {
        const [paragraph, heading, list, table, alone] = children;
        if (paragraph?.type !== "paragraph" || heading?.type !== "heading") throw new Error("structure");
        if (list?.type !== "list" || table?.type !== "table") throw new Error("structure");
        expect(onlyText(paragraph.children)).toBe(`a${expected}`);
        expect(onlyText(heading.children)).toBe(`a${expected}`);
        expect(list.children.map(({ children }) => children.map(textOf))).toEqual([
          [`a${expected}`],
          [`${expected}a`],
        ]);
        expect(list.children.map(({ checked }) => checked ?? null)).toEqual([null, null]);
        expect(table.children.map((row) => row.children.map(textOf))).toEqual([["h"], [`a${expected}a`]]);
        expect(alone === undefined ? "" : textOf(alone)).toBe(expected);
        expect(children).toHaveLength(expected === "" ? 4 : 5);
      }
    },
  );

  test.prop([anyText])("keeps any title as the whole text of its link", (title) => {
    const item = { title, url: "https://example.test/a?b=1&c=(2)|_3_#x" };

    const document = render("{{link item}}\n\n- {{link item}} end\n\n| h |\n| - |\n| {{link item}} |\n", {
      item,
    });

    for (const { children } of readings(document)) {
      const [paragraph] = children;
      if (paragraph?.type !== "paragraph") throw new Error("structure");
      const [link, ...others] = paragraph.children;
      if (link?.type !== "link") throw new Error("no link");
      expect(others).toEqual([]);
      expect(new URL(link.url).href).toBe("https://example.test/a?b=1&c=(2)%7C_3_#x");
      const line = toLine(title, titleLength);
      const last = onlyText(link.children);
      // A sentence gives its full stop to the sentence that it stands in.
      expect(/[\p{L}\p{N}]$/u.test(last) && line.endsWith(".") ? `${last}.` : last).toBe(line || "Untitled");
      expect(children.map(({ type }) => type)).toEqual(["paragraph", "list", "table"]);
    }
  });

  test.prop([anyText, anyText])(
    "links a title where a sentence quotes it, and keeps both as they are",
    (message, title) => {
      const item = { title, url: "https://example.test/a" };
      const name = toLine(title, titleLength) || "Untitled";

      const [quoted] = render("{{linked m item}}", {
        m: `The “${name}” is new.`,
        item: { ...item, title: name },
      }).children;
      const [other] = render("{{linked m item}}", { m: message.replaceAll("“", ""), item }).children;

      expect(textOf(quoted!)).toBe(`The “${name}” is new.`);
      expect(quoted).toMatchObject({ children: [{ type: "text" }, { type: "link" }, { type: "text" }] });
      const shown = name.replace(/(?<=[\p{L}\p{N}])\.$/u, "");
      expect(textOf(other!).trim()).toBe(`${shown} – ${toLine(message.replaceAll("“", ""))}`.trim());
    },
  );

  test.prop([anyText, anyText])("keeps any text in a fold's summary and body", (summary, value) => {
    const document = render("{{#details s}}\na{{v}}\n{{/details}}\n", { s: summary, v: value });

    for (const { children } of readings(document)) {
      const [fold] = children;
      if (fold?.type !== "details") throw new Error("no fold");
      expect(children).toHaveLength(1);
      expect(fold.summary.map(textOf).join("")).toBe(toLine(summary, titleLength));
      expect(fold.children.map(textOf)).toEqual([`a${toLine(value)}`]);
    }
  });

  test.prop([anyText])("gives a reader of GitHub's Markdown no structure beyond the template's", (value) => {
    const markdown = printDocument(render("- a{{v}}\n", { v: value }));

    const [list] = fromMarkdown(markdown, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }).children;

    if (list?.type !== "list") throw new Error("no list");
    const types = new Set(list.children.flatMap(({ children }) => children.map(({ type }) => type)));
    expect([...types]).toEqual(["paragraph"]);
  });

  it("makes no link of an address that runs or reads something", () => {
    const urls = [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "not a url",
      "",
      `https://x.test/${"a".repeat(2000)}`,
    ];

    const documents = urls.map((url) => render("{{link item}}", { item: { title: "t", url } }));

    expect(
      documents.map(({ children }) => children.map((child) => ("children" in child ? child.children : []))),
    ).toEqual(urls.map(() => [[{ type: "text", value: "t" }]]));
  });

  it("cuts a title and a body at their lengths, between words and never inside a character", () => {
    expect(toLine("word ".repeat(30_000)).length).toBeLessThanOrEqual(bodyLength);
    expect(toLine("👩".repeat(2000), titleLength)).toMatch(/^(👩)+…$/u);
    expect(toLine("one two three four", 16)).toBe("one two three…");
  });

  it("drops bidirectional overrides and control characters, and marks halves of characters", () => {
    expect(toLine("a\u202Eb\u0007c\uD83D d\r\n\te")).toBe("abc\uFFFD d e");
  });
});
