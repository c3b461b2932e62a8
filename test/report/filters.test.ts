import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import { filterKey, findFilters, type FilterRequest } from "../../src/report/filters.ts";
import type { ReportFilters, ReportModel } from "../../src/report/model.ts";
import { itemKinds } from "../../src/domain/types.ts";
import {
  aGoal,
  aHypothesis,
  anEvent,
  anInsight,
  aPortfolio,
  aQuestion,
  aResult,
  aReview,
} from "../builders.ts";
import { samplePortfolio, sampleReport } from "./sample.ts";

const goals = [
  aGoal({ id: "rec0000000000000A", title: "Kept visits", key: "G2", team: "Clinics" }),
  aGoal({
    id: "2b1f00000000-4000-8000-000000000001",
    title: "Early care",
    owners: [{ id: "p", name: "Rosa Lima" }],
    url: "https://www.notion.so/Early-care-2b1f0000000040008000000000000001?v=1",
  }),
  aGoal({ id: "twin-1", title: "Twins", team: "Doulas" }),
  aGoal({ id: "twin-2", title: "Twins", team: "Clinics" }),
];
const all: FilterRequest = { goals: [], ownerTeam: null, kinds: [] };
const find = (asked: Partial<FilterRequest>) => findFilters({ goals }, { ...all, ...asked });
const only = (given: Partial<ReportFilters>): ReportFilters => ({
  goals: [],
  ownerTeam: null,
  kinds: [],
  ...given,
});

describe("report/filters: what is meant", () => {
  it.each([
    ["its id", "rec0000000000000A", ["rec0000000000000A"]],
    ["its key", "g2", ["rec0000000000000A"]],
    ["its title, whatever the letter case and spaces", " kept   VISITS ", ["rec0000000000000A"]],
    ["its id without dashes", "2B1F0000000040008000000000000001", ["2b1f00000000-4000-8000-000000000001"]],
    [
      "its URL",
      "https://www.notion.so/Early-care-2b1f0000000040008000000000000001",
      ["2b1f00000000-4000-8000-000000000001"],
    ],
    [
      "a URL that holds its id",
      "https://airtable.com/app1/tbl1/rec0000000000000A?blocks=hide",
      ["rec0000000000000A"],
    ],
    ["a title that two goals have", "Twins", ["twin-1", "twin-2"]],
  ])("finds a goal by %s", (_name, asked, ids) => {
    const found = find({ goals: [asked] });

    expect(found).toMatchObject({ filters: { goals: ids.map((id) => ({ id })) } });
  });

  it("finds a team at its goals, and an owner by name", () => {
    expect(find({ ownerTeam: "clinics" })).toEqual({ filters: only({ ownerTeam: "clinics" }) });
    expect(find({ ownerTeam: "Rosa Lima" })).toEqual({ filters: only({ ownerTeam: "Rosa Lima" }) });
  });

  it("names what there is when nothing is found", () => {
    expect(find({ goals: ["Twins", "Kept visit"] })).toEqual({
      unknown: "goal",
      asked: "Kept visit",
      known: ["Early care", "Kept visits", "Twins"],
    });
    expect(find({ ownerTeam: "Clinic" })).toEqual({
      unknown: "team",
      asked: "Clinic",
      known: ["Clinics", "Doulas", "Rosa Lima"],
    });
  });

  it("asks for the whole when nothing is given", () => {
    expect(find({})).toEqual({ filters: null });
    expect(filterKey(null)).toEqual([]);
  });

  it("gives every part a key of its own, whatever the order in which it was asked for", () => {
    const keyOf = (asked: Partial<FilterRequest>) => {
      const found = find(asked);
      return "filters" in found ? filterKey(found.filters) : null;
    };

    expect(keyOf({ goals: ["G2", "Twins"], ownerTeam: "CLINICS", kinds: ["review", "insight"] })).toEqual([
      "only rec0000000000000A + twin-1 + twin-2",
      "team clinics",
      "insight + review",
    ]);
    expect(keyOf({ goals: ["Twins", "G2"] })).toEqual(keyOf({ goals: ["kept visits", "Twins"] }));
  });
});

