import type { SentBlock } from "../blocks/create.ts";
import type { Json, RichText } from "../records.ts";
import type { View } from "../view.ts";
import { inlineFromMarkdown } from "./inline.ts";
import { languageOf } from "./languages.ts";
import { parsePipeTable, parseTagTable } from "./tables.ts";
import { attributesOf, idInUrl, longColour } from "./tags.ts";

/** Stands for a child page, a child database or a hidden block that is there already and stays. */
export const REFERENCE = "reference";

/** Stands for a child page that is to be made. */
export const SUBPAGE = "subpage";

/**
 * Blocks of a text in the Markdown endpoints' default dialect: a line is a block, blank lines count for nothing, a
 * tab is a level (https://developers.notion.com/guides/data-apis/enhanced-markdown).
 */
export function blocksFromMarkdown(view: View, markdown: string): SentBlock[] {
  const lines = markdown.split(/\r\n|\r|\n/).map((text) => ({
    depth: /^\t*/.exec(text)?.[0].length ?? 0,
    text: text.replace(/^\t+/, ""),
    raw: text,
  }));
  return new Reader(view, lines).blocks(0);
}

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly raw: string;
}

/** Reads line after line; a reader is used once. */
class Reader {
  readonly #view: View;
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(view: View, lines: readonly Line[]) {
    this.#view = view;
    this.#lines = lines;
  }

  /** Blocks at this depth; stops before `until` or a line that is less deep. */
  blocks(depth: number, until: RegExp | null = null): SentBlock[] {
    const blocks: SentBlock[] = [];
    for (;;) {
      const line = this.#lines[this.#at];
      if (line === undefined || (until !== null && until.test(line.text))) return blocks;
      if (line.text.trim() === "") {
        this.#at += 1;
      } else if (line.depth < depth) {
        return blocks;
      } else if (line.depth > depth && nest(blocks.at(-1))) {
        adopt(blocks.at(-1) as SentBlock, this.blocks(depth + 1, until));
      } else {
        const block = this.#block(line);
        if (block !== null) blocks.push(block);
      }
    }
  }

