import type { List, Root, RootContent, Table } from "mdast";
import { createColors } from "picocolors";

import { displayWidth, padTo, wrapTo } from "../lib/display-width.ts";
import { textOf, withoutCharts, type Details } from "./document.ts";
import type { Phrases } from "./phrases.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns; text is wrapped to it. */
  readonly width: number;
  /** The document's own language, for how much is folded. */
  readonly phrases: Phrases;
}

type Colors = ReturnType<typeof createColors>;

interface Page {
  readonly colors: Colors;
  readonly width: number;
  readonly phrases: Phrases;
}

/** Below this a column says nothing any more; the table then runs past the width. */
const narrowestColumn = 12;

/** The document to read in a terminal: folded parts as one line, links as their text. */
export function toTerminal(document: Root, { color, width, phrases }: TerminalOptions): string {
  const page = { colors: createColors(color), width, phrases };
  return `${blocks(withoutCharts(document).children, page).join("\n")}\n`;
}

function blocks(children: readonly RootContent[], page: Page): readonly string[] {
  return children.flatMap((child, index) => [...(index === 0 ? [] : [""]), ...block(child, page)]);
}

function block(node: RootContent, page: Page): readonly string[] {
  const { colors, width } = page;
  switch (node.type) {
    case "heading": {
      const text = textOf(node);
      return [node.depth <= 2 ? colors.bold(text) : colors.underline(text)];
    }
    case "list":
      return list(node, page);
    case "table":
      return table(node, page);
    case "details":
      return [folded(node, page)];
    case "blockquote":
      return indent(blocks(node.children, { ...page, width: width - 2 }), "│ ", "│ ");
    case "thematicBreak":
      return [colors.dim("─".repeat(Math.min(width, 40)))];
    case "code":
      return node.value.split("\n").map((line) => `    ${line}`);
    default:
      return wrapTo(textOf(node), width);
  }
}

function list(node: List, page: Page): readonly string[] {
  return node.children.flatMap((item, index) => {
    const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : "• ";
    const inner = { ...page, width: page.width - mark.length };
    return indent(
      item.children.flatMap((child) => block(child, inner)),
      mark,
      " ".repeat(mark.length),
    );
  });
}

function indent(lines: readonly string[], first: string, others: string): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd());
}

function folded(node: Details, page: Page): string {
  const count = blocks(node.children, page).filter((line) => line !== "").length;
  const summary = node.summary.map(textOf).join("");
  return page.colors.dim(`▸ ${page.phrases.phrase("folded", { summary, count })}`);
}

const gap = "  ";

function table(node: Table, { colors, width }: Page): readonly string[] {
  const rows = node.children.map((row) => row.children.map(textOf));
  const columns = columnWidths(rows, width);
  return rows.flatMap((cells, index) => {
    const lines = tableRow(cells, columns);
    if (index > 0) return lines;
    return [...lines.map(colors.bold), colors.dim(columns.map((column) => "─".repeat(column)).join(gap))];
  });
}

function tableRow(cells: readonly string[], columns: readonly number[]): readonly string[] {
  const wrapped = columns.map((column, index) => wrapTo(cells[index] ?? "", column));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => padTo(wrapped[index]?.[line] ?? "", column))
      .join(gap)
      .trimEnd(),
  );
}

/** As wide as the text; where that is too much, the column gives way that needs the fewest lines for it. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const count = Math.max(...rows.map(({ length }) => length));
  const longest = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...rows.map((row) => displayWidth(row[index] ?? ""))),
  );
  const widths = [...longest];
  let excess = widths.reduce((sum, column) => sum + column, 0) + gap.length * (count - 1) - width;
  while (excess > 0) {
    const linesAfter = widths.map((column, index) =>
      column <= narrowestColumn ? Number.POSITIVE_INFINITY : Math.ceil(longest[index]! / (column - 1)),
    );
    const least = Math.min(...linesAfter);
    if (least === Number.POSITIVE_INFINITY) break;
    widths[linesAfter.indexOf(least)]! -= 1;
    excess -= 1;
  }
  return widths;
}
