import { describe, expect, it } from "vitest";

import { drawChart } from "../../src/render/charts/index.ts";
import { parseDocument, textOf, withoutCharts } from "../../src/render/document.ts";
import { chartWords } from "../../src/render/helpers/charts.ts";
import { phrasesIn } from "./phrases-in.ts";
import { printDocument } from "../../src/render/to-markdown.ts";

const types = (markdown: string): readonly string[] =>
  parseDocument(markdown).children.map(({ type }) => type);

describe("render/document", () => {
  it("makes one node of a fold, folds inside folds included", () => {
    const markdown =
      "a\n\n<details><summary>3 **more**</summary>\n\n- b\n\n<details><summary>in</summary>\n\nc\n\n</details>\n\n</details>\n\nd\n";

    const { children } = parseDocument(markdown);

    expect(children.map(({ type }) => type)).toEqual(["paragraph", "details", "paragraph"]);
    expect(children[1]).toMatchObject({
      summary: [{ type: "text", value: "3 more" }],
      children: [{ type: "list" }, { type: "details", children: [{ type: "paragraph" }] }],
    });
  });

  it("turns every other HTML into text", () => {
    expect(
      types(
        "<div>\nx\n</div>\n\n<details><summary>never closed</summary>\n\nx\n\n</details>\n\n</details>\n",
      ),
    ).toEqual(["paragraph", "details", "paragraph"]);
    expect(types("<details><summary>never closed</summary>\n\nx\n")).toEqual(["paragraph", "paragraph"]);
    expect(parseDocument("a <b>c</b>\n").children[0]).toEqual({
      type: "paragraph",
      children: [{ type: "text", value: "a <b>c</b>" }],
    });
  });

  it("prints what it parsed, so that Markdown and document say the same", () => {
    const markdown =
      "# T\n\n- a\n  - b\n\n<details><summary>1. x_y & <z></summary>\n\n- c\n\n</details>\n\n| a | b |\n| - | - |\n| 1\\|2 | ~~x~~ |\n\n1. one\n2. two\n";

    const document = parseDocument(markdown);
    const printed = printDocument(document);

    expect(parseDocument(printed)).toEqual(document);
    expect(printDocument(parseDocument(printed))).toBe(printed);
    expect(textOf(document)).toContain("1|2");
  });

  it("puts charts where their places are, and takes them out again with what held nothing else", () => {
    const charts = [1, 2].map((value) => aChart(value));
    const markdown =
      "a\n\n<details><summary>Charts</summary>\n\n<!-- chart 1 --><!-- chart 0 -->\n<!-- chart 7 -->\n\n</details>\n\n- b\n\n  <!-- chart 0 -->\n";

    const document = parseDocument(markdown, charts);

    expect(document.children[1]).toMatchObject({
      type: "details",
      children: [
        { type: "chart", chart: charts[1] },
        { type: "chart", chart: charts[0] },
      ],
    });
    expect(withoutCharts(document).children.map((node) => [node.type, textOf(node)])).toEqual([
      ["paragraph", "a"],
      ["list", "b"],
    ]);
  });

  it("keeps what only looks like the place of a chart as text", () => {
    const { children } = parseDocument("a <!-- chart 0 --> b\n\n<!-- chart x -->\n", [aChart(1)]);

    expect(children.map(textOf)).toEqual(["a <!-- chart 0 --> b", "<!-- chart x -->"]);
  });
});

function aChart(value: number) {
  const chart = drawChart({
    title: "Goal",
    measure: null,
    points: [{ date: "2026-01-01", value }],
    baseline: null,
    target: null,
    start: null,
    due: null,
    unit: null,
    marks: [],
    locale: "en-US",
    words: chartWords(phrasesIn("en-US")),
  });
  if (chart === null) throw new Error("nothing was drawn");
  return chart;
}
