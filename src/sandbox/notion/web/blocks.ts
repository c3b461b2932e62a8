import type { WebBlock, WebText } from "../../web/index.ts";
import type { BlockRecord, Node } from "../records.ts";
import { titleOf } from "../titles.ts";
import type { Workspace } from "../workspace/types.ts";
import { hrefOf } from "./href.ts";
import { toWebText } from "./text.ts";

/** What stands on a page, in order; trashed blocks are gone already. */
export function toWebBlocks(workspace: Workspace, parentId: string): readonly WebBlock[] {
  return workspace.children(parentId).map((node) => toWebBlock(workspace, node));
}

function toWebBlock(workspace: Workspace, node: Node): WebBlock {
  if (node.kind !== "block")
    return { type: "page-link", title: titleOf(node) || "Untitled", href: hrefOf(node.id) };
  const text = toWebText(node.content["rich_text"]);
  const children = (): readonly WebBlock[] => toWebBlocks(workspace, node.id);
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", text, children: children() };
    case "bulleted_list_item":
      return { type: "bulleted", text, children: children() };
    case "numbered_list_item":
      return { type: "numbered", text, children: children() };
    case "quote":
      return { type: "quote", text, children: children() };
    case "heading_1":
      return { type: "heading", level: 1, text };
    case "heading_2":
      return { type: "heading", level: 2, text };
    case "heading_3":
    case "heading_4":
      return { type: "heading", level: 3, text };
    case "to_do":
      return { type: "to-do", checked: node.content["checked"] === true, text, children: children() };
    case "toggle":
      return { type: "toggle", text, children: children() };
    case "callout":
      return { type: "callout", icon: iconOf(node), text, children: children() };
    case "code":
      return {
        type: "code",
        language: (node.content["language"] as string | undefined) ?? null,
        text: text.map((span) => span.text).join(""),
      };
    case "divider":
      return { type: "divider" };
    case "table":
      return {
        type: "table",
        headerRow: node.content["has_column_header"] === true,
        headerColumn: node.content["has_row_header"] === true,
        rows: workspace.children(node.id).flatMap(cellsOf),
      };
    default:
      return { type: "other", label: node.type };
  }
}

function cellsOf(row: Node): readonly (readonly WebText[])[] {
  if (row.kind !== "block") return [];
  return [((row.content["cells"] ?? []) as readonly unknown[]).map(toWebText)];
}

function iconOf(block: BlockRecord): string | null {
  const icon = block.content["icon"] as { readonly emoji?: string } | null | undefined;
  return icon?.emoji ?? null;
}
