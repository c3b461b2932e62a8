import { describe, expect, it } from "vitest";

import type { GoalSuggestion } from "../../../src/domain/finding.ts";
import { traceLineOfSight } from "../../../src/domain/line-of-sight.ts";
import type { PortfolioParts } from "../../../src/domain/portfolio.ts";
import { suggestGoals } from "../../../src/insight/suggest/index.ts";
import { withSuggestions } from "../../../src/insight/suggest/with-suggestions.ts";
import { aGoal, aHypothesis, anEvent, anInsight, aPortfolio, aQuestion, aReview } from "../../builders.ts";

const rosa = { id: "u1", name: "Rosa" };
const ride = aGoal({
  id: "g-ride",
  title: "Every patient has a ride to the clinic",
  key: "OBJ-2",
  url: null,
});
const hours = aGoal({ id: "g-hours", title: "Evening hours fill up", owners: [rosa], team: "Front desk" });
const milk = aGoal({ id: "g-milk", title: "More mothers breastfeed at six months" });
const goals = [ride, hours, milk];

async function suggestedFor(
  itemId: string,
  parts: Partial<PortfolioParts>,
  language = "en",
): Promise<readonly GoalSuggestion[]> {
  const portfolio = aPortfolio({ goals, ...parts });
  const items = portfolio.items.filter((item) => item.id === itemId);
  const found = await suggestGoals({ portfolio, lineOfSight: traceLineOfSight(portfolio), items, language });
  return found.get(itemId) ?? [];
}

