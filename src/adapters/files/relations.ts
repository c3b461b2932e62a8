import { dashed } from "./names.ts";

export interface ExportedLink {
  readonly name: string;
  /** With dashes. */
  readonly id: string;
}

/** A title, then in parentheses an address on Notion or the encoded path of a page's file; both end in the page's id. */
const oneLink =
  /\s*([^\n]*?) ?\((?:https?:\/\/(?:[\w-]+\.)*notion\.(?:so|site|com)\/[^\s]*?|(?![a-z]+:\/\/)[^\s]*?)([0-9a-f]{32})(?:\.(?:md|html))?(?:\?[^\s)]*)?\)(?:, |\n|$)/iy;

/**
 * The links of a Notion relation as its export writes them: `Title (https://www.notion.so/Title-1a2b…)` or
 * `Title (Goals/Title%201a2b….md)`, several parted by ", ". Null when any part is something else.
 */
export function exportedLinks(text: string): readonly ExportedLink[] | null {
  if (!/[0-9a-f]{32}/i.test(text)) return null;
  const links: ExportedLink[] = [];
  oneLink.lastIndex = 0;
  while (oneLink.lastIndex < text.length) {
    const match = oneLink.exec(text);
    if (match === null) return null;
    links.push({ name: (match[1] ?? "").trim(), id: dashed(match[2] ?? "") });
  }
  return links.length === 0 ? null : links;
}
