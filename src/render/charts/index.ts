import type { Element, ElementContent } from "hast";
import { toHtml as printXml } from "hast-util-to-html";

import { hashOf } from "../../lib/hash.ts";
import { displayWidth } from "../display-width.ts";
import { element } from "../element.ts";
import { draw, type Drawing } from "./draw.ts";
import { fontSize, signWidth, width } from "./look.ts";
import { part, place, written } from "./parts.ts";
import { settle } from "./settle.ts";
import type { Chart, ChartFile, ChartInput } from "./types.ts";

export type { Chart, ChartInput } from "./types.ts";

/** Room for a goal's name in a file's name; services cut or refuse long ones. */
const nameLength = 60;
const titleRow = 26;

/**
 * One result over time as an SVG line chart, with its target, the expected pace and the days to look at beside it.
 * Pure: equal inputs give equal bytes, in whatever order points and marks come. null when there is no result.
 */
export function drawChart(input: ChartInput): Chart | null {
  const chart = settle(input);
  if (chart === null) return null;
  const drawing = draw(chart);
  const caption = { goal: chart.title, measure: chart.measure };
  const title = chart.measure === null ? chart.title : `${chart.title} · ${chart.measure}`;
  return { title, caption, words: drawing.words, inline: svg(title, drawing), file: fileOf(title, drawing) };
}

function fileOf(title: string, drawing: Drawing): ChartFile {
  const height = drawing.height + titleRow;
  const children = [
    part("rect", "ground", { width, height: place(height) }),
    written(clip(title), { x: 4, y: 4 + fontSize, room: width - 8 }),
    element("g", { transform: `translate(0 ${titleRow})` }, drawing.children),
  ];
  const root = svg(title, { ...drawing, height, children });
  // A picture of its own is shown at the size it names; twice its units is sharp and fills a page's column.
  const size = { xmlns: "http://www.w3.org/2000/svg", width: width * 2, height: place(height * 2) };
  root.properties = { ...size, ...root.properties };
  // The one sequence that XML forbids in a text and HTML does not.
  const text = printXml(root, { space: "svg" }).replaceAll("]]>", "]]&#x3E;");
  return { name: `chart ${fileName(title)} ${hashOf(text).slice(0, 12)}.svg`, svg: `${text}\n` };
}

function svg(title: string, { height, children, words }: Drawing): Element {
  const said = (tagName: string, value: string): ElementContent =>
    element(tagName, {}, [{ type: "text", value }]);
  return element("svg", { viewBox: `0 0 ${width} ${place(height)}`, role: "img" }, [
    said("title", title),
    said("desc", words),
    ...children,
  ]);
}

/** What fits above the drawing. */
function clip(title: string): string {
  const most = Math.floor((width - 8) / signWidth);
  if (displayWidth(title) <= most) return title;
  let kept = "";
  for (const sign of title) {
    if (displayWidth(kept + sign) >= most) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Letters, digits and spaces: no sign that a disk or a service could take for something else. */
function fileName(title: string): string {
  const plain = title.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  return Array.from(plain).slice(0, nameLength).join("").trim() || "result";
}
