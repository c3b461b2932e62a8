import { describe, expect, it } from "vitest";

import { aGoal, anEvent, anInsight, aHypothesis, aPortfolio, aReview } from "../builders.ts";
import { sampleReport } from "./sample.ts";

const goal = aGoal({ id: "visits", title: "Visits" });
const served = { goalIds: ["visits"] };

const marksOf = (parts: Parameters<typeof aPortfolio>[0]) =>
  sampleReport({ portfolio: aPortfolio({ goals: [goal], ...parts }), findings: [] }).goals[0]?.marks;

describe("report/marks", () => {
  it("marks the first day an insight was used, a bet was tested and a review was held", () => {
    const marks = marksOf({
      events: [
        anEvent({ id: "e1", date: "2026-06-01" }),
        anEvent({ id: "e2", date: "2026-04-01" }),
        anEvent({ id: "early", date: "2026-01-01" }),
      ],
      items: [
        anInsight({
          id: "i",
          title: "The last bus",
          date: "2026-03-01",
          appliedInIds: ["e1", "e2", "early"],
          ...served,
        }),
        aHypothesis({ id: "h", title: "Texts", ...served }),
        aReview({ id: "r", title: "After texts", date: "2026-05-01", hypothesisIds: ["h"], ...served }),
      ],
    });

    expect(marks).toEqual([
      { date: "2026-04-01", kind: "insight", label: "The last bus" },
      { date: "2026-05-01", kind: "bet", label: "Texts" },
      { date: "2026-05-01", kind: "review", label: "After texts" },
    ]);
  });

  it("leaves out what is planned, what came before the work, and what was never used", () => {
    const marks = marksOf({
      items: [
        anInsight({ id: "i", date: "2026-03-01", ...served }),
        aHypothesis({ id: "h", ...served }),
        aReview({ id: "before", when: "before", date: "2026-05-01", hypothesisIds: ["h"], ...served }),
        aReview({ id: "later", date: "2026-12-01", hypothesisIds: ["h"], ...served }),
      ],
    });

    expect(marks).toEqual([]);
  });

  it("stands under the goals that an item serves when it names none", () => {
    const marks = marksOf({
      events: [anEvent({ id: "e", date: "2026-04-01", ...served })],
      items: [aReview({ id: "r", title: "After the fair", date: "2026-04-03", eventIds: ["e"] })],
    });

    expect(marks).toEqual([{ date: "2026-04-03", kind: "review", label: "After the fair" }]);
  });
});
