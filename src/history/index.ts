import type { LastReport, RunHistory } from "../domain/history.ts";
import { countSight } from "../domain/sight-count.ts";
import type { Day, Instant } from "../domain/types.ts";
import type { HistoryFile } from "./file.ts";
import { findLast, lastDayBefore } from "./last-report.ts";
import { printOf } from "./prints.ts";
import { recall } from "./recall.ts";
import { snapshot, type Seen } from "./snapshot.ts";

/** What a run is, as far as its history is concerned. */
export interface RunIdentity {
  /** What stays the same of a report from period to period: team, template, kind of page. */
  readonly report: readonly string[];
  /** The rules and their settings: findings under others are not compared. */
  readonly rules: unknown;
  readonly now: Instant;
  /** The run's day in the team's zone. */
  readonly today: Day;
}

/** Earlier runs, for one that is under way. */
export interface PastRuns {
  readonly known: RunHistory;
  /** For a period that starts with the last report: its day; null when no earlier day's report is known. */
  readonly lastDay: Day | null;
  /** The report before this period's one; null when none is known. */
  last(period: string): LastReport | null;
}

export async function recallRuns(file: HistoryFile, run: RunIdentity): Promise<PastRuns> {
  const lines = await file.read();
  const { now, today } = run;
  const report = printOf(run.report);
  return {
    known: recall(lines, { now, today }),
    lastDay: lastDayBefore(lines, { report, now, today }),
    last: (period) => findLast(lines, { report, now, period, rules: printOf(run.rules) }),
  };
}

/**
 * Adds a report that was really made.
 * @returns what went wrong, in a sentence; null when all is well.
 */
export async function noteRun(
  file: HistoryFile,
  run: RunIdentity,
  { period, ...seen }: Omit<Seen, "today"> & { readonly period: string },
): Promise<string | null> {
  const { portfolio, lineOfSight } = seen;
  const sight = countSight(portfolio, lineOfSight, run.today);
  const facts = {
    at: run.now,
    day: run.today,
    report: printOf(run.report),
    period,
    rules: printOf(run.rules),
    whole: sight.whole,
    counts: {
      goals: portfolio.goals.length,
      items: portfolio.items.length,
      lineOfSight: lineOfSight.counts.live,
      open: sight.open,
      openInSight: sight.inSight,
      openUnseen: sight.unseen,
      findings: seen.findings.length,
    },
  };
  return file.add(facts, (before) => snapshot({ ...seen, today: run.today }, before));
}
