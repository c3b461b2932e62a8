import { fc, test } from "@fast-check/vitest";
import type { Element, ElementContent } from "hast";
import { describe, expect, it } from "vitest";

import { drawChart, type Chart, type ChartInput } from "../../../src/render/charts/index.ts";
import { chartWords } from "../../../src/render/helpers/charts.ts";
import { phrasesIn } from "../phrases-in.ts";

const words = chartWords(phrasesIn("en-US"));

const monthly = (values: readonly number[]) =>
  values.map((value, index) => ({ date: `2026-${String(index + 1).padStart(2, "0")}-28`, value }));

const aChart = (given: Partial<ChartInput> = {}): ChartInput => ({
  title: "Fewer missed visits",
  measure: "Share of visits missed",
  points: monthly([31, 30, 31, 29, 28, 27, 24, 21, 20, 19.5]),
  baseline: 31,
  target: 15,
  start: "2026-01-01",
  due: "2026-12-31",
  unit: "%",
  marks: [],
  locale: "en-US",
  words,
  ...given,
});

const drawn = (given: Partial<ChartInput> = {}): Chart => {
  const chart = drawChart(aChart(given));
  if (chart === null) throw new Error("nothing was drawn");
  return chart;
};

const within = (node: ElementContent): readonly Element[] =>
  node.type === "element" ? [node, ...node.children.flatMap(within)] : [];

const parts = (chart: Chart, look: string): readonly Element[] =>
  within(chart.inline).filter(({ properties }) => [properties.className].flat().includes(look));

const textsOf = (chart: Chart): readonly string[] =>
  within(chart.inline)
    .filter(({ tagName }) => tagName === "text")
    .flatMap(({ children }) => children.map((child) => (child.type === "text" ? child.value : "")));

/** Every place that the drawing names, whatever attribute names it. */
function placesIn(svg: Element): readonly { readonly x: number; readonly y: number }[] {
  return within(svg)
    .flatMap(({ tagName, properties: p }) => {
      if (tagName === "line")
        return [
          [p.x1, p.y1],
          [p.x2, p.y2],
        ];
      if (tagName === "circle") return [[p.cx, p.cy]];
      if (tagName === "text") return [[p.x, p.y]];
      if (tagName === "polyline")
        return String(p.points)
          .split(" ")
          .map((pair) => pair.split(","));
      if (tagName === "path") return [/^translate\((\S+) (\S+)\)$/.exec(String(p.transform))?.slice(1) ?? []];
      return [];
    })
    .map(([x, y]) => ({ x: Number(x), y: Number(y) }));
}

const boxOf = (svg: Element): readonly [number, number] => {
  const [, , width, height] = String(svg.properties.viewBox).split(" ").map(Number);
  return [width ?? Number.NaN, height ?? Number.NaN];
};

