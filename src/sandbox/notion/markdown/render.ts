import { canSee } from "../access.ts";
import { isHeading } from "../blocks/content.ts";
import type { BlockRecord, Json, Node, RichText } from "../records.ts";
import { plainText } from "../rich-text.ts";
import { liveChildren } from "../store.ts";
import { titleOf } from "../titles.ts";
import type { View } from "../view.ts";
import { escapeText, inlineToMarkdown } from "./render-inline.ts";
import { shortColour } from "./tags.ts";

export interface Rendered {
  readonly markdown: string;
  /** Blocks that have no form in Markdown, or that the connection may not see. */
  readonly unknown: readonly string[];
}

/** Types without a form in the default dialect. */
const UNRENDERED = new Set(["bookmark", "embed", "link_preview", "breadcrumb", "template", "unsupported"]);

/** The content of a page or block as the Markdown endpoint gives it: one line a block, a tab a level. */
export function renderMarkdown(view: View, node: Node): Rendered {
  const unknown: string[] = [];
  return { markdown: renderAll(view, liveChildren(view.store, node), unknown).join("\n"), unknown };
}

/** One block with what is below it, as text. */
export function renderNode(view: View, node: Node): string {
  return renderOne(view, node, 1, []).join("\n");
}

function renderAll(view: View, nodes: readonly Node[], unknown: string[]): string[] {
  let number = 0;
  return nodes.flatMap((node) => {
    number = node.kind === "block" && node.type === "numbered_list_item" ? number + 1 : 0;
    return renderOne(view, node, number, unknown);
  });
}

function renderOne(view: View, node: Node, number: number, unknown: string[]): string[] {
  if (!canSee(view.store, view.connection, node)) return unknownTag(view, node, node.kind, unknown);
  const url = addressIn(view, node);
  if (node.kind === "page") return [`<page url="${url}">${escapeText(titleOf(node))}</page>`];
  if (node.kind !== "block") return [`<database url="${url}">${escapeText(titleOf(node))}</database>`];
  if (UNRENDERED.has(node.type)) return unknownTag(view, node, node.type, unknown);
  return renderBlock(view, node, number, unknown);
}

function unknownTag(view: View, node: Node, alt: string, unknown: string[]): string[] {
  unknown.push(node.id);
  return [`<unknown url="${addressIn(view, node)}" alt="${alt}"/>`];
}

function addressIn(view: View, node: Node): string {
  return `${view.urlBase}${node.id.replaceAll("-", "")}`;
}

function renderBlock(view: View, block: BlockRecord, number: number, unknown: string[]): string[] {
  const { type, content } = block;
  const inside = (): string[] =>
    renderAll(view, liveChildren(view.store, block), unknown).map((line) => `\t${line}`);
  const words = inlineToMarkdown((content["rich_text"] ?? []) as RichText[]);
  const { color: colour = "default" } = content as { color?: string };
  const attributes = attributeText(colour, content["is_toggleable"] === true);
  if (isHeading(type)) return [`${"#".repeat(Number(type.slice(-1)))} ${words}${attributes}`, ...inside()];

  switch (type) {
    case "paragraph":
      return [words === "" ? "<empty-block/>" : `${guarded(words)}${attributes}`, ...inside()];
    case "bulleted_list_item":
      return [`- ${words}${attributes}`, ...inside()];
    case "numbered_list_item":
      return [`${number}. ${words}${attributes}`, ...inside()];
    case "to_do":
      return [`- [${content["checked"] === true ? "x" : " "}] ${words}${attributes}`, ...inside()];
    case "quote":
      return [`> ${words}${attributes}`, ...inside()];
    case "toggle":
      return [`<details${tagColour(colour)}>`, `<summary>${words}</summary>`, ...inside(), "</details>"];
    case "callout":
      return [
        `<callout icon="${(content["icon"] as { emoji?: string } | null)?.emoji ?? "💡"}"${tagColour(colour)}>`,
        ...(words === "" ? [] : [`\t${words}`]),
        ...inside(),
        "</callout>",
      ];
    case "code":
      return codeLines(content);
    case "equation":
      return ["$$", ...String(content["expression"]).split("\n"), "$$"];
    case "divider":
      return ["---"];
    case "table":
      return tableLines(view, block);
    case "column_list":
      return ["<columns>", ...inside(), "</columns>"];
    case "column":
      return ["<column>", ...inside(), "</column>"];
    case "table_of_contents":
      return [`<table_of_contents${tagColour(colour)}/>`];
    case "image":
      return [`![${inlineToMarkdown(content["caption"] as RichText[])}](${addressOf(content)})`];
    case "audio":
    case "video":
    case "file":
    case "pdf":
      return [
        `<${type} src="${addressOf(content)}">${inlineToMarkdown(content["caption"] as RichText[])}</${type}>`,
      ];
    case "synced_block":
    case "tab":
    case "link_to_page":
    case "meeting_notes":
      return inside().map((line) => line.slice(1));
    default:
      return unknownTag(view, block, type, unknown);
  }
}

/** Words at the start of a paragraph must not read as a list, a heading or the like. */
function guarded(words: string): string {
  return words.replace(/^(#{1,6} |[-+] |-{3,}$)/, "\\$1").replace(/^(\d+)([.)] )/, "$1\\$2");
}

function attributeText(colour: string, toggle: boolean): string {
  const parts = [
    ...(toggle ? ['toggle="true"'] : []),
    ...(colour === "default" ? [] : [`color="${shortColour(colour)}"`]),
  ];
  return parts.length === 0 ? "" : ` {${parts.join(" ")}}`;
}

function tagColour(colour: string): string {
  return colour === "default" ? "" : ` color="${shortColour(colour)}"`;
}

function codeLines(content: Json): string[] {
  const text = plainText(content["rich_text"] as RichText[]);
  const language = content["language"] === "plain text" ? "" : String(content["language"]);
  return [`\`\`\`${language}`, ...text.split("\n"), "```"];
}

function tableLines(view: View, block: BlockRecord): string[] {
  const { has_column_header: header, has_row_header: column } = block.content;
  const rows = liveChildren(view.store, block).flatMap((row) => {
    const cells = row.kind === "block" ? ((row.content["cells"] ?? []) as RichText[][]) : [];
    return ["\t<tr>", ...cells.map((cell) => `\t\t<td>${inlineToMarkdown(cell)}</td>`), "\t</tr>"];
  });
  const attributes = `${header === true ? ' header-row="true"' : ""}${column === true ? ' header-column="true"' : ""}`;
  return [`<table${attributes}>`, ...rows, "</table>"];
}

function addressOf(content: Json): string {
  const { external, file_upload: upload } = content as {
    external?: { url: string };
    file_upload?: { id: string };
  };
  return external?.url ?? `file-upload://${upload?.id ?? ""}`;
}
