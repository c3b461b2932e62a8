import { describe, expect, it } from "vitest";

import { noRunsKnown, type RunHistory } from "../../src/domain/history.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { IgnoreEntry } from "../../src/domain/silencing.ts";
import { goalIsResult } from "../../src/rules/goal-is-result.ts";
import { insightHasEvidence } from "../../src/rules/insight-has-evidence.ts";
import { linkedToGoal } from "../../src/rules/linked-to-goal.ts";
import { questionHasEnd } from "../../src/rules/question-has-end.ts";
import { runRulesQuietly, type QuietRequest } from "../../src/rules/silence.ts";
import { aGoal, anInsight, aPortfolio, aQuestion, aReview } from "../builders.ts";
import { read } from "./ask.ts";

const today = "2026-11-16";

function run(
  parts: Partial<PortfolioParts>,
  { ignore = [], ...given }: { ignore?: readonly IgnoreEntry[] } & Partial<QuietRequest> = {},
) {
  const portfolio = aPortfolio(parts);
  return runRulesQuietly({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    settings: {},
    today,
    history: noRunsKnown,
    ignore,
    rules: [linkedToGoal, questionHasEnd, goalIsResult],
    ...given,
  });
}

const told = (checked: ReturnType<typeof run>) => ({
  spoken: checked.findings.map(({ rule, subject }) => [rule, idOf(subject)]),
  silenced: checked.silenced.map(({ finding: { rule, subject }, silencing: { by, reason } }) => [
    rule,
    idOf(subject),
    by,
    reason,
  ]),
});
const idOf = (subject: ReturnType<typeof run>["findings"][number]["subject"]): string =>
  subject.type === "item" ? subject.item.id : subject.type === "goal" ? subject.goal.id : "team";

const loose = anInsight({ id: "i1", title: "People miss the last bus", url: "https://example.test/i1?v=2" });
const outgrown = (id: string, day: string): RunHistory => ({
  ...noRunsKnown,
  outgrewOn: ({ subject }) => (subject.id === id ? day : null),
});

