import { test, fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import { findRepairs } from "../../src/domain/repairs.ts";
import type { LearningItem, Portfolio } from "../../src/domain/types.ts";
import {
  aGoal,
  aHypothesis,
  anEvent,
  anInsight,
  anOpportunity,
  aPortfolio,
  aQuestion,
  aReview,
} from "../builders.ts";

const unresolvedGoal = { field: "goal", reason: "not-read", shown: "https://example.test/private" } as const;
const goals = [aGoal({ id: "live" }), aGoal({ id: "old", live: false })];

describe("domain/line-of-sight", () => {
  it.each<[string, readonly LearningItem[]]>([
    ["its own goal", [aQuestion({ id: "x", goalIds: ["live"] })]],
    ["its parent", [anInsight({ id: "x", parentIds: ["q"] }), aQuestion({ id: "q", goalIds: ["live"] })]],
    [
      "a hypothesis's question",
      [aHypothesis({ id: "x", questionIds: ["q"] }), aQuestion({ id: "q", goalIds: ["live"] })],
    ],
    [
      "the hypothesis that a review tests",
      [aReview({ id: "x", hypothesisIds: ["h"] }), aHypothesis({ id: "h", goalIds: ["live"] })],
    ],
    [
      "the before-review that a review closes",
      [aReview({ id: "x", beforeIds: ["b"] }), aReview({ id: "b", when: "before", goalIds: ["live"] })],
    ],
    ["a review's event", [aReview({ id: "x", eventIds: ["clinic"] })]],
    [
      "an insight's review",
      [anInsight({ id: "x", reviewIds: ["r"] }), aReview({ id: "r", goalIds: ["live"] })],
    ],
    [
      "the review that lists an insight",
      [anInsight({ id: "x" }), aReview({ id: "r", insightIds: ["x"], goalIds: ["live"] })],
    ],
    [
      "an opportunity's hypothesis",
      [anOpportunity({ id: "x", hypothesisIds: ["h"] }), aHypothesis({ id: "h", goalIds: ["live"] })],
    ],
  ])("sees a live goal through %s", (_, items) => {
    const portfolio = aPortfolio({ goals, events: [anEvent({ id: "clinic", goalIds: ["live"] })], items });

    const sight = traceLineOfSight(portfolio).of("x");

    expect(sight).toMatchObject({ state: "live", goalIds: ["live"] });
  });

  it("gives the shortest way, hop by hop, and all goals reached with the nearest first", () => {
    const portfolio = aPortfolio({
      goals: [aGoal({ id: "b-sub", parentIds: ["a-top"] }), aGoal({ id: "a-top" }), aGoal({ id: "c-other" })],
      items: [
        anInsight({ id: "x", reviewIds: ["r"] }),
        aReview({ id: "r", beforeIds: ["b"], hypothesisIds: ["h"] }),
        aHypothesis({ id: "h", questionIds: ["q"] }),
        aQuestion({ id: "q", goalIds: ["c-other"] }),
        aReview({ id: "b", when: "before", goalIds: ["b-sub"] }),
      ],
    });

    const lineOfSight = traceLineOfSight(portfolio);

    const sight = lineOfSight.of("x");
    expect(sight.state === "live" && sight.path.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      "review r",
      "review b",
      "goal b-sub",
    ]);
    expect(sight).toMatchObject({ goalIds: ["b-sub", "a-top", "c-other"] });
    expect(lineOfSight.goalsServed("x")).toEqual(["a-top", "b-sub", "c-other"]);
  });

  it.each<[string, LearningItem]>([
    ["an event that is no review's", aQuestion({ id: "x", eventIds: ["clinic"] })],
    ["what an insight was applied in", anInsight({ id: "x", appliedInIds: ["h"] })],
    ["what a hypothesis was refined from", aHypothesis({ id: "x", refinedFromIds: ["h"] })],
    ["an id that nobody read", aQuestion({ id: "x", goalIds: ["gone"], parentIds: ["gone"] })],
    ["itself", aQuestion({ id: "x", parentIds: ["x"] })],
  ])("does not follow %s", (_, item) => {
    const portfolio = aPortfolio({
      goals,
      events: [anEvent({ id: "clinic", goalIds: ["live"] })],
      items: [item, aHypothesis({ id: "h", goalIds: ["live"] })],
    });

    const sight = traceLineOfSight(portfolio).of("x");

    expect(sight).toEqual({ state: "none" });
  });

  it("follows links up only: a question is not served by its hypothesis's goal", () => {
    const portfolio = aPortfolio({
      goals,
      items: [aQuestion({ id: "q" }), aHypothesis({ id: "h", questionIds: ["q"], goalIds: ["live"] })],
    });

    expect(traceLineOfSight(portfolio).stateOf("q")).toBe("none");
  });

  it("says over when chains end only at goals that are over, and where the goal is named", () => {
    const portfolio = aPortfolio({
      goals,
      items: [aHypothesis({ id: "h", questionIds: ["q"] }), aQuestion({ id: "q", goalIds: ["old"] })],
    });

    const lineOfSight = traceLineOfSight(portfolio);

    expect(lineOfSight.of("h")).toMatchObject({ state: "over", goalIds: ["old"], uncertain: false });
    expect(lineOfSight.linkedAt("h")).toMatchObject({ id: "q", kind: "question" });
  });

  it("sees past a goal that is over to the live goal it served", () => {
    const portfolio = aPortfolio({
      goals: [aGoal({ id: "old", live: false, parentIds: ["live"] }), aGoal({ id: "live" })],
      items: [aQuestion({ id: "q", goalIds: ["old"] })],
    });

    expect(traceLineOfSight(portfolio).of("q")).toMatchObject({ state: "live", goalIds: ["live"] });
  });

  it("names the row where a chain stops", () => {
    const portfolio = aPortfolio({
      goals,
      events: [anEvent({ id: "clinic" })],
      items: [anInsight({ id: "x", reviewIds: ["r"] }), aReview({ id: "r", eventIds: ["clinic"] })],
    });

    const sight = traceLineOfSight(portfolio).of("x");

    expect(sight).toMatchObject({
      state: "broken",
      stopsAt: { id: "clinic", kind: "event" },
      circular: false,
    });
    expect(sight.state === "broken" && sight.path.map(({ id }) => id)).toEqual(["r", "clinic"]);
  });

  it("says so when a chain only goes round in a circle", () => {
    const portfolio = aPortfolio({
      items: [
        aQuestion({ id: "a", parentIds: ["b"] }),
        aQuestion({ id: "b", parentIds: ["c"] }),
        aQuestion({ id: "c", parentIds: ["a"] }),
        anInsight({ id: "x", parentIds: ["c"] }),
      ],
    });

    const lineOfSight = traceLineOfSight(portfolio);

    expect(lineOfSight.of("x")).toMatchObject({ state: "broken", stopsAt: { id: "a" }, circular: true });
    expect(lineOfSight.of("a")).toMatchObject({ state: "broken", stopsAt: { id: "a" }, path: [] });
    expect(lineOfSight.mendedBy("a")).toBe(4);
  });

  it("tells what cannot be seen from what is missing, all along the chain", () => {
    const portfolio = aPortfolio({
      goals,
      events: [anEvent({ id: "clinic", unresolved: [unresolvedGoal] })],
      items: [
        aReview({ id: "r", unresolved: [unresolvedGoal] }),
        anInsight({ id: "x", reviewIds: ["r"] }),
        aReview({ id: "at-clinic", eventIds: ["clinic"] }),
        aQuestion({ id: "both", goalIds: ["old"], unresolved: [unresolvedGoal] }),
        anInsight({ id: "sideways", unresolved: [{ ...unresolvedGoal, field: "appliedIn" }] }),
      ],
    });

    const lineOfSight = traceLineOfSight(portfolio);

    expect(lineOfSight.of("x")).toMatchObject({
      state: "unseen",
      stopsAt: { id: "r" },
      links: [unresolvedGoal],
    });
    expect(lineOfSight.of("r")).toMatchObject({ state: "unseen", stopsAt: { id: "r" }, path: [] });
    expect(lineOfSight.of("at-clinic")).toMatchObject({ state: "unseen", links: [unresolvedGoal] });
    expect(lineOfSight.of("both")).toMatchObject({ state: "over", uncertain: true });
    expect(lineOfSight.stateOf("sideways")).toBe("none");
    expect(lineOfSight.counts).toEqual({ live: 0, over: 1, broken: 0, none: 1, unseen: 3 });
  });

  it("ranks repairs by the items they mend", () => {
    const portfolio = aPortfolio({
      goals,
      items: [
        aReview({ id: "r2", insightIds: ["i1", "i2", "i3"] }),
        anInsight({ id: "i1" }),
        anInsight({ id: "i2" }),
        anInsight({ id: "i3", parentIds: ["q"] }),
        aQuestion({ id: "q" }),
        aQuestion({ id: "alone" }),
        aQuestion({ id: "fine", goalIds: ["live"] }),
      ],
    });

    const repairs = findRepairs(traceLineOfSight(portfolio));

    expect(repairs.map(({ at, mends }) => [at.id, mends])).toEqual([
      ["r2", 4],
      ["q", 2],
      ["alone", 1],
    ]);
    expect(repairs[0]?.step).toBe("Link the review “r2” to the goal it serves.");
  });

  it("answers for an id that is no item", () => {
    const lineOfSight = traceLineOfSight(aPortfolio({ goals }));

    expect(lineOfSight.of("live")).toEqual({ state: "none" });
    expect(lineOfSight.goalsServed("nobody")).toEqual([]);
    expect(lineOfSight.stopOf("nobody")).toBeNull();
    expect(lineOfSight.linkedAt("nobody")).toBeNull();
  });

  it("walks a chain and a circle of 20,000 items without recursion", () => {
    const many = 20_000;
    const chain = Array.from({ length: many }, (_, n) =>
      aQuestion({ id: `q${n}`, parentIds: n === 0 ? [] : [`q${n - 1}`], goalIds: n === 0 ? ["live"] : [] }),
    );
    const circle = Array.from({ length: many }, (_, n) =>
      aQuestion({ id: `c${n}`, parentIds: [`c${(n + 1) % many}`] }),
    );

    const lineOfSight = traceLineOfSight(aPortfolio({ goals, items: [...chain, ...circle] }));

    expect(lineOfSight.counts).toMatchObject({ live: many, broken: many });
    expect(lineOfSight.mendedBy("c0")).toBe(many);
  });

  test.prop([smallPortfolios()], { seed: 20261116 })(
    "agrees with a plain depth-first search",
    (portfolio) => {
      const lineOfSight = traceLineOfSight(portfolio);

      for (const item of portfolio.items) {
        const expected = search(portfolio, item);
        const sight = lineOfSight.of(item.id);
        expect(lineOfSight.stateOf(item.id)).toBe(sight.state);
        expect(sight.state).toBe(expected.state);
        expect(lineOfSight.goalsServed(item.id)).toEqual(expected.goals);
        if (sight.state === "none") continue;
        expect(sight.path.length).toBe(expected.length);
        expect(isChain(portfolio, item.id, sight.path)).toBe(true);
      }
    },
  );

  test.prop([smallPortfolios()], { seed: 20261116 })(
    "counts for every stop the items that a link there would mend",
    (portfolio) => {
      const repairs = findRepairs(traceLineOfSight(portfolio));

      for (const repair of repairs) {
        const mended = aPortfolio({
          ...portfolio,
          goals: [...portfolio.goals, aGoal({ id: "new" })],
          events: portfolio.events.map((event) =>
            event.id === repair.at.id ? { ...event, goalIds: [...event.goalIds, "new"] } : event,
          ),
          items: portfolio.items.map((item) =>
            item.id === repair.at.id ? { ...item, goalIds: [...item.goalIds, "new"] } : item,
          ),
        });
        const before = traceLineOfSight(portfolio);
        const after = traceLineOfSight(mended);
        const gained = portfolio.items.filter(({ id }) => {
          const sight = before.of(id);
          const unsure = sight.state === "unseen" || (sight.state === "over" && sight.uncertain);
          return !unsure && sight.state !== "live" && after.stateOf(id) === "live";
        }).length;
        expect(repair.mends).toBe(gained);
      }
    },
  );
});

