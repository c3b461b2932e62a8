import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import type { Finding, GoodSign, SignalKind } from "../../../src/domain/finding.ts";
import type { GoalJudgement } from "../../../src/domain/goal-judgement.ts";
import { traceLineOfSight } from "../../../src/domain/line-of-sight.ts";
import { judgeGoals, type JudgeRequest } from "../../../src/rules/judging/goal-verdicts.ts";
import { aGoal, anInsight, aPortfolio } from "../../builders.ts";
import { aFinding } from "../../reporters/a-check.ts";
import { hidden, read, today } from "../ask.ts";
import { daysAgo } from "../asked.ts";

const goal = aGoal({ id: "g" });
const items = Array.from({ length: 12 }, (_, at) => anInsight({ id: `i${at}`, goalIds: ["g"] }));
const sign: GoodSign = {
  rule: "insight-is-used",
  signal: "S23",
  goal,
  message: "2 insights have been put to use.",
};

function judge({
  parts = { goals: [goal], items },
  ...given
}: Partial<JudgeRequest> & { readonly parts?: Parameters<typeof aPortfolio>[0] } = {}): GoalJudgement {
  const portfolio = aPortfolio(parts);
  const [only] = judgeGoals({
    portfolio,
    lineOfSight: traceLineOfSight(portfolio),
    today,
    findings: [],
    goodSigns: [],
    complete: true,
    ...given,
  });
  return only!;
}

/** A remark about the numbered item: `fact S18 0, 200 days`. */
function remark(kind: SignalKind, signal: Finding["signal"], at: number, days: number | null): Finding {
  const subject = { type: "item", item: items[at]! } as const;
  return aFinding({ kind, signal, subject, days: days === null ? [] : [daysAgo(days)] });
}
/** A remark about the goal that rests on so many rows of one day. */
const onGoal = (kind: SignalKind, signal: Finding["signal"], days: number, rows = 1): Finding =>
  aFinding({ kind, signal, subject: { type: "goal", goal }, days: Array(rows).fill(daysAgo(days)) });
/** Remarks about the first so many items, all of them new. */
const newRemarks = (count: number): readonly Finding[] =>
  [...Array(count).keys()].map((at) => remark("fact", "S18", at, 10));

const tenUnsure = [...Array(9).keys()]
  .map((at) => remark("pattern", "S22", at, 10))
  .concat(remark("wording", "S05", 9, 10));

