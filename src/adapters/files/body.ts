import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A page's own text, without its title and the columns' values that an export puts below it; null when there is none. */
export function pageBody(text: string, properties: ReadonlyMap<string, string>): Root | null {
  const below = text.replace(/^\s*# .*\n?/, "").replace(/^\n+/, "");
  return parseBody(withoutProperties(below, properties));
}

/** Markdown as a document; null when it says nothing. */
export function parseBody(markdown: string): Root | null {
  const document = fromMarkdown(unwrapped(markdown), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return document.children.length === 0 ? null : document;
}

/**
 * Takes the lines `Column: value` off the beginning. A value's own line breaks stand there as they are, so that the
 * cell decides where it ends; relations are written otherwise than in the cell, in one line.
 * @param properties column → value
 */
function withoutProperties(text: string, properties: ReadonlyMap<string, string>): string {
  let rest = text;
  for (;;) {
    const named = [...properties].find(([name]) => name !== "" && rest.startsWith(`${name}: `));
    if (named === undefined) return rest;
    const [name, value] = named;
    const said = rest.slice(name.length + 2);
    const known = value !== "" && said.startsWith(value);
    rest = (known ? said.slice(value.length) : said).replace(/^[^\n]*(?:\n|$)/, "");
  }
}

/** Callouts and toggles are exported as HTML around their Markdown; what is inside counts. */
function unwrapped(markdown: string): string {
  return markdown
    .replaceAll(/^[ \t]*<\/?(?:aside|details)>[ \t]*$/gm, "")
    .replaceAll(/^[ \t]*<summary>(.*)<\/summary>[ \t]*$/gm, "###### $1\n");
}
