import { describe, expect, it } from "vitest";

import type { LearningItem, Review } from "../../src/domain/types.ts";
import { textIsReal } from "../../src/rules/text-is-real.ts";
import { aHypothesis, anInsight, aReview } from "../builders.ts";
import { ask } from "./ask.ts";

const asked = (...items: readonly LearningItem[]) => ask(textIsReal, { items });
const reviews = (count: number, given: Partial<Review>) =>
  Array.from({ length: count }, (_, index) => aReview({ id: `r${index}`, ...given }));
const causes = "The weather was bad and people stayed home.";

describe("rules/text-is-real", () => {
  it.each([
    "[write the insight here]",
    "[Insert your hypothesis]",
    "<what happened>",
    "Lorem ipsum dolor sit amet",
    "{{insight}}",
    "[Escriba aquí la causa]",
  ])("asks about the prompt “%s”", (title) => {
    const { findings } = asked(anInsight({ title }));

    expect(findings).toMatchObject([
      { signal: "S35", message: `The insight “${title}” still holds the form's own words as its title.` },
    ]);
  });

  it("names the fields that wait for words", () => {
    const { findings } = asked(
      aReview({ title: "After the launch", actual: "TBD", causes: "n/a", improve: "Torches" }),
    );

    expect(findings.map(({ message }) => message)).toEqual([
      "The review “After the launch” has words that stand for words to come (what happened, causes).",
    ]);
  });

  it("tells once of answers that were copied", () => {
    const { findings } = asked(...reviews(3, { title: "Weekly", causes }));

    expect(findings).toMatchObject([
      { subject: { type: "team" }, message: "3 reviews have the same text as their causes: “Weekly”." },
    ]);
  });

  it("tells once when every review is answered in single words", () => {
    const { findings } = asked(...reviews(6, { actual: "Good", improve: "None" }));

    expect(findings.map(({ message }) => message)).toEqual([
      "6 reviews answer every question in one word, such as “r0” and “r1”.",
    ]);
  });

  it.each<[string, readonly LearningItem[]]>([
    ["a short answer that is whole", [aReview({ actual: "Yes: 42 came, we hoped for 30" })]],
    ["one honest N/A", [aReview({ actual: "Rain.", challenges: "N/A" })]],
    [
      "a title that holds a link, or starts in brackets",
      [
        anInsight({ id: "1", title: "[see](https://example.test)" }),
        anInsight({ id: "2", title: "[Draft] Names get answers" }),
      ],
    ],
    ["template braces inside a sentence", [anInsight({ title: "Don't fill in {{name}} for them" })]],
    [
      "work that has the same intent each time",
      reviews(6, { intended: causes, actual: "Came and went as planned today" }).map((review, index) => ({
        ...review,
        actual: `${index} people came`,
      })),
    ],
    [
      "a hope that bets share",
      ["a", "b", "c"].map((id) => aHypothesis({ id, soThat: "more babies see their first birthday" })),
    ],
    ["an answer entered twice", reviews(2, { causes })],
    ["short answers that are alike by chance", reviews(4, { causes: "It rained." })],
    [
      "some short reviews among longer ones",
      [
        ...reviews(6, { actual: "Good", improve: "None" }),
        aReview({ id: "long", actual: "Forty came by bus", improve: "Torches" }),
      ],
    ],
  ])("is content with %s", (_, items) => {
    expect(asked(...items).answers).toEqual(["healthy"]);
  });

  it("waits for a first item that is a week old", () => {
    expect(asked().answers).toEqual(["too-early"]);
    expect(asked(anInsight({ title: "[write here]", date: "2026-11-15" })).answers).toEqual(["too-early"]);
  });

  it("leaves closed and waived items in peace", () => {
    expect(
      asked(
        anInsight({ title: "TBD", text: "TBD", closed: true }),
        anInsight({ id: "2", title: "[write here]", waiver: "A sample" }),
      ).findings,
    ).toEqual([]);
  });
});
