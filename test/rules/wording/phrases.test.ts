import { describe, expect, it } from "vitest";

import { compilePhrases } from "../../../src/rules/wording/phrases.ts";
import { tokenise } from "../../../src/rules/wording/tokens.ts";

const lengthOf = (entries: readonly string[], text: string): number =>
  compilePhrases(entries).at(tokenise(text), 0);

describe("rules/wording/phrases", () => {
  it.each<[string, readonly string[], string, number]>([
    ["a word", ["model"], "Model of care", 1],
    ["its plural", ["strategy"], "strategies", 1],
    ["a possessive", ["team"], "team’s plan", 1],
    ["accents or none", ["colaboración"], "colaboracion", 1],
    ["every ending", ["implement*"], "implementing it", 1],
    ["every beginning", ["*-driven"], "purpose-driven", 1],
    ["the longest phrase", ["theory", "theory of change"], "Theory of change, again", 3],
    ["an open word in a phrase", ["will have *ed"], "will have attended", 3],
    ["no part of a word", ["act"], "action", 0],
    ["no half of a phrase", ["so that"], "so many", 0],
  ])("finds %s", (_, entries, text, length) => {
    expect(lengthOf(entries, text)).toBe(length);
  });
});
