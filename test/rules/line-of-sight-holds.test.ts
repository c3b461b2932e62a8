import { describe, expect, it } from "vitest";

import type { SightCount } from "../../src/domain/sight-count.ts";
import { lineOfSightHolds } from "../../src/rules/line-of-sight-holds.ts";
import { aGoal, aQuestion } from "../builders.ts";
import { read } from "./ask.ts";
import { answersOf, remarksOf } from "./asked.ts";

/** So many questions that lead to a goal, and so many that lead nowhere. */
const now = (linked: number, loose: number, given: object = {}) => ({
  goals: [aGoal()],
  items: Array.from({ length: linked + loose }, (_, index) =>
    aQuestion({
      id: `q${index}`,
      goalIds: index < linked ? ["goal"] : [],
      table: index < linked ? "Questions" : "Ideas",
      ...given,
    }),
  ),
});
const count = (day: string, inSight: number, open: number, given: Partial<SightCount> = {}): SightCount => ({
  day,
  open,
  inSight,
  unseen: 0,
  whole: true,
  ...given,
});
const history = (...sight: readonly SightCount[]) => ({ sight, intentOf: () => null });
const [september, october] = [count("2026-09-28", 19, 20), count("2026-10-26", 16, 20)];

describe("rules/line-of-sight-holds", () => {
  it("tells of a share that fell two months running, and where most of what is loose lies", () => {
    expect(remarksOf(lineOfSightHolds, now(14, 7), {}, history(september, october))).toEqual([
      "In September, 19 of 20 active items could be traced to a goal, in October 16 of 20, and now 14 of 21. Most of those without one are in the table “Ideas”. Is there a new place for learning without a goal column, or a habit that was dropped? The newest items without a goal will tell.",
    ]);
  });

  it.each<[string, string, readonly SightCount[], ReturnType<typeof now>]>([
    ["is steady", "healthy", [count("2026-09-28", 15, 20), count("2026-10-26", 15, 20)], now(15, 5)],
    ["rises", "healthy", [count("2026-09-28", 10, 20), count("2026-10-26", 12, 20)], now(15, 5)],
    ["fell in one month only", "healthy", [september, october], now(18, 2)],
    ["fell by little", "healthy", [count("2026-09-28", 19, 20), count("2026-10-26", 19, 21)], now(19, 3)],
    ["is known for one month only", "too-early", [october], now(14, 7)],
    ["has a month without a report", "too-early", [count("2026-08-31", 19, 20), october], now(14, 7)],
    ["is of few items", "too-early", [count("2026-09-28", 8, 8), count("2026-10-26", 6, 8)], now(4, 4)],
    ["changed with an import", "too-early", [september, october], now(16, 40)],
    ["changed with a clean-up", "too-early", [count("2026-09-28", 60, 61), october], now(14, 7)],
    [
      "was counted when a permission was missing",
      "cant-see",
      [september, { ...october, whole: false }],
      now(14, 7),
    ],
    [
      "was counted when links led out of sight",
      "cant-see",
      [september, { ...october, unseen: 3 }],
      now(14, 7),
    ],
    [
      "is of links that lead out of sight since a relation was renamed",
      "cant-see",
      [september, october],
      {
        ...now(14, 3),
        items: [
          ...now(14, 3).items,
          ...[1, 2, 3, 4].map((id) =>
            aQuestion({ id: `u${id}`, unresolved: [{ field: "goal", reason: "not-read", shown: "x" }] }),
          ),
        ],
      },
    ],
  ])("makes no remark on a share that %s", (_, answer, sight, parts) => {
    expect(answersOf(lineOfSightHolds, parts, {}, history(...sight))).toEqual([answer]);
  });

  it("can't see today's share when a table came in part", () => {
    const parts = { ...now(14, 7), coverage: [read("learning", false)] };

    expect(answersOf(lineOfSightHolds, parts, {}, history(september, october))).toEqual(["cant-see"]);
  });

  it("counts neither what is closed or fine as it is, nor what is new", () => {
    for (const given of [{ closed: true }, { waiver: "Fine" }, { date: "2026-11-14" }]) {
      const parts = { goals: [aGoal()], items: [...now(16, 4).items, ...now(0, 8, given).items.map(rename)] };

      expect(answersOf(lineOfSightHolds, parts, {}, history(september, october))).toEqual(["healthy"]);
    }
  });

  it("can't see how many items led to a goal earlier when no report was noted", () => {
    expect(answersOf(lineOfSightHolds, now(14, 7))).toEqual(["cant-see"]);
  });

  it("takes the last report of a month", () => {
    const early = count("2026-10-05", 20, 20);

    expect(answersOf(lineOfSightHolds, now(14, 7), {}, history(september, early, october))).toEqual([
      "worth-a-look",
    ]);
  });
});

const rename = (item: ReturnType<typeof aQuestion>) => ({ ...item, id: `x${item.id}` });
