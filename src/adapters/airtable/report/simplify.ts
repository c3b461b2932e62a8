import type {
  BlockContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
} from "mdast";

import { asList, asRecord } from "../../../lib/loose.ts";

/** The document for a plain long text column: Markdown that people can read as it stands, without HTML. */
export function toPlainDocument(document: Root): Root {
  return { type: "root", children: document.children.flatMap((node) => block(node, "plain")) };
}

/**
 * The document in what Airtable's rich text can hold: headings 1 to 3, lists, check boxes, quotes, code, links, and
 * bold, italic and struck text. The rest becomes the nearest of these.
 */
export function toRichDocument(document: Root): Root {
  return { type: "root", children: document.children.flatMap((node) => block(node, "rich")) };
}

type Aim = "plain" | "rich";

function block(node: RootContent, aim: Aim): BlockContent[] {
  const fold = foldOf(node);
  if (fold !== null) return [...bold(fold.summary), ...fold.children.flatMap((child) => block(child, aim))];
  switch (node.type) {
    case "heading": {
      const children = inline(node.children, aim);
      return aim === "rich" && node.depth > 3 ? bold(children) : [{ ...node, children }];
    }
    case "paragraph":
      return paragraph(inline(node.children, aim));
    case "list":
      return [{ ...node, spread: false, children: node.children.map((item) => listItem(item, aim)) }];
    case "blockquote":
      return [{ ...node, children: node.children.flatMap((child) => block(child, aim)) }];
    case "code":
      return [{ type: "code", value: node.value }];
    case "table":
      return aim === "rich" ? tableAsList(node) : [plainTable(node)];
    case "thematicBreak":
      return aim === "rich" ? [] : [node];
    case "html":
      return paragraph([{ type: "text", value: node.value }]);
    case "footnoteDefinition":
      return node.children.flatMap((child) => block(child, aim));
    default:
      return [];
  }
}

/** A folded part, as the report's documents have it: a node of type "details" with a `summary`. */
function foldOf(
  node: unknown,
): { readonly summary: readonly PhrasingContent[]; readonly children: readonly RootContent[] } | null {
  const { type, summary, children } = asRecord(node);
  if (type !== "details") return null;
  return {
    summary: asList(summary) as readonly PhrasingContent[],
    children: asList(children) as readonly RootContent[],
  };
}

function paragraph(children: PhrasingContent[]): BlockContent[] {
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
}

/** A line that is all bold, without bold inside bold. */
function bold(children: readonly PhrasingContent[]): BlockContent[] {
  return children.length === 0 ? [] : paragraph([{ type: "strong", children: [...withoutBold(children)] }]);
}

function withoutBold(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child) => (child.type === "strong" ? withoutBold(child.children) : [child]));
}

function listItem(item: ListItem, aim: Aim): ListItem {
  return { ...item, spread: false, children: item.children.flatMap((child) => block(child, aim)) };
}

function inline(nodes: readonly PhrasingContent[], aim: Aim): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case "emphasis":
      case "strong":
      case "delete":
        return [{ ...node, children: inline(node.children, aim) }];
      case "link": {
        const children = inline(node.children, aim);
        return isAddress(node.url) ? [{ type: "link", url: node.url, children }] : children;
      }
      case "image":
        return node.alt ? [{ type: "text", value: node.alt }] : [];
      case "html":
        return [{ type: "text", value: node.value }];
      case "linkReference":
        return inline(node.children, aim);
      case "imageReference":
      case "footnoteReference":
        return [];
      case "break":
        return aim === "rich" ? [{ type: "text", value: " " }] : [node];
      case "text":
      case "inlineCode":
        return [node];
      default:
        return [];
    }
  });
}

function isAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}

function plainTable(table: Table): Table {
  return {
    ...table,
    children: table.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: inline(cell.children, "plain") })),
    })),
  };
}

/** One item a row: its first cell in bold, then "column: cell" for every other cell that is not empty. */
function tableAsList(table: Table): List[] {
  const [head, ...rows] = table.children;
  const titles = head?.children.map((cell) => inline(cell.children, "rich")) ?? [];
  const items = rows.flatMap((row) => rowAsItem(row, titles));
  return items.length === 0 ? [] : [{ type: "list", ordered: false, spread: false, children: items }];
}

function rowAsItem(row: TableRow, titles: readonly PhrasingContent[][]): ListItem[] {
  const parts = row.children.flatMap((cell, column): PhrasingContent[][] => {
    const children = inline(cell.children, "rich");
    if (children.length === 0) return [];
    if (column === 0) return [[{ type: "strong", children: withoutBold(children) }]];
    const title = titles[column] ?? [];
    return [title.length === 0 ? children : [...title, { type: "text", value: ": " }, ...children]];
  });
  const line = parts.flatMap((part, index): PhrasingContent[] =>
    index === 0 ? part : [{ type: "text", value: " · " }, ...part],
  );
  if (line.length === 0) return [];
  return [{ type: "listItem", spread: false, children: [{ type: "paragraph", children: line }] }];
}
