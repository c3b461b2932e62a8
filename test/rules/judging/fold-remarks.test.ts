import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import type { Finding, Severity } from "../../../src/domain/finding.ts";
import { foldRemarks } from "../../../src/rules/judging/fold-remarks.ts";
import { rules } from "../../../src/rules/registry.ts";
import { aQuestion } from "../../builders.ts";
import { aFinding } from "../../reporters/a-check.ts";

const line = [{ id: "link", supersedes: ["work"] }, { id: "work", supersedes: ["change"] }, { id: "change" }];
const about = (id: string, rule: string, severity: Severity = "info"): Finding =>
  aFinding({
    rule,
    severity,
    subject: { type: "item", item: aQuestion({ id }) },
    message: `${rule} of ${id}`,
  });
const told = (findings: readonly Finding[]) =>
  findings.map(({ message, alsoSays }) => [message, alsoSays.map(({ rule }) => rule)]);

describe("rules/judging/fold-remarks", () => {
  it.each<[string, readonly Finding[], readonly unknown[]]>([
    ["keeps the one that helps most", [about("a", "work"), about("a", "link")], [["link of a", ["work"]]]],
    [
      "goes up a line of them",
      [about("a", "change"), about("a", "work"), about("a", "link")],
      [["link of a", ["change", "work"]]],
    ],
    [
      "leaves different subjects apart",
      [about("a", "work"), about("b", "link")],
      [
        ["work of a", []],
        ["link of b", []],
      ],
    ],
    [
      "never folds a louder one into a softer one",
      [about("a", "work", "error"), about("a", "link", "warn")],
      [
        ["work of a", []],
        ["link of a", []],
      ],
    ],
    [
      "leaves what the team as a whole is told as it is",
      [
        aFinding({ rule: "link", subject: { type: "team" } }),
        aFinding({ rule: "work", subject: { type: "team" } }),
      ],
      [
        [aFinding().message, []],
        [aFinding().message, []],
      ],
    ],
  ])("%s", (_, findings, expected) => {
    expect(told(foldRemarks(findings, line))).toEqual(expected);
  });

  test.prop([
    fc.shuffledSubarray([
      about("a", "link"),
      about("a", "work"),
      about("a", "change", "warn"),
      about("b", "work"),
      about("b", "change"),
    ]),
  ])("loses nothing, and says the same in any order", (findings) => {
    const folded = foldRemarks(findings, line);

    const all = folded.flatMap(({ message, alsoSays }) => [message, ...alsoSays.map((one) => one.message)]);
    expect(all.toSorted()).toEqual(findings.map(({ message }) => message).toSorted());
    expect(told(folded).map(String).toSorted()).toEqual(
      told(foldRemarks(findings.toReversed(), line)).map(String).toSorted(),
    );
  });

  it("is declared among rules that exist, without a circle, and by guesses over guesses only", () => {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const above = (id: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(id);
      const rule = byId.get(id)!;
      for (const below of rule.supersedes ?? []) {
        expect(byId.has(below)).toBe(true);
        if (rule.kind === "wording") expect(byId.get(below)?.kind).toBe("wording");
        above(below, [...seen, id]);
      }
    };

    for (const { id } of rules) above(id, []);
  });
});