describe("insight/suggest", () => {
  const odd = { title: "Zzz", date: null };
  const cases = [
    {
      sees: "a goal's key in the text",
      items: [anInsight({ id: "x", ...odd, text: "See OBJ-2." })],
      why: "its text has this goal's key",
    },
    {
      sees: "a goal's whole title in the text",
      items: [anInsight({ id: "x", ...odd, text: "This is about: every patient has a ride to the clinic!" })],
      why: "its text has this goal's title",
    },
    {
      sees: "what builds on the item",
      items: [
        aQuestion({ id: "x", ...odd }),
        aHypothesis({ id: "h", title: "Taxi vouchers", goalIds: ["g-ride"], questionIds: ["x"] }),
      ],
      why: "the hypothesis “Taxi vouchers”, which builds on it, serves this goal",
    },
    {
      sees: "the event it belongs to",
      items: [anInsight({ id: "x", ...odd, eventIds: ["e"] })],
      events: [anEvent({ id: "e", title: "Shuttle launch", goalIds: ["g-ride"] })],
      why: "it belongs with the event “Shuttle launch”, which serves this goal",
    },
    {
      sees: "what stands beside it in the same review",
      items: [
        anInsight({ id: "x", ...odd, reviewIds: ["r"] }),
        aReview({ id: "r", title: "March review", date: null }),
        anInsight({ id: "i1", title: "Buses came late", goalIds: ["g-ride"], reviewIds: ["r"] }),
        anInsight({ id: "i2", title: "Fares rose", goalIds: ["g-ride"], reviewIds: ["r"] }),
      ],
      why: "the insight “Buses came late” and one more item from the review “March review”, as this one, serve this goal",
    },
    {
      sees: "the bet it was refined from",
      items: [
        aHypothesis({ id: "x", ...odd, refinedFromIds: ["h"] }),
        aHypothesis({ id: "h", title: "Taxi vouchers", goalIds: ["g-ride"] }),
      ],
      why: "it belongs with the hypothesis “Taxi vouchers”, which serves this goal",
    },
    {
      sees: "the words of what is linked",
      items: [
        anInsight({ id: "x", title: "Shuttle vouchers unused", date: null }),
        anInsight({ id: "i1", title: "Vouchers expire before the shuttle runs", goalIds: ["g-ride"] }),
        anInsight({ id: "i2", title: "The shuttle took no voucher", goalIds: ["g-ride"] }),
      ],
      why: "shares “shuttle”, “vouchers” with 2 items linked to this goal",
    },
  ];
  for (const { sees, items, events = [], why } of cases) {
    it(`sees ${sees}`, async () => {
      const found = await suggestedFor("x", { items, events });

      expect(found[0]?.goal).toEqual({ id: "g-ride", title: ride.title });
      expect(found[0]?.why).toContain(why);
    });
  }

  it("sees owners and dates as hints that add up, and never name anybody", async () => {
    const opening = anEvent({
      id: "e",
      title: "First late evening",
      date: "2026-03-02",
      goalIds: ["g-hours"],
    });
    const item = { id: "x", title: "Zzz", date: "2026-03-04" };

    const found = await suggestedFor("x", {
      items: [
        anInsight({ ...item, owners: [rosa], reviewIds: ["r"] }),
        aReview({ id: "r", title: "Review", date: null, parentIds: ["q"] }),
        aQuestion({ id: "q", title: "Question", date: null }),
        anInsight({ id: "i", title: "Far beside", goalIds: ["g-hours"], parentIds: ["q"] }),
      ],
      events: [opening],
    });

    expect(found[0]?.goal.id).toBe("g-hours");
    expect(found.map(({ why }) => why).join()).not.toContain("Rosa");
  });

  it("does not speak for people and dates alone", async () => {
    const opening = anEvent({
      id: "e",
      title: "First late evening",
      date: "2026-03-02",
      goalIds: ["g-hours"],
    });
    const items = [anInsight({ id: "x", title: "Zzz", date: "2026-03-02", owners: [rosa] })];

    expect(await suggestedFor("x", { items, events: [opening] })).toEqual([]);
  });

  it("takes a team's name in the owner's column for the goal's team", async () => {
    const linked = anInsight({ id: "i", title: "Late", goalIds: ["g-hours"], reviewIds: ["r"] });
    const other = anInsight({ id: "j", title: "Early", goalIds: ["g-ride"], reviewIds: ["r"] });
    const desk = { id: "t", name: "front desk" };
    const review = aReview({ id: "r", title: "Review", date: null });

    const found = await suggestedFor("x", {
      items: [anInsight({ id: "x", ...odd, owners: [desk], reviewIds: ["r"] }), review, linked, other],
    });

    expect(found[0]?.goal.id).toBe("g-hours");
    expect(found[0]?.why).toContain("its owner works on this goal");
  });

  it("stays silent when nothing fits", async () => {
    const items = [anInsight({ id: "x", title: "The printer needs toner" })];

    expect(await suggestedFor("x", { items })).toEqual([]);
  });

  it("never suggests a goal that is over, however well it fits", async () => {
    const over = aGoal({ id: "g-old", title: "Two hundred car seats given out", key: "OLD-1", live: false });
    const items = [anInsight({ id: "x", title: "Two hundred car seats given out (OLD-1)", date: null })];

    expect(await suggestedFor("x", { goals: [...goals, over], items })).toEqual([]);
  });

  it("prefers the sub-goal to the goal above it", async () => {
    const above = aGoal({ id: "a", title: "Healthy babies" });
    const below = aGoal({ id: "b", title: "Safe sleep", parentIds: ["a"] });
    const linked = anInsight({ id: "i", title: "Cribs", goalIds: ["b"], parentIds: ["x"] });

    const found = await suggestedFor("x", {
      goals: [above, below],
      items: [aQuestion({ id: "x", ...odd }), linked],
    });

    expect(found.map(({ goal }) => goal.id)).toEqual(["b"]);
  });

  it("takes the longer of two titles that hold each other", async () => {
    const wide = aGoal({ id: "a", title: "Grow the market" });
    const narrow = aGoal({ id: "b", title: "Grow the market in Lisbon" });
    const items = [anInsight({ id: "x", ...odd, text: "For: Grow the market in Lisbon" })];

    const found = await suggestedFor("x", { goals: [wide, narrow], items });

    expect(found.map(({ goal }) => goal.id)).toEqual(["b"]);
  });

  const scripts = [
    {
      script: "Japanese",
      language: "ja",
      goal: "子どもの朝食を増やす",
      other: "図書館の利用者を増やす",
      linked: "朝食は学校の近くでよく食べられる",
      item: "学校の朝食は月曜日に足りない",
    },
    {
      script: "Arabic",
      language: "ar",
      goal: "زيادة عدد زوار المكتبة",
      other: "تحسين مياه الشرب في القرى",
      linked: "زوار المكتبة يأتون مساء",
      item: "المكتبة تجذب زوارا أكثر في المساء",
    },
    {
      script: "Russian",
      language: "ru",
      goal: "Больше детей читают книги",
      other: "Чистая вода в деревнях",
      linked: "Дети берут книги домой",
      item: "Книги читаются дома чаще",
    },
    {
      script: "Spanish",
      language: "es-ES",
      goal: "Las madres llegan a sus citas",
      other: "Agua limpia en los pueblos",
      linked: "Las citas por la tarde se llenan",
      item: "Una madre faltó a la cita de la tarde",
    },
  ];
  for (const { script, language, goal, other, linked, item } of scripts) {
    it(`reads ${script}`, async () => {
      const found = await suggestedFor(
        "x",
        {
          goals: [aGoal({ id: "a", title: goal }), aGoal({ id: "b", title: other })],
          items: [
            anInsight({ id: "x", title: item, date: null }),
            anInsight({ id: "i", title: linked, goalIds: ["a"] }),
          ],
        },
        language,
      );

      expect(found[0]?.goal.id).toBe("a");
    });
  }
});

describe("insight/suggest/with-suggestions", () => {
  const item = anInsight({ id: "x" });
  const finding = {
    rule: "linked-to-goal",
    severity: "error",
    signal: "S01",
    subject: { type: "item", item },
    message: "",
    help: "",
    suggestions: [],
    repair: null,
    kind: "fact",
    days: [],
    actBy: null,
    alsoSays: [],
  } as const;
  const suggestion = { goal: { id: "g", title: "G" }, score: 0.7, why: "its text has this goal's key" };

  it("fills in what the rule about links found, and nothing else", () => {
    const other = { ...finding, rule: "goal-is-live" };

    const filled = withSuggestions([finding, other], new Map([["x", [suggestion]]]));

    expect(filled).toEqual([{ ...finding, suggestions: [suggestion] }, other]);
  });

  it("leaves a finding without suggestions as it is", () => {
    expect(withSuggestions([finding], new Map([["x", []]]))[0]).toBe(finding);
  });
});
