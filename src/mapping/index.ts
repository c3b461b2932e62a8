import type { Config } from "../config/schema.ts";
import { buildPortfolio } from "../domain/portfolio.ts";
import type { Goal, LearningItem, Portfolio, ReadingNote, Result, WorkEvent } from "../domain/types.ts";
import { toEvent, toGoal, toResult, type Reading } from "./entities.ts";
import { toLearning } from "./learning.ts";
import { registerRows } from "./register.ts";
import type { ReadTable } from "./types.ts";
import { conventions } from "./values.ts";

export interface MapRequest {
  readonly config: Pick<Config, "locale" | "timezone">;
  /** In the config's order. */
  readonly tables: readonly ReadTable[];
}

/**
 * Rows become the portfolio, by the config's field map. Pure, and total: whatever a cell holds, the result is a
 * portfolio, and what could not be taken as it stood is in its reading notes.
 */
export function mapPortfolio({ config, tables }: MapRequest): Portfolio {
  const readingNotes: ReadingNote[] = tables.flatMap(tableNotes);
  const notes = { locale: config.locale, notes: readingNotes };
  const { registered, index } = registerRows(tables, notes);
  const reading: Reading = { index, conventions: conventions(config.locale, config.timezone) };
  const goals: Goal[] = [];
  const results: Result[] = [];
  const events: WorkEvent[] = [];
  const items: LearningItem[] = [];
  for (const row of registered) {
    switch (row.role) {
      case "goals":
        goals.push(toGoal(row, reading));
        break;
      case "results":
        results.push(toResult(row, reading));
        break;
      case "events":
        events.push(toEvent(row, reading));
        break;
      case "learning":
        items.push(...toLearning(row, reading));
        break;
    }
  }
  const coverage = tables.map(({ role, connection, name, rows, complete }) => ({
    role,
    connection,
    table: name,
    rows: rows.length,
    complete,
  }));
  return buildPortfolio({ goals, results, events, items, readingNotes, coverage });
}

function tableNotes({ connection, name, notes }: ReadTable): readonly ReadingNote[] {
  return notes.map((note) => ({ connection, table: name, row: null, ...note }));
}
