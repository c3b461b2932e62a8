import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { rules } from "../../src/rules/registry.ts";
import { runRules, type Checked, type RuleSetting } from "../../src/rules/run-rules.ts";
import type { Rule } from "../../src/rules/types.ts";
import { aPortfolio } from "../builders.ts";
import { aRow, goalsTable, learningTable, links, map } from "../mapping/tables.ts";
import { anyPortfolio, habits, withItems, type AnyParts } from "./any-portfolio.ts";
import { today } from "./ask.ts";
import { daysAgo } from "./asked.ts";

/** Off by default, or in need of an option before they can speak. */
const settings: Readonly<Record<string, RuleSetting>> = {
  "learning-is-spread": ["info", { quarterEnds: true }],
};
const run = (parts: AnyParts, asked: readonly Rule[] = rules): Checked => {
  const portfolio = aPortfolio(parts);
  return runRules({ portfolio, lineOfSight: traceLineOfSight(portfolio), settings, today, rules: asked });
};
/** Everything a reader would see. */
const said = (checked: Checked): readonly unknown[] => [
  ...checked.findings.map(({ rule, message, help, days, actBy, alsoSays }) => [
    rule,
    message,
    help,
    days,
    actBy,
    alsoSays,
  ]),
  ...checked.goodSigns.map(({ rule, goal, message }) => [rule, goal.id, message]),
];

const young = (parts: AnyParts): AnyParts =>
  withItems(parts, (item) => ({ ...item, date: daysAgo(3), createdAt: null }));
const few =
  (most: number, counts: (item: LearningItem) => boolean = () => true) =>
  (parts: AnyParts): AnyParts => {
    let left = most;
    return { ...parts, items: parts.items.filter((item) => !counts(item) || (left -= 1) >= 0) };
  };
const isAfter = (item: LearningItem): boolean => item.kind === "review" && item.when !== "before";
/** Words that the rules about wording must stay silent about. */
const foreign = (parts: AnyParts): AnyParts => {
  const title = "Wie führen wir das richtig ein?";
  return {
    ...withItems(parts, (item) => {
      const said = { ...item, title, text: null, requestedBy: null };
      if (said.kind === "hypothesis") return { ...said, if: null, then: null, soThat: null, measure: null };
      return said.kind === "review" ? { ...said, measures: null } : said;
    }),
    goals: parts.goals.map((goal) => ({ ...goal, title, measure: null })),
  };
};

/**
 * What leaves each rule just below the least data it names as its needs, whatever else there is. A rule without an
 * entry fails the test.
 */
const belowNeeds: Readonly<Record<string, (parts: AnyParts) => AnyParts>> = {
  "linked-to-goal": young,
  "goal-is-live": (parts) => ({ ...parts, goals: [] }),
  "goal-has-learning": (parts) => ({
    ...parts,
    goals: parts.goals.map((goal) => ({ ...goal, start: daysAgo(10) })),
  }),
  "question-has-end": foreign,
  "question-beyond-method": foreign,
  "outside-question-has-owner": foreign,
  "hypothesis-has-so-that": foreign,
  "hypothesis-predicts-change": foreign,
  "measures-include-results": foreign,
  "hypothesis-is-tested": (parts) =>
    withItems(parts, (item) =>
      item.kind === "hypothesis" ? { ...item, date: daysAgo(59), reviewBy: null } : item,
    ),
  "before-has-after": (parts) =>
    withItems(parts, (item) => (item.kind === "review" ? { ...item, when: "after" } : item)),
  "after-has-before": few(4, isAfter),
  "review-comes-soon": few(5, isAfter),
  "intent-is-kept": (parts) =>
    withItems(parts, (item) => (isAfter(item) ? ({ ...item, intended: null } as LearningItem) : item)),
  "outcomes-vary": few(7, (item) => item.kind === "hypothesis"),
  "reviews-follow-work": few(5, isAfter),
  "review-has-work": young,
  "review-leads-to-change": young,
  "review-has-few-lessons": (parts) =>
    young({ ...parts, items: parts.items.filter(({ kind }) => kind !== "insight") }),
  "opportunity-comes-back": (parts) =>
    withItems(parts, (item) => {
      if (item.kind === "review") return { ...item, nextDate: null };
      return item.kind === "opportunity" ? { ...item, date: daysAgo(20) } : item;
    }),
  "lesson-is-new": young,
  "insight-is-used": (parts) =>
    withItems(parts, (item) => (item.kind === "insight" ? { ...item, date: daysAgo(89) } : item)),
  "learning-has-owners": few(4),
  "reviews-keep-voices": few(4, ({ kind }) => kind === "review"),
  "insight-travels": few(9, ({ kind }) => kind === "insight"),
  "learning-is-about-work": few(14),
  "goal-is-result": foreign,
  "learning-is-spread": few(19),
  "results-are-fresh": (parts) => ({ ...parts, results: parts.results.slice(0, 2) }),
  "insight-has-evidence": young,
  "insights-meet-results": (parts) => ({ ...parts, results: parts.results.slice(0, 3) }),
  "question-is-worked-on": (parts) =>
    withItems(parts, (item) => (item.kind === "question" ? { ...item, date: daysAgo(179) } : item)),
  "learning-follows-risk": few(9),
  "text-is-real": (parts) => young(few(2, ({ kind }) => kind === "review")(parts)),
  "line-of-sight-holds": (parts) => parts,
};

