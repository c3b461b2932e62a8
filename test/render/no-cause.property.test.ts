import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { noRunsKnown } from "../../src/domain/history.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import { renderReport } from "../../src/render/index.ts";
import { judgeGoals } from "../../src/rules/judging/goal-verdicts.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { aPortfolio } from "../builders.ts";
import { sampleReport } from "../report/sample.ts";
import { anyPortfolio, habits, type AnyParts } from "../rules/any-portfolio.ts";
import { today } from "../rules/ask.ts";

/**
 * How one would say that one thing came of another. No title or text of the made-up teams says it. "Causes" alone is
 * the name of a review's field.
 */
const cause =
  /\bbecause\b|\bcaus(?:ed|ing)\b|\bled to\b|\bdue to\b|\bthanks to\b|\bowing to\b|\bas a result\b|\bresulted\b|\btherefore\b|\bporque\b|\bdebido\b|\bgracias a\b|\bcaus(?:ó|a|aron)\b|\bprovoc\w+|\bpor eso\b|\bcomo resultado\b|\bpor lo tanto\b/iu;
const since = /Since (?:it|this|then|[A-Z])|Desde (?:que|el)/u;

const templates = ["planning-meeting", "digest", "goal", "scorecard"] as const;
const locales = ["en-US", "es-MX"] as const;

/** The whole page, with everything that the rules say about such a team. */
function page(parts: AnyParts, template: string, locale: string): string {
  const portfolio = aPortfolio(parts);
  const lineOfSight = traceLineOfSight(portfolio);
  const ruled = runRules({ portfolio, lineOfSight, settings: {}, today, history: noRunsKnown, locale });
  const judgements = judgeGoals({
    portfolio,
    lineOfSight,
    today,
    findings: ruled.findings,
    goodSigns: ruled.goodSigns,
    complete: true,
    firstSeen: () => null,
  });
  const report = sampleReport({ portfolio, lineOfSight, findings: ruled.findings, judgements, locale });
  return renderReport(report, { template }).markdown;
}

describe("render: no cause is ever told", () => {
  test.prop([anyPortfolio, fc.constantFrom(...templates), fc.constantFrom(...locales)], { numRuns: 20 })(
    "whatever a team's rows say, on any page, in either language",
    (parts, template, locale) => {
      expect(page(parts, template, locale)).not.toMatch(cause);
    },
  );

  it.each(locales)("where results are told beside what was learned, in %s", (locale) => {
    const pages = templates.map((template) => page(habits, template, locale));

    expect(pages.some((text) => since.test(text))).toBe(true);
    for (const text of pages) expect(text).not.toMatch(cause);
  });
});
