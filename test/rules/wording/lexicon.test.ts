import { describe, expect, it } from "vitest";

import { bitOf } from "../../../src/rules/wording/lexicon.ts";
import { wordListNames } from "../../../src/rules/wording/words/types.ts";

describe("rules/wording/lexicon", () => {
  it("has a bit of its own for every list", () => {
    expect(new Set(wordListNames.map((name) => bitOf(name))).size).toBe(wordListNames.length);
  });
});
