import { describe, expect, it } from "vitest";

import type { Finding, SignalId, Subject } from "../../src/domain/finding.ts";
import type { PortfolioParts } from "../../src/domain/portfolio.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { aGoal, aHypothesis, anEvent, anInsight, anOpportunity, aPortfolio, aReview } from "../builders.ts";
import { sampleReport } from "./sample.ts";

const reportOf = (parts: Partial<PortfolioParts>, findings: readonly Finding[] = []) =>
  sampleReport({ portfolio: aPortfolio(parts), findings });

const goals = [aGoal(), aGoal({ id: "part", parentIds: ["goal"] }), aGoal({ id: "other" })];
const launch = anEvent({ id: "launch", title: "Texts go live", date: "2026-11-20", goalIds: ["goal"] });
const fair = anEvent({ id: "fair", title: "Spring fair", date: "2026-11-25", goalIds: ["goal"] });
const insight = (id: string, given: Partial<Parameters<typeof anInsight>[0]> = {}) =>
  anInsight({ id, title: "Plain", goalIds: ["goal"], date: "2026-05-01", ...given });

describe("report/fitting", () => {
  const fitting = (parts: Partial<PortfolioParts>) =>
    reportOf({ goals, events: [launch], ...parts }).comingUp.events.map(({ insights }) =>
      insights.map(({ id }) => id),
    );

  it("puts what shares words with the event before what is only newer", () => {
    const items = [
      insight("newest", { date: "2026-11-10" }),
      insight("newer", { date: "2026-11-01" }),
      insight("about-texts", { title: "A text with a name gets an answer", date: "2026-01-10" }),
    ];

    expect(fitting({ items })).toEqual([["about-texts", "newest", "newer"]]);
  });

  it("knows the event by what is to be tried there, and an insight by the review it was born in", () => {
    const items = [
      insight("newest", { date: "2026-11-10" }),
      insight("by-bet", { title: "Grandmothers open doors" }),
      insight("by-review", { reviewIds: ["review"] }),
      aHypothesis({ id: "bet", title: "Ask the grandmother", eventIds: ["launch"] }),
      aReview({ id: "review", title: "After: first texts" }),
    ];

    expect(fitting({ items })[0]?.toSorted()).toEqual(["by-bet", "by-review", "newest"]);
    expect(fitting({ items })[0]?.at(-1)).toBe("newest");
  });

  it("offers each event others first, when words do not tell", () => {
    const items = ["a", "b", "c", "d", "e"].map((id, index) =>
      insight(id, { date: `2026-0${index + 1}-01` }),
    );

    expect(fitting({ events: [launch, fair], items })).toEqual([
      ["e", "d", "c"],
      ["b", "a", "e"],
    ]);
  });

  it("prefers what is about the very goal, is not used yet, and came out of a review", () => {
    const items = [
      insight("part", { goalIds: ["part"], date: "2026-11-09" }),
      insight("used", { appliedIn: "the spring clinic", date: "2026-11-08" }),
      insight("bare", { date: "2026-11-07" }),
      insight("reviewed", { reviewIds: ["review"] }),
      aReview({ id: "review", title: "Looking back" }),
    ];

    expect(fitting({ items })).toEqual([["reviewed", "bare", "used"]]);
  });

  it("leaves out what the before-review names already, what is about other goals, and what is still to come", () => {
    const items = [
      insight("named"),
      insight("elsewhere", { goalIds: ["other"] }),
      insight("tomorrow", { date: "2026-11-17" }),
      aReview({ id: "before", when: "before", eventIds: ["launch"], priorLearningIds: ["named"] }),
    ];

    expect(fitting({ items })).toEqual([[]]);
  });
});

describe("report/bets: what could test them", () => {
  const couldTest = (given: Parameters<typeof aHypothesis>[0], events = [fair, launch]) =>
    reportOf({ goals, events, items: [aHypothesis({ goalIds: ["goal"], ...given })] }).bets[0]?.couldTest;

  it("names the soonest event of the same goal", () => {
    expect(couldTest({})).toMatchObject({ date: "2026-11-20", by: { id: "launch" } });
  });

  it.each([
    ["a day to look at it again is set", couldTest({ reviewBy: "2026-12-01" })],
    ["an event is planned", couldTest({ eventIds: ["fair"] })],
    ["it was tried with an outcome", couldTest({ outcome: "partly" })],
    ["it serves another goal", couldTest({ goalIds: ["other"] })],
    ["the event has passed", couldTest({}, [anEvent({ date: "2026-11-15", goalIds: ["goal"] })])],
    [
      "the event is more than 60 days ahead",
      couldTest({}, [anEvent({ date: "2027-01-16", goalIds: ["goal"] })]),
    ],
  ])("names none when %s", (_name, found) => {
    expect(found).toBeNull();
  });
});

describe("report/coming-up: plans that never came back", () => {
  const finding = (signal: SignalId, subject: Subject): Finding => ({
    rule: `rule-${signal}`,
    severity: "info",
    signal,
    kind: "fact",
    subject,
    message: "message",
    help: "help",
    suggestions: [],
    repair: null,
    days: [],
    actBy: null,
    alsoSays: [],
  });
  const about = (item: LearningItem): Subject => ({ type: "item", item });
  const plan = anOpportunity({ id: "plan", date: "2026-06-11", goalIds: ["goal"] });
  const step = aReview({ id: "step", next: "Ask the owners", nextDate: "2026-08-03", goalIds: ["goal"] });

  it("lists what the rules noticed, the latest first, with the review's words for its next step", () => {
    const { comingUp } = reportOf({ goals, items: [plan, step] }, [
      finding("S21", about(plan)),
      finding("S21", about(step)),
      finding("S11", about(plan)),
    ]);

    expect(comingUp.opportunities).toMatchObject([
      { id: "step", date: "2026-08-03", next: "Ask the owners", goals: [{ id: "goal" }] },
      { id: "plan", date: "2026-06-11", next: null, goals: [{ id: "goal" }] },
    ]);
  });

  it("does not point to insights for an event again, when they are listed beside it", () => {
    const waiting = (day: string, signal: SignalId = "S23") => ({
      ...finding(signal, { type: "goal", goal: goals[0]! }),
      message: day,
      actBy: day,
    });

    const { worthALook } = reportOf({ goals, events: [launch], items: [insight("fits")] }, [
      waiting("2026-11-20"),
      waiting("2026-12-20"),
      waiting("2026-11-20", "S30"),
    ]);

    expect(worthALook[0]?.remarks.map(({ signal, message }) => [signal, message])).toEqual([
      ["S30", "2026-11-20"],
      ["S23", "2026-12-20"],
    ]);
  });

  it("says nothing twice: neither these, nor bets with an event that could test them", () => {
    const bet = aHypothesis({ id: "bet", goalIds: ["goal"] });
    const lost = aHypothesis({ id: "lost", goalIds: ["other"] });

    const { worthALook } = reportOf({ goals, events: [launch], items: [plan, bet, lost] }, [
      finding("S21", about(plan)),
      finding("S11", about(bet)),
      finding("S11", about(lost)),
    ]);

    expect(worthALook.flatMap(({ remarks }) => remarks.map((remark) => remark.about?.id))).toEqual(["lost"]);
  });
});
