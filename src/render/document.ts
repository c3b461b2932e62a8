import type {
  BlockContent,
  DefinitionContent,
  Node,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { fromMarkdown, type Extension } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

import type { Chart } from "./charts/types.ts";

/** A folded part: `<details>` in HTML, a toggle in Notion. */
export interface Details extends Parent {
  readonly type: "details";
  /** One line of plain text. */
  summary: PhrasingContent[];
  children: RootContent[];
}

/** Where a chart stands: drawn in HTML, a picture in Notion, nothing in plain text. */
export interface ChartNode extends Node {
  readonly type: "chart";
  readonly chart: Chart;
}

declare module "mdast" {
  interface RootContentMap {
    details: Details;
    chart: ChartNode;
  }
  interface BlockContentMap {
    details: Details;
    chart: ChartNode;
  }
}

/** What a template writes where a chart belongs; no cell can, since every sign of it would be escaped. */
export function chartPlace(index: number): string {
  return `<!-- chart ${index} -->`;
}

const chartPlaces = /^(?:\s*<!-- chart \d+ -->)+\s*$/;

/**
 * Markdown as a document: GitHub's dialect, with `<details>` as folded parts and no other HTML (it becomes text).
 * Text that merely looks like an address stays text; the dialect's own links (`<https://…>`, `https://…` written
 * in a template) are links.
 * @param charts what stands at the places that `chartPlace` names; on a line of its own only.
 */
export function parseDocument(markdown: string, charts: readonly Chart[] = []): Root {
  const root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: gfmFromMarkdown().map(withoutTransforms),
  });
  clean(root, charts);
  return root;
}

/** All text below a node, as a reader sees it. */
export function textOf(node: Node): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node && Array.isArray(node.children)
    ? (node.children as Node[]).map(textOf).join("")
    : "";
}

/** The dialect's second search for addresses looks at finished text, where an escape no longer shows. */
function withoutTransforms(extension: Extension): Extension {
  return { ...extension, transforms: [] };
}

/** Every chart of the document, in order. */
export function chartsIn(document: Root): readonly Chart[] {
  const found = (node: RootContent): readonly Chart[] => {
    if (node.type === "chart") return [node.chart];
    return "children" in node ? node.children.flatMap(found) : [];
  };
  return document.children.flatMap(found);
}

/** The document for where no picture can stand: without its charts, and without what held nothing else. */
export function withoutCharts(document: Root): Root {
  return { ...document, children: document.children.flatMap(withoutChart) };
}

function withoutChart<Content extends RootContent>(node: Content): Content[] {
  if (node.type === "chart") return [];
  if (!("children" in node)) return [node];
  const before: readonly RootContent[] = node.children;
  const children = before.flatMap(withoutChart);
  return children.length === 0 && before.length > 0 ? [] : [{ ...node, children }];
}

function clean(parent: Parent, charts: readonly Chart[]): void {
  const children = parent.children.map((child) => {
    delete child.position;
    if ("children" in child) clean(child, charts);
    return child;
  });
  delete parent.position;
  const isFlow = parent.type !== "paragraph" && !inlineParents.has(parent.type);
  parent.children = isFlow
    ? foldDetails(children.flatMap((child) => placeCharts(child, charts)))
    : joinText(children.map(htmlToText));
}

function placeCharts(child: RootContent, charts: readonly Chart[]): RootContent[] {
  if (child.type !== "html" || !chartPlaces.test(child.value)) return [child];
  return [...child.value.matchAll(/\d+/g)].flatMap(([index]): ChartNode[] => {
    const chart = charts[Number(index)];
    return chart === undefined ? [] : [{ type: "chart", chart }];
  });
}

const inlineParents: ReadonlySet<string> = new Set([
  "heading",
  "tableCell",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
]);

function htmlToText(child: RootContent): RootContent {
  return child.type === "html" ? { type: "text", value: child.value } : child;
}

function joinText(children: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else joined.push(child);
  }
  return joined;
}

const opening = /^<details>\s*<summary>(.*)<\/summary>$/s;

/** Makes one node of everything between `<details>` and its `</details>`; anything unmatched is text. */
function foldDetails(children: readonly RootContent[]): RootContent[] {
  const open: { readonly start: RootContent; readonly summary: string; readonly before: RootContent[] }[] =
    [];
  let current: RootContent[] = [];
  for (const child of children) {
    const html = child.type === "html" ? child.value.trim() : null;
    const summary = html === null ? undefined : opening.exec(html)?.[1];
    const last = open.at(-1);
    if (summary !== undefined) {
      open.push({ start: child, summary, before: current });
      current = [];
    } else if (html === "</details>" && last) {
      open.pop();
      current = [...last.before, { type: "details", summary: summaryOf(last.summary), children: current }];
    } else {
      current.push(html === null ? child : asParagraph(html));
    }
  }
  for (const { summary, before } of open.reverse()) current = [...before, asParagraph(summary), ...current];
  return current;
}

/** A summary is written as Markdown and kept as its text: services give a fold's title no other form. */
function summaryOf(markdown: string): PhrasingContent[] {
  const text = textOf(fromMarkdown(markdown)).trim();
  return text === "" ? [] : [{ type: "text", value: text }];
}

function asParagraph(text: string): BlockContent | DefinitionContent {
  return { type: "paragraph", children: [{ type: "text", value: text }] };
}
