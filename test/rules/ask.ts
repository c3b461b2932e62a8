import type { Answer, Finding } from "../../src/domain/finding.ts";
import { noRunsKnown } from "../../src/domain/history.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { TableCoverage } from "../../src/domain/types.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import type { Rule, RuleContext } from "../../src/rules/types.ts";
import { aPortfolio } from "../builders.ts";

/** The day on which tests ask. */
export const today = "2026-11-16";

export interface Asked {
  readonly findings: readonly Finding[];
  /** Every answer, in the rule's order. */
  readonly answers: readonly Answer[];
}

/** What one rule answers about these parts. */
export function ask(
  rule: Rule,
  parts: Partial<PortfolioParts>,
  options: object = {},
  history: RuleContext<unknown>["history"] = noRunsKnown,
): Asked {
  const portfolio = aPortfolio(parts);
  const { findings, verdicts } = runRules({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings: { [rule.id]: ["warn", options] },
    today,
    history,
    rules: [rule],
  });
  return { findings, answers: verdicts.map(({ answer }) => answer) };
}

/** A table with this role that was read: whole, unless said otherwise. */
export function read(role: TableCoverage["role"], complete = true): TableCoverage {
  return { role, connection: "team", table: role, rows: 1, complete };
}

/** A link that could not be followed. */
export function hidden(field: string) {
  return { field, reason: "not-read", shown: "a private row" } as const;
}
