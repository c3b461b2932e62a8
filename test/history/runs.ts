import type { GoalStanding } from "../../src/domain/history.ts";
import type { Silencing } from "../../src/domain/silencing.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { HistoryFile } from "../../src/history/file.ts";
import { noteRun, recallRuns, type PastRuns } from "../../src/history/index.ts";
import { standingsOf } from "../../src/insight/standing.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { noRunsKnown } from "../../src/domain/history.ts";
import { aPortfolio } from "../builders.ts";

export interface RunParts {
  readonly day: string;
  /** Default: noon. */
  readonly at?: string;
  readonly report?: readonly string[];
  /** Default: the day's own. */
  readonly period?: string;
  readonly rules?: unknown;
  readonly parts?: Partial<PortfolioParts>;
  readonly standings?: readonly GoalStanding[];
  readonly findings?: readonly Finding[];
  readonly silencings?: readonly Silencing[];
}

const identity = ({ day, at, report, rules }: RunParts) => ({
  report: report ?? ["Team", "planning-meeting"],
  rules: rules ?? "rules",
  now: at ?? `${day}T12:00:00.000Z`,
  today: day,
});

/** Notes one report as the job does. */
export function note(file: HistoryFile, run: RunParts): Promise<string | null> {
  const portfolio = aPortfolio(run.parts);
  return noteRun(file, identity(run), {
    period: run.period ?? run.day,
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    standings: run.standings ?? standingsOf(portfolio, run.day, noRunsKnown),
    findings: run.findings ?? [],
    silencings: run.silencings ?? [],
  });
}

/** What a run of that day knows of those before it. */
export function recallOn(file: HistoryFile, run: RunParts): Promise<PastRuns> {
  return recallRuns(file, identity(run));
}
