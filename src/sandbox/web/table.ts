import { escapeHtml } from "./escape.ts";
import { renderLink, renderText, wordsOf } from "./text.ts";
import type { WebTable, WebText } from "./view.ts";

/** A workspace table: one row an item, its first cell heads the row and opens it. */
export function renderTable(table: WebTable, caption: string): string {
  const head = table.columns
    .map(({ name, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ""}>${escapeHtml(name)}</th>`)
    .join("");
  const rows = table.rows.map(({ href, cells }) => {
    const inner = table.columns.map(({ numeric }, index) => {
      const cell = cells[index] ?? [];
      if (index === 0) return `<th scope="row" dir="auto">${firstCell(cell, href)}</th>`;
      return `<td dir="auto"${numeric ? ' class="number"' : ""}>${renderText(cell)}</td>`;
    });
    return `<tr>${inner.join("")}</tr>`;
  });
  const count = table.rows.length === 1 ? "1 row" : `${table.rows.length} rows`;
  return scrollable(
    caption,
    `<table class="rows"><caption>${count}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
  );
}

/** A table inside a page's text. */
export function renderSimpleTable(
  rows: readonly (readonly WebText[])[],
  heads: { readonly row: boolean; readonly column: boolean },
): string {
  const html = rows.map((cells, rowIndex) => {
    const inner = cells.map((cell, columnIndex) => {
      if (heads.row && rowIndex === 0) return `<th scope="col" dir="auto">${renderText(cell)}</th>`;
      if (heads.column && columnIndex === 0) return `<th scope="row" dir="auto">${renderText(cell)}</th>`;
      return `<td dir="auto">${renderText(cell)}</td>`;
    });
    return `<tr>${inner.join("")}</tr>`;
  });
  return scrollable("Table", `<table>${html.join("\n")}</table>`);
}

/** A link needs words: a row without a title still opens, and says what it is. */
function firstCell(cell: WebText, href: string | null): string {
  if (href === null) return renderText(cell);
  const words = wordsOf(cell).trim();
  return renderLink(href, words === "" ? '<span class="faint">Untitled</span>' : escapeHtml(words));
}

/** Wide tables scroll in a box of their own; the box can be reached and named without a mouse. */
function scrollable(label: string, html: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}">${html}</div>`;
}