describe("render/charts", () => {
  it("draws the result, the target as a named line and the expected pace", () => {
    const chart = drawn();

    expect(parts(chart, "dot")).toHaveLength(10 + 1);
    expect(parts(chart, "target")[0]?.properties.strokeDashArray).not.toEqual(
      parts(chart, "pace")[0]?.properties.strokeDashArray,
    );
    expect(textsOf(chart)).toEqual(expect.arrayContaining(["target 15%", "19.5%", "expected pace"]));
  });

  it("tells the chart in words: how many, first, latest, target", () => {
    const chart = drawn();

    expect(chart.words).toBe(
      "10 results, from 31% on Jan 28, 2026 to 19.5% on Oct 28, 2026. Target: 15% by Dec 31, 2026. The expected pace starts at 31% on Jan 1, 2026.",
    );
    expect(chart.inline.properties.role).toBe("img");
    expect(chart.inline.children.slice(0, 2)).toMatchObject([
      { tagName: "title", children: [{ value: "Fewer missed visits · Share of visits missed" }] },
      { tagName: "desc", children: [{ value: chart.words }] },
    ]);
  });

  it("leaves a gap in the results as wide as it was long", () => {
    const points = ["2026-01-01", "2026-01-11", "2026-03-02"].map((date, value) => ({ date, value }));
    const chart = drawn({ points, start: null, due: null });

    const [a, b, c] = parts(chart, "dot").map(({ properties }) => Number(properties.cx));

    expect(((c ?? 0) - (b ?? 0)) / ((b ?? 0) - (a ?? 0))).toBeCloseTo(5, 1);
  });

  it("marks what was used, tried and held with shapes of its own, and names them without saying why", () => {
    const marks = [
      { date: "2026-09-25", kind: "insight", label: "The last bus" },
      { date: "2026-05-02", kind: "insight", label: "Morning slots" },
      { date: "2026-08-03", kind: "bet", label: "Texts" },
      { date: "2026-08-03", kind: "review", label: "After texts" },
      { date: "2031-01-01", kind: "review", label: "Beyond the chart" },
    ] as const;
    const chart = drawn({ marks });

    const shapes = parts(chart, "mark").map(({ properties }) => properties.d);

    expect(new Set(shapes).size).toBe(3);
    expect(chart.words).toContain(
      "Marked: insight used 2 times, latest on Sep 25, 2026; bet tried on Aug 3, 2026; review held on Aug 3, 2026.",
    );
    expect(JSON.stringify(chart)).not.toMatch(/because|caused|led to|thanks to|Beyond/);
  });

  it("draws nothing without a result", () => {
    expect(drawChart(aChart({ points: [] }))).toBeNull();
    expect(drawChart(aChart({ points: [{ date: "2026-01-01", value: Number.NaN }] }))).toBeNull();
    expect(drawChart(aChart({ points: [{ date: "soon", value: 1 }] }))).toBeNull();
  });

  it.each([
    [
      "one result alone",
      { points: monthly([-5]), start: null, due: null, target: null },
      "1 result: -5% on Jan 28, 2026. No target.",
    ],
    [
      "results that are all the same",
      { points: monthly([5, 5]), baseline: 5, target: 5 },
      "2 results, from 5%",
    ],
    [
      "the largest numbers there are",
      { points: monthly([-1.7e308, 1.7e308]), unit: null },
      "from -1.7E308 on",
    ],
    ["the smallest", { points: monthly([5e-324, 1e-320]), target: null, baseline: null }, "2 results"],
    [
      "numbers that differ only by rounding",
      { points: monthly([0.1 + 0.2, 0.3]), target: 0.3, baseline: null },
      "2 results",
    ],
    ["a target of zero", { points: monthly([3, 2]), target: 0, unit: "falls" }, "Target: 0 falls by"],
    ["a due day before the start", { start: "2027-01-01", due: "2026-01-01" }, "Target: 15% by Jan 1, 2026."],
  ])("makes sense of %s", (_, given, words) => {
    const chart = drawn(given as Partial<ChartInput>);

    expect(chart.words).toContain(words);
    expect(
      placesIn(chart.inline)
        .flatMap(({ x, y }) => [x, y])
        .every(Number.isFinite),
    ).toBe(true);
  });

  it("writes a file of its own on a light ground, with nothing from elsewhere", () => {
    const { name, svg } = drawn().file;

    expect(name).toMatch(/^chart Fewer missed visits Share of visits missed [0-9a-f]{12}\.svg$/);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="\d+(\.\d+)?" viewBox="0 0 360 /,
    );
    expect(svg).toContain('class="ground" fill="#ffffff"');
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
      /https?:|url\(|<script|<style|href|\sid=/,
    );
  });

  it("names another drawing otherwise", () => {
    const points = monthly([31, 30, 31, 29, 28, 27, 24, 21.5, 20, 19.5]);

    expect(drawn({ points }).words).toBe(drawn().words);
    expect(drawn({ points }).file.name).not.toBe(drawn().file.name);
  });
});

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.integer({ min: -100, max: 100 }),
);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "</svg><script>alert(1)</script>",
    "]]>",
    "&lt;",
    "\u0000\uD800\uFFFE",
    "“مرحبا”",
    "目標 ".repeat(80),
  ),
);
const anyInput: fc.Arbitrary<ChartInput> = fc.record({
  title: anyText,
  measure: fc.option(anyText),
  points: fc.array(fc.record({ date: anyDay, value: anyNumber }), { minLength: 1, maxLength: 90 }),
  baseline: fc.option(anyNumber),
  target: fc.option(anyNumber),
  start: fc.option(anyDay),
  due: fc.option(anyDay),
  unit: fc.option(fc.oneof(fc.constantFrom("%", "$", "mothers"), anyText)),
  marks: fc.array(
    fc.record({ date: anyDay, kind: fc.constantFrom("insight", "bet", "review"), label: anyText }),
    { maxLength: 80 },
  ),
  locale: fc.constantFrom("en-US", "es", "de-CH", "ar", "ja"),
  words: fc.constant(words),
});

/** A tag as our printer writes it: only what a parser takes for a tag counts as one. */
const tag = /<\/?[a-z]+(?: [a-zA-Z0-9-]+="[^"<]*")*>/g;

describe("render/charts, for any input", () => {
  test.prop([anyInput], { numRuns: 150 })("keeps everything finite and within the picture", (input) => {
    const chart = drawChart(input);

    const [width, height] = boxOf(chart!.inline);
    const outside = placesIn(chart!.inline).filter(
      ({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height),
    );
    expect(outside).toEqual([]);
    expect(chart!.inline.properties.viewBox).toMatch(/^0 0 360 \d+(\.\d+)?$/);
  });

  test.prop([anyInput], { numRuns: 100 })(
    "is the same to the byte in whatever order things come",
    (input) => {
      const turned = { ...input, points: input.points.toReversed(), marks: input.marks.toReversed() };

      expect(drawChart(turned)).toEqual(drawChart(input));
    },
  );

  test.prop([anyInput], { numRuns: 100 })("keeps text text", (input) => {
    const { svg, name } = drawChart(input)!.file;

    expect(svg.replaceAll(tag, "")).not.toMatch(/<|\]\]>/);
    expect([...svg.matchAll(tag)].some(([one]) => /^<(script|a|image|foreignObject|style)/i.test(one))).toBe(
      false,
    );
    // oxlint-disable-next-line no-control-regex -- finding what XML forbids
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]|\p{Cs}/u);
    expect(name).toMatch(/^chart [\p{L}\p{M}\p{N} ]+ [0-9a-f]{12}\.svg$/u);
  });
});
