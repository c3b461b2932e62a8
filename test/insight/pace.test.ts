import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { paceOf, type PaceInput } from "../../src/insight/pace.ts";

// A year of 100 days keeps the arithmetic readable: day 50 is 2026-02-20, day 100 is 2026-04-11.
const base: PaceInput = {
  baseline: 0,
  target: 200,
  start: "2026-01-01",
  due: "2026-04-11",
  latest: { date: "2026-02-20", value: 100 },
  today: "2026-02-20",
};
const at = (value: number): PaceInput["latest"] => ({ date: "2026-02-20", value });

describe("insight/pace", () => {
  it.each<[string, Partial<PaceInput>, unknown]>([
    ["half way at half time", {}, { progress: 0.5, expected: 0.5, pace: "on", reached: false, gap: null }],
    ["a tenth above the line", { latest: at(120) }, { progress: 0.6, expected: 0.5, pace: "on" }],
    ["more than a tenth above", { latest: at(121) }, { progress: 0.605, expected: 0.5, pace: "ahead" }],
    ["a tenth below the line", { latest: at(80) }, { progress: 0.4, expected: 0.5, pace: "on" }],
    ["more than a tenth below", { latest: at(79) }, { progress: 0.395, expected: 0.5, pace: "behind" }],
    ["a falling number", { baseline: 31, target: 15, latest: at(23) }, { progress: 0.5, pace: "on" }],
    ["moved away from the target", { latest: at(-20) }, { progress: -0.1, pace: "behind", reached: false }],
    ["target passed", { latest: at(240) }, { progress: 1.2, pace: "ahead", reached: true }],
    [
      "target met on the due day",
      { today: "2026-04-11", latest: at(200) },
      { progress: 1, expected: 1, pace: "on", reached: true },
    ],
    ["due day long past", { today: "2026-06-01" }, { progress: 0.5, expected: 1, pace: "behind" }],
    ["less than a tenth of the time gone", { today: "2026-01-10" }, { expected: 0.09, pace: "too-early" }],
    ["a tenth of the time gone", { today: "2026-01-11", latest: at(20) }, { expected: 0.1, pace: "on" }],
    ["not started", { today: "2025-12-01" }, { expected: 0, pace: "too-early" }],
    [
      "start and due on one day, before it",
      { due: "2026-01-01", today: "2025-12-31" },
      { expected: 0, pace: "too-early" },
    ],
    [
      "start and due on one day, on it",
      { due: "2026-01-01", today: "2026-01-01", latest: at(200) },
      { expected: 1, pace: "on" },
    ],
    [
      "no result",
      { latest: null },
      { progress: null, expected: 0.5, pace: "no-data", reached: null, gap: "no-result" },
    ],
    ["no target", { target: null }, { progress: null, pace: "no-data", gap: "no-target" }],
    ["no baseline", { baseline: null }, { progress: null, pace: "no-data", gap: "no-baseline" }],
    [
      "no due date",
      { due: null },
      { progress: 0.5, expected: null, pace: "no-data", reached: false, gap: "no-due" },
    ],
    [
      "no due date, target met",
      { due: null, latest: at(200) },
      { progress: 1, pace: "no-data", reached: true, gap: "no-due" },
    ],
    ["no start date", { start: null }, { progress: 0.5, expected: null, pace: "no-data", gap: "no-start" }],
    ["due before start", { due: "2025-01-01" }, { expected: null, pace: "no-data", gap: "due-before-start" }],
    [
      "a level held",
      { baseline: 95, target: 95, latest: at(90) },
      { progress: null, expected: null, pace: "on", reached: true, gap: null },
    ],
    [
      "a level left",
      { baseline: 95, target: 95, latest: at(80) },
      { progress: null, pace: "behind", reached: false },
    ],
    ["zero held", { baseline: 0, target: 0, latest: at(0) }, { pace: "on", reached: true }],
    ["zero left", { baseline: 0, target: 0, latest: at(1) }, { pace: "behind", reached: false }],
    [
      "a level without dates",
      { baseline: 95, target: 95, latest: at(95), start: null, due: null },
      { pace: "on", gap: null },
    ],
  ])("judges: %s", (_name, given, expected) => {
    expect(paceOf({ ...base, ...given })).toMatchObject(expected as object);
  });

  const number = fc.integer({ min: -1000, max: 1000 });
  test.prop([number, number, number, fc.integer({ min: 1, max: 1000 }), number])(
    "does not depend on the unit, nor, for a goal that moves, on where zero lies",
    (baseline, target, value, scale, shift) => {
      const moved = baseline === target ? 0 : shift;
      const change = (x: number): number => x * scale + moved;

      const one = paceOf({ ...base, baseline, target, latest: at(value) });
      const other = paceOf({
        ...base,
        baseline: change(baseline),
        target: change(target),
        latest: at(change(value)),
      });

      expect(other.pace).toBe(one.pace);
      expect(other.reached).toBe(one.reached);
      expect(other.progress ?? 0).toBeCloseTo(one.progress ?? 0, 6);
    },
  );

  test.prop([number, number, number])(
    "is the same for a goal that falls as for its mirror image",
    (baseline, target, value) => {
      const one = paceOf({ ...base, baseline, target, latest: at(value) });
      const mirrored = paceOf({ ...base, baseline: -baseline, target: -target, latest: at(-value) });

      expect(mirrored.pace).toBe(one.pace);
    },
  );
});
