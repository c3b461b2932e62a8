import { describe, expect, it } from "vitest";

import type { Goal, Insight } from "../../src/domain/types.ts";
import { learningIsAboutWork } from "../../src/rules/learning-is-about-work.ts";
import { aGoal, anInsight, aPortfolio } from "../builders.ts";
import { answersOf, check } from "./wording/answers.ts";

const method = "Our retrospectives are too long.";
const work = "Tenants stay at home for a dated slot.";
const insights = (count: number, title: string, given: Partial<Insight> = {}): Insight[] =>
  Array.from({ length: count }, (_, at) =>
    anInsight({ id: `${title}${given.date ?? ""}${at}`, title, ...given }),
  );
const ask = (items: readonly Insight[], options: unknown = {}, goals: readonly Goal[] = []) =>
  answersOf(learningIsAboutWork, aPortfolio({ goals, items }), options);

describe("rules/learning-is-about-work", () => {
  it("finds a few items about the method healthy", () => {
    expect(ask([...insights(4, method), ...insights(16, work)])).toEqual(["healthy"]);
  });

  it("asks when many of the newest items are about the method", () => {
    expect(ask([...insights(9, method), ...insights(11, work)])).toEqual(["worth-a-look"]);
    expect(ask([...insights(9, method), ...insights(30, work, { date: "2025-01-01" })])).toEqual([
      "worth-a-look",
    ]);
  });

  it("looks at the newest only, so that a set-up period passes", () => {
    const setUp = insights(20, method, { date: "2025-01-01" });

    expect(ask([...setUp, ...insights(20, work)])).toEqual(["healthy"]);
  });

  it.each<[string, readonly Insight[]]>([
    ["fewer than 15 items", insights(14, method)],
    ["items in another language", insights(20, "Unsere Retrospektiven sind zu lang und wir lernen nichts.")],
    ["closed items", insights(20, method, { closed: true })],
    ["waived items", insights(20, method, { waiver: "Set-up" })],
  ])("finds it too early to tell with %s", (_, items) => {
    expect(ask(items)).toEqual(["too-early"]);
  });

  it("stays quiet for a team whose work is methods", () => {
    const goals = [aGoal({ title: "Twelve hospitals hold retrospectives that nurses ask for" })];

    expect(ask(insights(20, method), {}, goals)).toEqual(["healthy"]);
  });

  it("takes its numbers from its options", () => {
    const items = [...insights(2, method), ...insights(3, work)];

    expect(ask(items, { atLeast: 5, share: 0.4 })).toEqual(["worth-a-look"]);
    expect(ask(items, { atLeast: 5, share: 0.5 })).toEqual(["healthy"]);
  });

  it("says so kindly, with the items", () => {
    const items = [
      anInsight({ id: "a", title: "The learning log is late." }),
      anInsight({ id: "b", title: method }),
      ...insights(1, work),
    ];

    const { findings } = check(learningIsAboutWork, aPortfolio({ items }), { atLeast: 3 });

    expect(findings).toMatchObject([
      {
        severity: "info",
        signal: "S27",
        subject: { type: "team" },
        message:
          "2 of the newest 3 items are about how you work or learn rather than about the work: “The learning log is late.” and “Our retrospectives are too long.”.",
        help: "Useful for a while. Which result should get better by it? That may be the next question.",
      },
    ]);
  });
});
