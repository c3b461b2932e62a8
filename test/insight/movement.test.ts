import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { movementAround } from "../../src/insight/movement.ts";
import { buildSeries } from "../../src/insight/series.ts";
import { aGoal, aResult } from "../builders.ts";

const seriesOf = (values: readonly number[], baseline = 31, target = 15) =>
  buildSeries(
    aGoal({ baseline, target }),
    values.map((value, index) =>
      aResult({ id: `r${index}`, date: `2026-${String(index + 1).padStart(2, "0")}-15`, value }),
    ),
    "2026-12-31",
  );

describe("insight/movement", () => {
  it("means the last three results before the day and the latest three after it", () => {
    const movement = movementAround(seriesOf([99, 30, 31, 32, 28, 20, 19, 18]), "2026-04-15");

    expect(movement).toEqual({
      since: "2026-04-15",
      before: { mean: 31, points: 3, from: "2026-02-15", to: "2026-04-15" },
      after: { mean: 19, points: 3, from: "2026-06-15", to: "2026-08-15" },
      difference: -12,
      toward: true,
    });
  });

  it("can't tell with fewer than two results on a side", () => {
    const series = seriesOf([30, 31, 20, 19]);

    expect(movementAround(series, "2026-03-20")).toMatchObject({
      after: null,
      difference: null,
      toward: null,
    });
    expect(movementAround(series, "2026-01-20")).toMatchObject({
      before: null,
      difference: null,
      toward: null,
    });
    expect(movementAround(series, "2026-02-20")).toMatchObject({ difference: -11 });
  });

  it("says neither toward nor away when nothing changed or a level is held", () => {
    expect(movementAround(seriesOf([5, 5, 5, 5]), "2026-02-20").toward).toBeNull();
    expect(movementAround(seriesOf([5, 5, 6, 6], 5, 5), "2026-02-20").toward).toBeNull();
    expect(movementAround(seriesOf([5, 5, 6, 6], 9, 1), "2026-02-20").toward).toBe(false);
  });

  test.prop([
    fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer(),
  ])("moves with the unit and not with where zero lies", (values, month, shift) => {
    const day = `2026-${String(month).padStart(2, "0")}-20`;

    const one = movementAround(seriesOf(values), day).difference;
    const shifted = movementAround(seriesOf(values.map((value) => value + (shift % 1000))), day).difference;
    const scaled = movementAround(seriesOf(values.map((value) => value * 10)), day).difference;

    expect(shifted === null).toBe(one === null);
    expect(shifted ?? 0).toBeCloseTo(one ?? 0, 6);
    expect(scaled ?? 0).toBeCloseTo((one ?? 0) * 10, 6);
  });
});