/** Says nothing from a workspace alone. */
const silent = new Set(["line-of-sight-holds"]);

describe("all rules", () => {
  it("are each known with less than they need, and each speak when they have it", () => {
    const spoke = new Set<string>();
    const note = (parts: AnyParts): void => {
      // One by one, so that no remark is folded into another rule's.
      for (const rule of rules) if (run(parts, [rule]).findings.length > 0) spoke.add(rule.id);
    };
    note(habits);
    for (const parts of fc.sample(anyPortfolio, { seed: 7, numRuns: 25 })) note(parts);

    const ids = rules.map(({ id }) => id);
    expect(Object.keys(belowNeeds).toSorted()).toEqual(ids.toSorted());
    expect(ids.filter((id) => !spoke.has(id) && !silent.has(id))).toEqual([]);
  });

  const saidBelow = (parts: AnyParts): readonly string[] =>
    rules.flatMap((rule) => run(belowNeeds[rule.id]!(parts), [rule]).findings).map(({ message }) => message);

  it("say nothing of habits with less data than they need", () => {
    expect(saidBelow(habits)).toEqual([]);
  });

  test.prop([anyPortfolio], { numRuns: 30 })("say nothing with less data than they need", (parts) => {
    expect(saidBelow(parts)).toEqual([]);
  });

  test.prop([anyPortfolio, fc.infiniteStream(fc.nat())], { numRuns: 30 })(
    "say the same in any order of rows",
    (parts, stream) => {
      const shuffle = <Row>(rows: readonly Row[]): Row[] =>
        rows
          .map((row) => [stream.next().value ?? 0, row] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, row]) => row);
      const { goals, results, events, items, coverage } = parts;

      const shuffled = {
        goals: shuffle(goals),
        results: shuffle(results),
        events: shuffle(events),
        items: shuffle(items),
        coverage: shuffle(coverage),
      };

      expect(said(run(shuffled))).toEqual(said(run(parts)));
    },
  );

  test.prop([anyPortfolio], { numRuns: 30 })(
    "look at no address, no key and nobody's time of day",
    (parts) => {
      const other = <Row extends { readonly createdAt: string | null }>(row: Row): Row => ({
        ...row,
        url: null,
        createdAt: row.createdAt?.replace("T09:00", "T21:30") ?? null,
      });
      const { goals, results, events, items, coverage } = parts;

      const changed = {
        goals: goals.map((goal) => ({ ...other(goal), key: "G-1" })),
        results: results.map(other),
        events: events.map(other),
        items: items.map(other),
        coverage,
      };

      expect(said(run(changed))).toEqual(said(run(parts)));
    },
  );

  it("never see a column that nobody mapped", () => {
    const tables = (extra: object) => [
      goalsTable([aRow("g", { title: "Fewer missed visits", ...extra })]),
      learningTable("question", [aRow("q", { title: "What will it take?", goal: links("g"), ...extra })]),
    ];

    expect(map(tables({ colour: "red", votes: 12 }))).toEqual(map(tables({})));
  });

  it("say the same in whatever time zone the machine stands", () => {
    const zone = process.env["TZ"];
    const samples = [habits, ...fc.sample(anyPortfolio, { seed: 11, numRuns: 5 })];
    const evening = new Date("2026-11-16T23:30:00Z");
    const inZone = (name: string) => {
      process.env["TZ"] = name;
      return { day: evening.getDate(), said: samples.map((parts) => said(run(parts))) };
    };

    try {
      const [east, west] = [inZone("Pacific/Kiritimati"), inZone("America/Adak")];

      // The zones are in force: it is another day there.
      expect([east.day, west.day]).toEqual([17, 16]);
      expect(east.said).toEqual(west.said);
    } finally {
      process.env["TZ"] = zone;
    }
  });
});
