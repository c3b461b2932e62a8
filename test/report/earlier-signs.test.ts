import { describe, expect, it } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { aHypothesis, anEvent, anInsight, aPortfolio, aQuestion, aReview } from "../builders.ts";
import { sampleReport } from "./sample.ts";

const earlierOf = (id: string, parts: Partial<PortfolioParts>, today = "2026-11-16") =>
  sampleReport({ portfolio: aPortfolio(parts), findings: [], today }).centre.signs.find(
    (sign) => sign.id === id,
  )?.earlier ?? null;
const counts = (id: string, parts: Partial<PortfolioParts>) =>
  earlierOf(id, parts)?.map(({ name, seen, notYet }) => [name, seen, notYet]);

describe("report/centre: the quarters before", () => {
  it("looks back on the last four whole quarters, oldest first", () => {
    const quarters = earlierOf("owned-by-us", {}, "2026-01-01");

    expect(quarters?.map(({ name }) => name)).toEqual(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]);
    expect(quarters?.[3]).toEqual({
      name: "2025-Q4",
      label: "October 1 – December 31, 2025",
      start: "2025-10-01",
      end: "2025-12-31",
      seen: 0,
      notYet: 0,
    });
  });

  it("counts events in the quarter in which they ended", () => {
    const events = [
      anEvent({ id: "spring", date: "2026-06-30" }),
      anEvent({ id: "long", date: "2026-06-29", endDate: "2026-07-01" }),
      anEvent({ id: "undated", date: null }),
      anEvent({ id: "today", date: "2026-11-16" }),
    ];

    expect(counts("work-sets-the-moment", { events, items: [aReview({ eventIds: ["long"] })] })).toEqual([
      ["2025-Q4", 0, 0],
      ["2026-Q1", 0, 0],
      ["2026-Q2", 0, 1],
      ["2026-Q3", 1, 0],
    ]);
  });

  it("counts bets, questions and insights in the quarter they are from, closed ones too, as they stand today", () => {
    const items = [
      aHypothesis({ id: "b1", date: "2026-02-01", outcome: "failed", closed: true }),
      aHypothesis({ id: "b2", date: "2026-08-01" }),
      aQuestion({ id: "q1", date: "2026-02-01", closed: true }),
      aQuestion({ id: "q2", date: "2026-08-01", owners: [{ id: "p", name: "Mo" }] }),
      anInsight({ id: "i1", date: "2025-12-31", appliedInIds: ["b2"] }),
      anInsight({ id: "i2", date: "2025-09-30" }),
      anInsight({ id: "i3", date: null }),
    ];

    expect(counts("held-as-bets", { items })).toEqual([
      ["2025-Q4", 0, 0],
      ["2026-Q1", 1, 0],
      ["2026-Q2", 0, 0],
      ["2026-Q3", 0, 1],
    ]);
    expect(counts("owned-by-us", { items })?.map(([, seen, notYet]) => [seen, notYet])).toEqual([
      [0, 0],
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
    expect(counts("shows-in-results", { items })?.map(([, seen, notYet]) => [seen, notYet])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("says nothing of which items led to a live goal then, as nobody wrote down which goals were live", () => {
    expect(earlierOf("goals-lead", { items: [aQuestion()] })).toBeNull();
  });
});
