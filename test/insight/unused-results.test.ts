import { describe, expect, it } from "vitest";

import { unusedResults } from "../../src/insight/unused-results.ts";
import { aResult } from "../builders.ts";

const today = "2026-11-16";
const result = (given: Partial<Parameters<typeof aResult>[0]>) =>
  aResult({ goalIds: ["g"], date: "2026-10-31", value: 5, createdAt: null, ...given });

describe("insight/unused-results", () => {
  it("counts every row once, by the first thing it lacks", () => {
    const results = [
      result({ id: "whole" }),
      result({ id: "no-number", value: null, goalIds: [] }),
      result({ id: "no-day", date: null, goalIds: [] }),
      result({ id: "no-goal", goalIds: [] }),
      result({ id: "empty", date: null, value: null }),
      result({ id: "still-to-be-counted", date: "2026-11-30", value: null }),
    ];

    expect(unusedResults(results, today)).toEqual({
      withoutNumber: 1,
      withoutDay: 1,
      withoutGoal: 1,
      undecidedDays: 0,
    });
  });

  it.each([
    ["two numbers without a time of entry", [null, null], [5, 6], 1],
    ["two numbers entered at the same time", ["2026-11-01T10:00:00Z", "2026-11-01T10:00:00Z"], [5, 6], 1],
    ["a correction, entered later", ["2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z"], [5, 6], 0],
    ["a correction, listed first", ["2026-11-02T10:00:00Z", "2026-11-01T10:00:00Z"], [5, 6], 0],
    ["the same number twice", [null, null], [5, 5], 0],
  ])("counts a day with %s", (_, entered, values, days) => {
    const results = values.map((value, at) =>
      result({ id: `r${at}`, value, createdAt: entered[at] ?? null }),
    );

    expect(unusedResults(results, today).undecidedDays).toBe(days);
  });

  it("parts goals and days", () => {
    const results = [
      result({ id: "a", value: 5 }),
      result({ id: "b", value: 6, goalIds: ["h"] }),
      result({ id: "c", value: 7, date: "2026-10-30" }),
    ];

    expect(unusedResults(results, today).undecidedDays).toBe(0);
  });
});