describe("report/filters: what is left", () => {
  const clinics = aGoal({ id: "clinics", title: "Clinics", team: "Clinics" });
  const part = aGoal({ id: "part", title: "Part", parentIds: ["clinics"], baseline: 0, target: 1 });
  const other = aGoal({ id: "other", title: "Other", team: "Doulas" });
  const portfolio = aPortfolio({
    goals: [clinics, part, other],
    results: [
      aResult({ id: "r1", goalIds: ["part"], value: 1 }),
      aResult({ id: "r2", goalIds: ["other"], value: 1 }),
    ],
    events: [
      anEvent({ id: "ours", goalIds: ["part"], date: "2026-11-20" }),
      anEvent({ id: "theirs", goalIds: ["other"], date: "2026-11-20" }),
    ],
    items: [
      aQuestion({ id: "q", goalIds: ["other"] }),
      aHypothesis({ id: "ours-bet", goalIds: ["part"] }),
      aHypothesis({ id: "theirs-bet", questionIds: ["q"] }),
      aHypothesis({ id: "shared-bet", goalIds: ["clinics", "other"] }),
      aReview({ id: "review", goalIds: ["part"], hypothesisIds: ["ours-bet"], date: "2026-11-10" }),
      anInsight({ id: "ours-insight", reviewIds: ["review"], date: "2026-11-10" }),
      anInsight({ id: "loose", date: "2026-11-10" }),
    ],
  });
  const reportOf = (filters: Partial<ReportFilters> | null): ReportModel =>
    sampleReport({
      portfolio,
      lineOfSight: traceLineOfSight(portfolio),
      findings: [],
      filters: filters === null ? null : only(filters),
    });
  const goalFilter = { goals: [{ id: "clinics", title: "Clinics", url: null }] };
  const ids = (links: readonly { readonly id: string }[]) => links.map(({ id }) => id);

  it.each([
    ["a goal", goalFilter],
    ["a team", { ownerTeam: "clinics" }],
  ])("keeps of %s its goals, those below, and what hangs on them", (_name, filters) => {
    const report = reportOf(filters);

    expect(ids(report.goals).toSorted()).toEqual(["clinics", "part"]);
    expect(ids(report.bets).toSorted()).toEqual(["ours-bet", "shared-bet"]);
    expect(report.bets.find(({ id }) => id === "shared-bet")?.goals).toMatchObject([{ id: "clinics" }]);
    expect(ids(report.comingUp.events)).toEqual(["ours"]);
    expect(report.learned).toMatchObject([{ goal: { id: "part" }, insights: [{ id: "ours-insight" }] }]);
    expect(report.summary).toMatchObject({ goals: 2, items: 4, lineOfSight: 4, linked: 4 });
    expect(report.filters).toMatchObject(filters);
  });

  it("narrows further with every filter", () => {
    expect(ids(reportOf({ ...goalFilter, ownerTeam: "Doulas" }).goals)).toEqual([]);
    expect(ids(reportOf({ ownerTeam: "Doulas" }).bets).toSorted()).toEqual(["shared-bet", "theirs-bet"]);
  });

  it("leaves out items of other kinds, and still knows what they say", () => {
    const report = reportOf({ kinds: ["insight"] });

    expect(report.goals).toHaveLength(3);
    expect(report.bets).toEqual([]);
    expect(report.reviewed).toEqual([]);
    expect(report.learned[0]?.insights[0]?.review?.id).toBe("review");
    expect(reportOf({ kinds: ["hypothesis"] }).bets.find(({ id }) => id === "ours-bet")).toMatchObject(
      reportOf(null).bets.find(({ id }) => id === "ours-bet")!,
    );
  });

  it("keeps the remarks about what is left, and none about the whole team", () => {
    const whole = samplePortfolio();
    const shown = sampleReport({ filters: only({ goals: [{ id: "trust", title: "", url: null }] }) });

    expect(whole.goalById.has("trust")).toBe(true);
    expect(shown.worthALook.map(({ goal }) => goal?.id)).toEqual(["trust"]);
    expect(shown.unlinked).toEqual({ repair: null, items: [] });
    expect(shown.summary.findings).toEqual({ error: 0, warn: 0, info: 1 });
  });

  test.prop([fc.subarray(["no-shows", "first-visits", "trust", "old"]), fc.subarray([...itemKinds])])(
    "never shows anything that the whole report does not",
    (goalIds, kinds) => {
      const filters = only({ goals: goalIds.map((id) => ({ id, title: id, url: null })), kinds });
      const whole = sampleReport();

      const shown = sampleReport({ filters });

      const isPart = (some: readonly { id: string }[], of: readonly { id: string }[]) =>
        expect(ids(of)).toEqual(expect.arrayContaining([...ids(some)]));
      isPart(shown.goals, whole.goals);
      isPart(shown.bets, whole.bets);
      isPart(shown.comingUp.events, whole.comingUp.events);
      isPart(shown.comingUp.unreviewed, whole.comingUp.unreviewed);
      isPart(
        shown.learned.flatMap(({ insights }) => insights),
        whole.learned.flatMap(({ insights }) => insights),
      );
    },
  );
});