describe("rules/judging/goal-verdicts", () => {
  it.each<[string, readonly Finding[]]>([
    [
      "a fact and a pattern, both a quarter old",
      [remark("fact", "S18", 0, 90), remark("pattern", "S22", 1, 120)],
    ],
    ["a timing and a wording", [remark("timing", "S11", 0, 200), remark("wording", "S05", 1, 200)]],
    [
      "one about the goal and one about an item",
      [onGoal("timing", "S30", 139), remark("pattern", "S22", 0, 340)],
    ],
    ["ten rows, however new", [...newRemarks(9), remark("timing", "S12", 9, 12)]],
    [
      "a remark about the goal that rests on ten rows",
      [onGoal("timing", "S23", 10, 10), remark("fact", "S18", 0, 10)],
    ],
  ])("calls drifting what %s show", (_, findings) => {
    expect(judge({ findings }).verdict).toBe("drifting");
  });

  it.each<[string, readonly Finding[]]>([
    ["one signal", [remark("fact", "S18", 0, 400), remark("fact", "S18", 1, 400)]],
    ["two signals of one kind", [remark("timing", "S11", 0, 400), remark("timing", "S12", 1, 400)]],
    ["a pattern and wordings", [remark("pattern", "S22", 0, 400), remark("wording", "S05", 1, 400)]],
    ["two signals of one row", [remark("fact", "S31", 0, 400), remark("pattern", "S22", 0, 400)]],
    ["a new signal beside an old one", [remark("fact", "S18", 0, 89), remark("timing", "S11", 1, 400)]],
    ["an old signal beside a new one", [remark("fact", "S18", 0, 400), remark("timing", "S11", 1, 89)]],
    [
      "one signal that was seen in two ways",
      [remark("fact", "S31", 0, 400), remark("wording", "S31", 1, 400)],
    ],
    ["nine rows, all new", [...newRemarks(8), remark("timing", "S12", 8, 12)]],
    ["nine rows that two signals share", [...newRemarks(9), remark("timing", "S12", 8, 12)]],
    [
      "nine rows behind the goal, which may be the same as the others",
      [onGoal("timing", "S23", 10, 9), ...newRemarks(9)],
    ],
    ["ten rows that show patterns and wordings", tenUnsure],
    ["signals without days", [remark("fact", "S18", 0, null), remark("timing", "S11", 1, null)]],
    [
      "what the team as a whole is told",
      [
        aFinding({ kind: "fact", subject: { type: "team" }, days: [daysAgo(400)] }),
        remark("timing", "S11", 1, 400),
      ],
    ],
  ])("says worth a look, and no more, of %s", (_, findings) => {
    expect(judge({ findings }).verdict).toBe("worth-a-look");
  });

  it("takes from a history since when a remark has been made", () => {
    const findings = [remark("fact", "S18", 0, 10), remark("timing", "S11", 1, 400)];

    expect(judge({ findings, firstSeen: () => daysAgo(95) }).verdict).toBe("drifting");
    expect(judge({ findings, firstSeen: () => daysAgo(20) }).verdict).toBe("worth-a-look");
  });

  it("says healthy only where something goes well with enough items", () => {
    expect(judge({ goodSigns: [sign], parts: { goals: [goal], items: items.slice(0, 3) } }).verdict).toBe(
      "healthy",
    );
    expect(judge().verdict).toBe("too-early");
    expect(judge({ goodSigns: [sign], parts: { goals: [goal], items: items.slice(0, 2) } }).verdict).toBe(
      "too-early",
    );
  });

  it("can't see what was read in part, or may lie behind a hidden link", () => {
    const unseen = anInsight({ id: "x", unresolved: [hidden("goal")] });

    expect(
      judge({ goodSigns: [sign], parts: { goals: [goal], items, coverage: [read("learning", false)] } })
        .verdict,
    ).toBe("cant-see");
    expect(judge({ parts: { goals: [goal], items: [unseen] } }).verdict).toBe("cant-see");
    expect(judge({ goodSigns: [sign], parts: { goals: [goal], items: [...items, unseen] } }).verdict).toBe(
      "healthy",
    );
  });

  it("says nothing of the whole when some rules only were asked", () => {
    expect(judge({ goodSigns: [sign], complete: false }).verdict).toBeNull();
  });

  it("leaves goals that are over alone", () => {
    expect(judge({ parts: { goals: [aGoal({ id: "g", live: false })] } })).toBeUndefined();
  });

  it("tells what goes well with the most telling first", () => {
    const results: GoodSign = {
      ...sign,
      rule: "insights-meet-results",
      signal: "S32",
      message: "Since June …",
    };

    expect(judge({ goodSigns: [sign, results] }).goingWell).toEqual(["Since June …", sign.message]);
  });

  const anyRemark = fc
    .tuple(
      fc.constantFrom<SignalKind>("fact", "timing", "pattern", "wording"),
      fc.constantFrom<Finding["signal"]>("S05", "S11", "S18", "S22"),
      fc.nat({ max: 11 }),
      fc.option(fc.nat({ max: 300 })),
      fc.boolean(),
    )
    .map(([kind, signal, at, days, ofGoal]) =>
      ofGoal && days !== null ? onGoal(kind, signal, days) : remark(kind, signal, at, days),
    );
  const remarks = fc
    .array(anyRemark, { maxLength: 14 })
    // No rule says one thing twice.
    .map((made) => made.map((one, at) => ({ ...one, message: `Remark ${at}` })));

  test.prop([remarks, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })])(
    "never finds drift by taking a remark away",
    (findings, kept) => {
      const fewer = findings.filter((_, at) => kept[at]);

      if (judge({ findings: fewer }).verdict === "drifting")
        expect(judge({ findings }).verdict).toBe("drifting");
    },
  );

  test.prop([remarks])("never finds drift in wordings and patterns alone", (findings) => {
    const unsure = findings.filter(({ kind }) => kind === "wording" || kind === "pattern");

    expect(judge({ findings: unsure }).verdict).not.toBe("drifting");
  });

  test.prop([remarks])("says the same in any order", (findings) => {
    const parts = { goals: [goal], items: items.toReversed() };

    expect(judge({ findings: findings.toReversed(), parts })).toEqual(judge({ findings }));
  });
});
