import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from "mdast";

import { parseInline } from "./markdown-inline.ts";

export interface ParsedMarkdown {
  readonly document: Root;
  /** Parts that stand in the page but are not in its Markdown. */
  readonly unknown: number;
}

interface Line {
  readonly depth: number;
  /** Without its indentation. */
  readonly text: string;
}

type Block = BlockContent & RootContent;

/**
 * Notion's enhanced Markdown (v1: developers.notion.com/guides/data-apis/enhanced-markdown) as mdast: a line is a
 * block, a tab is a level. It is not CommonMark, which would join those lines into paragraphs.
 *
 * What only arranges (callouts, columns, synced blocks) gives way to what it holds; a toggle's summary becomes a
 * heading of the lowest rank, because that is how people use toggles; colours go; what is unknown is counted.
 */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const lines = markdown.split(/\r?\n/).map((line): Line => {
    const depth = /^\t*/.exec(line)?.[0].length ?? 0;
    return { depth, text: line.slice(depth) };
  });
  const parser = createParser();
  return { document: { type: "root", children: parser.blocks(lines) }, unknown: parser.unknown() };
}

function createParser() {
  let unknown = 0;

  const inline = (text: string): PhrasingContent[] => {
    const parsed = parseInline(text);
    unknown += parsed.unknown;
    return parsed.children;
  };

  const paragraph = (text: string): Block[] => {
    const children = inline(text);
    return children.length === 0 ? [] : [{ type: "paragraph", children }];
  };

  const blocks = (lines: readonly Line[]): Block[] => {
    const found: Block[] = [];
    let index = 0;
    while (index < lines.length) {
      const line = lines[index];
      if (line === undefined) break;
      if (line.text.trim() === "") {
        index += 1;
        continue;
      }
      const special = literal(lines, index) ?? container(lines, index);
      if (special !== null) {
        found.push(...special.blocks);
        index = special.next;
        continue;
      }
      let next = index + 1;
      while (next < lines.length && belongsBelow(lines[next], line.depth)) next += 1;
      found.push(...simple(line.text, lines.slice(index + 1, next)));
      index = next;
    }
    return joinLists(found);
  };

  /** Code and equations: everything up to the closing line is text. */
  const literal = (lines: readonly Line[], at: number): Taken | null => {
    const first = lines[at];
    const fence = /^(`{3,}|~{3,}|\$\$)(.*)$/.exec(first?.text ?? "");
    if (first === undefined || fence === null) return null;
    const [, mark = "", info = ""] = fence;
    let end = at + 1;
    while (end < lines.length && lines[end]?.text.trim() !== mark) end += 1;
    const value = lines
      .slice(at + 1, end)
      .map((line) => "\t".repeat(Math.max(0, line.depth - first.depth)) + line.text)
      .join("\n");
    const lang = mark === "$$" ? "math" : info.replace(/\{.*$/, "").trim() || null;
    return { blocks: [{ type: "code", lang, value }], next: end + 1 };
  };

  /** A tag that closes on a later line, with blocks between. */
  const container = (lines: readonly Line[], at: number): Taken | null => {
    const opening = /^<([a-z][\w-]*)(\s[^>]*)?>(.*)$/i.exec(lines[at]?.text ?? "");
    const [, name = "", attributes = "", rest = ""] = opening ?? [];
    if (name === "" || attributes.endsWith("/") || !containers.has(name)) return null;
    const end = closingLine(lines, at, name);
    if (end === null) return null;
    const inner = end === at ? [] : lines.slice(at + 1, end);
    if (name === "table")
      return { blocks: table([...inner].map((line) => line.text).join("\n")), next: end + 1 };
    if (name === "details") return { blocks: details(rest, inner), next: end + 1 };
    const head = rest.replace(new RegExp(`</${name}>\\s*$`), "");
    return { blocks: [...(head.trim() === "" ? [] : paragraph(head)), ...blocks(inner)], next: end + 1 };
  };

  const details = (rest: string, inner: readonly Line[]): Block[] => {
    const lines = rest.trim() === "" ? [...inner] : [{ depth: 0, text: rest }, ...inner];
    const at = lines.findIndex((line) => line.text.startsWith("<summary>"));
    const summary = /^<summary>(.*?)(?:<\/summary>)?$/.exec(lines[at]?.text.trim() ?? "")?.[1] ?? "";
    const body = lines.filter((_, index) => index !== at);
    const children = inline(summary);
    return [
      ...(children.length === 0 ? [] : [{ type: "heading", depth: 6, children } as const]),
      ...blocks(body),
    ];
  };

  const table = (source: string): Block[] => {
    const rows = [...source.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map((row) =>
      [...(row[1] ?? "").matchAll(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g)].map((cell) =>
        (cell[1] ?? "").trim(),
      ),
    );
    const node: Table = {
      type: "table",
      children: rows.map((cells) => ({
        type: "tableRow",
        children: cells.map((cell) => ({ type: "tableCell", children: inline(cell.replace(/\n/g, "<br>")) })),
      })),
    };
    return rows.length === 0 ? [] : [node];
  };

  const simple = (raw: string, below: readonly Line[]): Block[] => {
    const text = raw.replace(/\s*(?<!\\)\{(?:[\w-]+="[^"]*"\s*)+\}\s*$/, "");
    const heading = /^(#{1,6})\s+(.*)$/.exec(text);
    if (heading !== null) {
      const depth = Math.min(heading[1]?.length ?? 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
      return [{ type: "heading", depth, children: inline(heading[2] ?? "") }, ...blocks(below)];
    }
    if (/^(?:---+|\*\*\*+)$/.test(text.trim())) return [{ type: "thematicBreak" }, ...blocks(below)];
    const item = /^(?:[-*+]|(\d+)[.)])(?:\s+\[([ xX])\])?(?:\s+(.*))?$/.exec(text);
    if (item !== null) {
      const [, number, box, content = ""] = item;
      const children: BlockContent[] = [...paragraph(content), ...blocks(below)];
      const one: ListItem = {
        type: "listItem",
        spread: false,
        checked: box === undefined ? null : box !== " ",
        children,
      };
      const start = number === undefined ? null : Number(number);
      const list: List = {
        type: "list",
        ordered: number !== undefined,
        start,
        spread: false,
        children: [one],
      };
      return [list];
    }
    const quote = /^>\s?(.*)$/.exec(text);
    if (quote !== null)
      return [{ type: "blockquote", children: [...paragraph(quote[1] ?? ""), ...blocks(below)] }];
    return [...(isSilent(text) ? [] : paragraph(text)), ...blocks(below)];
  };

  return { blocks, unknown: () => unknown };
}

interface Taken {
  readonly blocks: Block[];
  readonly next: number;
}

const containers = new Set([
  "details",
  "callout",
  "table",
  "columns",
  "column",
  "synced_block",
  "synced_block_reference",
  "meeting-notes",
  "tabs",
  "tab",
]);

/** Tags on a line of their own that show nothing of the page's own text. */
function isSilent(text: string): boolean {
  return /^<(?:empty-block|table_of_contents|breadcrumb)\b[^>]*\/?>$/i.test(text.trim());
}

function belongsBelow(line: Line | undefined, depth: number): boolean {
  return line !== undefined && (line.depth > depth || line.text.trim() === "");
}

function closingLine(lines: readonly Line[], at: number, name: string): number | null {
  let open = 0;
  for (let index = at; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? "";
    open += count(text, new RegExp(`<${name}(?=[\\s>])[^>]*(?<!/)>`, "g"));
    open -= count(text, new RegExp(`</${name}>`, "g"));
    if (open <= 0) return index;
  }
  return null;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** Neighbouring items of one kind are one list. */
function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === "list" && last?.type === "list" && last.ordered === block.ordered) {
      last.children.push(...block.children);
    } else joined.push(block);
  }
  return joined;
}
