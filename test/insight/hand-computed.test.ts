import { describe, expect, it } from "vitest";

import { changeOf } from "../../src/insight/change.ts";
import { paceOf, type PaceWord } from "../../src/insight/pace.ts";
import { buildSeries } from "../../src/insight/series.ts";
import type { Goal, Result } from "../../src/domain/types.ts";
import { aGoal, aResult } from "../builders.ts";

/**
 * Whole cases from goal and rows to the judgement, worked out on paper. `sum` holds the arithmetic; 2026 is no
 * leap year, 1 January to 11 April is 100 days, and today is day 50 unless a case says otherwise.
 */
const start = "2026-01-01";
const due = "2026-04-11";
const today = "2026-02-20";
const period = { start: "2026-02-16", end: "2026-02-22" };

type Row = readonly [day: string | null, value: number | null, entered?: string];

interface Case {
  readonly name: string;
  readonly goal: Partial<Goal>;
  readonly rows: readonly Row[];
  readonly on?: string;
  readonly sum: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly pace: PaceWord;
  readonly then?: PaceWord;
  readonly reached: boolean | null;
  readonly change?: number | null;
}

const cases: readonly Case[] = [
  {
    name: "an increase, half way",
    goal: { baseline: 40, target: 120 },
    rows: [["2026-02-20", 80]],
    sum: "(80 − 40) / (120 − 40) = 40/80 = 0.5; 50/100 days; lead 0",
    progress: 0.5,
    expected: 0.5,
    pace: "on",
    reached: false,
  },
  {
    name: "a decrease, ahead",
    goal: { baseline: 31, target: 15, unit: "%" },
    rows: [["2026-02-20", 19]],
    sum: "(19 − 31) / (15 − 31) = −12/−16 = 0.75; lead 0.25",
    progress: 0.75,
    expected: 0.5,
    pace: "ahead",
    reached: false,
  },
  {
    name: "exactly a tenth behind is still on",
    goal: { baseline: 0, target: 10 },
    rows: [["2026-02-20", 4]],
    sum: "4/10 = 0.4; lead −0.1",
    progress: 0.4,
    expected: 0.5,
    pace: "on",
    reached: false,
  },
  {
    name: "a hair more than a tenth behind",
    goal: { baseline: 0, target: 10 },
    rows: [["2026-02-20", 3.99]],
    sum: "3.99/10 = 0.399; lead −0.101",
    progress: 0.399,
    expected: 0.5,
    pace: "behind",
    reached: false,
  },
  {
    name: "a baseline of zero is a number like any other",
    goal: { baseline: 0, target: 11 },
    rows: [["2026-02-20", 0]],
    sum: "0/11 = 0; lead −0.5",
    progress: 0,
    expected: 0.5,
    pace: "behind",
    reached: false,
  },
  {
    name: "a target of zero",
    goal: { baseline: 8, target: 0 },
    rows: [["2026-02-20", 2]],
    sum: "(2 − 8) / (0 − 8) = 0.75; lead 0.25",
    progress: 0.75,
    expected: 0.5,
    pace: "ahead",
    reached: false,
  },
  {
    name: "from below zero to above it",
    goal: { baseline: -20, target: 20 },
    rows: [["2026-02-20", 0]],
    sum: "(0 + 20) / (20 + 20) = 0.5",
    progress: 0.5,
    expected: 0.5,
    pace: "on",
    reached: false,
  },
  {
    name: "moved away from the target",
    goal: { baseline: 31, target: 15 },
    rows: [["2026-02-20", 35]],
    sum: "(35 − 31) / (15 − 31) = 4/−16 = −0.25; lead −0.75",
    progress: -0.25,
    expected: 0.5,
    pace: "behind",
    reached: false,
  },
  {
    name: "the target passed before time",
    goal: { baseline: 31, target: 15 },
    rows: [["2026-02-20", 11]],
    sum: "(11 − 31) / (15 − 31) = −20/−16 = 1.25",
    progress: 1.25,
    expected: 0.5,
    pace: "ahead",
    reached: true,
  },
  {
    name: "reached once and lost again counts by what is now",
    goal: { baseline: 0, target: 10 },
    rows: [
      ["2026-02-01", 10],
      ["2026-02-20", 6],
    ],
    sum: "6/10 = 0.6; lead 0.1; last value before the period is 10: 6 − 10 = −4",
    progress: 0.6,
    expected: 0.5,
    pace: "on",
    reached: false,
    change: -4,
  },
  {
    name: "target met long after it was due: expected stays at the whole way",
    goal: { baseline: 0, target: 10 },
    rows: [["2026-06-30", 10]],
    on: "2026-07-01",
    sum: "10/10 = 1; 181/100 days held at 1; lead 0",
    progress: 1,
    expected: 1,
    pace: "on",
    reached: true,
  },
  {
    name: "less than a tenth of the time gone, whatever the number",
    goal: { baseline: 0, target: 10 },
    rows: [["2026-01-10", 9]],
    on: "2026-01-10",
    sum: "9/100 days = 0.09",
    progress: 0.9,
    expected: 0.09,
    pace: "too-early",
    reached: false,
  },
  {
    name: "before the start",
    goal: { baseline: 0, target: 10 },
    rows: [["2025-12-01", 1]],
    on: "2025-12-20",
    sum: "−12/100 days held at 0",
    progress: 0.1,
    expected: 0,
    pace: "too-early",
    reached: false,
  },
  {
    name: "an old number: behind by now, on the line when it was counted",
    goal: { baseline: 0, target: 10 },
    rows: [["2026-01-26", 3]],
    sum: "3/10 = 0.3; today 50/100, lead −0.2; then 25/100, lead 0.05",
    progress: 0.3,
    expected: 0.5,
    pace: "behind",
    then: "on",
    reached: false,
    change: 0,
  },
  {
    name: "a level held",
    goal: { baseline: 95, target: 95 },
    rows: [["2026-02-20", 86]],
    sum: "|86 − 95| = 9 ≤ 9.5 = 95/10",
    progress: null,
    expected: null,
    pace: "on",
    reached: true,
  },
  {
    name: "a level left",
    goal: { baseline: 95, target: 95 },
    rows: [["2026-02-20", 85]],
    sum: "|85 − 95| = 10 > 9.5",
    progress: null,
    expected: null,
    pace: "behind",
    reached: false,
  },
  {
    name: "nothing, and to stay nothing",
    goal: { baseline: 0, target: 0 },
    rows: [["2026-02-20", 0]],
    sum: "|0 − 0| = 0 ≤ 0",
    progress: null,
    expected: null,
    pace: "on",
    reached: true,
  },
  {
    name: "no target",
    goal: { baseline: 5, target: null },
    rows: [["2026-02-20", 6]],
    sum: "no way to be on; 50/100 days",
    progress: null,
    expected: 0.5,
    pace: "no-data",
    reached: null,
  },
  {
    name: "no start: how far is known, how far it should be is not",
    goal: { baseline: 0, target: 10, start: null },
    rows: [["2026-02-20", 5]],
    sum: "5/10 = 0.5",
    progress: 0.5,
    expected: null,
    pace: "no-data",
    reached: false,
  },
  {
    name: "due before start",
    goal: { baseline: 0, target: 10, due: "2025-12-31" },
    rows: [["2026-02-20", 5]],
    sum: "5/10 = 0.5; no line runs backwards",
    progress: 0.5,
    expected: null,
    pace: "no-data",
    reached: false,
  },
  {
    name: "several values in the period: its last one against the last before it",
    goal: { baseline: 0, target: 100 },
    rows: [
      ["2026-02-10", 38],
      ["2026-02-16", 41],
      ["2026-02-18", 47],
      ["2026-02-20", 45],
    ],
    sum: "45/100 = 0.45; lead −0.05; 45 − 38 = 7",
    progress: 0.45,
    expected: 0.5,
    pace: "on",
    reached: false,
    change: 7,
  },
  {
    name: "a correction of the same day, typed later, replaces the value",
    goal: { baseline: 0, target: 100 },
    rows: [
      ["2026-02-10", 38, "2026-02-10T09:00:00.000Z"],
      ["2026-02-18", 74, "2026-02-18T09:00:00.000Z"],
      ["2026-02-18", 47, "2026-02-19T09:00:00.000Z"],
    ],
    sum: "47/100 = 0.47; lead −0.03 (then 48/100, lead −0.01); 47 − 38 = 9",
    progress: 0.47,
    expected: 0.5,
    pace: "on",
    reached: false,
    change: 9,
  },
  {
    name: "gaps, rows without a number or a day, and a value of next week change nothing",
    goal: { baseline: 0, target: 100 },
    rows: [
      ["2026-01-05", 10],
      ["2026-02-18", 48],
      ["2026-02-19", null],
      [null, 99],
      ["2026-02-27", 99],
    ],
    sum: "48/100 = 0.48; lead −0.02; 48 − 10 = 38",
    progress: 0.48,
    expected: 0.5,
    pace: "on",
    reached: false,
    change: 38,
  },
  {
    name: "the goal's own current value, when there are no results",
    goal: { baseline: 0, target: 11, current: 6 },
    rows: [],
    sum: "6/11 = 0.54…; lead 0.04…; one value only, so no change",
    progress: 6 / 11,
    expected: 0.5,
    pace: "on",
    reached: false,
    change: null,
  },
];

