import type { Nodes, Root, RootContent } from "mdast";

import { fieldOfHeading, type BodyField } from "./headings.ts";

export interface BodySections {
  /** The text under each known heading; a heading that comes twice adds to the first. */
  readonly texts: ReadonlyMap<BodyField, string>;
  /** One line an insight, from the bullets (or else the paragraphs) under an insights heading. */
  readonly insights: readonly string[];
}

/** Matches a page's headings to fields. A line that is all bold counts as a heading, because many pages use it so. */
export function readBody(document: Root): BodySections {
  const texts = new Map<BodyField, string>();
  const insights: string[] = [];
  let field: BodyField | null = null;
  let depth = 0;
  for (const node of document.children) {
    const heading = asHeading(node);
    if (heading !== null) {
      const named = fieldOfHeading(heading.text);
      // A deeper heading of another name is part of the section it stands in.
      if (named !== null || heading.depth <= depth) {
        field = named;
        depth = heading.depth;
        continue;
      }
    }
    if (field === null) continue;
    if (field === "insights") insights.push(...linesOf(node));
    else append(texts, field, linesOf(node).join("\n"));
  }
  return { texts, insights };
}

function append(texts: Map<BodyField, string>, field: BodyField, text: string): void {
  if (text === "") return;
  const before = texts.get(field);
  texts.set(field, before === undefined ? text : `${before}\n${text}`);
}

/** Bold lines stand below every real heading. */
const boldDepth = 7;

function asHeading(node: RootContent): { text: string; depth: number } | null {
  if (node.type === "heading") return { text: plain(node), depth: node.depth };
  if (node.type !== "paragraph" || node.children.length !== 1 || node.children[0]?.type !== "strong")
    return null;
  return { text: plain(node), depth: boldDepth };
}

/** One line a paragraph, list item, table row or code line; nested ones follow their parent. */
function linesOf(top: Nodes): string[] {
  const lines: string[] = [];
  const waiting: Nodes[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow")
      lines.push(plain(node));
    else if (node.type === "code") lines.push(node.value);
    else if ("children" in node) waiting.push(...node.children.toReversed());
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

function plain(top: Nodes): string {
  let text = "";
  const waiting: Nodes[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "break") text += "\n";
    else if ("value" in node && node.type !== "html") text += node.value;
    else if (node.type === "image") text += node.alt ?? "";
    else if ("children" in node) waiting.push(...node.children.toReversed());
    if (node.type === "tableCell") waiting.push({ type: "text", value: "" });
  }
  return text;
}
