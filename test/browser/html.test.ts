import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { drawChart } from "../../src/render/charts/index.ts";
import { parseDocument } from "../../src/render/document.ts";
import { chartWords } from "../../src/render/helpers/charts.ts";
import { toHtml } from "../../src/render/html.ts";
import { phrasesIn } from "../render/phrases-in.ts";
import { startTeam, type Team } from "../e2e/team.ts";
import { launchBrowser } from "./browser.ts";

let browser: Browser;
let team: Team;
let url: string;

beforeAll(async () => {
  browser = await launchBrowser();
  team = await startTeam({ provider: "files" });
  const { code, stderr } = await team.run(["report"]);
  if (code !== 0) throw new Error(stderr);
  const folder = join(team.folder, "reports");
  const file = (await readdir(folder)).find((name) => name.endsWith(".html"));
  url = pathToFileURL(join(folder, file ?? "")).href;
});

afterAll(async () => {
  await browser?.close();
  await team?.close();
});

interface View {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

async function open({ width = 1100, ...more }: View = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...more });
  await page.goto(url);
  return page;
}

const unfold = async (page: Page): Promise<void> =>
  await page.evaluate(`for (const fold of document.querySelectorAll("details")) fold.open = true;`);

/** Pages of a PDF as Chromium writes it: an object for each. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe("the report as a web page", () => {
  it.each([
    ["light", 1100],
    ["dark", 1100],
    ["dark", 360],
  ] as const)(
    "has nothing that axe-core objects to, folded or not, in %s, %i pixels wide",
    async (colorScheme, width) => {
      const page = await open({ colorScheme, width });
      const violations = async (): Promise<unknown> =>
        await page.evaluate(
          `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
        );
      await page.evaluate(axe.source);

      expect(await violations()).toEqual([]);
      await unfold(page);
      expect(await violations()).toEqual([]);
    },
  );

  it("asks for nothing beyond itself", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));

    await page.goto(url);
    await unfold(page);
    await page.waitForLoadState("networkidle");

    expect([asked, complaints]).toEqual([[url], []]);
  });

  it.each([360, 320])("fits a screen of %i pixels, and its charts can be read there", async (width) => {
    const page = await open({ width });
    await unfold(page);

    const [page_, outside, smallest] = (await page.evaluate(`(() => {
      const root = document.documentElement;
      const elements = [...document.body.querySelectorAll("*")].filter((one) => !one.closest("thead"));
      const wide = elements.filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5);
      const texts = [...document.querySelectorAll("figure svg text")];
      const sizes = texts.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a);
      return [[root.scrollWidth, root.clientWidth], wide.map((one) => one.outerHTML.slice(0, 80)), Math.min(...sizes)];
    })()`)) as [[number, number], string[], number];

    expect(page_[0]).toBeLessThanOrEqual(page_[1]);
    expect(outside).toEqual([]);
    expect(smallest).toBeGreaterThan(9.5);
  });

  it("works without scripts: all is there, and folds open", async () => {
    const page = await open({ javaScriptEnabled: false });
    const fold = page.locator("details", { has: page.locator("summary", { hasText: "Charts" }) });

    const before = await fold.locator("figure").first().isVisible();
    await fold.locator("summary").click();

    expect(await page.locator("h1").innerText()).toContain("planning notes");
    expect([before, await fold.locator("figure").first().isVisible()]).toEqual([false, true]);
  });

  it.each(["A4", "Letter"])("prints on %s in a handful of pages", async (format) => {
    const page = await open();

    const pages = pagesOf(await page.pdf({ format }));

    expect(pages).toBeGreaterThanOrEqual(4);
    expect(pages).toBeLessThanOrEqual(9);
  });

  it("prints what is folded, cuts no row and no chart, and fits the paper", async () => {
    // A4 less the margins of the page's own style: 180 mm.
    const page = await open({ width: 680 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });

    const { cut, hidden, folds, wide, ground } = (await page.evaluate(`(() => {
      const all = (selector) => [...document.querySelectorAll(selector)];
      return {
        cut: all("tr, figure, li").filter((one) => getComputedStyle(one).breakInside !== "avoid").length,
        folds: all("details:not([open])").length,
        hidden: all("details > :not(summary)").filter((one) => one.getBoundingClientRect().height === 0).length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ground: getComputedStyle(document.body).backgroundColor,
      };
    })()`)) as Record<string, unknown>;

    expect(folds).toBeGreaterThan(2);
    expect({ cut, hidden, wide, ground }).toEqual({
      cut: 0,
      hidden: 0,
      wide: 0,
      ground: "rgb(255, 255, 255)",
    });
  });

  it.each([
    ["print", 680],
    ["screen", 1000],
    ["screen", 360],
  ] as const)(
    "keeps every column in sight beside a title without a break, on %s, %i wide",
    async (media, width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.emulateMedia({ media });
      const row = `| ${"Anticonstitutionnellement".repeat(8)} | 31% → 19% → 15% | ▓▓▓▓▓▓▓▓░░ | behind pace | – |`;
      const table = `| Goal | From → now → to | Progress | Pace | This period |\n| - | - | - | - | - |\n${row}\n`;
      await page.setContent(toHtml(parseDocument(table), { title: "Notes", language: "en" }));

      const right = (await page.evaluate(
        `Math.max(...[...document.querySelectorAll("td")].map((one) => one.getBoundingClientRect().right))`,
      )) as number;

      expect(right).toBeLessThanOrEqual(width);
    },
  );

  it("draws charts that tell lines apart and keep within their figure", async () => {
    const page = await open();
    await unfold(page);

    const charts = (await page.evaluate(`[...document.querySelectorAll("figure.chart")].map((figure) => {
      const box = figure.querySelector("svg").getBoundingClientRect();
      const texts = [...figure.querySelectorAll("svg text")].map((one) => one.getBoundingClientRect());
      return {
        name: figure.querySelector("svg > title").textContent.length > 0,
        words: figure.querySelector("svg > desc").textContent.length > 20,
        out: texts.filter((one) => one.left < box.left - 1 || one.right > box.right + 1 || one.bottom > box.bottom + 1).length,
        dashes: new Set([...figure.querySelectorAll(".result, .target, .pace")].map((one) => getComputedStyle(one).strokeDasharray)).size,
      };
    })`)) as object[];

    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) expect(chart).toEqual({ name: true, words: true, out: 0, dashes: 3 });
  });
});

describe("a chart as a file of its own", () => {
  it.each([
    "Fewer <missed> & visits",
    "]]>",
    "</svg><script>alert(1)</script>",
    "\u0000\uD800\uFFFE|",
    "مرحبا 目標",
  ])("is read by a strict parser, whatever its goal is called: %j", async (title) => {
    const folder = await mkdtemp(join(tmpdir(), "sothat-chart-"));
    const chart = drawChart({
      title,
      measure: title,
      points: ["2026-01-01", "2026-02-01", "2026-04-01"].map((date, value) => ({ date, value })),
      baseline: 0,
      target: 5,
      start: "2026-01-01",
      due: "2026-06-01",
      unit: title,
      marks: [{ date: "2026-02-01", kind: "bet", label: title }],
      locale: "en-US",
      words: chartWords(phrasesIn("en-US")),
    });
    await writeFile(join(folder, "chart.svg"), chart?.file.svg ?? "");
    const page = await browser.newPage();

    await page.goto(pathToFileURL(join(folder, "chart.svg")).href);

    const read = await page.evaluate(
      `[document.documentElement.localName, document.querySelectorAll("parsererror, script").length, document.querySelectorAll("circle").length]`,
    );
    expect(read).toEqual(["svg", 0, 4]);
    await rm(folder, { recursive: true });
  });
});
