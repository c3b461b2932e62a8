import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import {
  plainText,
  renderPage,
  renderWorkspace,
  type WebBlock,
  type WebPage,
  type WebText,
} from "../../../src/sandbox/web/index.ts";

/** Pieces that mean something to HTML, among anything at all. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom("<", ">", "</", '"', "'", "&", "<!--", "<script>", "onload=", "\n"),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((pieces) => pieces.join(""));

describe("sandbox/web/page", () => {
  it("shows every kind of block", () => {
    const html = renderPage(
      aPage({
        blocks: [
          { type: "heading", level: 1, text: plainText("What moved") },
          {
            type: "paragraph",
            text: [{ text: "Since March: " }, { text: "18.7 %", bold: true, italic: true }],
          },
          {
            type: "bulleted",
            text: plainText("one"),
            children: [{ type: "bulleted", text: plainText("inner") }],
          },
          { type: "bulleted", text: plainText("two") },
          { type: "numbered", text: plainText("first") },
          { type: "to-do", checked: true, text: plainText("Ask the library") },
          {
            type: "toggle",
            text: plainText("More"),
            children: [{ type: "paragraph", text: plainText("folded") }],
          },
          { type: "quote", text: plainText("Best mix-up of the year.") },
          { type: "callout", icon: "🍼", text: plainText("Two events ahead") },
          { type: "code", language: "json", text: '{ "a": 1 }' },
          {
            type: "table",
            headerRow: true,
            headerColumn: false,
            rows: [[plainText("Goal")], [[{ text: "old", strike: true }]]],
          },
          { type: "page-link", title: "Week 47", href: "/pages/w47" },
          { type: "divider" },
          { type: "other", label: "An embedded video" },
        ],
      }),
    );

    expect(mainOf(html)).toMatchInlineSnapshot(`
      "<h1 dir="auto">Planning</h1>
      <h2 dir="auto">What moved</h2>
      <p dir="auto">Since March: <strong><em>18.7 %</em></strong></p>
      <ul><li dir="auto">one<div class="inside"><ul><li dir="auto">inner</li></ul></div></li>
      <li dir="auto">two</li></ul>
      <ol><li dir="auto">first</li></ol>
      <ul class="to-do"><li dir="auto" class="done"><span class="box" role="img" aria-label="Done">☑</span> Ask the library</li></ul>
      <details><summary dir="auto">More</summary><p dir="auto">folded</p></details>
      <blockquote dir="auto"><p>Best mix-up of the year.</p></blockquote>
      <div class="callout" role="note" dir="auto"><span class="icon" aria-hidden="true">🍼</span><div><p>Two events ahead</p></div></div>
      <pre tabindex="0" role="region" aria-label="Code, json"><code>{ &quot;a&quot;: 1 }</code></pre>
      <div class="scroll" role="region" tabindex="0" aria-label="Table"><table><tr><th scope="col" dir="auto">Goal</th></tr>
      <tr><td dir="auto"><s>old</s></td></tr></table></div>
      <p class="page-link"><a href="/pages/w47" rel="noopener noreferrer">Week 47</a></p>
      <hr>
      <p class="faint">An embedded video</p>"
    `);
  });

  it("shows a table with a heading for each column and row, and opens rows by their first cell", () => {
    const html = renderPage(
      aPage({
        table: {
          columns: [
            { name: "Goal", numeric: false },
            { name: "Value", numeric: true },
          ],
          rows: [
            { href: "/pages/1", cells: [plainText("Kept visits"), plainText("18.7")] },
            { href: "/pages/2", cells: [[]] },
          ],
        },
      }),
    );

    expect(mainOf(html)).toMatchInlineSnapshot(`
      "<h1 dir="auto">Planning</h1>
      <div class="scroll" role="region" tabindex="0" aria-label="Planning"><table class="rows"><caption>2 rows</caption><thead><tr><th scope="col">Goal</th><th scope="col" class="number">Value</th></tr></thead><tbody><tr><th scope="row" dir="auto"><a href="/pages/1" rel="noopener noreferrer">Kept visits</a></th><td dir="auto" class="number">18.7</td></tr>
      <tr><th scope="row" dir="auto"><a href="/pages/2" rel="noopener noreferrer"><span class="faint">Untitled</span></a></th><td dir="auto" class="number"></td></tr></tbody></table></div>"
    `);
  });

  it("shows where the page is, what it holds, and what people said about it", () => {
    const html = renderPage(
      aPage({
        breadcrumbs: [{ title: "Home", href: "/" }],
        properties: [
          { name: "Status", value: plainText("Open") },
          { name: "Goal", value: [] },
        ],
        comments: [{ by: "Rosa", at: "2026-10-06T13:10:00.000Z", text: plainText("When do we sit down?") }],
      }),
      {
        title: "Our place",
        pages: [
          { title: "Home", href: "/", children: [{ title: "Planning", href: "/pages/p", children: [] }] },
        ],
      },
    );

    expect(html).toContain(
      '<ol class="crumbs"><li><a href="/" rel="noopener noreferrer"><bdi>Home</bdi></a></li>',
    );
    expect(html).toContain('<div><dt>Status</dt><dd dir="auto">Open</dd></div>');
    expect(html).toContain('<dt>Goal</dt><dd dir="auto"><span class="faint">Empty</span></dd>');
    expect(html).toContain('<time datetime="2026-10-06T13:10:00.000Z">2026-10-06 13:10 UTC</time>');
    expect(html).toContain('<span aria-current="page"><bdi>Planning</bdi></span>');
  });

  it("lists every page of a workspace, and says so when there is none", () => {
    const workspace = {
      title: "Our <place>",
      pages: [{ title: "A", href: "/a", children: [{ title: "", href: "/b", children: [] }] }],
    };

    expect(renderWorkspace(workspace)).toContain(
      '<a href="/b" rel="noopener noreferrer"><bdi>Untitled</bdi></a>',
    );
    expect(renderWorkspace(workspace)).toContain('<h1 dir="auto">Our &lt;place&gt;</h1>');
    expect(renderWorkspace({ title: "Empty", pages: [] })).toContain("No pages yet.");
  });

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "http://[",
  ])("makes no link of %j", (href) => {
    const html = renderPage(aPage({ blocks: [{ type: "paragraph", text: [{ text: "see", href }] }] }));

    expect(mainOf(html)).toBe('<h1 dir="auto">Planning</h1>\n<p dir="auto">see</p>');
  });

  it("escapes what would be markup, and drops what HTML cannot hold", () => {
    const text = `<script>alert("1")</script> & 'x' \u0000\u0008\uD800 {{b}}\nnext`;

    const html = mainOf(renderPage(aPage({ blocks: [{ type: "paragraph", text: plainText(text) }] })));

    expect(html).toContain(
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; \uFFFD\uFFFD\uFFFD {{b}}<br>next",
    );
  });

  it("takes any line end for one", () => {
    const html = mainOf(renderPage(aPage({ blocks: [{ type: "paragraph", text: plainText("a\r\nb\rc") }] })));

    expect(html).toContain("a<br>b<br>c");
  });

  test.prop([hostileText], { seed: 20_261_116 })(
    "lets no text become structure, wherever it stands",
    (text) => {
      const harmless = tagsOf(renderPage(everywhere("x"), { title: "x", pages: [] }));

      const tags = tagsOf(renderPage(everywhere(text), { title: text, pages: [] }));

      // Line feeds become line breaks, empty text an "Empty" or "Untitled": neither is structure that the text chose.
      expect(
        tags.filter((tag) => !harmless.includes(tag) && !["<br>", '<span class="faint">'].includes(tag)),
      ).toEqual([]);
    },
  );

  it.each(["<b>", '"><script>', "'><img src=x onerror=y>", "</main><p class=y>", "<!--", "&lt;b&gt;", "]]>"])(
    "escapes %j in every place that takes text",
    (text) => {
      const html = renderPage(everywhere(text), {
        title: text,
        pages: [{ title: text, href: "/x", children: [] }],
      });

      expect(html).not.toContain(text);
    },
  );

  it("holds no script and loads nothing", () => {
    const html = renderPage(everywhere("x"));

    expect(html).not.toMatch(/<script|<img|<link|<iframe|url\(|@import| on[a-z]+=/i);
    expect(html).toContain("default-src 'none'");
  });
});

function aPage(parts: Partial<WebPage> = {}): WebPage {
  return {
    title: "Planning",
    href: "/pages/p",
    breadcrumbs: [],
    properties: [],
    blocks: [],
    table: null,
    comments: [],
    ...parts,
  };
}

/** The same text in every place of a page that takes text. */
function everywhere(words: string): WebPage {
  const text: WebText = [{ text: words, bold: true, code: true, href: "/x" }];
  const inner: readonly WebBlock[] = [{ type: "paragraph", text }];
  const blocks: readonly WebBlock[] = [
    { type: "heading", level: 2, text },
    { type: "bulleted", text, children: inner },
    { type: "to-do", checked: false, text },
    { type: "toggle", text, children: inner },
    { type: "quote", text },
    { type: "callout", icon: words, text },
    { type: "code", language: words, text: words },
    { type: "table", headerRow: true, headerColumn: true, rows: [[text], [text]] },
    { type: "page-link", title: words, href: "/x" },
    { type: "other", label: words },
  ];
  return aPage({
    title: words,
    breadcrumbs: [{ title: words, href: "/x" }],
    properties: [{ name: words, value: text }],
    blocks,
    table: { columns: [{ name: words, numeric: true }], rows: [{ href: "/x", cells: [text] }] },
    comments: [{ by: words, at: words, text }],
  });
}

/** Tags without the attributes that carry words. */
function tagsOf(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/ (aria-label|datetime)="[^"]*"/g, ""));
}

function mainOf(html: string): string {
  return /<main[^>]*>\n([\s\S]*)\n<\/main>/.exec(html)?.[1] ?? "";
}
