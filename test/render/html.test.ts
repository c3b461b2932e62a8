import { createHash } from "node:crypto";

import fc from "fast-check";
import type { Root } from "mdast";
import { describe, expect, it } from "vitest";

import { parseDocument } from "../../src/render/document.ts";
import { renderReport, toHtml } from "../../src/render/index.ts";
import { sampleReport } from "../report/sample.ts";

const options = { title: "Notes", language: "en-US" };

const bodyOf = (html: string): string => /<h1>Notes<\/h1>\n([^]*)<\/main>/.exec(html)?.[1]?.trim() ?? "";

const htmlOf = (markdown: string): string => bodyOf(toHtml(parseDocument(markdown), options));

/** A tag as our printer writes it, so that only what a browser takes for a tag counts as one. */
const tag = /<\/?([a-z][a-z0-9]*)(?:\s+[a-z-]+(?:="[^"]*")?)*\s*>/g;

const tagsOf = (html: string): readonly string[] => [...html.matchAll(tag)].map(([, name = ""]) => name);

const textIn = (html: string): string =>
  html
    .replaceAll(tag, " ")
    .replaceAll(/&#x([0-9A-F]+);/gi, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    );

const spaceless = (text: string): string => text.replaceAll(/\s/gu, "");

/** The same text in every place of a document that can hold one. */
const saidEverywhere = (value: string): Root => {
  const text = [{ type: "text" as const, value }];
  const paragraph = { type: "paragraph" as const, children: text };
  const row = () => ({
    type: "tableRow" as const,
    children: [{ type: "tableCell" as const, children: text }],
  });
  return {
    type: "root",
    children: [
      { type: "heading", depth: 2, children: text },
      paragraph,
      { type: "list", children: [{ type: "listItem", children: [paragraph] }] },
      { type: "table", children: [row(), row()] },
      { type: "details", summary: text, children: [paragraph] },
      { type: "html", value },
      { type: "code", value },
    ],
  };
};
const places = 9;

describe("render/html: the page", () => {
  it("is one whole page: language, title, one main heading, everything inside main", () => {
    const html = toHtml(parseDocument("Words.\n"), { title: "Notes & more", language: "pt-BR" });

    expect(
      html.startsWith('<!doctype html>\n<html lang="pt-BR" dir="auto">\n<head>\n<meta charset="utf-8">'),
    ).toBe(true);
    expect(html).toContain("<title>Notes &#x26; more</title>");
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(
      html.endsWith("<main>\n<h1>Notes &#x26; more</h1>\n<p>Words.</p>\n</main>\n</body>\n</html>\n"),
    ).toBe(true);
  });

  it("lets the browser use this page's own style and nothing else", () => {
    const html = toHtml(parseDocument("Words.\n"), options);

    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? "";
    const policy = textIn(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import/);
    expect(html).not.toContain(" style=");
  });

  it("gives the same bytes for an equal report", () => {
    const page = (): string => {
      const { title, document } = renderReport(sampleReport(), { template: "planning-meeting" });
      return toHtml(document, { title, language: "en-US" });
    };

    expect(page()).toBe(page());
  });

  it("leaves the document as it was", () => {
    const markdown = "# A\n\n- [ ] b\n\n| c |\n| -: |\n| [d](javascript:e) |\n";
    const document = parseDocument(markdown);

    toHtml(document, options);

    expect(document).toEqual(parseDocument(markdown));
  });

  it("skips no heading level, and siblings stay siblings", () => {
    const levels = tagsOf(htmlOf("## a\n\n#### b\n\n#### c\n\n# d\n\n## e\n\n### f\n")).filter(
      (_, at) => at % 2 === 0,
    );

    expect(levels).toEqual(["h2", "h3", "h3", "h2", "h3", "h4"]);
  });
});

describe("render/html: tables", () => {
  it("stands in a region of its own, named by its section, with headed columns", () => {
    const html = htmlOf("| a | b |\n| - | - |\n| 1 | 2 |\n\n## Goals\n\n| a | b |\n| - | - |\n| 1 | 2 |\n");

    expect(html).toContain(
      '<div class="scroll" role="region" aria-label="Notes" tabindex="0"><table>\n<thead>',
    );
    expect(html).toContain(
      '<div class="scroll" role="region" aria-label="Goals" tabindex="0"><table>\n<thead>',
    );
    expect(html).toContain('<th scope="col">a</th>\n<th scope="col">b</th>');
    expect(html).toContain("<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>");
  });

  it("names two tables of one section apart", () => {
    const table = "| a |\n| - |\n| 1 |\n\n";

    expect([
      ...htmlOf(`## Goals\n\n${table}<!-- -->\n\n${table}`).matchAll(/aria-label="([^"]*)"/g),
    ]).toMatchObject([{ 1: "Goals" }, { 1: "Goals (2)" }]);
  });

  it("aligns by class, and takes an empty header for no header", () => {
    const html = htmlOf("| | b | c |\n| - | -: | :-: |\n| 1 | 2 | 3 |\n");

    expect(html).toContain(
      '<td></td>\n<th class="end" scope="col">b</th>\n<th class="center" scope="col">c</th>',
    );
    expect(html).toContain('<td>1</td>\n<td class="end">2</td>\n<td class="center">3</td>');
  });

  it("lets rows of many columns be stacked: every cell says its column, and stays a cell", () => {
    const html = htmlOf("| Goal | *From* | | Pace |\n| - | - | - | - |\n| a | 1 | 2 | on pace |\n");

    expect(html).toContain(
      '<div class="scroll stacks" role="region" aria-label="Notes" tabindex="0"><table role="table">',
    );
    expect(html).toContain(
      '<thead role="rowgroup">\n<tr role="row">\n<th scope="col" role="columnheader">Goal</th>',
    );
    expect(html).toContain(
      '<td role="cell">a</td>\n<td role="cell" data-label="From">1</td>\n<td role="cell">2</td>\n<td role="cell" data-label="Pace">on pace</td>',
    );
  });

  it("keeps bars and sparklines together and says their heights", () => {
    expect(htmlOf("now ▓▓▓░ ▁▃█ up\n")).toBe(
      '<p>now <span class="drawing" role="img" aria-label="3/4">▓▓▓░</span>' +
        ' <span class="drawing" role="img" aria-label="1 3 8">▁▃█</span> up</p>',
    );
    expect(htmlOf("one █ alone\n")).toBe("<p>one █ alone</p>");
  });
});

describe("render/html: lists and folds", () => {
  it("shows a task with its box, ticked or not", () => {
    expect(htmlOf("- [ ] ask\n- [x] **done**\n- plain\n")).toBe(
      '<ul>\n<li class="task">☐ ask</li>\n<li class="task">☑ <strong>done</strong></li>\n<li>plain</li>\n</ul>',
    );
  });

  it("folds with a summary, folds inside folds included", () => {
    expect(
      htmlOf(
        "<details><summary>3 & more</summary>\n\n- a\n\n<details><summary></summary>\n\nb\n\n</details>\n\n</details>\n",
      ),
    ).toBe(
      "<details><summary>3 &#x26; more</summary>\n<ul>\n<li>a</li>\n</ul>\n" +
        "<details><summary>…</summary>\n<p>b</p>\n</details>\n</details>",
    );
  });
});

describe("render/html: links", () => {
  it.each(["http://x.test/", "https://x.test/?a=b#c", "mailto:a@x.test", "file:///notes/a.md"])(
    "opens %s",
    (url) => {
      expect(htmlOf(`[*a*](<${url}>)\n`)).toBe(`<p><a href="${url}" rel="noreferrer"><em>a</em></a></p>`);
      expect(htmlOf(`[a][1]\n\n[1]: <${url}>\n`)).toBe(`<p><a href="${url}" rel="noreferrer">a</a></p>`);
    },
  );

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java&#9;script:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://x.test/1",
    "//x.test/a",
    "../a",
    "#a",
    "",
  ])("keeps only the text of a link to “%s”", (url) => {
    expect(htmlOf(`[*a*](<${url}>)\n`)).toBe("<p><em>a</em></p>");
    expect(htmlOf(`[a][1]\n\n[1]: <${url}>\n`)).toBe("<p>a</p>");
  });

  it("shows a picture's words instead of fetching it", () => {
    expect(htmlOf("![logo](https://x.test/a.png) ![b][1]\n\n[1]: https://x.test/b.png\n")).toBe(
      "<p>logo b</p>",
    );
  });
});

