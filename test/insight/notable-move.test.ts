import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { notableMove } from "../../src/insight/notable-move.ts";
import { buildSeries } from "../../src/insight/series.ts";
import { addDays } from "../../src/domain/day.ts";
import { aGoal, aResult } from "../builders.ts";

const today = "2026-12-31";
const goal = aGoal({ baseline: 0, target: 100 });

/** One result every 30 days, the newest today: windows of 90 days hold three each. */
const moveOf = (values: readonly number[], given = goal, now = today) => {
  const results = values.map((value, index) =>
    aResult({ id: `r${index}`, date: addDays(now, (index - values.length + 1) * 30), value }),
  );
  return notableMove(buildSeries(given, results, now), given, now);
};

describe("insight/notable-move", () => {
  it("compares the newest window with the one before it, in the result's own usual steps", () => {
    // Steps 2, 2, 2, 6, 2: usual is 2. (18 + 16 + 18)/3 − (10 + 12 + 10)/3 = 52/3 − 32/3 = 20/3, more than 2 × 2.
    const move = moveOf([10, 12, 10, 16, 18, 18]);
    const flat = moveOf([10, 12, 10, 12, 10, 12]);

    expect(move?.usualStep).toBe(2);
    expect(move?.movement.difference).toBeCloseTo(20 / 3, 12);
    expect(flat).toBeNull();
  });

  it.each([
    ["fewer than six results", [10, 30, 50, 70, 90]],
    ["a result that never changes but once", [10, 10, 10, 10, 10, 90]],
    ["no result at all", []],
  ])("is silent for %s", (_name, values) => {
    expect(moveOf(values)).toBeNull();
  });

  it("is silent for a move that is small on the way to the target, however steady the result is", () => {
    // Steps of 1, moved by 3: a twentieth of the way is 5.
    expect(moveOf([1, 2, 3, 4, 5, 6])).toBeNull();
    expect(moveOf([1, 2, 3, 4, 5, 6], aGoal({ baseline: 0, target: 50 }))).not.toBeNull();
    expect(moveOf([1, 2, 3, 4, 5, 6], aGoal())).not.toBeNull();
  });

  it("is silent when the newest results are old", () => {
    const results = [10, 12, 10, 16, 18, 17].map((value, index) =>
      aResult({ id: `r${index}`, date: addDays("2026-01-01", index * 30), value }),
    );

    expect(notableMove(buildSeries(goal, results, today), goal, today)).toBeNull();
  });

  test.prop([
    fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 12 }),
    fc.constantFrom(2, 8, 0.25),
    fc.integer({ min: -64, max: 64 }),
  ])(
    "does not depend on the unit, on where zero lies, or on which way is better",
    (values, factor, shift) => {
      const change = (value: number): number => value * factor + shift;
      const changed = aGoal({ baseline: change(0), target: change(100) });

      const one = moveOf(values);
      const other = moveOf(values.map(change), changed);
      const mirrored = moveOf(
        values.map((value) => -value),
        aGoal({ baseline: 0, target: -100 }),
      );

      expect(other === null).toBe(one === null);
      expect(mirrored?.movement.toward).toBe(one?.movement.toward);
    },
  );
});
