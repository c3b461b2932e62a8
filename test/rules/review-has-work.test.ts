import { describe, expect, it } from "vitest";

import type { LearningItem } from "../../src/domain/types.ts";
import { reviewHasWork } from "../../src/rules/review-has-work.ts";
import { aReview } from "../builders.ts";
import { ask, hidden } from "./ask.ts";

const session = { title: "Q2 learning session", date: "2026-06-30", createdAt: "2026-06-30T14:00:00Z" };
const answersFor = (...items: readonly LearningItem[]) => ask(reviewHasWork, { items }).answers;

describe("rules/review-has-work", () => {
  it.each([
    "Q2 learning session",
    "Q3 Learning Day",
    "Bi-weekly AAR 14",
    "Team retro, week 40",
    "March review",
    "Sesión de aprendizaje, marzo",
    "2026-05-14",
  ])("asks what “%s” looked at", (title) => {
    const { findings } = ask(reviewHasWork, { items: [aReview({ ...session, title })] });

    expect(findings).toMatchObject([
      { signal: "S18", message: `“${title}” does not say which piece of work it looked at.` },
    ]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["an event", [aReview({ ...session, eventIds: ["clinic"] })]],
    ["a goal", [aReview({ ...session, goalIds: ["goal"] })]],
    ["a hypothesis", [aReview({ ...session, hypothesisIds: ["bet"] })]],
    ["its before-review", [aReview({ ...session, beforeIds: ["before"] })]],
    [
      "the after-review that closes it",
      [aReview({ id: "b", ...session, when: "before" }), aReview({ id: "a", ...session, beforeIds: ["b"] })],
    ],
  ])("finds a review healthy that is tied to %s", (_, items) => {
    expect(answersFor(...items)).toEqual(["healthy"]);
  });

  it.each<[string, LearningItem]>([
    ["the title may name the work", aReview({ ...session, title: "After: an afternoon of calling people" })],
    ["the title is in a language it does not know", aReview({ ...session, title: "振り返り" })],
    ["the text may name the work", aReview({ ...session, text: "We looked at the clinic's first evening." })],
    ["the intent may name the work", aReview({ ...session, intended: "Thirty sign-ups at the shower" })],
    ["a link could not be followed", aReview({ ...session, unresolved: [hidden("event")] })],
  ])("can't see when %s", (_, review) => {
    expect(answersFor(review)).toEqual(["cant-see"]);
  });

  it.each<[string, LearningItem]>([
    ["new", aReview({ ...session, date: "2026-11-12" })],
    ["written up yesterday", aReview({ ...session, createdAt: "2026-11-15T09:00:00Z" })],
  ])("gives time to a review that is %s", (_, review) => {
    expect(answersFor(review)).toEqual(["too-early"]);
  });

  it("leaves closed, waived and very old reviews in peace", () => {
    const items = [
      aReview({ id: "1", ...session, closed: true }),
      aReview({ id: "2", ...session, waiver: "Fine as is" }),
      aReview({ id: "3", ...session, date: "2025-01-05" }),
    ];

    expect(ask(reviewHasWork, { items }).findings).toEqual([]);
  });

  it("takes a team's own words for its meetings", () => {
    const items = [aReview({ ...session, title: "Huddle 12" })];

    expect(ask(reviewHasWork, { items }, { meetingWords: ["Huddle"] }).findings).toHaveLength(1);
  });
});
