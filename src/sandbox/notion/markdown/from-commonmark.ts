import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

import type { SentBlock } from "../blocks/create.ts";
import type { Annotations, RichText } from "../records.ts";
import { mergeRuns, textRun } from "../rich-text.ts";
import { languageOf } from "./languages.ts";

/**
 * Blocks, in the API's write form, for ordinary Markdown as people write it in files. Only for filling the
 * workspace: what the Markdown endpoints take has other rules.
 */
export function blocksFromCommonMark(markdown: string): SentBlock[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return blocksOf(tree.children);
}

function blocksOf(nodes: readonly (RootContent | BlockContent)[]): SentBlock[] {
  return nodes.flatMap((node) => blockOf(node));
}

function blockOf(node: RootContent | BlockContent): SentBlock[] {
  switch (node.type) {
    case "heading":
      return [block(`heading_${Math.min(node.depth, 4)}`, { rich_text: runsOf(node.children) })];
    case "paragraph":
      return [block("paragraph", { rich_text: runsOf(node.children) })];
    case "blockquote":
      return [withFirstText("quote", node.children as readonly BlockContent[])];
    case "list":
      return listBlocks(node);
    case "code":
      return [
        block("code", { rich_text: [textRun(node.value, null)], language: languageOf(node.lang ?? "") }),
      ];
    case "thematicBreak":
      return [block("divider", {})];
    case "table":
      return [tableBlock(node)];
    default:
      return [];
  }
}

function listBlocks(list: List): SentBlock[] {
  return list.children.map((item) => {
    if (typeof item.checked === "boolean")
      return withFirstText("to_do", contentOf(item), { checked: item.checked });
    return withFirstText(
      list.ordered === true ? "numbered_list_item" : "bulleted_list_item",
      contentOf(item),
    );
  });
}

function contentOf(item: ListItem): readonly BlockContent[] {
  return item.children as readonly BlockContent[];
}

/** A leading paragraph becomes the block's own words, the rest its children. */
function withFirstText(
  type: string,
  content: readonly BlockContent[],
  extra: Record<string, unknown> = {},
): SentBlock {
  const [first, ...rest] = content;
  const own = first?.type === "paragraph" ? runsOf(first.children) : [];
  const children = blocksOf(first?.type === "paragraph" ? rest : content);
  return block(type, { rich_text: own, ...extra, ...(children.length === 0 ? {} : { children }) });
}

function tableBlock(table: Table): SentBlock {
  const width = Math.max(...table.children.map((row) => row.children.length));
  const children = table.children.map((row) =>
    block("table_row", {
      cells: Array.from({ length: width }, (_, index) => runsOf(row.children[index]?.children ?? [])),
    }),
  );
  return block("table", { table_width: width, has_column_header: true, has_row_header: false, children });
}

function runsOf(nodes: readonly PhrasingContent[]): RichText[] {
  return mergeRuns(styledRuns(nodes, {}, null));
}

function styledRuns(
  nodes: readonly PhrasingContent[],
  style: Partial<Annotations>,
  url: string | null,
): RichText[] {
  return nodes.flatMap((node): RichText[] => {
    switch (node.type) {
      case "text":
        return [textRun(node.value.replaceAll("\n", " "), url, style)];
      case "inlineCode":
        return [textRun(node.value, url, { ...style, code: true })];
      case "break":
        return [textRun("\n", url, style)];
      case "strong":
        return styledRuns(node.children, { ...style, bold: true }, url);
      case "emphasis":
        return styledRuns(node.children, { ...style, italic: true }, url);
      case "delete":
        return styledRuns(node.children, { ...style, strikethrough: true }, url);
      case "link":
        return styledRuns(node.children, style, node.url);
      default:
        return [];
    }
  });
}

function block(type: string, content: Record<string, unknown>): SentBlock {
  return { type, [type]: content };
}
