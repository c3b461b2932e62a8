import { comments } from "./facts/comments.ts";
import type { Fact } from "./facts/fact.ts";
import { facts } from "./facts/index.ts";
import { pages } from "./facts/pages.ts";
import { people } from "./facts/people.ts";
import { layouts, type SampleVariant } from "./layouts/index.ts";
import type { ColumnLayout, TableLayout } from "./layouts/layout.ts";
import type { SampleColumn, SampleRow, SampleTable, SampleTeam, SampleValue } from "./types.ts";

/**
 * A county coalition against infant deaths, as its workspace stands on `sampleNow`: goals, more than a year of
 * numbers, events, and over sixty learning items, healthy ones and ones that lost their so-that. The county's rates
 * are published figures with their source in the row's note; all else is invented.
 */
export function sampleTeam(variant: SampleVariant): SampleTeam {
  const layout = layouts[variant];
  return { name: layout.name, people, pages, tables: layout.tables.map(toTable) };
}

function toTable(table: TableLayout): SampleTable {
  return {
    key: table.key,
    name: table.name,
    columns: table.columns.map(toColumn),
    rows: facts.filter((fact) => table.holds.includes(fact.kind)).map((fact) => toRow(fact, table)),
  };
}

function toColumn({ field: key, name, type, words = {}, to = "" }: ColumnLayout): SampleColumn {
  switch (type) {
    case "link":
      return { key, name, type, to };
    case "select":
    case "multi-select":
    case "status":
      return { key, name, type, options: Object.values(words) };
    default:
      return { key, name, type };
  }
}

function toRow(fact: Fact, table: TableLayout): SampleRow {
  const cells: Record<string, SampleValue> = {};
  for (const column of table.columns) {
    const value = cellOf(fact, column);
    if (value !== undefined) cells[column.field] = value;
  }
  const said = comments[fact.key];
  return {
    key: fact.key,
    createdAt: fact.createdAt,
    createdBy: fact.createdBy,
    cells,
    ...(fact.body === undefined ? {} : { body: fact.body }),
    ...(said === undefined ? {} : { comments: said }),
  };
}

function cellOf(fact: Fact, column: ColumnLayout): SampleValue | undefined {
  const value = column.field === "kind" ? kindOf(fact) : fact.fields[column.field];
  return typeof value === "string" ? (column.words?.[value] ?? value) : value;
}

/** A row that somebody opened and left has no type either. */
function kindOf(fact: Fact): string | undefined {
  return Object.keys(fact.fields).length === 0 ? undefined : fact.kind;
}