describe("rules/silence", () => {
  it("keeps to itself what would be said of a waived item, and counts it", () => {
    const items = [
      { ...loose, waiver: "It is for how we talk" },
      anInsight({ id: "i2", title: "Other words" }),
    ];

    const checked = run({ items });

    expect(told(checked)).toEqual({
      spoken: [["linked-to-goal", "i2"]],
      silenced: [["linked-to-goal", "i1", "waiver", "It is for how we talk"]],
    });
    expect(checked.summary.findings.error).toBe(1);
  });

  it("counts nothing where no rule has anything to say of a waived item", () => {
    const items = [anInsight({ goalIds: ["goal"], waiver: "Fine" })];

    expect(
      run({ goals: [aGoal({ baseline: 1, target: 2, measure: "x", due: "2027-01-01" })], items }).silenced,
    ).toEqual([]);
  });

  it("silences what stops at a silenced row, by its waiver and by the config alike", () => {
    const review = aReview({ id: "r", title: "Autumn session" });
    const items = [review, anInsight({ id: "i", title: "Below it", reviewIds: ["r"] })];
    const waived = [{ ...review, waiver: "A one-off" }, items[1]!];

    const byWaiver = told(run({ items: waived }));
    const byConfig = told(
      run({ items }, { ignore: [{ rule: "linked-to-goal", item: "Autumn session", reason: "A one-off" }] }),
    );

    expect(byWaiver.spoken).toEqual([]);
    expect(byConfig.spoken).toEqual([]);
    expect(byWaiver.silenced.map(([, id, by]) => [id, by])).toEqual([
      ["r", "waiver"],
      ["i", "waiver"],
    ]);
    expect(byConfig.silenced.map(([, id, by]) => [id, by])).toEqual([
      ["r", "config"],
      ["i", "config"],
    ]);
  });

  it("silences remarks about a goal by its waiver", () => {
    const goal = aGoal({ id: "g", title: "Implement the learning framework" });

    expect(told(run({ goals: [goal] })).spoken).toEqual([["goal-is-result", "g"]]);
    expect(told(run({ goals: [{ ...goal, waiver: "The funder counts these" }] }))).toEqual({
      spoken: [],
      silenced: [["goal-is-result", "g", "waiver", "The funder counts these"]],
    });
  });

  it("silences only the rule that is named", () => {
    const item = aQuestion({ id: "q", title: "How do we increase collaboration?" });
    const spoken = (rule: string) =>
      told(run({ items: [item] }, { ignore: [{ rule, item: "q", reason: "x" }] })).spoken.map(([id]) => id);

    expect(spoken("linked-to-goal")).toEqual(["question-has-end"]);
    expect(spoken("question-has-end")).toEqual(["linked-to-goal"]);
    expect(spoken("all")).toEqual([]);
  });

  it.each([
    ["its id", "i1"],
    ["its address", "https://example.test/i1"],
    ["its title, in other capitals", "people miss the last  bus"],
  ])("knows an item by %s", (_, item) => {
    expect(told(run({ items: [loose] }, { ignore: [{ rule: "all", item, reason: "x" }] })).spoken).toEqual(
      [],
    );
  });

  it.each([
    [
      "a Notion page by any of its addresses",
      { id: "1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0" },
      "https://www.notion.so/team/People-miss-1f2e3d4c5b6a7988a7b6c5d4e3f2a1b0?pvs=4",
    ],
    [
      "an Airtable record by its address",
      { id: "recA1B2C3D4E5F6G7" },
      "https://airtable.com/appX/tblY/viwZ/recA1B2C3D4E5F6G7",
    ],
  ])("knows %s", (_, given, item) => {
    const items = [{ ...loose, ...given }];

    expect(told(run({ items }, { ignore: [{ rule: "all", item, reason: "x" }] })).spoken).toEqual([]);
  });

  it("speaks again when the words changed, and says so once", () => {
    const items = [
      { ...loose, waiver: "It is for how we talk" },
      anInsight({ id: "i2", title: "Calls the night before help", evidence: "41 calls", goalIds: ["g"] }),
    ];

    const checked = run(
      { goals: [aGoal({ id: "g" })], items },
      { history: outgrown("i1", "2026-11-12"), rules: [linkedToGoal, insightHasEvidence] },
    );

    const messages = checked.findings.map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(
      messages.filter((message) => message.includes("fine as it was until its text changed on 12 November.")),
    ).toEqual([messages[0]]);
    expect(checked.silenced).toEqual([]);
    expect(checked.silencings).toHaveLength(1);
  });

  it("does so for the config's entries too, which are then not stale", () => {
    const checked = run(
      { items: [loose] },
      { ignore: [{ rule: "all", item: "i1", reason: "x" }], history: outgrown("i1", today) },
    );

    expect(checked.findings[0]?.message).toContain("until its text changed on 16 November.");
    expect(checked.stale).toEqual([]);
  });

  it("names the entries that silence nothing any more", () => {
    const items = [loose, anInsight({ id: "linked", goalIds: ["g"] })];
    const goals = [aGoal({ id: "g", measure: "x", baseline: 1, target: 2, due: "2027-01-01" })];
    const entry = (item: string, given: Partial<IgnoreEntry> = {}): IgnoreEntry => ({
      rule: "linked-to-goal",
      item,
      reason: "x",
      ...given,
    });
    const ignore = [
      entry("i1"),
      entry("i1", { until: today }),
      entry("i1", { until: "2026-11-15" }),
      entry("nobody"),
      entry("linked"),
      entry("linked", { rule: "goal-is-live" }),
    ];
    const stale = (given: Partial<QuietRequest>, coverage = [read("learning")]) =>
      run({ items, goals, coverage }, { ignore, ...given }).stale.map(({ index, why }) => `${index} ${why}`);

    expect(stale({})).toEqual(["1 no-remark", "2 ended", "3 no-row", "4 no-remark"]);
    // The row may be among those that could not be read.
    expect(stale({}, [read("learning", false)])).not.toContain("3 no-row");
  });

  it("leaves what rules say of others as it is", () => {
    const items = [{ ...loose, waiver: "Fine" }, anInsight({ id: "i2", title: "Other words" })];

    const [all, without] = [run({ items }), run({ items: items.slice(1) })];

    expect(all.findings).toEqual(without.findings);
    expect(all.verdicts.filter(({ answer }) => answer === "worth-a-look")).toHaveLength(1);
  });
});
