import type { PhrasingContent } from "mdast";

import type { Annotations, Json, RichText } from "../../records.ts";
import { equationRun, mentionRun, mergeRuns, textRun } from "../../rich-text.ts";
import type { View } from "../../view.ts";
import { attributesOf, decodeEntities, idInUrl, longColour } from "../tags.ts";
import { partsOf, sourceOf, treeOf, type Tree } from "./tree.ts";

/** Where a text is being read, and what there is to say of it. */
export interface Reading {
  readonly view: View;
  /** Grows: what was changed, or kept as text because it means nothing. */
  readonly warnings: string[];
}

/** Begins each line of a text that must not be read as a block: an HTML tag that nobody writes and that means nothing. */
const NO_BLOCK = "<stand-in-line/>";

/** Rich text of words alone, whatever block their first characters would make. Spaces at both ends are kept. */
export function runsOfText(reading: Reading, text: string): RichText[] {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === "") return [];
  const tree = treeOf(
    words
      .split("\n")
      .map((line) => NO_BLOCK + line.trimStart())
      .join("\n"),
  );
  const runs = tree.children.flatMap((node) =>
    node.type === "paragraph"
      ? runsOf(reading, tree, node.children)
      : [textRun(sourceOf(tree, node).replaceAll(NO_BLOCK, ""), null)],
  );
  return mergeRuns([textRun(before, null), ...runs, textRun(after, null)]);
}

/** Rich text of what stands in a paragraph, a heading or a cell. */
export function runsOf(reading: Reading, tree: Tree, nodes: readonly PhrasingContent[]): RichText[] {
  return mergeRuns(styled({ ...reading, tree }, nodes, { style: {}, url: null }));
}

/** What the words being read stand in. */
interface Frame {
  readonly style: Partial<Annotations>;
  readonly url: string | null;
}

type InTree = Reading & { readonly tree: Tree };

function styled(reading: InTree, nodes: readonly PhrasingContent[], frame: Frame): RichText[] {
  const runs: RichText[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PhrasingContent;
    if (node.type === "html") {
      const end = closingTag(nodes, at);
      runs.push(...tag(reading, node.value, end < 0 ? null : nodes.slice(at + 1, end), frame));
      if (end >= 0) at = end;
    } else {
      runs.push(...one(reading, node, frame));
    }
  }
  return runs;
}

function one(reading: InTree, node: PhrasingContent, frame: Frame): RichText[] {
  const { style, url } = frame;
  const inside = (more: Partial<Annotations>, nodes: readonly PhrasingContent[]): RichText[] =>
    styled(reading, nodes, { ...frame, style: { ...style, ...more } });
  switch (node.type) {
    case "text":
      return words(reading, node.value.replaceAll("\n", " "), frame);
    case "inlineCode":
      return [textRun(node.value, url, { ...style, code: true })];
    case "break":
      return [textRun("\n", url, style)];
    case "strong":
      return inside({ bold: true }, node.children);
    case "emphasis":
      return inside({ italic: true }, node.children);
    case "delete":
      return inside({ strikethrough: true }, node.children);
    case "link": {
      const known = URL.canParse(node.url) || node.url.startsWith("/");
      return styled(reading, node.children, known ? { ...frame, url: node.url } : frame);
    }
    case "image":
      reading.warnings.push("An image must be a block of its own; it was kept as a link.");
      return [textRun(node.alt || node.url, URL.canParse(node.url) ? node.url : null, style)];
    default:
      return [textRun(sourceOf(reading.tree, node), url, style)];
  }
}

function words(reading: InTree, text: string, frame: Frame): RichText[] {
  return partsOf(reading.tree, text).flatMap((part) => {
    switch (part.kind) {
      case "text":
        return [textRun(part.text, frame.url, frame.style)];
      case "formula":
        return [equationRun(part.text.slice(1, -1), frame.style)];
      case "tag":
        return tag(reading, part.text, null, frame);
    }
  });
}

const OPENING = /^<([a-z]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>$/;

/** Where the tag that begins here ends, among its siblings; -1 when it does not, or is none that could. */
function closingTag(nodes: readonly PhrasingContent[], at: number): number {
  const [, name = "", , selfClosing] = OPENING.exec(htmlOf(nodes[at])) ?? [];
  if (selfClosing === "/" || !["b", "i", "s", "u", "span", "mention"].includes(name)) return -1;
  let open = 0;
  for (let index = at; index < nodes.length; index += 1) {
    const html = htmlOf(nodes[index]);
    if (OPENING.exec(html)?.[1] === name && !html.endsWith("/>")) open += 1;
    else if (html === `</${name}>`) open -= 1;
    if (open === 0) return index;
  }
  return -1;
}

function htmlOf(node: PhrasingContent | undefined): string {
  return node?.type === "html" ? node.value : "";
}

/** @param inside null when the tag closes itself, or nothing closes it */
function tag(
  reading: InTree,
  html: string,
  inside: readonly PhrasingContent[] | null,
  frame: Frame,
): RichText[] {
  if (html === NO_BLOCK) return [];
  if (/^<br\s*\/?>$/.test(html)) return [textRun("\n", frame.url, frame.style)];
  const [, name = "", given = "", selfClosing] = OPENING.exec(html) ?? [];
  const attributes = attributesOf(given);
  const mention = inside !== null || selfClosing === "/" ? mentionOf(name, attributes) : null;
  if (mention !== null) return [mentionRun(reading.view.store, mention, frame.style)];
  const style = inside === null ? null : styleOf(name, attributes);
  if (style !== null) {
    return styled(reading, inside ?? [], { ...frame, style: { ...frame.style, ...style } });
  }
  reading.warnings.push(`${html} is no tag of this dialect; it was kept as text.`);
  return [textRun(html, frame.url, frame.style)];
}

function styleOf(
  name: string,
  { color }: Readonly<Record<string, string | undefined>>,
): Partial<Annotations> | null {
  switch (name) {
    case "b":
      return { bold: true };
    case "i":
      return { italic: true };
    case "s":
      return { strikethrough: true };
    case "u":
      return { underline: true };
    case "span":
      return color === undefined ? {} : { color: longColour(color) };
    default:
      return null;
  }
}

/** A mention's label is only for people: what it names says the address. */
function mentionOf(name: string, given: Readonly<Record<string, string | undefined>>): Json | null {
  if (name === "date") {
    const moment = (day: string, time: string): string | null => {
      const [on, at] = [given[day], given[time]];
      return on === undefined ? null : at === undefined ? on : `${on}T${at}:00`;
    };
    const start = moment("start", "start-time");
    if (start === null) return null;
    return { date: { start, end: moment("end", "end-time"), time_zone: given["time-zone"] ?? null } };
  }
  const url = decodeEntities(given["url"] ?? "");
  const id = idInUrl(url);
  if (name !== "mention" || id === null) return null;
  if (url.startsWith("user://")) return { user: { id } };
  return given["type"] === "database" ? { database: { id } } : { page: { id } };
}
