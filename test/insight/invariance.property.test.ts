import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";

import { addDays } from "../../src/domain/day.ts";
import type { Goal, Result } from "../../src/domain/types.ts";
import { changeOf } from "../../src/insight/change.ts";
import { paceOf } from "../../src/insight/pace.ts";
import { buildSeries } from "../../src/insight/series.ts";
import { fractionToPercent } from "../../src/mapping/numbers.ts";
import { aGoal, aResult } from "../builders.ts";

/** A goal with its rows as somebody might keep them: tenths, gaps, two values on a day, rows half filled in. */
interface Kept {
  readonly goal: Goal;
  readonly results: readonly Result[];
  readonly today: string;
  /** What the last report gave as the latest value. */
  readonly shown: number | null;
}

const origin = "2026-01-01";
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(origin, days));
// In tenths, so that shifting and scaling stay exact enough to tell "equal" from "nearly".
const tenths = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 10);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 8 });

const kept: fc.Arbitrary<Kept> = fc
  .record({
    goal: fc.record({
      baseline: maybe(tenths),
      target: maybe(tenths),
      current: maybe(tenths),
      start: maybe(day),
      due: maybe(day),
    }),
    rows: fc.array(
      fc.record({ date: maybe(day), value: maybe(tenths), hour: fc.integer({ min: 10, max: 19 }) }),
      {
        maxLength: 14,
      },
    ),
    today: day,
    shown: maybe(tenths),
  })
  .map(({ goal, rows, today, shown }) => ({
    goal: aGoal(goal),
    results: rows.map(({ date, value, hour }, index) =>
      aResult({ id: `r${index}`, date, value, createdAt: `2026-03-01T${hour}:00:00.000Z` }),
    ),
    today,
    shown,
  }));

function judge({ goal, results, today, shown }: Kept) {
  const series = buildSeries(goal, results, today);
  const period = { start: addDays(today, -6), end: today };
  return {
    series,
    pace: paceOf({ ...goal, latest: series.latest, today }),
    change: changeOf(series.points, period, shown),
  };
}

/** The same records with every number of the goal's unit put through `change`. */
function withNumbers(given: Kept, change: (value: number) => number): Kept {
  const each = (value: number | null): number | null => (value === null ? null : change(value));
  const { baseline, target, current } = given.goal;
  return {
    ...given,
    shown: each(given.shown),
    goal: { ...given.goal, baseline: each(baseline), target: each(target), current: each(current) },
    results: given.results.map((result) => ({ ...result, value: each(result.value) })),
  };
}

function expectSameJudgement(one: Kept, other: Kept, factor: number): void {
  const [a, b] = [judge(one), judge(other)];
  expect({ ...b.pace, progress: null }).toEqual({ ...a.pace, progress: null });
  expectClose(b.pace.progress, a.pace.progress);
  expectClose(b.change.period, times(a.change.period, factor));
  expectClose(b.change.sinceLast, times(a.change.sinceLast, factor));
}

function times(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function expectClose(actual: number | null, wanted: number | null): void {
  if (wanted === null || actual === null) expect(actual).toBe(wanted);
  else expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

const holds = ({ goal }: Kept): boolean => goal.baseline !== null && goal.baseline === goal.target;

describe("insight: what a judgement must not depend on", () => {
  test.prop([kept, fc.constantFrom(0.001, 0.5, 3, 100, 1e6)])("the unit", (given, factor) => {
    expectSameJudgement(
      given,
      withNumbers(given, (value) => value * factor),
      factor,
    );
  });

  test.prop([kept])("whether percentages are kept as 12.5 or as 0.125", (given) => {
    // The reading turns fractions into percentages by moving the decimal point, so not even the last digit differs.
    const fractions = withNumbers(given, (value) => Number(`${value}e-2`));

    expect(judge(withNumbers(fractions, fractionToPercent))).toEqual(judge(given));
  });

  test.prop([kept.filter((given) => !holds(given)), tenths])(
    "where zero lies, for a goal that moves",
    (given, by) => {
      expectSameJudgement(
        given,
        withNumbers(given, (value) => value + by),
        1,
      );
    },
  );

  test.prop([kept])("whether more is better or less is", (given) => {
    const mirrored = withNumbers(given, (value) => -value);
    const opposite = { increase: "decrease", decrease: "increase", hold: "hold" } as const;

    const { direction } = judge(given).series;

    expectSameJudgement(given, mirrored, -1);
    expect(judge(mirrored).series.direction).toBe(direction === null ? null : opposite[direction]);
  });

  test.prop([kept, fc.infiniteStream(fc.nat())])("the order of rows", (given, order) => {
    const shuffled = given.results
      .map((result) => ({ result, key: order.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ result }) => result);

    expect(judge({ ...given, results: shuffled })).toEqual(judge(given));
  });

  test.prop([kept, fc.integer({ min: -3000, max: 3000 })])("when in history it all happened", (given, by) => {
    const move = (date: string | null): string | null => (date === null ? null : addDays(date, by));
    const { goal, results, today, shown } = given;
    const moved: Kept = {
      goal: { ...goal, start: move(goal.start), due: move(goal.due) },
      results: results.map((result) => ({ ...result, date: move(result.date) })),
      today: addDays(today, by),
      shown,
    };

    const [one, other] = [judge(given), judge(moved)];

    expect(other.pace).toEqual(one.pace);
    expect(other.change).toEqual(one.change);
    expect(other.series.points.map(({ value }) => value)).toEqual(
      one.series.points.map(({ value }) => value),
    );
  });

  test.prop([kept])("rows that say nothing", (given) => {
    const { today, results } = given;
    const nothing = [
      aResult({ id: "x1", date: null, value: 5 }),
      aResult({ id: "x2", date: today, value: null }),
      aResult({ id: "x3", date: today, value: Number.NaN }),
    ];

    expect(judge({ ...given, results: [...results, ...nothing] })).toEqual(judge(given));
  });
});