describe("insight: cases worked out by hand", () => {
  it.each(cases)("$name: $sum", ({ goal: given, rows, on = today, ...wanted }) => {
    const goal = aGoal({ start, due, ...given });
    const series = buildSeries(goal, rows.map(toResult), on);

    const pace = paceOf({ ...goal, latest: series.latest, today: on });

    expect(pace).toMatchObject({
      pace: wanted.pace,
      paceThen: wanted.then ?? wanted.pace,
      reached: wanted.reached,
    });
    expectNumber(pace.progress, wanted.progress);
    expectNumber(pace.expected, wanted.expected);
    if (wanted.change !== undefined)
      expectNumber(changeOf(series.points, period, null).period, wanted.change);
  });

  it("draws the line through the target that stands there now, when it was changed on the way", () => {
    // 31 → 15 until February: (19 − 31) / (15 − 31) = 0.75. Raised to 7: (19 − 31) / (7 − 31) = 12/24 = 0.5.
    const latest = { date: today, value: 19 };
    const judge = (target: number) => paceOf({ baseline: 31, target, start, due, latest, today });

    expect([judge(15), judge(7)]).toMatchObject([
      { progress: 0.75, pace: "ahead" },
      { progress: 0.5, pace: "on" },
    ]);
  });
});

function toResult([date, value, entered]: Row, index: number): Result {
  return aResult({ id: `r${index}`, date, value, ...(entered === undefined ? {} : { createdAt: entered }) });
}

function expectNumber(actual: number | null, wanted: number | null): void {
  if (wanted === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(wanted, 12);
}
