import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { LearningItem } from "../../../src/domain/types.ts";
import { rules } from "../../../src/rules/registry.ts";
import { aHypothesis, aPortfolio, aQuestion, aReview, anInsight } from "../../builders.ts";
import { check } from "./answers.ts";

const wordingRules = rules.filter(({ kind }) => kind === "wording");
const titles = [
  "How do we increase collaboration?",
  "How do we do Scrum properly?",
  "What will it take for tenants to wait a week less?",
  "Our retrospectives are too long.",
  "Wie führen wir Scrum richtig ein?",
  "We will strengthen partnerships.",
];
const anItem = fc
  .record({
    kind: fc.constantFrom("question", "hypothesis", "review", "insight"),
    id: fc.uuid(),
    title: fc.oneof(fc.constantFrom(...titles), fc.string()),
    date: fc.constantFrom("2026-10-01", "2026-12-01", null),
  })
  .map(({ kind, ...given }): LearningItem => {
    if (kind === "question") return aQuestion(given);
    if (kind === "insight") return anInsight(given);
    if (kind === "review") return aReview({ ...given, when: "before", measures: "workshops held" });
    return aHypothesis({ ...given, if: "we run workshops", then: "workshops will have been run" });
  });
const someItems = fc.uniqueArray(anItem, { maxLength: 30, selector: ({ id }) => id });

describe("rules/wording", () => {
  it("says the same whatever the order of rows", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const rule of wordingRules)
          expect(check(rule, aPortfolio({ items: items.toReversed() })).findings).toEqual(
            check(rule, aPortfolio({ items })).findings,
          );
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it("says nothing where there is nothing that a rule needs", () => {
    for (const rule of wordingRules) {
      const { verdicts } = check(rule, aPortfolio());
      expect(verdicts.map(({ answer }) => answer)).toEqual(["too-early"]);
    }
  });
});
