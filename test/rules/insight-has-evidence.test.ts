import { describe, expect, it } from "vitest";

import { derivedInsightId } from "../../src/domain/derived.ts";
import type { LearningItem } from "../../src/domain/types.ts";
import { insightHasEvidence } from "../../src/rules/insight-has-evidence.ts";
import { anInsight, aReview } from "../builders.ts";
import { ask, hidden, read } from "./ask.ts";

const bare = anInsight({ id: "bare", title: "Good communication makes the difference." });
/** Shows that the table says somewhere what an insight rests on. */
const other = anInsight({ id: "other", evidence: "Six calls in May" });
const asked = (...items: readonly LearningItem[]) => ask(insightHasEvidence, { items: [other, ...items] });

describe("rules/insight-has-evidence", () => {
  it("asks what was seen when an insight stands alone", () => {
    expect(asked(bare).findings).toMatchObject([
      {
        signal: "S31",
        message:
          "The insight “Good communication makes the difference.” stands alone: no review, no evidence and no line about what was seen.",
      },
    ]);
    expect(asked({ ...bare, evidence: "TBD" }).findings).toHaveLength(1);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["evidence", [{ ...bare, evidence: "Two mothers said so" }]],
    ["a review", [{ ...bare, reviewIds: ["r"] }]],
    ["a review that lists it", [bare, aReview({ insightIds: ["bare"] })]],
    ["an event", [{ ...bare, eventIds: ["ev"] }]],
    ["something it comes from", [{ ...bare, parentIds: ["q"] }]],
    ["stories that hang on it", [bare, anInsight({ id: "story", parentIds: ["bare"], evidence: "May" })]],
    ["a page's text below the title", [{ ...bare, text: "On Thursday the hand-over was missed again." }]],
    ["a figure in the title", [{ ...bare, title: "19 of 24 chose the lunch break" }]],
    ["a title that is a story", [{ ...bare, title: "We noticed the crib beside the radiator, ".repeat(7) }]],
    ["a line in a review", [{ ...bare, id: derivedInsightId("r", 1) }]],
  ])("is content with %s", (_, items) => {
    expect(asked(...items).answers).toEqual(["healthy"]);
  });

  it("gives a new insight a week", () => {
    expect(ask(insightHasEvidence, { items: [{ ...bare, date: "2026-11-14" }] }).answers).toEqual([
      "too-early",
    ]);
  });

  it("can't see when no insight of the table says what it rests on, or a link could not be followed", () => {
    const concrete = { ...bare, title: "The half-pair card was picked up first." };

    expect(ask(insightHasEvidence, { items: [concrete] }).answers).toEqual(["cant-see"]);
    expect(asked({ ...bare, unresolved: [hidden("review")] }).answers).toContain("cant-see");
    expect(
      ask(insightHasEvidence, { items: [other, bare], coverage: [read("learning", false)] }).answers,
    ).toContain("cant-see");
  });

  it("asks about words that are true of any work even there, as advice and no more", () => {
    const asked = (title: string) =>
      ask(insightHasEvidence, { items: [{ ...bare, title }] }).findings.map(({ kind, severity }) => [
        kind,
        severity,
      ]);

    expect(asked("Communication is key.")).toEqual([["wording", "info"]]);
    expect(asked("La planificación es fundamental.")).toEqual([["wording", "info"]]);
    expect(asked("Kommunikation ist das A und O.")).toEqual([]);
    expect(asked("Communication broke down when the bell was moved.")).toEqual([]);
  });

  it("takes words from the config for that", () => {
    const items = [{ ...bare, title: "Sourdough is key." }];
    const words = { en: { platitude: { add: ["sourdough"] } } };

    expect(ask(insightHasEvidence, { items }).findings).toEqual([]);
    expect(ask(insightHasEvidence, { items }, { words }).findings).toHaveLength(1);
  });

  it("leaves closed, waived and half-written insights in peace", () => {
    const items = [
      { ...bare, id: "1", closed: true },
      { ...bare, id: "2", waiver: "Twenty years at the desk" },
      { ...bare, id: "3", title: "[write the insight here]" },
    ];

    expect(asked(...items).findings).toEqual([]);
  });
});
