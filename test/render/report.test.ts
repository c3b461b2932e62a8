import { fileURLToPath } from "node:url";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Node } from "mdast";
import { describe, expect, it } from "vitest";

import { UsageError } from "../../src/errors.ts";
import { parseDocument } from "../../src/render/document.ts";
import { renderReport, toHtml, toTerminal, withoutCharts } from "../../src/render/index.ts";
import { aGoal, anEvent, anInsight, aHypothesis, aPortfolio, aResult } from "../builders.ts";
import { sampleReport } from "../report/sample.ts";
import { tempFolder } from "../temp-folder.ts";

const template = "planning-meeting";
const folder = fileURLToPath(new URL("../../templates", import.meta.url));

/** Blocks as Notion counts them: every row of a table, list entry, fold, heading and paragraph that is not a list entry's own text. */
function countBlocks(node: Node): number {
  const children = "children" in node && Array.isArray(node.children) ? (node.children as Node[]) : [];
  const below = children.reduce((sum, child) => sum + countBlocks(child), 0);
  if (node.type === "listItem") return below;
  return below + (["paragraph", "heading", "table", "tableRow", "details"].includes(node.type) ? 1 : 0);
}

describe("render: planning-meeting", () => {
  it("reads like the golden page", async () => {
    const { markdown } = renderReport(sampleReport(), { template });

    await expect(markdown).toMatchFileSnapshot("golden/planning-meeting.md");
  });

  it("reads like the golden page in the terminal", async () => {
    const { document, phrases } = renderReport(sampleReport(), { template });

    await expect(toTerminal(document, { color: false, width: 100, phrases })).toMatchFileSnapshot(
      "golden/planning-meeting.txt",
    );
  });

  it("reads in Spanish for a team that does", async () => {
    const english = sampleReport();
    const period = { ...english.period, label: "16 – 22 de noviembre de 2026" };

    const { markdown } = renderReport({ ...english, period, locale: "es-MX" }, { template });

    await expect(markdown).toMatchFileSnapshot("golden/planning-meeting.es.md");
  });

  it("reads kindly for a team that has just begun", async () => {
    const { markdown } = renderReport(sampleReport({ portfolio: aPortfolio(), findings: [] }), { template });

    await expect(markdown).toMatchFileSnapshot("golden/planning-meeting-empty.md");
  });

  it.each(["digest", "goal", "scorecard"] as const)("reads well as %s, in both languages", async (name) => {
    for (const [locale, ending] of [
      ["en-US", "md"],
      ["es-MX", "es.md"],
    ] as const) {
      const { markdown } = renderReport({ ...sampleReport(), locale }, { template: name });

      await expect(markdown).toMatchFileSnapshot(`golden/${name}.${ending}`);
    }
  });

  it("gives the title apart from the document, and both in the Markdown", () => {
    const { title, document, markdown } = renderReport(sampleReport(), { template });

    expect(title).toBe("Healthy Start team: planning notes, November 16 – 22, 2026");
    expect(document.children.some((node) => node.type === "heading" && node.depth === 1)).toBe(false);
    expect(parseDocument(markdown).children.slice(1)).toEqual(withoutCharts(document).children);
  });

  it("draws every live goal with three results or more, folded, in the web page alone", () => {
    const { document, markdown, title, phrases } = renderReport(sampleReport(), { template });

    const html = toHtml(document, { title, language: "en-US" });

    const [, fold = ""] = /<details><summary>Charts<\/summary>([^]*?)<\/details>/.exec(html) ?? [];
    expect([...fold.matchAll(/<figcaption>(.*?)<\/figcaption>/g)].map(([, name]) => name)).toEqual([
      "<strong>Fewer missed visits</strong><span>Share of visits missed</span>",
      "<strong>First visit before week twelve</strong><span>Mothers seen by week 12</span>",
    ]);
    expect([...fold.matchAll(/<desc>([^<]*)/g)].map(([, words]) => words?.slice(0, 11))).toEqual([
      "11 results,",
      "10 results,",
    ]);
    expect(html).not.toContain(" style=");
    for (const plain of [markdown, toTerminal(document, { color: false, width: 100, phrases })])
      expect(plain).not.toMatch(/Charts|<!--|svg/);
  });

  it("is the same to the byte for an equal model", () => {
    expect(renderReport(sampleReport(), { template }).markdown).toBe(
      renderReport(sampleReport(), { template }).markdown,
    );
  });

  it("says at the top, and only when it is so, that something could not be read", () => {
    const sentence = "could not see everything";
    const whole = sampleReport({ portfolio: aPortfolio(), findings: [] });

    expect(renderReport(sampleReport(), { template }).markdown.split("\n")[2]).toContain(sentence);
    expect(renderReport(whole, { template }).markdown).not.toContain(sentence);
    expect(
      renderReport({ ...whole, coverage: { ...whole.coverage, complete: false, cantSee: 1 } }, { template })
        .markdown,
    ).toContain(sentence);
  });

  it("stays within a hundred blocks for a normal team, two levels deep", () => {
    const goals = Array.from({ length: 8 }, (_, index) =>
      aGoal({ id: `g${index}`, baseline: 0, target: 10, start: "2026-01-01", due: "2026-12-31" }),
    );
    const each = <Made>(count: number, make: (id: string, goalId: string) => Made): Made[] =>
      goals.flatMap(({ id }) => Array.from({ length: count }, (_, index) => make(`${id}-${index}`, id)));
    const portfolio = aPortfolio({
      goals,
      results: each(12, (id, goal) =>
        aResult({
          id: `r${id}`,
          goalIds: [goal],
          date: `2026-${String((Number(id.split("-")[1]) % 11) + 1).padStart(2, "0")}-01`,
          value: 3,
        }),
      ),
      events: each(1, (id, goal) => anEvent({ id: `e${id}`, goalIds: [goal], date: "2026-11-20" })),
      items: [
        ...each(2, (id, goal) => anInsight({ id: `i${id}`, goalIds: [goal], date: "2026-11-01" })),
        ...each(2, (id, goal) => aHypothesis({ id: `h${id}`, goalIds: [goal] })),
      ],
    });

    const { document } = renderReport(sampleReport({ portfolio, findings: [] }), { template });

    expect(countBlocks(document)).toBeLessThanOrEqual(100);
  });

  it("keeps every list and table within a hundred entries, however large the team", () => {
    const goals = Array.from({ length: 150 }, (_, index) => aGoal({ id: `g${index}` }));
    const items = Array.from({ length: 1500 }, (_, index) =>
      anInsight({ id: `i${index}`, goalIds: [`g${index % 10}`], date: "2026-11-01" }),
    );
    const portfolio = aPortfolio({ goals, items });

    const { document, markdown } = renderReport(sampleReport({ portfolio, findings: [] }), { template });

    const sizes: number[] = [];
    const visit = (node: Node): void => {
      if (!("children" in node) || !Array.isArray(node.children)) return;
      if (node.type === "list" || node.type === "table") sizes.push(node.children.length);
      (node.children as Node[]).forEach(visit);
    };
    visit(document);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(markdown).toContain("58 more goals");
  });

  it("never sets a person's name beside a judgement", () => {
    expect(renderReport(sampleReport(), { template }).markdown).not.toContain("Dolores");
  });
});

