import type { Nodes, Parent, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { type Handle, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { gfm } from "micromark-extension-gfm";

/**
 * Takes Markdown through an internal document and back, as a rich text cell does: what comes out ends with
 * one newline, stray marks are escaped, and constructs that rich text lacks (tables, images, headings below
 * the third level, rules, HTML, footnotes) are left behind as plain, escaped text. Doing it twice changes nothing more.
 * Source: Airtable's help pages on Markdown in rich text fields.
 */
export function normaliseRichText(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  flattenIn(tree, markdown);
  const text = toMarkdown(tree, {
    bullet: "-",
    emphasis: "*",
    strong: "*",
    fences: true,
    listItemIndent: "one",
    resourceLink: true,
    handlers: { delete: strikethrough },
    unsafe: STRAY_MARKS,
  });
  return `${text.replace(/^\\\[( |x)\\?\] /gm, "[$1] ").trimEnd()}\n`;
}

/** Marks that come back escaped wherever they stand in text; not inside addresses, where that would break them. */
const STRAY_MARKS: Unsafe[] = ["~", "#"].map((character) => ({
  character,
  inConstruct: "phrasing",
  notInConstruct: ["autolink", "destinationLiteral", "destinationRaw", "titleQuote"],
}));

/** What a formula sees: the words without the marks. */
export function richTextToPlain(markdown: string): string {
  return plainOf(fromMarkdown(markdown)).trim();
}

function plainOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  const inline = node.type === "paragraph" || node.type === "heading" || !isBlockParent(node);
  return node.children.map(plainOf).join(inline ? "" : "\n");
}

function isBlockParent(node: Parent): boolean {
  return ["root", "list", "listItem", "blockquote"].includes(node.type);
}

/** Replaces what rich text cannot hold with its own source, as text. */
function flattenIn(parent: Parent, source: string): void {
  parent.children = parent.children.map((child): RootContent => {
    if (isUnsupported(child)) return literally(child, source);
    if (child.type === "listItem" && typeof child.checked === "boolean") {
      const first = child.children[0];
      const box: PhrasingContent = { type: "text", value: child.checked ? "[x] " : "[ ] " };
      if (first?.type === "paragraph") first.children.unshift(box);
      child.checked = null;
    }
    if ("children" in child) flattenIn(child, source);
    return child;
  });
}

function isUnsupported(node: RootContent): boolean {
  if (node.type === "heading") return node.depth > 3;
  return [
    "table",
    "image",
    "imageReference",
    "thematicBreak",
    "html",
    "footnoteDefinition",
    "footnoteReference",
    "definition",
    "linkReference",
  ].includes(node.type);
}

const INLINE = new Set(["image", "imageReference", "footnoteReference", "linkReference"]);

function literally(node: RootContent, source: string): RootContent {
  const value = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const text: PhrasingContent = { type: "text", value };
  if (INLINE.has(node.type)) return text;
  const paragraph: Paragraph = { type: "paragraph", children: [text] };
  return paragraph;
}

const strikethrough: Handle = (node: Root, _parent, state, info) => {
  const exit = state.enter("emphasis");
  const value = state.containerPhrasing({ type: "emphasis", children: phrasingOf(node) }, info);
  exit();
  return `~~${value}~~`;
};

function phrasingOf(node: Root): PhrasingContent[] {
  return node.children as PhrasingContent[];
}
