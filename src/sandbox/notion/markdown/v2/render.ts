import { canSee } from "../../access.ts";
import { isHeading } from "../../blocks/content.ts";
import type { BlockRecord, Json, Node, RichText } from "../../records.ts";
import { plainText } from "../../rich-text.ts";
import { liveChildren } from "../../store.ts";
import { titleOf } from "../../titles.ts";
import type { View } from "../../view.ts";
import type { Rendered } from "../render.ts";
import { shortColour } from "../tags.ts";
import { inlineText, plain } from "./render-inline.ts";

const LISTS: ReadonlySet<string> = new Set(["bulleted_list_item", "numbered_list_item", "to_do"]);

/** The content of a page or block in the second dialect. */
export function renderDocument(view: View, node: Node): Rendered {
  const unknown: string[] = [];
  const markdown = joined(view, liveChildren(view.store, node), unknown);
  return { markdown, unknown };
}

/** One block with what is below it. */
export function renderOne(view: View, node: Node): string {
  return oneOf(view, node, 1, []);
}

/** Blank lines part blocks; only entries of a list stand close together. */
function joined(view: View, nodes: readonly Node[], unknown: string[]): string {
  let [text, number, wasPlain] = ["", 0, false];
  for (const [index, node] of nodes.entries()) {
    number = node.kind === "block" && node.type === "numbered_list_item" ? number + 1 : 0;
    const isPlain = isPlainEntry(view, node);
    text += (index === 0 ? "" : isPlain && wasPlain ? "\n" : "\n\n") + oneOf(view, node, number, unknown);
    wasPlain = isPlain;
  }
  return text;
}

/** A list entry that CommonMark's own form can hold: one line, no colour, and below it only such entries. */
function isPlainEntry(view: View, node: Node): boolean {
  if (node.kind !== "block" || !LISTS.has(node.type) || !canSee(view.store, view.connection, node))
    return false;
  const words = plainText(wordsIn(node));
  return (
    colourOf(node) === "default" &&
    words === words.trim() &&
    !words.includes("\n") &&
    // In CommonMark a box without words is no task, and a mark alone belongs to the words above it.
    words !== "" &&
    liveChildren(view.store, node).every((child) => isPlainEntry(view, child))
  );
}

function oneOf(view: View, node: Node, number: number, unknown: string[]): string {
  const address = `${view.urlBase}${node.id.replaceAll("-", "")}`;
  const unknownTag = (alt: string): string => {
    unknown.push(node.id);
    return `<unknown url="${address}" alt="${alt}" />`;
  };
  if (!canSee(view.store, view.connection, node)) return unknownTag(node.kind);
  if (node.kind === "page") return `<page url="${address}">${plain(titleOf(node))}</page>`;
  if (node.kind !== "block") return `<database url="${address}">${plain(titleOf(node))}</database>`;
  return blockText(view, node, number, unknown) ?? unknownTag(node.type);
}

/** Null for a type without a form. */
function blockText(view: View, block: BlockRecord, number: number, unknown: string[]): string | null {
  const { type, content } = block;
  const inside = (): string => joined(view, liveChildren(view.store, block), unknown);
  if (isHeading(type)) return heading(view, block, inside());
  if (LISTS.has(type)) return listEntry(view, block, number, inside());
  switch (type) {
    case "paragraph":
      return paragraph(block, inside());
    case "quote":
      return quote(block, inside());
    case "toggle":
      return container("toggle", colourAttribute(block), block, inside());
    case "callout": {
      const { emoji = "💡" } = (content["icon"] ?? {}) as { emoji?: string };
      return container("callout", ` icon="${emoji}"${colourAttribute(block)}`, block, inside());
    }
    case "code":
      return code(content);
    case "equation":
      return `$$\n${String(content["expression"])}\n$$`;
    case "divider":
      return "---";
    case "table":
      return table(view, block);
    case "column_list":
      // Columns are parts of one block, as the rows of a table are.
      return [
        "<columns>",
        ...liveChildren(view.store, block).map((column) => oneOf(view, column, 1, unknown)),
        "</columns>",
      ].join("\n");
    case "column":
      return `<column${ratioAttribute(content)}>\n${inside()}\n</column>`;
    case "table_of_contents":
      return `<table-of-contents${colourAttribute(block)} />`;
    case "image":
      return `![${captionOf(content)}](${addressOf(content)})`;
    case "audio":
    case "video":
    case "file":
    case "pdf":
      return `<${type} source="${quoted(addressOf(content))}">${captionOf(content)}</${type}>`;
    case "bookmark":
    case "embed":
      return `<${type} source="${quoted(String(content["url"]))}">${captionOf(content)}</${type}>`;
    default:
      return null;
  }
}

