import { compareText } from "../../domain/portfolio.ts";
import type { Day } from "../../domain/types.ts";

export type Dated<Row extends { readonly date: Day | null }> = Row & { readonly date: Day };

export function isDated<Row extends { readonly date: Day | null }>(row: Row): row is Dated<Row> {
  return row.date !== null;
}

/** Oldest first; rows of one day by id. */
export function byDay(
  a: { readonly date: Day; readonly id: string },
  b: { readonly date: Day; readonly id: string },
): number {
  return compareText(a.date, b.date) || compareText(a.id, b.id);
}