describe("render/html: text is text", () => {
  it("passes no HTML, wherever it stands", () => {
    const html = toHtml(
      saidEverywhere('"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;'),
      options,
    );

    expect(tagsOf(html).filter((name) => ["script", "img"].includes(name))).toEqual([]);
    expect(bodyOf(html)).toContain(
      '<td>">&#x3C;script>alert(1)&#x3C;/script>&#x3C;img src=x onerror=alert(1)>&#x26;lt;</td>',
    );
  });

  it("keeps any text as text, and the page's structure as it is", () => {
    const neutral = tagsOf(bodyOf(toHtml(saidEverywhere("x"), options)));
    const fragments = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "&lt;",
      "</",
      "<!--",
      "-->",
      "]]>",
      "<b>",
      "</main>",
      "\n",
    );
    const anyText = fc
      .oneof(
        fc.string({ unit: "binary" }),
        fc.array(fc.oneof(fragments, fc.string())).map((parts) => parts.join("")),
      )
      .filter((text) => text.trim() !== "");

    fc.assert(
      fc.property(anyText, (value) => {
        const body = bodyOf(toHtml(saidEverywhere(value), options));

        expect(tagsOf(body).filter((name) => name !== "span")).toEqual(neutral);
        expect(spaceless(textIn(body))).toBe(spaceless(value).repeat(places));
      }),
      { seed: 20_261_116 },
    );
  });

  it("keeps any title as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const html = toHtml({ type: "root", children: [] }, { title, language: "en" });

        const [, shown = null] = /<h1>([^<]*)<\/h1>\n<\/main>/.exec(html) ?? [];
        const [, named = null] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
        expect(textIn(shown ?? "")).toBe(title);
        expect(named).toBe(shown);
      }),
      { seed: 20_261_116 },
    );
  });
});
