import { describe, expect, it } from "vitest";

import { closestTo, didYouMean } from "../../src/lib/did-you-mean.ts";

const words = ["title", "goal", "goals", "tokenEnv", "soThat", "linked-to-goal", "week"];

describe("lib/did-you-mean", () => {
  it.each([
    ["titel", "title"],
    ["TITLE", "title"],
    ["gaol", "goal"],
    ["goalss", "goals"],
    ["token", "tokenEnv"],
    ["so_that", "soThat"],
    ["linked_to_goals", "linked-to-goal"],
    ["weekly", "week"],
    ["colour", null],
    ["x", null],
    ["", null],
  ])("takes %j for %j", (word, meant) => {
    expect(closestTo(word, words)).toBe(meant);
  });

  it("says nothing when nothing is near", () => {
    expect(didYouMean("colour", words)).toBe("");
    expect(didYouMean("titel", words)).toBe(' Did you mean "title"?');
  });
});
