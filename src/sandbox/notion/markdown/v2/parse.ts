import type { BlockContent, Html, List, ListItem, Nodes, Paragraph, Table } from "mdast";

import { sentChildren, type SentBlock } from "../../blocks/create.ts";
import { invalid } from "../../errors.ts";
import type { Json, RichText } from "../../records.ts";
import { textRun } from "../../rich-text.ts";
import type { View } from "../../view.ts";
import { languageOf } from "../languages.ts";
import { chunks, REFERENCE, SUBPAGE } from "../parse.ts";
import { parseTagTable, table } from "../tables.ts";
import { idInUrl, longColour } from "../tags.ts";
import { runsOf, runsOfText, type Reading } from "./inline.ts";
import { sectionsOf, type TagSection } from "./sections.ts";
import { sourceOf, treeOf, type Tree } from "./tree.ts";

/**
 * Blocks of a text in the second dialect: CommonMark, where blank lines part blocks, with tags for what CommonMark
 * lacks (https://developers.notion.com/guides/data-apis/notion-flavored-markdown).
 */
export function parse(view: View, markdown: string): { blocks: SentBlock[]; warnings: readonly string[] } {
  const reading: Reading = { view, warnings: [] };
  const blocks = blocksIn(reading, markdown);
  return { blocks, warnings: reading.warnings };
}

function blocksIn(reading: Reading, text: string): SentBlock[] {
  return sectionsOf(text).flatMap((section) => {
    switch (section.kind) {
      case "code":
        return [codeBlock(section.text, section.info)];
      case "equation":
        return [{ type: "equation", equation: { expression: section.text } }];
      case "tag":
        return tagBlocks(reading, section);
      case "markdown": {
        const tree = treeOf(section.text);
        return tree.children.flatMap((node) => nodeBlocks(reading, tree, node));
      }
    }
  });
}

// ── CommonMark ───────────────────────────────────────────────────────────────────────────────────────────

function nodeBlocks(reading: Reading, tree: Tree, node: Nodes): SentBlock[] {
  switch (node.type) {
    case "heading":
      return [worded(`heading_${Math.min(node.depth, 4)}`, runsOf(reading, tree, node.children))];
    case "paragraph":
      return [paragraphBlock(reading, tree, node)];
    case "blockquote":
      return [withFirstText(reading, tree, "quote", node.children as readonly BlockContent[])];
    case "list":
      return listBlocks(reading, tree, node);
    case "code":
      return [codeBlock(node.value, node.lang ?? "")];
    case "thematicBreak":
      return [{ type: "divider", divider: {} }];
    case "table":
      return [pipeTable(reading, tree, node)];
    case "html":
      return htmlBlocks(reading, tree, node);
    default:
      return [literal(tree, node)];
  }
}

function htmlBlocks(reading: Reading, tree: Tree, node: Html): SentBlock[] {
  // Inside a list a block tag ends up here, since lists are CommonMark's own.
  const [section, ...more] = sectionsOf(node.value);
  if (section?.kind === "tag" && more.length === 0) return tagBlocks(reading, section);
  reading.warnings.push(`${node.value.split("\n")[0] ?? ""} is no tag of this dialect; it was kept as text.`);
  return [literal(tree, node)];
}

function literal(tree: Tree, node: Nodes): SentBlock {
  return worded("paragraph", [textRun(sourceOf(tree, node), null)]);
}

function paragraphBlock(reading: Reading, tree: Tree, node: Paragraph): SentBlock {
  const [only, ...more] = node.children;
  if (only?.type === "image" && more.length === 0) return media(reading, "image", only.url, only.alt ?? "");
  return worded("paragraph", runsOf(reading, tree, node.children));
}

function listBlocks(reading: Reading, tree: Tree, list: List): SentBlock[] {
  const type = list.ordered === true ? "numbered_list_item" : "bulleted_list_item";
  return list.children.map((item) => {
    const content = contentOf(item);
    if (typeof item.checked !== "boolean") return withFirstText(reading, tree, type, content);
    return withFirstText(reading, tree, "to_do", content, { checked: item.checked });
  });
}

function contentOf(item: ListItem): readonly BlockContent[] {
  return item.children as readonly BlockContent[];
}

/** A leading paragraph becomes the block's own words, the rest its children. */
function withFirstText(
  reading: Reading,
  tree: Tree,
  type: string,
  content: readonly BlockContent[],
  extra: Json = {},
): SentBlock {
  const [first] = content;
  const own = first?.type === "paragraph" ? runsOf(reading, tree, first.children) : [];
  const rest = first?.type === "paragraph" ? content.slice(1) : content;
  const children = rest.flatMap((node) => nodeBlocks(reading, tree, node));
  return worded(type, own, extra, children);
}

function pipeTable(reading: Reading, tree: Tree, node: Table): SentBlock {
  const rows = node.children.map((row) => row.children.map((cell) => runsOf(reading, tree, cell.children)));
  return table(rows, true, false);
}

function codeBlock(text: string, info: string): SentBlock {
  return { type: "code", code: { rich_text: chunks(text), language: languageOf(info) } };
}

// ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Container tags with a title, and the block they stand for. */
const CONTAINERS: Readonly<Record<string, string>> = {
  p: "paragraph",
  h1: "heading_1",
  h2: "heading_2",
  h3: "heading_3",
  h4: "heading_4",
  quote: "quote",
  callout: "callout",
  todo: "to_do",
};

function tagBlocks(reading: Reading, section: TagSection): SentBlock[] {
  const { name, attributes } = section;
  const inside = section.inside ?? "";
  const colour = attributes["color"] === undefined ? {} : { color: longColour(attributes["color"]) };
  const container = CONTAINERS[name];
  if (container !== undefined) return [containerBlock(reading, container, section, colour)].flatMap(apart);
  switch (name) {
    case "toggle":
      return [toggleBlock(reading, section, colour)];
    case "ul":
    case "ol":
      return listItems(reading, name === "ul" ? "bulleted_list_item" : "numbered_list_item", inside);
    case "columns":
      return [{ type: "column_list", column_list: { children: blocksIn(reading, inside) } }];
    case "column":
      return [{ type: "column", column: { ...widthOf(attributes), children: blocksIn(reading, inside) } }];
    case "equation":
      return [{ type: name, [name]: { expression: inside.trim() } }];
    case "table-of-contents":
      return [{ type: "table_of_contents", table_of_contents: colour }];
    case "table":
      return [parseTagTable((cell) => runsOfText(reading, cell), attributes, inside)];
    case "image":
    case "pdf":
    case "file":
    case "audio":
    case "video":
      return [media(reading, name, attributes["source"] ?? "", inside)];
    case "bookmark":
    case "embed":
      return [
        { type: name, [name]: { url: attributes["source"] ?? "", caption: runsOfText(reading, inside) } },
      ];
    case "page":
      if (attributes["url"] === undefined)
        return [{ type: SUBPAGE, [SUBPAGE]: { title: runsOfText(reading, inside.trim()) } }];
      return [reference(attributes["url"])];
    case "database":
    case "unknown":
      return [reference(attributes["url"] ?? "")];
    default:
      // Better refused than misread.
      throw invalid(`This stand-in does not know <${name}>.`);
  }
}

function reference(url: string): SentBlock {
  return { type: REFERENCE, [REFERENCE]: { id: idInUrl(url) } };
}

/** A column's share of the width, in percent in Markdown. */
function widthOf({ ratio = "" }: TagSection["attributes"]): Json {
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(ratio) ?? [];
  return percent === undefined ? {} : { width_ratio: Number(percent) / 100 };
}

/** The title stands right after the opening tag, the children after a blank line. */
function titleAndChildren(
  reading: Reading,
  section: TagSection,
): { readonly title: RichText[]; readonly children: SentBlock[] } {
  const inside = (section.inside ?? "").replace(/^\n/, "").replace(/\n$/, "");
  const [, first = inside, rest = ""] = /^([\s\S]*?)\n[^\S\n]*\n([\s\S]*)$/.exec(inside) ?? [];
  const title = /^\s*<p\s*\/>\s*$/.test(first) ? [] : runsOfText(reading, first);
  return { title, children: blocksIn(reading, rest) };
}

function containerBlock(reading: Reading, type: string, section: TagSection, colour: Json): SentBlock {
  const { title, children } = titleAndChildren(reading, section);
  const { checked, icon } = section.attributes;
  const extra = {
    ...colour,
    ...(type === "to_do" ? { checked: checked === "true" } : {}),
    ...(type === "callout" ? { icon: { type: "emoji", emoji: icon ?? "💡" } } : {}),
  };
  return worded(type, title, extra, children);
}

function toggleBlock(reading: Reading, section: TagSection, colour: Json): SentBlock {
  const { title, children } = titleAndChildren(reading, section);
  const [, level] = /^h([1-4])$/.exec(section.attributes["heading"] ?? "") ?? [];
  if (level === undefined) return worded("toggle", title, colour, children);
  return worded(`heading_${level}`, title, { ...colour, is_toggleable: true }, children);
}

function listItems(reading: Reading, type: string, inside: string): SentBlock[] {
  return sectionsOf(inside.trim()).flatMap((section) => {
    if (section.kind !== "tag" || section.name !== "li") throw invalid("A list holds <li> only.");
    const { color } = section.attributes;
    return [containerBlock(reading, type, section, color === undefined ? {} : { color: longColour(color) })];
  });
}

/** Below a heading that is no toggle nothing can stand: what was put there follows it. */
function apart(block: SentBlock): SentBlock[] {
  const type = String(block["type"]);
  const children = sentChildren(block);
  if (!type.startsWith("heading_") || children.length === 0) return [block];
  const { children: _children, ...content } = block[type] as Json;
  return [{ type, [type]: content }, ...children];
}

function media(reading: Reading, type: string, url: string, caption: string): SentBlock {
  const [, upload] = /^file-upload:\/\/(.+)$/.exec(url) ?? [];
  const source = upload === undefined ? { external: { url } } : { file_upload: { id: upload } };
  return { type, [type]: { ...source, caption: runsOfText(reading, caption.trim()) } };
}

function worded(
  type: string,
  words: readonly RichText[],
  extra: Json = {},
  children: readonly SentBlock[] = [],
): SentBlock {
  return { type, [type]: { rich_text: words, ...extra, ...(children.length === 0 ? {} : { children }) } };
}
