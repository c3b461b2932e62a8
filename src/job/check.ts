import type { Adapter } from "../adapters/types.ts";
import type { Finding } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import { traceLineOfSight, type LineOfSight } from "../domain/line-of-sight.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import type { PastRuns } from "../history/index.ts";
import { mapPortfolio } from "../mapping/index.ts";
import { readTables } from "../mapping/read-tables.ts";
import { judgeGoals } from "../rules/judging/goal-verdicts.ts";
import { linkedToGoal } from "../rules/linked-to-goal.ts";
import { runRulesQuietly, type QuietlyChecked } from "../rules/silence.ts";
import type { Rule } from "../rules/types.ts";
import { throwIfStopped, todayOf, type JobSetup } from "./setup.ts";

export interface CheckedWork extends QuietlyChecked {
  /** Every live goal with what the rules together say of it. */
  readonly goals: readonly GoalJudgement[];
  readonly today: Day;
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly past: PastRuns;
}

export interface CheckRequest {
  /** Only these rules; null for all. */
  readonly rules: readonly Rule[] | null;
}

/** read → map → check */
export async function check(
  setup: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
  past: PastRuns,
  request: CheckRequest,
): Promise<CheckedWork> {
  const { config } = setup;
  const portfolio = await readPortfolio(setup, adapters);
  throwIfStopped(setup);
  setup.progress.step("checking");
  const lineOfSight = traceLineOfSight(portfolio);
  const today = todayOf(setup);
  const ruled = runRulesQuietly({
    portfolio,
    lineOfSight,
    settings: config.rules,
    today,
    history: past.known,
    locale: config.locale,
    ignore: config.ignore,
    ...(request.rules === null ? {} : { rules: request.rules }),
  });
  const findings = await suggest(setup, portfolio, lineOfSight, ruled.findings);
  const goals = judgeGoals({
    portfolio,
    lineOfSight,
    today,
    findings,
    goodSigns: ruled.goodSigns,
    complete: request.rules === null,
    firstSeen: (remark) => past.known.firstSeen(remark),
  });
  return { ...ruled, findings, goals, today, portfolio, lineOfSight, past };
}

/** By itself, so that the rows are let go of before the rules need the memory. */
async function readPortfolio(
  { config, progress }: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<Portfolio> {
  progress.step("reading");
  const tables = await readTables(config, adapters, {
    onTable: ({ name, rows, bodies, share }) =>
      progress.step(`read ${name}: ${rows} rows${bodies > 0 ? `, ${bodies} page texts` : ""}`, share),
  });
  return mapPortfolio({ config, tables });
}

/** For items that no goal is linked to: which one they probably serve. What this needs is heavy, so it is loaded only then. */
async function suggest(
  { config, embed }: JobSetup,
  portfolio: Portfolio,
  lineOfSight: LineOfSight,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const items = findings.flatMap(({ rule, subject }) =>
    rule === linkedToGoal.id && subject.type === "item" ? [subject.item] : [],
  );
  if (items.length === 0) return findings;
  const [{ suggestGoals }, { withSuggestions }] = await Promise.all([
    import("../insight/suggest/index.ts"),
    import("../insight/suggest/with-suggestions.ts"),
  ]);
  const suggestions = await suggestGoals({
    portfolio,
    lineOfSight,
    items,
    language: config.locale,
    embed,
  });
  return withSuggestions(findings, suggestions);
}
