import { traceLineOfSight } from "../../../src/domain/line-of-sight.ts";
import type { Portfolio } from "../../../src/domain/types.ts";
import { runRules, type Checked } from "../../../src/rules/run-rules.ts";
import type { Rule } from "../../../src/rules/types.ts";

/** The day on which the wording rules are asked. */
export const today = "2026-11-16";

export function check(rule: Rule, portfolio: Portfolio, options: unknown = {}): Checked {
  return runRules({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings: { [rule.id]: ["info", options] },
    today,
    rules: [rule],
  });
}

/** What the rule answers, each answer once. */
export function answersOf(rule: Rule, portfolio: Portfolio, options: unknown = {}): readonly string[] {
  return [...new Set(check(rule, portfolio, options).verdicts.map(({ answer }) => answer))];
}
