import type { SampleColumn, SampleRow, SampleTable, SampleValue } from "../teams/types.ts";
import type { Json, JsonObject } from "./json.ts";
import type { FieldInput } from "./schema.ts";

/** The long text column for page bodies. */
const NOTES = "Notes";

/** Whether the table gets a column for page bodies. */
export function hasNotes(table: SampleTable, bodies: boolean): boolean {
  return bodies && table.rows.some(({ body }) => body !== undefined);
}

/** Its name, beside whatever the team calls its own columns. */
export function notesName(table: SampleTable): string {
  return table.columns.some(({ name }) => name === NOTES) ? `${NOTES} (page)` : NOTES;
}

type PlainColumn = Exclude<SampleColumn, { type: "link" }>;

/** Types whose Airtable field needs nothing from the column but its name. */
const PLAIN_FIELDS: Readonly<Partial<Record<SampleColumn["type"], Omit<FieldInput, "name">>>> = {
  title: { type: "singleLineText" },
  text: { type: "multilineText" },
  number: { type: "number", options: { precision: 2 } },
  percent: { type: "percent", options: { precision: 1 } },
  url: { type: "url" },
  checkbox: { type: "checkbox", options: { icon: "check", color: "greenBright" } },
  people: { type: "multipleCollaborators", options: {} },
  date: { type: "date", options: { dateFormat: { name: "iso", format: "YYYY-MM-DD" } } },
};

/** One field, or two for a date column with ranges: Airtable's dates have no end. */
export function fieldInputs(table: SampleTable, column: PlainColumn): FieldInput[] {
  const { name } = column;
  if ("options" in column) {
    const type = column.type === "multi-select" ? "multipleSelects" : "singleSelect";
    return [{ name, type, options: choicesOf(column.options) }];
  }
  // A key is a single line: what is matched exactly must not hide a newline.
  const isKey = column.type === "text" && column.key === "key";
  const field = (isKey ? undefined : PLAIN_FIELDS[column.type]) ?? { type: "singleLineText" };
  const hasRange = table.rows.some(({ cells }) => isRange(cells[column.key]));
  return hasRange
    ? [
        { ...field, name },
        { ...field, name: endName(name) },
      ]
    : [{ ...field, name }];
}

/** Airtable's dates have no end: a range's last day is a column of its own. */
export function endName(name: string): string {
  return `${name} (end)`;
}

function choicesOf(names: readonly string[]): JsonObject {
  return { choices: names.map((name) => ({ name })) };
}

/** The cells of a row but for its links, keyed by column name. */
export function plainCells(
  table: SampleTable,
  row: SampleRow,
  people: Record<string, string>,
): Record<string, Json> {
  const cells: Record<string, Json> = {};
  for (const column of table.columns) {
    const value = row.cells[column.key];
    if (value === undefined || column.type === "link") continue;
    if (isRange(value)) {
      cells[column.name] = value.start;
      cells[endName(column.name)] = value.end;
    } else if (column.type === "people" && Array.isArray(value)) {
      cells[column.name] = value.map((key: string) => ({ id: people[key] ?? key }));
    } else {
      cells[column.name] = value;
    }
  }
  return cells;
}

function isRange(value: SampleValue | undefined): value is { start: string; end: string } {
  return typeof value === "object" && !Array.isArray(value) && "start" in value;
}
