import fc from "fast-check";
import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";

import {
  canonical,
  composeBody,
  inspectBody,
  longestText,
} from "../../../../src/adapters/airtable/report/body.ts";
import { type Dialect, printParts } from "../../../../src/adapters/airtable/report/dialect.ts";
import { normaliseRichText } from "../../../../src/sandbox/airtable/rich-text.ts";

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function compose(markdown: string, dialect: Dialect, locale = "en"): string {
  return composeBody({ document: parse(markdown), locale }, dialect);
}

function rich(markdown: string): string {
  return printParts(parse(markdown), "richText").join("\n\n");
}

function plain(markdown: string): string {
  return printParts(parse(markdown), "multilineText").join("\n\n");
}

/** As render/document.ts builds it; not known to adapters by type. */
function fold(summary: string, children: readonly RootContent[]): Root {
  const details = { type: "details", summary: [{ type: "text", value: summary }], children };
  return { type: "root", children: [details as unknown as RootContent] };
}

describe("adapters/airtable/report/dialect", () => {
  it.each([
    [
      "keeps headings to the third level and makes the rest bold",
      "# A\n\n### B\n\n#### C **d**",
      "# A\n\n### B\n\n**C d**",
    ],
    ["keeps emphasis, strikes and code", "*a* **b** ~~c~~ `d`", "*a* **b** ~~c~~ `d`"],
    ["indents nested items by four spaces", "- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"],
    ["numbers items", "3. a\n4. b", "3. a\n4. b"],
    ["puts check boxes at the start of the line", "- [x] done\n- [ ] open", "[x] done\n[ ] open"],
    [
      "keeps links to addresses and drops others",
      "[a](https://x.test/1) [b](javascript:alert)",
      "[a](https://x.test/1) b",
    ],
    ["makes a list of a table", "| G | P |\n| - | - |\n| a | b |\n| c | |", "- **a** · P: b\n- **c**"],
    ["quotes", "> said\n>\n> again", "> said\n>\n> again"],
    ["fences code", "```js\nx\n```", "```\nx\n```"],
    [
      "leaves out rules and images, keeping their words",
      "a\n\n---\n\n![pic](https://x.test/p.png)",
      "a\n\npic",
    ],
    ["shows HTML as text", "<b>hi</b>", "\\<b>hi\\</b>"],
  ])("%s in rich text", (_, markdown, expected) => {
    expect(rich(markdown)).toBe(expected);
  });

  it("keeps tables and rules in plain text, and no HTML tag", () => {
    expect(plain("| G | P |\n| - | - |\n| a | b |\n\n---")).toBe("| G | P |\n| - | - |\n| a | b |\n\n---");
  });

  it("unfolds folded parts under a bold line", () => {
    const document = fold("3 entries", parse("- one").children);

    expect(printParts(document, "richText")).toEqual(["**3 entries**", "- one"]);
    expect(printParts(document, "multilineText")).toEqual(["**3 entries**", "- one"]);
  });

  it("keeps text text: typed marks come through Airtable's document as they were typed", () => {
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from("ab *_~`[]()#>-+.!\\<&|1x")),
      minLength: 1,
      maxLength: 30,
    });

    fc.assert(
      fc.property(typed, (text) => {
        const value = `a${text.replace(/\s+/g, " ")}b`;
        const printed = printParts(
          { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value }] }] },
          "richText",
        );
        const back = parse(printed.join("\n\n")).children;
        const [paragraph] = back;
        const words = paragraph?.type === "paragraph" ? paragraph.children : [];
        expect([back.length, words.map((node) => node.type)]).toEqual([1, ["text"]]);
        expect(words[0]).toMatchObject({ value });
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

const piece = fc.constantFrom(
  "# Goals",
  "### Deep *one*",
  "#### Deeper",
  "What moved: **8.5** of 10",
  "2026\\. It was 5 \\* 3 \\_x\\_ ~~gone~~",
  "- one\n- two\n  - two and a half\n- three",
  "1. first\n2. second",
  "- [ ] open\n- [x] done",
  "> said\n>\n> twice",
  "| G | P |\n| - | - |\n| [a](https://x.test/a_b) | ▓▓░ 31% |",
  "`code` and a [link](https://example.test/a_(b)?c=d&e=f)",
  "```\nlet a_b = 1 * 2;\n```",
  "émoji 🎯 — “quoted” & <b>not bold</b> # no ~ heading",
);

describe("adapters/airtable/report/body", () => {
  it.each(["multilineText", "richText"] as const)(
    "knows its own %s again after Airtable has had it",
    (dialect) => {
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.boolean(), (parts, spanish) => {
          const sent = compose(parts.join("\n\n"), dialect, spanish ? "es" : "en");
          const kept = dialect === "richText" ? normaliseRichText(sent) : `${sent}\n`;

          expect(inspectBody(kept, dialect)).toEqual({ content: canonical(sent, dialect), edited: false });
        }),
        { seed: 7, numRuns: 80 },
      );
    },
  );

  it.each(["multilineText", "richText"] as const)("sees that a person edited %s", (dialect) => {
    const sent = compose("# Goals\n\nWhat moved: 8.5\n\n- one", dialect);

    for (const edited of [
      sent.replace("8.5", "9"),
      sent.replace("8.5", "85"),
      sent.replace("- one", "- one\n- from a person"),
      `${sent}\nfrom a person`,
      `from a person\n${sent}`,
      sent.slice(0, sent.indexOf("Written by")),
      "all new",
    ])
      expect(inspectBody(edited, dialect)).toMatchObject({ edited: true });
  });

  it("tells texts apart that differ in marks alone", () => {
    const one = compose("a **b**", "richText");
    const other = compose("a *b*", "richText");

    expect(canonical(one, "richText")).not.toBe(canonical(other, "richText"));
  });

  it("writes the same for the same document", () => {
    expect(compose("# A\n\nb", "richText")).toBe(compose("# A\n\nb", "richText"));
  });

  it.each(["multilineText", "richText"] as const)("cuts %s before a section and says so", (dialect) => {
    const section = (name: string): string => `## ${name}\n\n${"words and more words. ".repeat(2000)}`;
    const text = compose([section("One"), section("Two"), section("Three")].join("\n\n"), dialect);

    expect(text.length).toBeLessThanOrEqual(longestText);
    expect(text).toContain("## Two");
    expect(text).not.toContain("## Three");
    expect(text).toMatch(/words\.?\s*\n\nThe rest of the report is left out here/);
    expect(inspectBody(text, dialect)).toMatchObject({ edited: false });
  });

  it("cuts within a part that is too long by itself, never through a character", () => {
    const text = compose("🎯".repeat(60_000), "multilineText");

    expect(text.length).toBeLessThanOrEqual(longestText);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it("says what it adds in the report's language", () => {
    const text = compose("x ".repeat(longestText), "multilineText", "es-MX");

    expect(text).toMatch(/\n\nAquí falta el resto [^]*\n\nEscrito por sothat, texto [0-9a-f]{20}\. Con /);
    expect(inspectBody(text, "multilineText")).toMatchObject({ edited: false });
  });

  it("leaves a report of the limit's length whole", () => {
    const text = compose("x".repeat(longestText - 1000), "multilineText");

    expect(text.length).toBeLessThanOrEqual(longestText);
    expect(text).not.toContain("left out");
  });
});