/** Few rows with many links, so that diamonds, circles and dead ends are common. */
function smallPortfolios(): fc.Arbitrary<Portfolio> {
  const goalIds = fc.subarray(["g0", "g1", "g2"], { maxLength: 1 });
  const ids = fc.subarray(["i0", "i1", "i2", "i3", "i4", "i5"], { maxLength: 2 });
  const goal = (id: string) =>
    fc.record({ live: fc.boolean(), parentIds: goalIds }).map((given) => aGoal({ id, ...given }));
  const event = goalIds.map((goalIds) => anEvent({ id: "e0", goalIds }));
  const unresolved = fc
    .option(fc.constantFrom("goal", "appliedIn"), { nil: null, freq: 6 })
    .map((field) => (field === null ? [] : [{ ...unresolvedGoal, field }]));
  const item = (id: string): fc.Arbitrary<LearningItem> =>
    fc
      .record({
        kind: fc.constantFrom("question", "hypothesis", "review", "insight", "opportunity"),
        goalIds: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, goalIds),
        up: ids,
        eventIds: fc.subarray(["e0"]),
        insightIds: ids,
        unresolved,
      })
      .map(({ kind, up, goalIds, eventIds, insightIds, unresolved }): LearningItem => {
        if (kind === "question") return aQuestion({ id, goalIds, parentIds: up, unresolved });
        if (kind === "hypothesis") return aHypothesis({ id, goalIds, questionIds: up, unresolved });
        if (kind === "insight") return anInsight({ id, goalIds, reviewIds: up, unresolved });
        if (kind === "opportunity") return anOpportunity({ id, goalIds, hypothesisIds: up, unresolved });
        return aReview({ id, goalIds, beforeIds: up, eventIds, insightIds, unresolved });
      });
  return fc
    .record({
      goals: fc.tuple(goal("g0"), goal("g1"), goal("g2")),
      events: fc.tuple(event),
      items: fc.tuple(item("i0"), item("i1"), item("i2"), item("i3"), item("i4"), item("i5")),
    })
    .map((parts) => aPortfolio(parts));
}

