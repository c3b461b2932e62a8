import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { addDays } from "../../src/domain/day.ts";
import { windowOf, movementAround } from "../../src/insight/movement.ts";
import { buildSeries } from "../../src/insight/series.ts";
import { aGoal, aResult } from "../builders.ts";

const today = "2026-12-31";

/** One result in the middle of each month of 2026, from January on. */
const monthly = (values: readonly number[], baseline = 31, target = 15) =>
  buildSeries(
    aGoal({ baseline, target }),
    values.map((value, index) =>
      aResult({ id: `r${index}`, date: `2026-${String(index + 1).padStart(2, "0")}-15`, value }),
    ),
    today,
  );

/** One result every `gap` days, the first on 1 January. */
const every = (gap: number, values: readonly number[]) =>
  buildSeries(
    aGoal({ baseline: 0, target: 100 }),
    values.map((value, index) =>
      aResult({ id: `r${index}`, date: addDays("2026-01-01", index * gap), value }),
    ),
    today,
  );

describe("insight/movement", () => {
  it("compares three results before the day with three after it, when they come monthly", () => {
    const movement = movementAround(monthly([99, 30, 31, 32, 28, 20, 18, 1]), "2026-04-20", today);

    // Gaps of 28 to 31 days, their middle 31, three times that 93: 17 January to 20 April, and on to 22 July.
    expect(movement).toMatchObject({
      since: "2026-04-20",
      windowDays: 93,
      before: { mean: 31, points: 3, from: "2026-02-15", to: "2026-04-15" },
      after: { mean: 22, points: 3, from: "2026-05-15", to: "2026-07-15" },
      difference: -9,
      toward: true,
    });
  });

  it("gives each side its trend for thirty days, by least squares", () => {
    const { before, after } = movementAround(every(10, [1, 2, 3, 10, 12, 17]), "2026-01-25", today);

    // Before: 1, 2, 3 on days 0, 10, 20: one a ten days, 3 a thirty. After: 10, 12, 17: (17 − 10) / 20 a day.
    expect(before?.slope).toBeCloseTo(3, 12);
    expect(after?.slope).toBeCloseTo(10.5, 12);
  });

  it("has no trend of two results", () => {
    expect(movementAround(every(28, [1, 2, 3, 4]), "2026-02-10", "2026-04-10").before).toMatchObject({
      points: 2,
      slope: null,
    });
  });

  it("looks at as many days after as before, as far as they have passed", () => {
    const series = monthly([30, 31, 32, 20, 19, 2, 1]);

    const early = movementAround(series, "2026-04-20", "2026-06-16");
    const late = movementAround(series, "2026-04-20", "2026-08-01");

    // Gaps 28, 30, 30, 31, 31, 31: their middle 30.5, three times that 92. Of the 92 days after, 57 have passed.
    expect(early).toMatchObject({
      windowDays: 92,
      complete: false,
      before: { points: 3 },
      after: { points: 2 },
    });
    expect(late).toMatchObject({ complete: true, after: { mean: 22 / 3, points: 3 } });
  });

  it.each([
    ["nothing has passed since", "2026-05-20", "2026-05-20"],
    ["one result has come in since", "2026-04-20", "2026-05-20"],
    ["there is one result before", "2026-01-20", "2026-06-01"],
    ["the day is ahead", "2026-06-20", "2026-05-20"],
  ])("can't tell yet when %s", (_name, day, now) => {
    expect(movementAround(monthly([30, 31, 20, 19, 18]), day, now)).toMatchObject({
      difference: null,
      toward: null,
      alreadyMoving: null,
    });
  });

  it("counts a result of the day itself with the time before it", () => {
    expect(movementAround(monthly([30, 30, 30, 20, 20, 20]), "2026-03-15", today)).toMatchObject({
      before: { to: "2026-03-15" },
      after: { from: "2026-04-15" },
    });
  });

  it("says neither toward nor away when nothing changed or a level is held", () => {
    const toward = (values: readonly number[], baseline?: number, target?: number) =>
      movementAround(monthly(values, baseline, target), "2026-03-20", today).toward;

    expect(toward([5, 5, 5, 5, 5, 5])).toBeNull();
    expect(toward([5, 5, 5, 6, 6, 6], 5, 5)).toBeNull();
    expect(toward([5, 5, 5, 6, 6, 6], 9, 1)).toBe(false);
  });

  it.each([
    // 10, 8, 6 falls by 2 a step; three steps on that is −6, and the difference is 2 − 8 = −6.
    ["carried on as it was", [10, 8, 6, 4, 2, 0], true],
    // −6 carried on, and 7 − 8 = −1 came: more than half of it.
    ["slowed down", [10, 8, 6, 7, 7, 7], true],
    // Flat before, and a drop after.
    ["was flat before", [10, 10, 10, 4, 4, 4], false],
    // Rose before, and fell after.
    ["turned round", [6, 8, 10, 4, 4, 4], false],
    // Falls by 1 a step: −3 carried on, and 1 − 9 = −8 came: less than half of it.
    ["fell much faster", [10, 9, 8, 1, 1, 1], false],
    ["did not move", [5, 5, 5, 5, 5, 5], null],
  ])("tells whether the result was on its way already: %s", (_name, values, expected) => {
    const { alreadyMoving } = movementAround(every(30, values), "2026-03-05", today);

    expect(alreadyMoving).toBe(expected);
  });

  it("takes four weeks at least for a window, however often somebody counts", () => {
    expect(windowOf(every(1, [1, 2, 3, 4]).points)).toBe(28);
    expect(windowOf(every(91, [1, 2, 3]).points)).toBe(273);
    expect(windowOf([])).toBe(28);
  });

  test.prop([
    fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: -1000, max: 1000 }),
  ])("moves with the unit and not with where zero lies", (values, month, shift) => {
    const day = `2026-${String(month).padStart(2, "0")}-20`;
    const around = (each: (value: number) => number) => movementAround(monthly(values.map(each)), day, today);

    const [one, shifted, scaled] = [
      around((value) => value),
      around((value) => value + shift),
      around((value) => value * 8),
    ];

    expect(shifted.difference === null).toBe(one.difference === null);
    expect(shifted.difference ?? 0).toBeCloseTo(one.difference ?? 0, 6);
    expect(scaled.difference ?? 0).toBeCloseTo((one.difference ?? 0) * 8, 6);
    expect(scaled.before?.slope ?? 0).toBeCloseTo((one.before?.slope ?? 0) * 8, 6);
    expect(scaled.alreadyMoving).toBe(one.alreadyMoving);
  });

  test.prop([
    fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer()), { maxLength: 30 }),
    fc.integer({ min: -50, max: 750 }),
  ])("never looks further on one side than on the other, nor into the future", (rows, offset) => {
    const results = rows.map(([days, value], index) =>
      aResult({ id: `r${index}`, date: addDays("2025-01-31", days), value }),
    );
    const series = buildSeries(aGoal(), results, today);
    const day = addDays("2025-01-31", offset);

    const { windowDays, complete, before, after } = movementAround(series, day, today);

    expect(before === null || (before.from > addDays(day, -windowDays) && before.to <= day)).toBe(true);
    expect(after === null || (after.from > day && after.to <= addDays(day, windowDays))).toBe(true);
    expect(after === null || after.to <= today).toBe(true);
    expect(complete).toBe(addDays(day, windowDays) <= today);
  });
});
