import { describe, expect, it } from "vitest";

import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import { renderReport } from "../../src/render/index.ts";
import type { ReportModel, SinceLast } from "../../src/report/model.ts";
import { aGoal, aHypothesis, anInsight, aPortfolio, aQuestion, aResult, aReview } from "../builders.ts";
import { aLastReport, type LastReportParts } from "./last-report.ts";
import { samplePortfolio, sampleReport } from "./sample.ts";
import { read } from "../rules/ask.ts";

const reportOf = (parts: Partial<PortfolioParts>, last: LastReportParts | null): ReportModel =>
  sampleReport({ portfolio: aPortfolio(parts), findings: [], last: last && aLastReport(last) });
const sinceOf = (parts: Partial<PortfolioParts>, last: LastReportParts | null): SinceLast =>
  reportOf(parts, last).since;
const titles = (links: readonly { readonly title: string }[]) => links.map(({ title }) => title);

describe("report/since-last", () => {
  it("knows of nothing without an earlier report", () => {
    const since = sinceOf({ goals: [aGoal()], items: [aQuestion()] }, null);

    expect(since).toMatchObject({ day: null, nothing: true, results: [], items: [], newRemarks: null });
  });

  it("says that nothing changed when nothing did", () => {
    const since = sinceOf(
      { goals: [aGoal({ id: "g" })], items: [aQuestion({ id: "q" })] },
      { goals: { g: {} }, items: { q: {} } },
    );

    expect(since).toMatchObject({ day: "2026-11-09", nothing: true });
  });

  it("sets a goal's latest result beside the one that was shown, however late it was entered", () => {
    const goals = [
      aGoal({ id: "a", baseline: 30, target: 10, unit: "%", due: "2026-12-01" }),
      aGoal({ id: "b", due: "2026-12-02" }),
      aGoal({ id: "same", due: "2026-12-03" }),
      aGoal({ id: "corrected", due: "2026-12-04" }),
      aGoal({ id: "new" }),
    ];
    const results = goals.map(({ id }) =>
      aResult({
        id: `r-${id}`,
        goalIds: [id],
        date: "2026-10-31",
        value: 20,
        createdAt: "2026-11-12T08:00:00.000Z",
      }),
    );
    const october = { date: "2026-10-31", value: 20 };

    const { since, goals: shown } = reportOf(
      { goals, results },
      {
        goals: {
          a: { latest: { date: "2026-09-30", value: 24 } },
          b: {},
          same: { latest: october },
          corrected: { latest: { ...october, value: 21 } },
        },
      },
    );

    expect(since.results).toEqual([
      expect.objectContaining({ id: "a", change: -4, toward: true, latest: october, unit: "%" }),
      expect.objectContaining({ id: "b", change: null, toward: null }),
      expect.objectContaining({ id: "corrected", change: -1 }),
    ]);
    expect(shown.find(({ id }) => id === "a")?.change.sinceLast).toBe(-4);
  });

  it("names goals that are new, reached, over, or measured otherwise", () => {
    const numbers = { baseline: 0, target: 10, current: 10 };
    const goals = [
      aGoal({ id: "new" }),
      aGoal({ id: "new and over", live: false }),
      aGoal({ id: "reached", ...numbers }),
      aGoal({ id: "reached before", ...numbers }),
      aGoal({ id: "over", live: false }),
      aGoal({ id: "moved" }),
    ];

    const since = sinceOf(
      { goals },
      {
        goals: {
          reached: { reached: false },
          "reached before": { reached: true },
          over: {},
          moved: { sameAim: false },
        },
      },
    );

    expect(Object.values(since.goals).map(titles)).toEqual([["new"], ["reached"], ["over"], ["moved"]]);
  });

  it("lists new items by kind, and none that is older than the last report or may have been unread then", () => {
    const made = (day: string) => ({ createdAt: `${day}T12:00:00.000Z` });
    const items = [
      anInsight({ id: "new", ...made("2026-11-12") }),
      anInsight({ id: "r#insight-1", ...made("2026-01-05") }),
      aReview({ id: "r", ...made("2026-01-05") }),
      aQuestion({ id: "from a file", createdAt: null }),
      aQuestion({ id: "shared since", ...made("2026-03-12") }),
      aQuestion({ id: "known", ...made("2026-11-12") }),
    ];
    const kinds = (last: LastReportParts) =>
      sinceOf({ items }, { items: { r: {}, known: {} }, ...last }).items.map(({ kind, items: added }) => [
        kind,
        titles(added),
      ]);

    expect(kinds({})).toEqual([
      ["question", ["from a file"]],
      ["insight", ["new", "r#insight-1"]],
    ]);
    expect(kinds({ whole: false })).toEqual([["insight", ["new"]]]);
  });

  it("tells which bets changed their state, and which items lead to a goal only now", () => {
    const goalIds = ["g"];
    const items = [
      aHypothesis({ id: "held", outcome: "held" }),
      aHypothesis({ id: "partly", outcome: "partly" }),
      aHypothesis({ id: "failed", outcome: "failed" }),
      aQuestion({ id: "tied", goalIds }),
      aQuestion({ id: "tied before", goalIds }),
      aQuestion({ id: "loose" }),
    ];

    const since = sinceOf(
      { goals: [aGoal({ id: "g" })], items },
      {
        goals: { g: {} },
        items: {
          held: { outcome: "open" },
          partly: { outcome: "held" },
          failed: { outcome: "partly" },
          tied: {},
          "tied before": { inSight: true },
          loose: {},
        },
      },
    );

    expect(since.bets.map(({ title, before, state }) => [title, before, state])).toEqual([
      ["failed", "promising", "did-not-hold"],
      ["held", "open", "promising"],
    ]);
    expect(titles(since.tied)).toEqual(["tied"]);
  });

  it("counts remarks that are settled and new, and none when they cannot be compared", () => {
    const portfolio = aPortfolio({ items: samplePortfolio().items, goals: samplePortfolio().goals });
    const seen = { has: ({ rule }: { rule: string }) => rule === "linked-to-goal", missingFrom: () => 4 };
    const countsOf = (last: LastReportParts, coverage = [read("learning")]) => {
      const { since } = sampleReport({ portfolio: { ...portfolio, coverage }, last: aLastReport(last) });
      return [since.settledRemarks, since.newRemarks];
    };

    expect(countsOf({ findings: seen })).toEqual([4, 1]);
    expect(
      sampleReport({
        portfolio,
        filters: { goals: [], ownerTeam: null, kinds: ["insight"] },
        last: aLastReport({ findings: seen }),
      }).since,
    ).toMatchObject({ settledRemarks: null, newRemarks: null });
    expect(countsOf({ findings: null })).toEqual([null, null]);
    expect(countsOf({ findings: seen, whole: false })).toEqual([null, null]);
    expect(countsOf({ findings: seen }, [read("learning", false)])).toEqual([null, null]);
  });

  const shown = (model: ReportModel): string =>
    (renderReport(model, { template: "planning-meeting" }).markdown.split("## What moved")[0] ?? "")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#") && !line.includes("could not see"))
      .join("\n");

  it("reads as a few lines in the planning-meeting report", () => {
    const items = Object.fromEntries(
      samplePortfolio()
        .items.filter(({ id }) => !["i-job", "o-pairs"].includes(id))
        .map(({ id }) => [id, { inSight: id !== "r-texts", outcome: "open" }] as const),
    );
    const portfolio = samplePortfolio();
    const last = aLastReport({
      goals: {
        "no-shows": { latest: { date: "2026-10-28", value: 19.5 } },
        "first-visits": { latest: { date: "2026-10-28", value: 60 }, sameAim: false },
        old: {},
      },
      items,
      findings: { has: () => true, missingFrom: () => 2 },
    });

    expect(
      shown(
        sampleReport({
          portfolio: { ...portfolio, coverage: [], items: portfolio.items.map(madeLately) },
          last,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "**Since the last report (Nov 9, 2026)**
      - Results: [Fewer missed visits](https://example.test/no-shows) down 1 point to 18.5%.
      - New goals: [Families say they trust the clinic](https://example.test/trust). Goals no longer live: [Open the second clinic](https://example.test/old). Goals with another measure or target: [First visit before week twelve](https://example.test/first-visits).
      - New: 1 insight, 1 opportunity.
      - Bets: [If posters hang in shops, more mothers call](https://example.test/h-posters) did not hold, good to know; [If we text the night before, fewer people forget](https://example.test/h-texts) is promising so far.
      - 1 item tied to a goal. 2 remarks settled, 0 new.
      <details><summary>The new items</summary>
      - [Fathers came when the invitation named a job to do](https://example.test/i-job)
      - [Try pairs at the drive](https://example.test/o-pairs)
      </details>"
    `);
  });

  it("reads as one line when nothing changed, and when no report is known", () => {
    expect(shown(reportOf({}, {}))).toBe(
      "**Since the last report (Nov 9, 2026)**: nothing changed in what is followed here.",
    );
    expect(shown(reportOf({}, null))).toBe(
      "No earlier report is known here, so nothing is compared with one.",
    );
  });
});

const madeLately = <Row extends { readonly id: string }>(item: Row): Row => ({
  ...item,
  createdAt: "2026-11-12T09:00:00.000Z",
});