describe("render: own templates", () => {
  it("takes a template by its path, its own parts first and the built-in ones else", async () => {
    const place = await tempFolder({
      "mine.hbs": "{{> about}}\n{{> hello}}\n{{> centre}}",
      "partials/hello.hbs": "Hello {{name}}\n",
      "partials/centre.hbs": "My own centre\n",
    });

    const { title, markdown } = renderReport(sampleReport(), { template: join(place, "mine.hbs") });

    expect(title).toBe("Healthy Start team, November 16 – 22, 2026");
    expect(markdown).toContain("Made on Nov 16, 2026");
    expect(markdown).toContain("Hello Healthy Start team");
    expect(markdown).toContain("My own centre");
    expect(markdown).not.toContain("Worth a minute");
  });

  it("says which built-in templates there are, and which file is missing", () => {
    const render = (name: string) => () => renderReport(sampleReport(), { template: name });

    expect(render("planing-meeting")).toThrow(UsageError);
    expect(render("planing-meeting")).toThrow("There is no built-in template named “planing-meeting”.");
    expect(render("./nowhere.hbs")).toThrow("There is no template file ./nowhere.hbs.");
  });
});

describe("wording", () => {
  const banned = /\bbecause\b|\bcaused by\b|\bled to\b|\bdue to\b/i;
  const filesBelow = (place: string): readonly string[] =>
    readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|hbs)$/.test(name))
      // Why a goal is suggested is about words and links, not about results.
      .filter((name) => !name.startsWith("suggest"))
      .map((name) => join(place, name));
  const source = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));

  it.each(["insight", "report", "render"].map(source).concat(folder).flatMap(filesBelow))(
    "claims no cause in %s",
    (file) => {
      const withoutComments = readFileSync(file, "utf8").replaceAll(
        /\/\*[^]*?\*\/|\/\/.*|\{\{!--[^]*?--\}\}/g,
        "",
      );

      expect(withoutComments).not.toMatch(banned);
    },
  );

  it("claims no cause on the page", () => {
    expect(renderReport(sampleReport(), { template }).markdown).not.toMatch(banned);
  });
});
