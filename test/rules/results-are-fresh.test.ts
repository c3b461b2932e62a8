import { describe, expect, it } from "vitest";

import type { Goal, Result } from "../../src/domain/types.ts";
import { resultsAreFresh } from "../../src/rules/results-are-fresh.ts";
import { aGoal, aResult } from "../builders.ts";
import { ask, read } from "./ask.ts";

const coverage = [read("results")];
const of = (days: readonly string[], given: Partial<Result> = {}) =>
  days.map((date) =>
    aResult({ id: date, date, value: 70, goalIds: ["g"], createdAt: `${date}T15:00:00Z`, ...given }),
  );
const monthly = ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"];
const yearly = ["2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31"];
const asked = (results: readonly Result[], goal: Partial<Goal> = {}) =>
  ask(resultsAreFresh, { goals: [aGoal({ id: "g", title: "Safe cribs", ...goal })], results, coverage });

describe("rules/results-are-fresh", () => {
  it("asks for a newer number when the usual ones stopped coming", () => {
    expect(asked(of(monthly)).findings).toMatchObject([
      {
        signal: "S30",
        severity: "warn",
        message:
          "There is no result for “Safe cribs” since 30 June; before, one came about every 30 days. Until there is a newer one, nobody can see whether the learning helps.",
      },
    ]);
  });

  it.each<[string, readonly Result[]]>([
    ["that comes monthly and is on time", of([...monthly, "2026-09-30", "2026-10-31"])],
    ["that comes yearly", of(yearly)],
    [
      "that comes yearly and out a year later",
      yearly
        .map((date, year) =>
          aResult({ id: date, date, value: 7, goalIds: ["g"], createdAt: `${2023 + year}-01-10T09:00:00Z` }),
        )
        .slice(0, 3),
    ],
    [
      "whose newest row has a note and no number",
      [
        ...of(monthly),
        aResult({ id: "note", date: "2026-10-31", note: "New form, numbers to follow", goalIds: ["g"] }),
      ],
    ],
  ])("finds a result healthy %s", (_, results) => {
    expect(asked(results).answers).toEqual(["healthy"]);
  });

  it("does not count rows without number and note, nor days to come", () => {
    const empty = aResult({ id: "empty", date: "2026-10-31", goalIds: ["g"] });
    const ahead = aResult({ id: "ahead", date: "2026-12-31", value: 1, goalIds: ["g"] });

    expect(asked([...of(monthly), empty, ahead]).answers).toEqual(["worth-a-look"]);
  });

  it("waits for three results", () => {
    expect(asked(of(monthly.slice(0, 2))).answers).toEqual(["too-early"]);
    expect(asked([], { current: 6 }).answers).toEqual(["too-early"]);
  });

  it("can't see without a results table, nor in one that was cut short", () => {
    const parts = { goals: [aGoal({ id: "g" })], results: of(monthly) };

    expect(ask(resultsAreFresh, parts).answers).toEqual(["cant-see"]);
    expect(ask(resultsAreFresh, { ...parts, coverage: [read("results", false)] }).answers).toEqual([
      "cant-see",
    ]);
  });

  it("asks nothing of a goal that is over", () => {
    expect(asked(of(monthly), { live: false }).answers).toEqual([]);
  });
});
