import { describe, expect, it } from "vitest";

import { addDays } from "../../src/domain/day.ts";
import { derivedInsightId } from "../../src/domain/derived.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { learningIsSpread } from "../../src/rules/learning-is-spread.ts";
import { anInsight } from "../builders.ts";
import { ask } from "./ask.ts";

const on = (...days: readonly string[]): readonly LearningItem[] =>
  days.map((date, index) => anInsight({ id: `i${index}`, date }));
const before = (end: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(end, -(index % 6)));
const through = (start: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(start, index * 3));
const dates = { reportingDates: ["2026-06-30", "2026-09-30"] };
const burst = on(...before("2026-06-30", 8), ...before("2026-09-30", 8), ...through("2026-07-10", 6));
const answers = (items: readonly LearningItem[], options: object = dates) =>
  ask(learningIsSpread, { items }, options).answers;

describe("rules/learning-is-spread", () => {
  it("asks about items that come just before a report", () => {
    expect(ask(learningIsSpread, { items: burst }, dates).findings).toMatchObject([
      {
        signal: "S29",
        message:
          "16 of 22 items were noted in the 7 days before a report was due, the latest before 30 September.",
      },
    ]);
    expect(answers(burst, { quarterEnds: true })).toEqual(["worth-a-look"]);
  });

  it("finds learning healthy that comes with the work", () => {
    expect(answers(on(...through("2026-05-01", 30)))).toEqual(["healthy"]);
  });

  it("waits for twenty items with rows of their own", () => {
    expect(answers(burst.slice(0, 19))).toEqual(["too-early"]);
    expect(answers(burst.map((item, index) => ({ ...item, id: derivedInsightId("r", index + 1) })))).toEqual([
      "too-early",
    ]);
  });

  it("can't see without reporting dates, nor before the first of them", () => {
    expect(answers(burst, {})).toEqual(["cant-see"]);
    expect(answers(burst, { reportingDates: ["2026-12-31"] })).toEqual(["cant-see"]);
  });

  it("can't see behind a day on which everything was typed up or moved", () => {
    expect(
      answers(on(...Array.from({ length: 18 }, () => "2026-09-28"), ...through("2026-07-01", 6))),
    ).toEqual(["cant-see"]);
  });

  it("goes by an item's own day, and not by the day on which its row was typed or moved", () => {
    const createdAt = "2026-09-28T09:00:00.000Z";
    const typed = on(...through("2026-05-01", 30)).map((item) => ({ ...item, createdAt }));

    expect(answers(typed)).toEqual(["healthy"]);
  });

  it("asks from more than six in ten on", () => {
    const share = (near: number) =>
      answers(on(...before("2026-09-30", near), ...through("2026-07-01", 20 - near)));

    expect(share(12)).toEqual(["healthy"]);
    expect(share(13)).toEqual(["worth-a-look"]);
  });

  it("refuses a date that is none", () => {
    expect(learningIsSpread.options.safeParse({ reportingDates: ["30 June"] }).success).toBe(false);
  });
});
