import type { SentBlock } from "../blocks/create.ts";
import type { RichText } from "../records.ts";
import type { Store } from "../store.ts";
import { inlineFromMarkdown } from "./inline.ts";

type Cells = readonly (readonly RichText[])[];

/** `<table header-row="true">` with `<tr>` and `<td>`. */
export function parseTagTable(
  store: Store,
  attributes: Readonly<Record<string, string | undefined>>,
  text: string,
): SentBlock {
  const rows = [...text.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = ""]) =>
      inlineFromMarkdown(store, cell.trim().replaceAll("\n", "<br>")),
    ),
  );
  return table(rows, attributes["header-row"] === "true", attributes["header-column"] === "true");
}

/**
 * A pipe table, the second line left out already. An escaped pipe splits the cell all the same and what is too much
 * for the row is lost: the service does that.
 */
export function parsePipeTable(store: Store, lines: readonly string[]): SentBlock {
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => inlineFromMarkdown(store, cell.trim())),
  );
  return table(rows, true, false, rows[0]?.length);
}

function table(rows: readonly Cells[], header: boolean, column: boolean, given?: number): SentBlock {
  const width = given ?? Math.max(1, ...rows.map((row) => row.length));
  const children = rows.map((row) => ({
    type: "table_row",
    table_row: { cells: Array.from({ length: width }, (_, index) => row[index] ?? []) },
  }));
  return {
    type: "table",
    table: { table_width: width, has_column_header: header, has_row_header: column, children },
  };
}