  #block(line: Line): SentBlock | null {
    this.#at += 1;
    const { text } = line;
    const [, fence = "", info = ""] = /^(`{3,})(.*)$/.exec(text) ?? [];
    if (fence !== "") return this.#code(line, fence, info);
    if (text === "$$") return this.#equation();
    const [, tag = "", attributes = ""] = /^<([\w-]+)([^>]*?)\/?>/.exec(text) ?? [];
    if (tag !== "") {
      const block = this.#tag(line, tag, attributes);
      if (block !== undefined) return block;
    }
    if (/^\|.*\|\s*$/.test(text) && /^\|[\s:|-]+\|\s*$/.test(this.#lines[this.#at]?.text ?? "")) {
      return this.#pipeTable(line);
    }
    return this.#plain(text);
  }

  #plain(text: string): SentBlock {
    if (/^(-{3,}|\*{3,})$/.test(text.trim())) return { type: "divider", divider: {} };
    const [, caption, url = ""] = /^!\[(.*?)\]\(([^\s)]*)\)$/.exec(text) ?? [];
    if (caption !== undefined) return this.#media("image", url, caption);

    const { words, attributes } = splitAttributes(text);
    const color = longColour(attributes["color"] ?? "default");
    const [, marks = "", heading = ""] = /^(#{1,6}) (.*)$/.exec(words) ?? [];
    if (marks !== "") {
      const is_toggleable = attributes["toggle"] === "true";
      return this.#worded(`heading_${Math.min(marks.length, 4)}`, heading, { color, is_toggleable });
    }
    const [, tick, task = ""] = /^[-*+] \[([ xX])\] ?(.*)$/.exec(words) ?? [];
    if (tick !== undefined) return this.#worded("to_do", task, { color, checked: tick !== " " });
    const [, bullet] = /^[-*+] (.*)$/.exec(words) ?? [];
    if (bullet !== undefined) return this.#worded("bulleted_list_item", bullet, { color });
    const [, numbered] = /^\d+[.)] (.*)$/.exec(words) ?? [];
    if (numbered !== undefined) return this.#worded("numbered_list_item", numbered, { color });
    const [, quoted] = /^> ?(.*)$/.exec(words) ?? [];
    if (quoted !== undefined) return this.#worded("quote", quoted, { color });
    return this.#worded("paragraph", words, { color });
  }

  #worded(type: string, words: string, extra: Json): SentBlock {
    return { type, [type]: { rich_text: inlineFromMarkdown(this.#view, words), ...extra } };
  }

  #media(type: string, url: string, caption: string): SentBlock {
    const [, upload] = /^file-upload:\/\/(.+)$/.exec(url) ?? [];
    const source = upload === undefined ? { external: { url } } : { file_upload: { id: upload } };
    return { type, [type]: { ...source, caption: inlineFromMarkdown(this.#view, caption) } };
  }

  #code(line: Line, fence: string, info: string): SentBlock {
    const content: string[] = [];
    for (let next = this.#take(); next !== null && next.text.trim() !== fence; next = this.#take()) {
      content.push(next.raw.replace(new RegExp(`^\t{0,${line.depth}}`), ""));
    }
    return {
      type: "code",
      code: { rich_text: chunks(content.join("\n")), language: languageOf(info) },
    };
  }

  #equation(): SentBlock {
    const content: string[] = [];
    for (let next = this.#take(); next !== null && next.text.trim() !== "$$"; next = this.#take())
      content.push(next.text);
    return { type: "equation", equation: { expression: content.join("\n") } };
  }

  /** Undefined when the tag is not one of blocks: the line is then ordinary text. */
  #tag(line: Line, tag: string, rawAttributes: string): SentBlock | null | undefined {
    const attributes = attributesOf(rawAttributes);
    const color = longColour(attributes["color"] ?? "default");
    switch (tag) {
      case "empty-block":
        return this.#worded("paragraph", "", {});
      case "table_of_contents":
        return { type: tag, [tag]: { color } };
      case "page":
      case "database":
      case "unknown":
        return { type: REFERENCE, [REFERENCE]: { id: idInUrl(attributes["url"] ?? "") } };
      case "audio":
      case "video":
      case "file":
      case "pdf":
        return this.#media(
          tag,
          attributes["src"] ?? "",
          new RegExp(`^<${tag}[^>]*>(.*)</${tag}>`).exec(line.text)?.[1] ?? "",
        );
      case "details":
        return this.#details(line, color);
      case "callout":
        return this.#callout(line, attributes["icon"], color);
      case "columns":
        return { type: "column_list", column_list: { children: this.#inside(line, "columns") } };
      case "column":
        return { type: "column", column: { children: this.#inside(line, "column") } };
      case "table":
        return this.#tagTable(attributes, this.#linesUntil(line, "table"));
      default:
        return undefined;
    }
  }

  #tagTable(attributes: Readonly<Record<string, string | undefined>>, text: string): SentBlock {
    const inline = (cell: string): RichText[] =>
      inlineFromMarkdown(this.#view, cell.replaceAll("\n", "<br>"));
    return parseTagTable(inline, attributes, text);
  }

  #details(line: Line, color: string): SentBlock {
    const summary = this.#lines[this.#at]?.text ?? "";
    const [, words] = /^<summary>(.*)<\/summary>$/.exec(summary.trim()) ?? [];
    if (words !== undefined) this.#at += 1;
    return this.#worded("toggle", words ?? "", { color, children: this.#inside(line, "details") });
  }

  /** The first paragraph inside is the callout's own words. */
  #callout(line: Line, icon: string | undefined, color: string): SentBlock {
    const [first, ...rest] = this.#inside(line, "callout");
    const words =
      first?.["type"] === "paragraph" ? ((first["paragraph"] as Json)["rich_text"] as RichText[]) : [];
    const children = first === undefined || first["type"] === "paragraph" ? rest : [first, ...rest];
    return {
      type: "callout",
      callout: { rich_text: words, icon: { type: "emoji", emoji: icon ?? "💡" }, color, children },
    };
  }

  /** Blocks between a tag and its end. */
  #inside(line: Line, tag: string): SentBlock[] {
    const depth = Math.max(line.depth, this.#lines[this.#at]?.depth ?? 0);
    const blocks = this.blocks(depth, new RegExp(`^</${tag}>`));
    this.#at += 1;
    return blocks;
  }

  #linesUntil(line: Line, tag: string): string {
    let text = line.text;
    while (!text.includes(`</${tag}>`)) {
      const next = this.#take();
      if (next === null) break;
      text += `\n${next.text}`;
    }
    return text;
  }

  #pipeTable(line: Line): SentBlock {
    const rows = [line.text];
    this.#at += 1;
    while (/^\|.*\|\s*$/.test(this.#lines[this.#at]?.text ?? "")) rows.push(this.#take()?.text ?? "");
    return parsePipeTable(this.#view, rows);
  }

  #take(): Line | null {
    const line = this.#lines[this.#at] ?? null;
    this.#at += 1;
    return line;
  }
}

/** `{color="blue" toggle="true"}` at the end of a line. */
function splitAttributes(text: string): {
  readonly words: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
} {
  const [whole, inner = ""] = /\s*(?<!\\)\{((?:[\w-]+="[^"]*"\s*)+)\}\s*$/.exec(text) ?? [];
  if (whole === undefined) return { words: text, attributes: {} };
  return { words: text.slice(0, -whole.length), attributes: attributesOf(inner) };
}

function nest(block: SentBlock | undefined): boolean {
  if (block === undefined) return false;
  const type = String(block["type"]);
  const content = block[type] as Json;
  if (type.startsWith("heading_")) return content["is_toggleable"] === true;
  return [
    "paragraph",
    "bulleted_list_item",
    "numbered_list_item",
    "to_do",
    "quote",
    "toggle",
    "callout",
  ].includes(type);
}

function adopt(block: SentBlock, children: readonly SentBlock[]): void {
  const content = block[String(block["type"])] as Json;
  content["children"] = [...((content["children"] ?? []) as readonly SentBlock[]), ...children];
}

/** Code longer than one run allows is kept in several. */
export function chunks(text: string): Json[] {
  const parts = text.match(/[\s\S]{1,2000}/g) ?? [];
  return parts.map((content) => ({ text: { content } }));
}
