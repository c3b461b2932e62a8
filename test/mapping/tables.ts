import type { Cell, Row } from "../../src/adapters/types.ts";
import type { EventsTable, GoalsTable, LearningTable, ResultsTable } from "../../src/config/schema.ts";
import type { Portfolio } from "../../src/domain/types.ts";
import { mapPortfolio } from "../../src/mapping/index.ts";
import type { ReadTable } from "../../src/mapping/types.ts";

/** Cells as short as they can be written: text and numbers stand for themselves. */
export type ShortCell = Cell | string | number | boolean | null;

function cell(short: ShortCell): Cell {
  if (short === null) return { kind: "empty" };
  if (typeof short === "string") return { kind: "text", text: short };
  if (typeof short === "number") return { kind: "number", value: short, percent: false };
  if (typeof short === "boolean") return { kind: "boolean", value: short };
  return short;
}

export const percent = (value: number): Cell => ({ kind: "number", value, percent: true });
export const links = (...ids: readonly string[]): Cell => ({ kind: "links", ids, complete: true });
export const options = (...names: readonly string[]): Cell => ({ kind: "options", names });
export const date = (start: string, end: string | null = null): Cell => ({ kind: "date", start, end });

export function aRow(id: string, cells: Readonly<Record<string, ShortCell>>, given: Partial<Row> = {}): Row {
  return {
    id,
    url: `https://service.test/${id}`,
    createdAt: "2026-01-05T03:00:00.000Z",
    editedAt: null,
    cells: Object.fromEntries(Object.entries(cells).map(([field, short]) => [field, cell(short)])),
    ...given,
  };
}

/** Every column is called by its field key in capitals, so that messages show that they name the column. */
const shared = {
  connection: "team",
  columnNames: new Proxy<Record<string, string>>({}, { get: (_, field) => String(field).toUpperCase() }),
  complete: true,
  notes: [],
};
const base = { from: "team", table: "t", fields: { title: "Title" } };
type Given = Partial<Pick<ReadTable, "name" | "connection" | "complete" | "notes" | "bodies">>;

export const goalsTable = (
  rows: readonly Row[],
  config: Partial<GoalsTable> = {},
  given: Given = {},
): ReadTable => ({
  ...shared,
  name: "Goals",
  role: "goals",
  config: { ...base, ...config },
  rows,
  ...given,
});

export const resultsTable = (rows: readonly Row[], config: Partial<ResultsTable> = {}): ReadTable => ({
  ...shared,
  name: "Numbers",
  role: "results",
  config: { ...base, ...config },
  rows,
});

export const eventsTable = (rows: readonly Row[], config: Partial<EventsTable> = {}): ReadTable => ({
  ...shared,
  name: "Events",
  role: "events",
  config: { ...base, ...config },
  rows,
});

export const learningTable = (
  kind: LearningTable["kind"],
  rows: readonly Row[],
  config: Partial<LearningTable> = {},
  given: Given = {},
): ReadTable => ({
  ...shared,
  name: "Learning",
  role: "learning",
  config: { ...base, body: false, ...config, kind },
  rows,
  ...given,
});

export function map(tables: readonly ReadTable[], config = { locale: "en-US", timezone: "UTC" }): Portfolio {
  return mapPortfolio({ config, tables });
}

/** "Table / row / column: message", for comparing whole notes at a glance. */
export function notesOf(portfolio: Portfolio): readonly string[] {
  return portfolio.readingNotes.map(
    ({ table, row, field, message }) =>
      `${[table, row, field].filter((part) => part !== null).join(" / ")}: ${message}`,
  );
}
