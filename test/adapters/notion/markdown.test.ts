import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";

import { parseMarkdown } from "../../../src/adapters/notion/markdown.ts";

/** The tree as an outline that a person can check. */
function outline(node: Nodes, indent = ""): string {
  const label = (): string => {
    switch (node.type) {
      case "heading":
        return `heading ${node.depth}`;
      case "list":
        return node.ordered === true ? "ordered" : "bullets";
      case "listItem":
        return typeof node.checked === "boolean" ? `item ${node.checked ? "[x]" : "[ ]"}` : "item";
      case "code":
        return `code ${node.lang ?? "-"} ${JSON.stringify(node.value)}`;
      case "text":
      case "inlineCode":
        return `${node.type} ${JSON.stringify(node.value)}`;
      case "link":
        return `link ${node.url}`;
      default:
        return node.type;
    }
  };
  const children = "children" in node ? node.children : [];
  return [indent + label(), ...children.map((child) => outline(child, `${indent}  `))].join("\n");
}

const shown = (markdown: string): string => outline(parseMarkdown(markdown).document);

describe("adapters/notion/markdown", () => {
  it("takes every line for a block and every tab for a level", () => {
    const markdown = [
      "# What happened",
      "One",
      "Two",
      "- a",
      "\t- b",
      "\t\tdeep",
      "- c",
      "1. first",
      "2. second",
    ].join("\n");

    expect(shown(markdown)).toMatchInlineSnapshot(`
      "root
        heading 1
          text "What happened"
        paragraph
          text "One"
        paragraph
          text "Two"
        bullets
          item
            paragraph
              text "a"
            bullets
              item
                paragraph
                  text "b"
                paragraph
                  text "deep"
          item
            paragraph
              text "c"
        ordered
          item
            paragraph
              text "first"
          item
            paragraph
              text "second""
    `);
  });

  it("reads toggles, callouts, columns and toggle headings by what they hold", () => {
    const markdown = [
      '## Insights {toggle="true" color="blue"}',
      "\t- under a heading",
      "<details>",
      "<summary>What worked</summary>",
      "\tCalling first",
      "</details>",
      '<callout icon="💡" color="gray_bg">',
      "\t### Next",
      "\tTry again",
      "</callout>",
      "<columns>",
      "\t<column>",
      "\t\tLeft",
      "\t</column>",
      "</columns>",
      '<callout icon="x">in one line</callout>',
    ].join("\n");

    expect(shown(markdown)).toMatchInlineSnapshot(`
      "root
        heading 2
          text "Insights"
        bullets
          item
            paragraph
              text "under a heading"
        heading 6
          text "What worked"
        paragraph
          text "Calling first"
        heading 3
          text "Next"
        paragraph
          text "Try again"
        paragraph
          text "Left"
        paragraph
          text "in one line""
    `);
  });

  it("reads inline styles, escapes, line breaks, mentions and dates", () => {
    const markdown = [
      'a **b** *c* ~~d~~ `e*f` [g](https://example.org) \\*h\\* \\{i\\} <br>j &amp; <span color="red">k</span>',
      '<mention-user url="user://x">Ana</mention-user> on <mention-date start="2026-11-16"/>',
    ].join("\n");

    expect(shown(markdown)).toMatchInlineSnapshot(`
      "root
        paragraph
          text "a "
          strong
            text "b"
          text " "
          emphasis
            text "c"
          text " "
          delete
            text "d"
          text " "
          inlineCode "e*f"
          text " "
          link https://example.org
            text "g"
          text " *h* {i} "
          break
          text "j &amp; k"
        paragraph
          text "Ana on 2026-11-16""
    `);
  });

  it("reads tables, to-dos, quotes, code and rules", () => {
    const markdown = [
      '<table header-row="true">',
      "<tr>",
      "<td>Week</td>",
      "<td>Visits **up**</td>",
      "</tr>",
      "</table>",
      "- [ ] open",
      "- [x] done",
      "> said<br>twice",
      "---",
      "```typescript",
      "if (a < b) {",
      "\treturn; // # no heading",
      "```",
      "$$",
      "x^2",
      "$$",
      "<empty-block/>",
      "",
      "end {not an attribute}",
    ].join("\n");

    expect(shown(markdown)).toMatchInlineSnapshot(`
      "root
        table
          tableRow
            tableCell
              text "Week"
            tableCell
              text "Visits "
              strong
                text "up"
        bullets
          item [ ]
            paragraph
              text "open"
          item [x]
            paragraph
              text "done"
        blockquote
          paragraph
            text "said"
            break
            text "twice"
        thematicBreak
        code typescript "if (a < b) {\\n\\treturn; // # no heading"
        code math "x^2"
        paragraph
          text "end {not an attribute}""
    `);
  });

  it("counts what is in the page but not in its Markdown", () => {
    const { document, unknown } = parseMarkdown(
      'Seen\n<unknown url="https://x" alt="bookmark"/>\n\t<unknown alt="embed"/>',
    );

    expect(unknown).toBe(2);
    expect(document.children).toHaveLength(1);
  });

  it("gives nothing for an empty page", () => {
    expect(parseMarkdown("")).toEqual({ document: { type: "root", children: [] }, unknown: 0 });
  });

  it("takes any text without failing, and keeps every plain word", () => {
    const pieces = fc.constantFrom(
      "word",
      "\t",
      "\n",
      "- ",
      "# ",
      "> ",
      "```",
      "$$",
      "<details>",
      "</details>",
      "<summary>",
      "<table>",
      "<tr>",
      "<td>",
      "</td>",
      "</tr>",
      "</table>",
      "<callout>",
      "</callout>",
      "<column",
      "**",
      "`",
      "[",
      "](",
      ")",
      "{",
      "}",
      "\\",
      "&lt;",
      "|",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(() => parseMarkdown(parts.join(""))).not.toThrow();
      }),
      { seed: 4, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 }), (words) => {
        const { document } = parseMarkdown(words.join("\n"));

        expect(document.children).toHaveLength(words.length);
      }),
      { seed: 5 },
    );
  });
});
