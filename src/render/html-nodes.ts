import type { Element, ElementContent } from "hast";
import type {
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  ListItem,
  Parents,
  Table,
} from "mdast";
import type { PhrasingContent, Text } from "mdast";
import { defaultHandlers, type Handlers, type State } from "mdast-util-to-hast";

import { textOf, type ChartNode, type Details } from "./document.ts";
import { element } from "./element.ts";
import { tableInRegion } from "./html-table.ts";

/** Everything else, scripts and addresses inside the page included, stays as the text of the link. */
const openable: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "file:"]);

/**
 * How each part of a document becomes HTML, where that differs from the library's way. For one document: headings
 * and names of tables depend on what came before.
 * @param title names tables that stand before the first heading.
 */
export function htmlHandlers(title: string): Handlers {
  const levelOf = levelsBelowTitle();
  const nameOnce = distinctNames();
  let section = title;
  return {
    heading(state: State, node: Heading) {
      section = textOf(node);
      return element(`h${levelOf(node.depth)}`, {}, state.all(node));
    },
    table: (state: State, node: Table) => tableInRegion(state, node, nameOnce(section || title)),
    details: foldedPart,
    chart: figureOf,
    listItem,
    link: (state: State, node: Link) => safeLink(defaultHandlers.link(state, node)),
    linkReference: (state: State, node: LinkReference) =>
      safeLink(defaultHandlers.linkReference(state, node)),
    text: (state: State, node: Text) => withDrawings(defaultHandlers.text(state, node)),
    // Nothing is loaded from elsewhere, and only text was ever written by people.
    image: alternativeText,
    imageReference: alternativeText,
    html: (_state: State, { value }: Html) => ({ type: "text", value }),
  };
}

/** Levels 2 to 6 by how headings lie inside each other, so that none is skipped whatever a template wrote. */
function levelsBelowTitle(): (depth: number) => number {
  const above: number[] = [];
  return (depth) => {
    while ((above.at(-1) ?? 0) >= depth) above.pop();
    above.push(depth);
    return Math.min(above.length + 1, 6);
  };
}

/** Two regions of one name could not be told apart in a screen reader's list. */
function distinctNames(): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name} (${time})`;
  };
}

function foldedPart(state: State, node: Details): Element {
  const summary = state.all({ type: "paragraph", children: node.summary });
  const named: ElementContent[] = summary.length > 0 ? summary : [{ type: "text", value: "…" }];
  const body = state.wrap(state.all(node), true);
  return element("details", {}, [element("summary", {}, named), ...body]);
}

function figureOf(_state: State, { chart }: ChartNode): Element {
  const { goal, measure } = chart.caption;
  const said = (tagName: string, value: string): Element => element(tagName, {}, [{ type: "text", value }]);
  const caption = element("figcaption", {}, [
    said("strong", goal),
    ...(measure === null ? [] : [said("span", measure)]),
  ]);
  return element("figure", { className: ["chart"] }, [caption, chart.inline]);
}

/** A task is text with a box before it: a form's checkbox would need a label, and its tick would be lost. */
function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  if (typeof node.checked !== "boolean") return defaultHandlers.listItem(state, node, parent);
  const box: PhrasingContent = { type: "text", value: node.checked ? "☑ " : "☐ " };
  const [first, ...others] = node.children;
  const children: ListItem["children"] =
    first?.type === "paragraph"
      ? [{ ...first, children: [box, ...first.children] }, ...others]
      : [{ type: "paragraph", children: [box] }, ...node.children];
  const item = defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  return { ...item, properties: { className: ["task"] } };
}

function safeLink(link: ElementContent | ElementContent[]): ElementContent[] | Element {
  if (Array.isArray(link)) return link;
  if (link.type !== "element") return [link];
  const { href } = link.properties;
  if (typeof href !== "string" || !URL.canParse(href) || !openable.has(new URL(href).protocol))
    return link.children;
  return { ...link, properties: { ...link.properties, rel: ["noreferrer"] } };
}

function alternativeText(_state: State, { alt }: Image | ImageReference): ElementContent {
  return { type: "text", value: alt ?? "" };
}

/** Bars (`▓▓▓░`) and sparklines (`▁▃█`), as helpers draw them. */
const drawing = /[▓░]{2,}|[▁-█]{2,}/g;

/** Drawings keep a font whose blocks are of one width, and say their heights instead of "lower one eighth block". */
function withDrawings(plain: ElementContent): ElementContent[] {
  if (plain.type !== "text") return [plain];
  const parts: ElementContent[] = [];
  let end = 0;
  const addText = (value: string): void => {
    if (value !== "") parts.push({ type: "text", value });
  };
  for (const { 0: signs, index } of plain.value.matchAll(drawing)) {
    addText(plain.value.slice(end, index));
    const properties = { className: ["drawing"], role: "img", ariaLabel: spoken(signs) };
    parts.push(element("span", properties, [{ type: "text", value: signs }]));
    end = index + signs.length;
  }
  addText(plain.value.slice(end));
  return parts;
}

/** `3/10` for a bar, each column's height from 1 to 8 for a sparkline: no words, so right in every language. */
function spoken(signs: string): string {
  const columns = signs.split("");
  if (/[▓░]/.test(signs)) return `${columns.filter((sign) => sign === "▓").length}/${columns.length}`;
  return columns.map((sign) => sign.charCodeAt(0) - "▁".charCodeAt(0) + 1).join(" ");
}
