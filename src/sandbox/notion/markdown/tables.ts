import type { SentBlock } from "../blocks/create.ts";
import type { RichText } from "../records.ts";
import { inlineFromMarkdown, type Reading } from "./inline.ts";

type Cells = readonly (readonly RichText[])[];

/** `<table header-row="true">` with `<tr>` and `<td>`. */
export function parseTagTable(
  inline: (text: string) => RichText[],
  attributes: Readonly<Record<string, string | undefined>>,
  text: string,
): SentBlock {
  const rows = [...text.matchAll(/(?<!\\)<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/(?<!\\)<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = ""]) => inline(cell.trim())),
  );
  return table(rows, attributes["header-row"] === "true", attributes["header-column"] === "true");
}

/**
 * A pipe table, the second line left out already. An escaped pipe splits the cell all the same and what is too much
 * for the row is lost: the service does that (a quirk that can be switched off).
 */
export function parsePipeTable(reading: Reading, lines: readonly string[]): SentBlock {
  const between = reading.markdownQuirks ? "|" : /(?<!\\)\|/;
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/^\||(?<!\\)\|$/g, "")
      .split(between)
      .map((cell) => inlineFromMarkdown(reading, cell.trim())),
  );
  return table(rows, true, false, rows[0]?.length);
}

/** @param given columns; as many as the longest row has when left out */
export function table(rows: readonly Cells[], header: boolean, column: boolean, given?: number): SentBlock {
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
