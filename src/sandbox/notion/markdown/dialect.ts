import type { SentBlock } from "../blocks/create.ts";
import { failedValidation } from "../errors.ts";
import type { Json, Node, RichText } from "../records.ts";
import type { View } from "../view.ts";
import { inlineFromMarkdown } from "./inline.ts";
import { blocksFromMarkdown } from "./parse.ts";
import { renderMarkdown, renderNode, type Rendered } from "./render.ts";
import { runsOfText } from "./v2/inline.ts";
import { parse } from "./v2/parse.ts";
import { renderDocument, renderOne } from "./v2/render.ts";

/** Blocks of a text, and what of it was changed or taken as text alone. */
export interface Parsed {
  readonly blocks: SentBlock[];
  readonly warnings: readonly string[];
}

/** One of the two languages that the Markdown endpoints speak. */
export interface Dialect {
  /** Stands between two blocks. */
  readonly gap: string;
  readonly parse: (view: View, markdown: string) => Parsed;
  /** Rich text of what stands in one block. */
  readonly inline: (view: View, text: string) => RichText[];
  readonly render: (view: View, node: Node) => Rendered;
  /** One block with what is below it, as text. */
  readonly renderNode: (view: View, node: Node) => string;
}

/** https://developers.notion.com/guides/data-apis/enhanced-markdown */
const v1: Dialect = {
  gap: "\n",
  parse: (view, markdown) => ({ blocks: blocksFromMarkdown(view, markdown), warnings: [] }),
  inline: inlineFromMarkdown,
  render: renderMarkdown,
  renderNode,
};

/** https://developers.notion.com/guides/data-apis/notion-flavored-markdown */
const v2: Dialect = {
  gap: "\n\n",
  parse,
  inline: (view, text) => runsOfText({ view, warnings: [] }, text),
  render: renderDocument,
  renderNode: (view, node) => renderOne(view, node),
};

/** @param version the request's `markdown_version`; the first is the default */
export function dialectOf(version: unknown): Dialect {
  return version === "v2" ? v2 : v1;
}

/**
 * The `markdown_version` of a body that may hold Markdown or something else.
 * @throws NotionError when it is given without Markdown.
 */
export function versionWith(body: Json, key: string): unknown {
  const version = body["markdown_version"];
  if (version !== undefined && body[key] === undefined)
    throw failedValidation("body.markdown_version", "not present", version);
  return version;
}

/** Takes the title out of a text that begins with a first-level heading, unless the page has one already. */
export function splitTitle(
  dialect: Dialect,
  view: View,
  markdown: string,
  titled: boolean,
): { readonly title?: RichText[]; readonly markdown: string } {
  const [whole, words = ""] = /^\s*# (.*)(?:\n|$)/.exec(markdown) ?? [];
  if (titled || whole === undefined) return { markdown };
  return { title: dialect.inline(view, words), markdown: markdown.slice(whole.length) };
}
