import type { Element } from "hast";
import type { Table } from "mdast";
import { defaultHandlers, type State } from "mdast-util-to-hast";

import { textOf } from "./document.ts";
import { element } from "./element.ts";

/** With as many columns, a row does not fit a phone: there it becomes a block, a line a cell. */
const wideFrom = 4;

/** A wide table moves inside its own region, which the keyboard can reach, and the page stays still. */
export function tableInRegion(state: State, node: Table, name: string): Element {
  const table = defaultHandlers.table(state, node);
  const rows = elementsIn(table).flatMap(elementsIn);
  for (const cell of rows.flatMap(elementsIn)) settleCell(cell);
  const headers = node.children[0]?.children.map(textOf) ?? [];
  const wide = headers.length >= wideFrom;
  if (wide) stackable(table, headers);
  const className = wide ? ["scroll", "stacks"] : ["scroll"];
  return element("div", { className, role: "region", ariaLabel: name, tabIndex: 0 }, [table]);
}

function elementsIn({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === "element");
}

function settleCell(cell: Element): void {
  const { align } = cell.properties;
  cell.properties =
    align === "right" ? { className: ["end"] } : align === "center" ? { className: ["center"] } : {};
  if (cell.tagName !== "th") return;
  // A header that says nothing heads nothing.
  if (cell.children.length === 0) cell.tagName = "td";
  else cell.properties.scope = "col";
}

/** Every cell says its column. The roles stand there because a table that is shown as blocks is none to some screen readers. */
function stackable(table: Element, headers: readonly string[]): void {
  table.properties.role = "table";
  for (const part of elementsIn(table)) {
    part.properties.role = "rowgroup";
    for (const row of elementsIn(part)) {
      row.properties.role = "row";
      for (const [column, cell] of elementsIn(row).entries()) {
        cell.properties.role = cell.tagName === "th" ? "columnheader" : "cell";
        const header = headers[column] ?? "";
        if (part.tagName === "tbody" && column > 0 && header !== "") cell.properties.dataLabel = header;
      }
    }
  }
}
