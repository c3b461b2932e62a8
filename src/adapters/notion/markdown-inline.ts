import type { PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

import { cleanText } from "../../lib/text.ts";

/** What one line of Notion's Markdown says, and how many tags in it stand for things that cannot be read. */
export interface Inline {
  readonly children: PhrasingContent[];
  readonly unknown: number;
}

/** A line is already known to be a block's text: nothing in it may start another. Entities stay literal in Notion's dialect. */
const onlyInline = {
  disable: {
    null: [
      "blockQuote",
      "codeFenced",
      "codeIndented",
      "definition",
      "headingAtx",
      "htmlFlow",
      "list",
      "setextUnderline",
      "thematicBreak",
      "characterReference",
    ],
  },
};
const syntax = { extensions: [gfm(), onlyInline], mdastExtensions: [gfmFromMarkdown()] };

export function parseInline(line: string): Inline {
  const root = fromMarkdown(line, syntax);
  const nodes = root.children.flatMap((child) => (child.type === "paragraph" ? child.children : []));
  let unknown = 0;
  const tidy = (list: readonly PhrasingContent[]): PhrasingContent[] =>
    list.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case "html":
          if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: "break" }];
          if (/^<unknown\b/i.test(node.value)) unknown += 1;
          // Spans, mentions and the like: the tag goes, the text between stays.
          return attributeText(node.value);
        case "image":
          return node.alt === undefined || node.alt === null || node.alt === "" ? [] : [text(node.alt)];
        case "text":
          return [text(node.value)];
        case "inlineCode":
          return [{ type: "inlineCode", value: cleanText(node.value) }];
        case "emphasis":
        case "strong":
        case "delete":
        case "link":
          return [plain({ ...node, children: tidy(node.children) })];
        default:
          return "value" in node && typeof node.value === "string" ? [text(node.value)] : [];
      }
    });
  return { children: joinText(tidy(nodes)), unknown };
}

function text(value: string): PhrasingContent {
  return { type: "text", value: cleanText(value) };
}

/** A date mention shows its date, which stands in its attributes alone. */
function attributeText(tag: string): PhrasingContent[] {
  if (!/^<mention-date\b/i.test(tag)) return [];
  const start = /\bstart="([^"]*)"/.exec(tag)?.[1];
  const end = /\bend="([^"]*)"/.exec(tag)?.[1];
  if (start === undefined) return [];
  return [text(end === undefined ? start : `${start} – ${end}`)];
}

/** Positions are those of one line and would mislead. */
function plain<Node extends PhrasingContent>(node: Node): Node {
  const { position: _position, ...rest } = node;
  return rest as Node;
}

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text") {
      joined[joined.length - 1] = { type: "text", value: last.value + node.value };
    } else joined.push(node);
  }
  return joined;
}
