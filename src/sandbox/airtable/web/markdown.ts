import type { Blockquote, List, ListItem, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { plainText, type WebBlock, type WebSpan, type WebText } from "../../web/index.ts";

/** How a text is read. */
interface Reading {
  /** The Markdown itself, for what is shown as it was written. */
  readonly source: string;
  /** Depth of the text's largest headings, so that a text that begins with `##` skips no level. Infinity: none. */
  readonly topHeading: number;
  /** Where a link's address leads in the web view. */
  readonly hrefFor: (address: string) => string;
}

type Marks = Omit<WebSpan, "text">;

/**
 * The blocks of a long text or rich text cell. Headings stand below the name of their field, and line ends stay,
 * as they do in a cell. What the view has no drawing for (images, HTML, footnotes) is shown as it
 * was written.
 */
export function blocksFromMarkdown(source: string, hrefFor: Reading["hrefFor"]): readonly WebBlock[] {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const depths = tree.children.flatMap((node) => (node.type === "heading" ? [node.depth] : []));
  return toBlocks(tree.children, { source, hrefFor, topHeading: Math.min(...depths) });
}

function toBlocks(nodes: readonly RootContent[], reading: Reading): readonly WebBlock[] {
  return nodes.flatMap((node) => toBlock(node, reading));
}

function toBlock(node: RootContent, reading: Reading): readonly WebBlock[] {
  switch (node.type) {
    case "heading":
      return [
        {
          type: "heading",
          level: node.depth <= reading.topHeading ? 2 : 3,
          text: toText(node.children, reading),
        },
      ];
    case "paragraph": {
      const text = toText(node.children, reading);
      return toDos(text) ?? [{ type: "paragraph", text }];
    }
    case "blockquote":
      return [{ type: "quote", ...contentOf(node, reading) }];
    case "list":
      return node.children.map((item) => listItem(node, item, reading));
    case "code":
      return [{ type: "code", language: node.lang ?? null, text: node.value }];
    case "thematicBreak":
      return [{ type: "divider" }];
    case "table": {
      const rows = node.children.map((row) => row.children.map((cell) => toText(cell.children, reading)));
      return [{ type: "table", headerRow: true, headerColumn: false, rows }];
    }
    default:
      return [{ type: "paragraph", text: plainText(asWritten(node, reading)) }];
  }
}

function listItem(list: List, item: ListItem, reading: Reading): WebBlock {
  const content = contentOf(item, reading);
  if (typeof item.checked === "boolean") return { type: "to-do", checked: item.checked, ...content };
  return { type: list.ordered === true ? "numbered" : "bulleted", ...content };
}

/** A leading paragraph becomes the block's own words, the rest its children. */
function contentOf(
  { children }: Blockquote | ListItem,
  reading: Reading,
): { readonly text: WebText; readonly children: readonly WebBlock[] } {
  const [first, ...rest] = children;
  return first?.type === "paragraph"
    ? { text: toText(first.children, reading), children: toBlocks(rest, reading) }
    : { text: [], children: toBlocks(children, reading) };
}

/** Rich text keeps a checklist as lines that begin with a box, without bullets. Null when any line has none. */
function toDos(text: WebText): readonly WebBlock[] | null {
  const items: WebBlock[] = [];
  for (const [first, ...rest] of linesOf(text)) {
    const [box, mark] = /^\[([ x])\] /.exec(first?.text ?? "") ?? [];
    if (first === undefined || box === undefined) return null;
    const words = { ...first, text: first.text.slice(box.length) };
    items.push({ type: "to-do", checked: mark === "x", text: [words, ...rest] });
  }
  return items;
}

function linesOf(text: WebText): readonly WebText[] {
  const lines: WebSpan[][] = [[]];
  for (const span of text) {
    for (const [index, words] of span.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (words !== "") lines.at(-1)?.push({ ...span, text: words });
    }
  }
  return lines;
}

function toText(nodes: readonly PhrasingContent[], reading: Reading, marks: Marks = {}): WebText {
  return nodes.flatMap((node): WebText => {
    switch (node.type) {
      case "text":
        return [{ ...marks, text: node.value }];
      case "inlineCode":
        return [{ ...marks, code: true, text: node.value }];
      case "break":
        return [{ ...marks, text: "\n" }];
      case "strong":
        return toText(node.children, reading, { ...marks, bold: true });
      case "emphasis":
        return toText(node.children, reading, { ...marks, italic: true });
      case "delete":
        return toText(node.children, reading, { ...marks, strike: true });
      case "link":
        return toText(node.children, reading, { ...marks, href: reading.hrefFor(node.url) });
      default:
        return [{ ...marks, text: asWritten(node, reading) }];
    }
  });
}

function asWritten({ position }: RootContent, { source }: Reading): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
