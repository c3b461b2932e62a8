import type { Finding } from "../domain/finding.ts";
import type { LastReport } from "../domain/history.ts";
import type { Day, Instant } from "../domain/types.ts";
import type { RunLine } from "./line.ts";
import { aimPrint, findingId, goalId, itemId } from "./prints.ts";
import { replay } from "./replay.ts";
import { readGoal, readItem } from "./snapshot.ts";
import { copyState, type RunState } from "./state.ts";

/** Which report is being made. */
export interface ReportIdentity {
  /** A print of what stays the same from period to period. */
  readonly report: string;
  /** The run's moment: what a run with a later one noted is not known yet. */
  readonly now: Instant;
}

/**
 * The report that readers had before this one: the newest of the same kind that was made before this period's
 * report was made for the first time. A report that is made again therefore compares with the same one as before,
 * and a period without a report is passed over.
 */
export function findLast(
  lines: readonly RunLine[],
  { report, now, period, rules }: ReportIdentity & { readonly period: string; readonly rules: string },
): LastReport | null {
  const same = lines.filter((line) => line.report === report && line.at <= now);
  const first = same.findIndex((line) => line.period === period);
  const last = (first === -1 ? same : same.slice(0, first)).at(-1);
  if (last === undefined) return null;
  for (const { line, state } of replay(lines)) {
    if (line === last) return state && describe(line, copyState(state), rules);
  }
  return null;
}

/** For a period that starts with the last report: the day of the newest one that was not made today. */
export function lastDayBefore(
  lines: readonly RunLine[],
  { report, now, today }: ReportIdentity & { readonly today: Day },
): Day | null {
  const earlier = lines.filter((line) => line.report === report && line.at <= now && line.day < today);
  return earlier.at(-1)?.day ?? null;
}

function describe(line: RunLine, state: RunState, rules: string): LastReport {
  return {
    day: line.day,
    whole: line.whole,
    item(item) {
      const entry = state.items.get(itemId(item));
      return entry === undefined ? null : readItem(entry);
    },
    goal(goal) {
      const entry = state.goals.get(goalId(goal.id));
      if (entry === undefined) return null;
      const { aim, ...seen } = readGoal(entry);
      return { ...seen, sameAim: aim === aimPrint(goal) };
    },
    findings: line.rules === rules ? seenFindings(state) : null,
  };
}

function seenFindings({ findings }: RunState): NonNullable<LastReport["findings"]> {
  return {
    has: (finding: Finding) => findings.has(findingId(finding)),
    missingFrom(present) {
      const ids = new Set(present.map(findingId));
      return [...findings.keys()].filter((id) => !ids.has(id)).length;
    },
  };
}
