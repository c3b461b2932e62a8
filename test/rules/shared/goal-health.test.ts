import { describe, expect, it } from "vitest";

import type { Goal } from "../../../src/domain/types.ts";
import { healthOfGoals } from "../../../src/rules/shared/goal-health.ts";
import { aGoal, aPortfolio, aResult } from "../../builders.ts";

const today = "2026-07-02";
const year = { baseline: 20, target: 10, start: "2026-01-01", due: "2026-12-31" };
const healthOf = (goal: Goal, values: readonly (readonly [string, number | null])[] = []) => {
  const results = values.map(([date, value], at) =>
    aResult({ id: `r${at}`, goalIds: [goal.id], date, value }),
  );
  return healthOfGoals(aPortfolio({ goals: [goal], results }), today)(goal);
};

describe("rules/shared/goal-health", () => {
  it.each<[string | null, string]>([
    ["Off track", "troubled"],
    ["at-risk", "troubled"],
    ["Not on track", "troubled"],
    ["🟡 Amber", "troubled"],
    ["🔴", "troubled"],
    ["On track", "well"],
    ["🟢", "well"],
    ["Blocked", "blocked"],
    ["In progress", "unknown"],
    ["", "unknown"],
    [null, "unknown"],
  ])("reads the status %s as %s", (status, health) => {
    expect(healthOf(aGoal({ status }))).toBe(health);
  });

  it.each<[string, Partial<Goal>, readonly (readonly [string, number | null])[], string]>([
    ["half of the way after half of the year", year, [["2026-06-30", 15]], "well"],
    ["a tenth short of the line", year, [["2026-06-30", 15.9]], "well"],
    ["further behind", year, [["2026-06-30", 17]], "troubled"],
    [
      "the latest day, whatever the order",
      year,
      [
        ["2026-06-30", 15],
        ["2026-02-01", 20],
      ],
      "well",
    ],
    [
      "nothing ahead of today",
      year,
      [
        ["2026-06-30", 17],
        ["2026-09-01", 11],
      ],
      "troubled",
    ],
    [
      "no empty values",
      year,
      [
        ["2026-06-01", 15],
        ["2026-06-30", null],
      ],
      "well",
    ],
    ["its own column without results", { ...year, current: 17 }, [], "troubled"],
    ["a target that is reached, without dates", { baseline: 20, target: 10 }, [["2026-06-30", 9]], "well"],
    ["no dates", { baseline: 20, target: 10 }, [["2026-06-30", 17]], "unknown"],
    ["a level that is held", { baseline: 20, target: 20 }, [["2026-06-30", 21.9]], "well"],
    ["a level that is lost", { baseline: 20, target: 20 }, [["2026-06-30", 23]], "troubled"],
    ["no baseline", { ...year, baseline: null }, [["2026-06-30", 17]], "unknown"],
    ["a start last week", { ...year, start: "2026-06-25" }, [["2026-06-30", 20]], "unknown"],
  ])("reads the numbers: %s", (_, given, values, health) => {
    expect(healthOf(aGoal(given), values)).toBe(health);
  });

  it("lets the status speak before the numbers", () => {
    expect(healthOf(aGoal({ ...year, status: "On track" }), [["2026-06-30", 20]])).toBe("well");
  });
});