/** The links of one row, written down plainly. */
function linksUp(portfolio: Portfolio, id: string): readonly string[] {
  const exists = (to: string): boolean =>
    portfolio.goalById.has(to) || portfolio.eventById.has(to) || portfolio.itemById.has(to);
  const row = portfolio.itemById.get(id);
  const listing = portfolio.items.filter(
    (other) => row?.kind === "insight" && other.kind === "review" && other.insightIds.includes(id),
  );
  const ids = row
    ? [
        ...row.goalIds,
        ...row.parentIds,
        ...(row.kind === "hypothesis" ? row.questionIds : []),
        ...(row.kind === "review" ? [...row.hypothesisIds, ...row.beforeIds, ...row.eventIds] : []),
        ...(row.kind === "insight" ? [...row.reviewIds, ...listing.map((review) => review.id)] : []),
        ...(row.kind === "opportunity" ? row.hypothesisIds : []),
      ]
    : (portfolio.eventById.get(id)?.goalIds ?? portfolio.goalById.get(id)?.parentIds ?? []);
  return ids.filter((to) => to !== id && exists(to));
}

/** Breadth-first by levels with plain sets: slow, and plain enough to trust. */
function search(portfolio: Portfolio, item: LearningItem) {
  const distance = new Map([[item.id, 0]]);
  const reach = (id: string, steps: number): void => {
    if ((distance.get(id) ?? Infinity) < steps) return;
    distance.set(id, steps);
    for (const to of linksUp(portfolio, id)) {
      if ((distance.get(to) ?? Infinity) > steps + 1) reach(to, steps + 1);
    }
  };
  reach(item.id, 0);
  const reached = [...distance.keys()];
  const nearest = (ids: readonly string[]): number =>
    Math.min(...ids.map((id) => distance.get(id) ?? Infinity));
  const goals = reached.filter((id) => portfolio.goalById.has(id)).toSorted();
  const live = goals.filter((id) => portfolio.goalById.get(id)?.live);
  const hidden = reached.filter((id) =>
    portfolio.itemById.get(id)?.unresolved.some(({ field }) => field === "goal"),
  );
  // A chain stops at a row without links, or in a circle that nothing leaves: at the row of it that comes first.
  const stops = reached.filter((id) => {
    const around = new Set(reachable(portfolio, id));
    const circle = [...around].filter((other) => reachable(portfolio, other).includes(id));
    return circle.length === around.size && id === circle.toSorted()[0];
  });
  if (live.length > 0) return { state: "live", goals, length: nearest(live) };
  if (goals.length > 0) return { state: "over", goals, length: nearest(goals) };
  if (hidden.length > 0) return { state: "unseen", goals, length: nearest(hidden) };
  if (linksUp(portfolio, item.id).length === 0) return { state: "none", goals, length: 0 };
  return { state: "broken", goals, length: nearest(stops) };
}

function reachable(portfolio: Portfolio, id: string): readonly string[] {
  const seen = new Set([id]);
  for (const one of seen) for (const to of linksUp(portfolio, one)) seen.add(to);
  return [...seen];
}

function isChain(portfolio: Portfolio, from: string, path: readonly { readonly id: string }[]): boolean {
  const ids = [from, ...path.map(({ id }) => id)];
  return ids.slice(1).every((to, at) => linksUp(portfolio, ids[at]!).includes(to));
}
