import { describe, expect, it } from "vitest";

import type { Goal, Result } from "../../src/domain/types.ts";
import { renderReport } from "../../src/render/index.ts";
import type { ReportInput } from "../../src/report/build.ts";
import { aGoal, aPortfolio, aResult } from "../builders.ts";
import { aLastReport } from "../report/last-report.ts";
import { sampleReport } from "../report/sample.ts";

const goal = aGoal({ id: "g", title: "Kept", unit: "visits", baseline: 0, target: 100, live: true });
const on = (date: string, value: number): Result =>
  aResult({ id: date, goalIds: ["g"], date, value, createdAt: null });

function page(results: readonly Result[], given: Partial<Goal> = {}, more: Partial<ReportInput> = {}) {
  const portfolio = aPortfolio({ goals: [{ ...goal, ...given }], results });
  const { markdown } = renderReport(sampleReport({ portfolio, findings: [], ...more }), {
    template: "planning-meeting",
  });
  return markdown;
}

/** The cells of the goal's row. */
function row(...given: Parameters<typeof page>): readonly string[] {
  const line = page(...given)
    .split("\n")
    .find((text) => text.startsWith("| [Kept]"));
  return (line ?? "").split(" | ").map((cell) => cell.replace(/ \|$/, ""));
}

const quarter = { name: "2026-Q3", label: "Q3 2026", start: "2026-07-01", end: "2026-09-30" };

describe("render: what moved", () => {
  it("calls a first result what it is", () => {
    expect(row([on("2026-11-16", 60)]).at(-1)).toBe("first result: 60 visits");
  });

  it.each([
    [50, "up 10 visits"],
    [45, "up 10 visits (since the last report: up 15 visits)"],
    [60, "up 10 visits"],
  ])("tells a change since the last report only where it is another one: from %d", (seen, expected) => {
    const last = aLastReport({ goals: { g: { latest: { date: "2026-11-09", value: seen } } } });

    expect(row([on("2026-11-01", 50), on("2026-11-16", 60)], {}, { last }).at(-1)).toBe(expected);
  });

  it("keeps quiet where only the goal's own column tells the number", () => {
    expect(row([], { current: 60 }).at(-1)).toBe("–");
  });

  it("never rounds a number to its target", () => {
    expect(row([on("2026-11-16", 99.9999)])[1]).toBe("0 → 99.9999 → 100");
    expect(row([on("2026-11-16", 0.0007)], { baseline: 0.0012, target: 0.0002 })[1]).toBe(
      "0.0012 → 0.0007 → 0.0002",
    );
  });

  it("writes numbers and dates as the team's country does, where its language has no words", () => {
    const [, numbers, , pace] = row(
      [on("2026-11-16", 1234.5)],
      { target: 2000, start: "2026-01-01", due: "2026-12-31" },
      { locale: "de-DE" },
    );

    expect([numbers, pace]).toEqual(["0 → 1.234,5 → 2.000", "behind pace, due 31. Dez. 2026"]);
  });

  it("says once when it was due, and nothing of the pace when last counted", () => {
    const dates = { start: "2026-01-01", due: "2026-10-31" };

    expect(row([on("2026-03-01", 40)], dates)[3]).toBe("was due Oct 31, 2026, not there yet");
  });

  it.each([
    [40, "behind pace (was ahead when last counted), due Dec 31, 2026"],
    [16, "behind pace (was on pace when last counted), due Dec 31, 2026"],
    [2, "behind pace, due Dec 31, 2026"],
  ])("tells a number that got old from one that was behind: %d", (value, expected) => {
    expect(row([on("2026-03-01", value)], { start: "2026-01-01", due: "2026-12-31" })[3]).toBe(expected);
  });

  it("looks back on a time that is over, and says what is of then and what of today", () => {
    const text = page([on("2026-11-10", 60)], {}, { period: quarter });

    expect(text).toContain(
      "Q3 2026 is over. Changes and new results are of that time; everything else is as it stands on Nov 16, 2026.",
    );
    expect(row([on("2026-11-10", 60)], {}, { period: quarter }).at(-1)).toBe("no new result then");
    expect(text).not.toContain("The next report is due");
    expect(page([on("2026-11-10", 60)])).toContain("The next report is due on Nov 23, 2026.");
    expect(page([on("2026-11-10", 60)])).not.toContain("is over");
  });

  it("says which results are shown nowhere, or shown by chance", () => {
    const text = page([
      on("2026-11-10", 60),
      { ...on("2026-11-10", 50), id: "again" },
      { ...on("2026-11-11", 50), goalIds: [] },
    ]);

    expect(text).toContain("1 result leads to no goal, so it is shown nowhere.");
    expect(text).toContain("On 1 day a goal has two results that differ, and nothing tells which");
    expect(page([on("2026-11-10", 60)])).not.toMatch(/shown nowhere|results that differ/);
  });
});
