import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Severity } from "../../src/domain/finding.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import { runRules, type RuleSetting } from "../../src/rules/run-rules.ts";
import type { Rule } from "../../src/rules/types.ts";
import { aGoal, aPortfolio, aQuestion } from "../builders.ts";

/** Speaks of every item at least as long as its option says. */
const aRule = (id: string, defaultSeverity: Severity | "off" = "warn"): Rule =>
  defineRule({
    id,
    signals: ["S99"],
    kind: "fact",
    description: "",
    defaultSeverity,
    needs: "",
    options: z.strictObject({ longest: z.int().default(1) }),
    messages: { long: { text: ({ title }) => `${String(title)} is long`, help: () => "Shorten it." } },
    *check({ portfolio, options }) {
      for (const item of portfolio.items) {
        const answer = item.title.length > options.longest ? "worth-a-look" : "healthy";
        yield { answer, subject: { type: "item", item }, message: "long", values: { title: item.title } };
      }
    },
  });

const run = (rules: readonly Rule[], settings: Readonly<Record<string, RuleSetting>> = {}) => {
  const portfolio = aPortfolio({
    goals: [aGoal({ id: "live" })],
    items: [
      aQuestion({ id: "2", title: "bb", goalIds: ["live"] }),
      aQuestion({ id: "1", title: "bb", parentIds: ["3"] }),
      aQuestion({ id: "3", title: "a" }),
      aQuestion({ id: "4", title: "aaa" }),
    ],
  });
  return runRules({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings,
    today: "2026-11-16",
    rules,
  });
};

describe("rules/run-rules", () => {
  it("sorts findings by severity, rule, title and id", () => {
    const { findings } = run([
      aRule("info-rule", "info"),
      aRule("z-rule"),
      aRule("a-rule"),
      aRule("bad", "error"),
    ]);

    const order = findings.map(({ rule, subject }) =>
      [rule, subject.type === "item" ? subject.item.id : ""].join(" "),
    );
    expect(order).toEqual(
      ["bad", "a-rule", "z-rule", "info-rule"].flatMap((rule) => [`${rule} 4`, `${rule} 1`, `${rule} 2`]),
    );
  });

  it("keeps every verdict, and makes findings only of those worth a look", () => {
    const { findings, verdicts, summary } = run([aRule("rule")]);

    expect(verdicts.map(({ rule, answer }) => `${rule} ${answer}`)).toEqual([
      "rule worth-a-look",
      "rule worth-a-look",
      "rule healthy",
      "rule worth-a-look",
    ]);
    expect(findings[0]).toMatchObject({
      signal: "S99",
      message: "aaa is long",
      help: "Shorten it.",
      suggestions: [],
      repair: null,
    });
    expect(summary).toEqual({
      goals: 1,
      items: 4,
      linked: 2,
      lineOfSight: 1,
      findings: { error: 0, warn: 3, info: 0 },
    });
  });

  it.each<[string, RuleSetting, readonly string[]]>([
    ["off", "off", []],
    ["a severity", "error", ["error", "error", "error"]],
    ["a severity and options", ["info", { longest: 2 }], ["info"]],
    ["options on a rule that is off", ["off", { longest: 2 }], []],
  ])("takes %s from the settings", (_, setting, expected) => {
    const { findings } = run([aRule("rule")], { rule: setting });

    expect(findings.map(({ severity }) => severity)).toEqual(expected);
  });

  it.each<[RuleSetting, readonly Severity[]]>([
    ["error", ["info", "info", "info"]],
    [["warn", { longest: 2 }], ["info"]],
    ["off", []],
  ])("lets a rule about wording advise and no more, even when set to %j", (setting, expected) => {
    const { findings } = run([{ ...aRule("rule", "info"), kind: "wording" }], { rule: setting });

    expect(findings.map(({ severity }) => severity)).toEqual(expected);
  });

  it("leaves a rule off that is off by default, until the settings switch it on", () => {
    expect(run([aRule("rule", "off")]).verdicts).toEqual([]);
    expect(run([aRule("rule", "off")], { rule: "warn" }).findings).toHaveLength(3);
  });
});
