import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { contentWords } from "../../../src/rules/shared/content-words.ts";
import { groupRepeats } from "../../../src/rules/shared/near-repeats.ts";

const groups = (...texts: readonly string[]) =>
  groupRepeats(texts.map((text) => ({ text, words: contentWords(text) }))).map((group) =>
    group.map(({ text }) => text),
  );

describe("rules/shared/near-repeats", () => {
  it("brings together what differs in order, endings, accents and small words", () => {
    const texts = [
      "Book the interpreters for the evening clinic",
      "For evening clinics, we should book interpreters",
      "Reserva intérpretes para la clínica",
      "RESERVA INTERPRETES PARA CLINICA",
    ];

    expect(groups(...texts)).toEqual([texts.slice(0, 2), texts.slice(2)]);
  });

  it.each([
    [
      "Book interpreters early for the clinic",
      "Book interpreters early for the clinic, since the form needs a cost code",
    ],
    ["The clinic opens in time for the shift", "The clinic never opens in time for the shift"],
    ["Room 3 was too small for the families", "Room 4 was too small for the families"],
  ])("keeps “%s” and “%s” apart", (one, other) => {
    expect(groups(one, other)).toHaveLength(2);
  });

  const word = fc.constantFrom(..."a b c d e f g h i j k l".split(" "));
  const sentence = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });

  test.prop([fc.array(sentence, { maxLength: 30 })], { seed: 17, numRuns: 200 })(
    "loses no sentence and doubles none",
    (sentences) => {
      const all = sentences.map((words, index) => ({ index, words: new Set(words) }));

      const found = groupRepeats(all).flat();

      expect(found.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
        all.map(({ index }) => index),
      );
    },
  );

  test.prop([fc.array(sentence, { maxLength: 20 })], { seed: 17, numRuns: 200 })(
    "finds every pair that shares enough, though it never compares all pairs",
    (sentences) => {
      const all = sentences.map((words, index) => ({ index, words: new Set(words) }));

      const firsts = groupRepeats(all).map(([first]) => first);

      for (const [at, later] of firsts.entries()) {
        for (const earlier of firsts.slice(0, at)) {
          const shared = [...(later?.words ?? [])].filter((one) => earlier?.words.has(one)).length;
          const added = (later?.words.size ?? 0) - shared;
          const alike = added <= 1 && shared / ((earlier?.words.size ?? 0) + added) >= 0.75;
          expect(alike).toBe(false);
        }
      }
    },
  );
});
