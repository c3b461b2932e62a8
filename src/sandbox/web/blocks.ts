import { escapeHtml } from "./escape.ts";
import { renderSimpleTable } from "./table.ts";
import { renderLink, renderText } from "./text.ts";
import type { WebBlock } from "./view.ts";

/** HTML of blocks in order; neighbouring list items share one list. */
export function renderBlocks(blocks: readonly WebBlock[]): string {
  const parts: string[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index];
    if (block === undefined) break;
    const list = listOf(block);
    if (list === null) {
      parts.push(renderBlock(block));
      index += 1;
      continue;
    }
    let end = index;
    while (end < blocks.length && blocks[end]?.type === block.type) end += 1;
    const items = blocks.slice(index, end).map(renderItem).join("\n");
    parts.push(`<${list.open}>${items}</${list.close}>`);
    index = end;
  }
  return parts.join("\n");
}

function listOf(block: WebBlock): { readonly open: string; readonly close: string } | null {
  switch (block.type) {
    case "bulleted":
      return { open: "ul", close: "ul" };
    case "numbered":
      return { open: "ol", close: "ol" };
    case "to-do":
      return { open: 'ul class="to-do"', close: "ul" };
    default:
      return null;
  }
}

function renderItem(block: WebBlock): string {
  if (block.type === "to-do") {
    const mark = block.checked
      ? '<span class="box" role="img" aria-label="Done">☑</span>'
      : '<span class="box" role="img" aria-label="To do">☐</span>';
    return `<li dir="auto"${block.checked ? ' class="done"' : ""}>${mark} ${renderText(block.text)}${inside(block)}</li>`;
  }
  return "text" in block && typeof block.text !== "string"
    ? `<li dir="auto">${renderText(block.text)}${inside(block)}</li>`
    : "";
}

function renderBlock(block: WebBlock): string {
  switch (block.type) {
    case "heading": {
      // The page's title is the one h1.
      const tag = `h${block.level + 1}`;
      return `<${tag} dir="auto">${renderText(block.text)}</${tag}>`;
    }
    case "quote":
      return `<blockquote dir="auto"><p>${renderText(block.text)}</p>${inside(block)}</blockquote>`;
    case "callout": {
      const icon =
        block.icon === null ? "" : `<span class="icon" aria-hidden="true">${escapeHtml(block.icon)}</span>`;
      return `<div class="callout" role="note" dir="auto">${icon}<div><p>${renderText(block.text)}</p>${inside(block)}</div></div>`;
    }
    case "toggle":
      return `<details><summary dir="auto">${renderText(block.text)}</summary>${renderBlocks(block.children)}</details>`;
    case "code": {
      const label = block.language === null ? "Code" : `Code, ${block.language}`;
      return `<pre tabindex="0" role="region" aria-label="${escapeHtml(label)}"><code>${escapeHtml(block.text)}</code></pre>`;
    }
    case "table":
      return renderSimpleTable(block.rows, { row: block.headerRow, column: block.headerColumn });
    case "page-link":
      return `<p class="page-link">${renderLink(block.href, escapeHtml(block.title))}</p>`;
    case "divider":
      return "<hr>";
    case "other":
      return `<p class="faint">${escapeHtml(block.label)}</p>`;
    default:
      return `<p dir="auto">${renderText(block.text)}</p>${inside(block)}`;
  }
}

function inside(block: WebBlock): string {
  if (!("children" in block) || block.children === undefined || block.children.length === 0) return "";
  return `<div class="inside">${renderBlocks(block.children)}</div>`;
}
