import type { Answer } from "../domain/finding.ts";
import { compareText } from "../domain/portfolio.ts";
import { unusedResults } from "../insight/unused-results.ts";
import type { ReportContext } from "./context.ts";
import type { Coverage } from "./model.ts";

/** What this report could not see. */
export function buildCoverage(
  { portfolio, whole, series, today }: ReportContext,
  verdicts: readonly { readonly answer: Answer }[],
  silenced: number,
): Coverage {
  const tables = portfolio.coverage.toSorted(
    (a, b) =>
      compareText(a.role, b.role) || compareText(a.connection, b.connection) || compareText(a.table, b.table),
  );
  const notes = portfolio.readingNotes;
  const cantSee = verdicts.filter(({ answer }) => answer === "cant-see").length;
  const incompleteTables = tables.filter(({ complete }) => !complete).map(({ table }) => table);
  return {
    tables,
    notes,
    cantSee,
    silenced,
    resultsAhead: [...series.values()].reduce((sum, { ahead }) => sum + ahead, 0),
    resultsUnused: unusedResults(portfolio === whole ? portfolio.results : [], today),
    complete: incompleteTables.length === 0 && notes.length === 0 && cantSee === 0,
    incompleteTables,
  };
}
