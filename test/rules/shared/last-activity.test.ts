import { describe, expect, it } from "vitest";

import { lastActivity } from "../../../src/rules/shared/last-activity.ts";
import { aHypothesis, anInsight, aPortfolio, aQuestion, aReview } from "../../builders.ts";

describe("rules/shared/last-activity", () => {
  it("carries the latest day up every link, and leaves an item's own day out", () => {
    const active = lastActivity(
      aPortfolio({
        items: [
          aQuestion({ id: "q", date: "2026-09-09" }),
          aHypothesis({ id: "h", questionIds: ["q"], date: "2026-02-01" }),
          aReview({ id: "r", hypothesisIds: ["h"], date: "2026-03-01", insightIds: ["listed"] }),
          anInsight({ id: "i", reviewIds: ["r"], date: "2026-04-01" }),
          anInsight({ id: "listed", date: "2026-05-01" }),
        ],
      }),
    );

    expect(Object.fromEntries(active)).toEqual({ q: "2026-05-01", h: "2026-05-01", r: "2026-05-01" });
  });

  it("ends in circles", () => {
    const active = lastActivity(
      aPortfolio({
        items: [
          aQuestion({ id: "a", parentIds: ["b"], date: "2026-02-01" }),
          aQuestion({ id: "b", parentIds: ["a"], date: "2026-03-01" }),
        ],
      }),
    );

    expect(Object.fromEntries(active)).toEqual({ a: "2026-03-01", b: "2026-02-01" });
  });

  it("stays linear on a long chain of 50,000 rows", () => {
    const items = Array.from({ length: 50_000 }, (_, at) =>
      aQuestion({ id: `q${at}`, parentIds: at === 0 ? [] : [`q${at - 1}`], date: "2026-03-01" }),
    );

    const active = lastActivity(aPortfolio({ items }));

    expect(active.size).toBe(49_999);
  });
});
