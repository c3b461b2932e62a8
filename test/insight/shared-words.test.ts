import { describe, expect, it } from "vitest";

import { sharedWords } from "../../src/insight/shared-words.ts";

const texts = ["Rides home were not trusted", "The ride there was taken", "A name gets an answer"];

describe("insight/shared-words", () => {
  it("is 0 without a shared word, and endings do not matter", () => {
    const [both, one, none] = sharedWords(texts, "en")("Can we trust the rides?");

    expect(none).toBe(0);
    expect(one).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(one!);
  });

  it("counts a rare word more than one that many texts have", () => {
    const [, rides, , answer] = sharedWords(["ride", "ride", "ride", "answer"], "en")("ride answer");

    // ln(1 + (4 + 50 − 3 + 0.5) / 3.5) and ln(1 + (4 + 50 − 1 + 0.5) / 1.5)
    expect(rides).toBeCloseTo(Math.log(1 + 51.5 / 3.5), 12);
    expect(answer).toBeCloseTo(Math.log(1 + 53.5 / 1.5), 12);
  });

  it("has nothing to say of nothing", () => {
    expect(sharedWords([], "en")("ride")).toEqual([]);
    expect(sharedWords(texts, "en")("")).toEqual([0, 0, 0]);
  });
});
