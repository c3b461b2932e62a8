import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { buildSeries, groupResults } from "../../src/insight/series.ts";
import { aGoal, aResult } from "../builders.ts";

const today = "2026-11-16";

describe("insight/series", () => {
  it("sorts by day and lets the value entered last correct the others of its day", () => {
    const results = [
      aResult({ id: "c", date: "2026-03-01", value: 3, createdAt: "2026-03-02T08:00:00.000Z" }),
      aResult({ id: "a", date: "2026-02-01", value: 1, createdAt: "2026-02-01T08:00:00.000Z" }),
      aResult({ id: "b", date: "2026-02-01", value: 2, createdAt: "2026-02-09T08:00:00.000Z" }),
      aResult({ id: "d", date: "2026-02-01", value: 9, createdAt: null }),
    ];

    const series = buildSeries(aGoal(), results, today);

    expect(series.points).toEqual([
      { date: "2026-02-01", value: 2 },
      { date: "2026-03-01", value: 3 },
    ]);
    expect(series.latest).toEqual({ date: "2026-03-01", value: 3 });
    expect(series.source).toBe("results");
  });

  it("passes over rows without a date or number, and counts the ones dated after today", () => {
    const results = [
      aResult({ id: "a", date: null, value: 1 }),
      aResult({ id: "b", date: "2026-02-01", value: null }),
      aResult({ id: "c", date: "2026-02-01", value: Number.NaN }),
      aResult({ id: "d", date: "2026-11-17", value: 5 }),
      aResult({ id: "e", date: today, value: 4 }),
    ];

    const series = buildSeries(aGoal(), results, today);

    expect(series).toMatchObject({ points: [{ date: today, value: 4 }], ahead: 1 });
  });

  it("takes the goal's current value as one of today when there is no result", () => {
    const series = buildSeries(aGoal({ current: 7 }), [aResult({ value: null })], today);

    expect(series).toMatchObject({ points: [{ date: today, value: 7 }], source: "current" });
  });

  it("puts what earlier reports saw in that column before its value of today", () => {
    const seen = [
      { date: "2026-10-05", value: 5 },
      { date: "2026-11-02", value: 6 },
    ];
    const points = (current: number | null) => buildSeries(aGoal({ current }), [], today, seen).points;

    expect(points(7)).toEqual([...seen, { date: today, value: 7 }]);
    // The same number as last time: nobody need have looked since.
    expect(points(6)).toEqual(seen);
    expect(points(null)).toEqual([]);
    expect(buildSeries(aGoal({ current: 7 }), [aResult({ value: 1 })], today, seen)).toMatchObject({
      points: [{ value: 1 }],
      source: "results",
    });
  });

  it("leaves a value of today to the workspace, whatever a report saw earlier in the day", () => {
    const seen = [{ date: today, value: 5 }];

    expect(buildSeries(aGoal({ current: 7 }), [], today, seen).points).toEqual([{ date: today, value: 7 }]);
  });

  it("holds nothing when there is neither a result nor a current value", () => {
    expect(buildSeries(aGoal(), [], today)).toEqual({
      goalId: "goal",
      direction: null,
      points: [],
      latest: null,
      source: "none",
      ahead: 0,
    });
  });

  it.each([
    [1, 2, "increase"],
    [2, 1, "decrease"],
    [2, 2, "hold"],
    [0, 0, "hold"],
    [null, 1, null],
    [1, null, null],
  ] as const)("reads the direction from baseline %s to target %s as %s", (baseline, target, direction) => {
    expect(buildSeries(aGoal({ baseline, target }), [], today).direction).toBe(direction);
  });

  test.prop([
    fc.array(
      fc.record({
        day: fc.integer({ min: 10, max: 28 }),
        value: fc.integer(),
        hour: fc.integer({ min: 10, max: 23 }),
      }),
      {
        maxLength: 12,
      },
    ),
    fc.infiniteStream(fc.nat()),
  ])("does not depend on the order in which rows arrive", (rows, order) => {
    const results = rows.map(({ day, value, hour }, index) =>
      aResult({
        id: `r${index}`,
        goalIds: ["goal"],
        date: `2026-10-${day}`,
        value,
        createdAt: `2026-10-30T${hour}:00:00.000Z`,
      }),
    );
    const shuffled = results
      .map((result) => ({ result, key: order.next().value as number }))
      .sort((a, b) => a.key - b.key);

    const build = (list: typeof results) => buildSeries(aGoal(), groupResults(list).get("goal") ?? [], today);

    expect(build(shuffled.map(({ result }) => result))).toEqual(build(results));
  });

  it("gives a result to every goal it names, once", () => {
    const result = aResult({ goalIds: ["a", "b", "a"] });

    expect([...groupResults([result])]).toEqual([
      ["a", [result]],
      ["b", [result]],
    ]);
  });
});
