import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../../src/domain/portfolio.ts";
import type { LearningItem } from "../../../src/domain/types.ts";
import { suggestContext } from "../../../src/insight/suggest/context.ts";
import { goalRanker, suggestGoals } from "../../../src/insight/suggest/index.ts";
import { buildVocabulary } from "../../../src/insight/suggest/shared-words.ts";
import { seededRandom } from "../../../src/lib/random.ts";
import { aGoal, aHypothesis, anEvent, anInsight, aPortfolio, aQuestion, aReview } from "../../builders.ts";

const words = [
  "bus",
  "ride",
  "clinic",
  "evening",
  "hours",
  "milk",
  "mother",
  "crib",
  "text",
  "night",
  "朝食",
  "مكتبة",
];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((list) => list.join(" "));
const people = fc.subarray([
  { id: "u1", name: "Rosa" },
  { id: "u2", name: null },
]);
const day = fc.constantFrom("2026-01-05", "2026-02-10", "2026-03-01");
const idOf = (prefix: string, highest: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: highest }).map((number) => `${prefix}${number}`);
const some = (prefix: string, highest: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(idOf(prefix, highest), { maxLength: 2 });

/** A small workspace with any links at all, dangling and circular ones too. */
const workspace = fc
  .record({
    goals: fc.array(fc.record({ title: text, live: fc.boolean(), owners: people, parentIds: some("g", 3) }), {
      maxLength: 4,
    }),
    events: fc.array(fc.record({ title: text, date: day, goalIds: some("g", 3) }), { maxLength: 3 }),
    items: fc.array(
      fc.record({
        kind: fc.constantFrom("question", "hypothesis", "review", "insight"),
        title: text,
        goalIds: fc.oneof(fc.constant([]), some("g", 3)),
        parentIds: some("i", 9),
        eventIds: some("e", 2),
        owners: people,
        date: day,
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ goals, events, items }) => ({
    goals: goals.map((goal, index) => aGoal({ id: `g${index}`, ...goal })),
    events: events.map((event, index) => anEvent({ id: `e${index}`, endDate: event.date, ...event })),
    items: items.map(({ kind, ...given }, index): LearningItem => {
      const item = { id: `i${index}`, ...given };
      if (kind === "question") return aQuestion(item);
      if (kind === "hypothesis") return aHypothesis(item);
      return kind === "review" ? aReview(item) : anInsight(item);
    }),
  }));

const embed = async (texts: readonly string[]): Promise<Float32Array[]> =>
  texts.map((one) => {
    const random = seededRandom(one);
    const vector = Float32Array.from({ length: 8 }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });

function requestFor(parts: Partial<PortfolioParts>) {
  const portfolio = aPortfolio(parts);
  const lineOfSight = traceLineOfSight(portfolio);
  const items = (parts.items ?? []).filter((item) => lineOfSight.stateOf(item.id) !== "live");
  return { portfolio, lineOfSight, items, embed };
}

describe("insight/suggest: properties", () => {
  it("gives the same whatever order rows come in", async () => {
    await fc.assert(
      fc.asyncProperty(workspace, async ({ goals, events, items }) => {
        const one = await suggestGoals(requestFor({ goals, events, items }));
        const other = await suggestGoals(
          requestFor({ goals: goals.toReversed(), events: events.toReversed(), items: items.toReversed() }),
        );

        expect([...other]).toEqual([...one]);
      }),
    );
  });

  it("suggests at most three different live goals, best first, each with a score within 0 and 1 and a reason", async () => {
    await fc.assert(
      fc.asyncProperty(workspace, async (parts) => {
        const request = requestFor(parts);
        const suggested = await suggestGoals(request);

        expect([...suggested.keys()]).toEqual(request.items.map((item) => item.id).sort());
        for (const suggestions of suggested.values()) {
          const scores = suggestions.map(({ score }) => score);
          expect(suggestions.length).toBeLessThanOrEqual(3);
          expect(new Set(suggestions.map(({ goal }) => goal.id)).size).toBe(suggestions.length);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const { goal, score, why } of suggestions) {
            expect(request.portfolio.goalById.get(goal.id)?.live).toBe(true);
            expect(score >= 0 && score <= 1).toBe(true);
            expect(why).not.toBe("");
          }
        }
      }),
    );
  });

  it("ranks no goal without the least evidence, and never makes certainties of several", async () => {
    await fc.assert(
      fc.asyncProperty(workspace, async (parts) => {
        const { rank, context, signalsFor } = await goalRanker(requestFor(parts));

        for (const item of context.unlinked) {
          const ranked = rank(item);
          const seen = signalsFor(item).map((signal) => signal.weigh(item));
          for (const { goal } of ranked) expect(seen.some((amounts) => amounts[goal]! > 0)).toBe(true);
          expect(ranked.reduce((sum, one) => sum + one.likelihood, 0)).toBeLessThan(1);
        }
      }),
    );
  });

  it("stays silent about items that have nothing to do with any goal", async () => {
    const foreign = fc.uniqueArray(fc.constantFrom("quartz", "velvet", "anchor", "tulip"), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(workspace, foreign, async ({ goals, items }, odd) => {
        const stray = anInsight({ id: "stray", title: odd.join(" "), date: null });
        const { embed: _unused, ...request } = requestFor({ goals, items: [...items, stray] });

        expect((await suggestGoals(request)).get("stray")).toEqual([]);
      }),
    );
  });

  it("answers the latest five hundred of more items", async () => {
    const unlinked = Array.from({ length: 502 }, (_, index) =>
      anInsight({
        id: `u${index}`,
        title: "Bus",
        date: index === 7 || index === 8 ? "2025-01-01" : "2026-01-05",
      }),
    );
    const request = requestFor({ goals: [aGoal({ id: "g", title: "Bus" })], items: unlinked });

    const suggested = await suggestGoals(request);

    expect(suggested.size).toBe(500);
    expect([suggested.has("u7"), suggested.has("u8")]).toEqual([false, false]);
  });

  it("reads no more texts for twice as many items under twice as many goals", () => {
    const textsRead = (goals: number): number => {
      const ids = Array.from({ length: goals }, (_, index) => `g${index}`);
      const portfolio = aPortfolio({
        goals: ids.map((id) => aGoal({ id })),
        items: ids.flatMap((id) =>
          Array.from({ length: 30 }, (_, index) => anInsight({ id: `${id}-${index}`, goalIds: [id] })),
        ),
      });
      let read = 0;
      buildVocabulary(suggestContext(portfolio, traceLineOfSight(portfolio), []), () => {
        read += 1;
        return new Map();
      });
      return read - goals;
    };

    const [one, two] = [textsRead(200), textsRead(400)];

    expect(one).toBe(4000);
    expect(two).toBe(one);
  });
});
