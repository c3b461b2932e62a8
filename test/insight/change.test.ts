import { describe, expect, it } from "vitest";

import { changeOf } from "../../src/insight/change.ts";

const period = { start: "2026-11-01", end: "2026-11-30" };
const points = [
  { date: "2026-10-01", value: 10 },
  { date: "2026-10-31", value: 12 },
  { date: "2026-11-01", value: 13 },
  { date: "2026-11-30", value: 9 },
  { date: "2026-12-01", value: 99 },
];

describe("insight/change", () => {
  it("compares the last value of the period with the last one before it", () => {
    expect(changeOf(points, period, null)).toEqual({ period: -3, sinceLast: null });
  });

  it("compares with what the last report showed", () => {
    expect(changeOf(points, period, 10).sinceLast).toBe(-1);
    expect(changeOf(points, period, 13).sinceLast).toBe(-4);
  });

  it("knows no change without a value on both sides", () => {
    expect(changeOf(points.slice(2), period, null)).toEqual({ period: null, sinceLast: null });
    expect(changeOf([], period, 10)).toEqual({ period: null, sinceLast: null });
  });

  it("is zero when nothing new came in", () => {
    expect(changeOf(points.slice(0, 2), period, null).period).toBe(0);
  });
});