function heading(view: View, block: BlockRecord, inside: string): string {
  const level = block.type.slice(-1);
  if (block.content["is_toggleable"] === true)
    return container("toggle", ` heading="h${level}"${colourAttribute(block)}`, block, inside);
  const text = inlineText(wordsIn(block), "<br />");
  const simple = colourOf(block) === "default" && text !== "" && text === text.trim();
  // A row of marks at the end would be taken for the heading's own.
  if (simple && !/(?:^|\s)#+$/.test(text)) return `${"#".repeat(Number(level))} ${text}`;
  return container(`h${level}`, colourAttribute(block), block, inside);
}

function paragraph(block: BlockRecord, inside: string): string {
  const words = plainText(wordsIn(block));
  if (words === "" && inside === "" && colourOf(block) === "default") return "<p />";
  const simple = colourOf(block) === "default" && inside === "" && words === words.trim();
  if (!simple || hasEmptyLine(words)) return container("p", colourAttribute(block), block, inside);
  return lines(block).map(guarded).join("\\\n");
}

function quote(block: BlockRecord, inside: string): string {
  const words = plainText(wordsIn(block));
  const simple = colourOf(block) === "default" && inside === "" && words !== "" && words === words.trim();
  if (!simple || hasEmptyLine(words)) return container("quote", colourAttribute(block), block, inside);
  return lines(block)
    .map((line) => `> ${guarded(line)}`)
    .join("\\\n");
}

function hasEmptyLine(words: string): boolean {
  return words.split("\n").some((line, _, all) => all.length > 1 && line.trim() === "");
}

function lines(block: BlockRecord): readonly string[] {
  return inlineText(wordsIn(block), "\\\n").split("\\\n");
}

/** Words at the start of a line must not read as a list, a heading or the like. */
function guarded(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{2,}\s*$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function listEntry(view: View, block: BlockRecord, number: number, inside: string): string {
  const { type, content } = block;
  if (isPlainEntry(view, block)) {
    const mark =
      type === "numbered_list_item"
        ? `${number}.`
        : type === "to_do"
          ? `- [${content["checked"] === true ? "x" : " "}]`
          : "-";
    const own = `${mark} ${guarded(inlineText(wordsIn(block), "<br />"))}`.trimEnd();
    return inside === "" ? own : `${own}\n${inside.replaceAll(/^/gm, "\t")}`;
  }
  if (type === "to_do") {
    const checked = ` checked="${content["checked"] === true}"`;
    return container("todo", `${checked}${colourAttribute(block)}`, block, inside);
  }
  const list = type === "bulleted_list_item" ? "ul" : "ol";
  return `<${list}>\n${container("li", colourAttribute(block), block, inside)}\n</${list}>`;
}

/** A block's words between tags, and what is below it after a blank line. */
function container(name: string, attributes: string, block: BlockRecord, inside: string): string {
  const words = inlineText(wordsIn(block), "<br />");
  if (inside === "") return `<${name}${attributes}>${words}</${name}>`;
  const title = words === "" ? "\n<p />" : /^\s|\s$/.test(words) ? words : `\n${words}`;
  return `<${name}${attributes}>${title}\n\n${inside}\n</${name}>`;
}

function code(content: Json): string {
  const text = plainText(content["rich_text"] as RichText[]);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const language = content["language"] === "plain text" ? "" : String(content["language"]);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Pipes for a plain table with a head, tags for all others. */
function table(view: View, block: BlockRecord): string {
  const { has_column_header: header, has_row_header: column } = block.content;
  const cells = liveChildren(view.store, block).map((row) =>
    row.kind === "block" ? ((row.content["cells"] ?? []) as RichText[][]) : [],
  );
  const rows = cells.map((row) => row.map((cell) => inlineText(cell, "<br />")));
  if (header === true && column !== true && rows.length > 0 && !cells.flat(2).some(hasBarePipe)) {
    const [head = "", ...rest] = rows.map((row) => `| ${row.map((cell) => cell.trim()).join(" | ")} |`);
    const rule = `|${" --- |".repeat(rows[0]?.length ?? 1)}`;
    return [head, rule, ...rest].join("\n");
  }
  const attributes = `${header === true ? ' header-row="true"' : ""}${column === true ? ' header-column="true"' : ""}`;
  const body = rows.map((row) => `<tr>\n${row.map((cell) => `<td>${cell}</td>`).join("\n")}\n</tr>`);
  return [`<table${attributes}>`, ...body, "</table>"].join("\n");
}

/** In code, formulas and addresses a pipe cannot be escaped, so that it would part a cell. */
function hasBarePipe({ type, annotations, plain_text: words, href }: RichText): boolean {
  return ((type === "equation" || annotations.code) && words.includes("|")) || (href ?? "").includes("|");
}

function wordsIn({ content }: BlockRecord): RichText[] {
  return (content["rich_text"] ?? []) as RichText[];
}

function colourOf({ content }: BlockRecord): string {
  return (content["color"] as string | undefined) ?? "default";
}

function colourAttribute(block: BlockRecord): string {
  const colour = colourOf(block);
  return colour === "default" ? "" : ` color="${shortColour(colour)}"`;
}

function ratioAttribute({ width_ratio: ratio }: Json): string {
  // Rounded, since parts of a percent are what computing leaves.
  return typeof ratio === "number" ? ` ratio="${Math.round(ratio * 100)}%"` : "";
}

function captionOf(content: Json): string {
  return inlineText((content["caption"] ?? []) as RichText[], "<br />");
}

function addressOf(content: Json): string {
  const { external, file_upload: upload } = content as {
    external?: { url: string };
    file_upload?: { id: string };
  };
  return external?.url ?? `file-upload://${upload?.id ?? ""}`;
}

function quoted(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
