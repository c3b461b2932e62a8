import { describe, expect, it } from "vitest";

import { isFiller, isPrompt } from "../../../src/rules/shared/placeholders.ts";

describe("rules/shared/placeholders", () => {
  it.each([
    "[insert the cause here]",
    "Cause: [describe what led to it]",
    "<your insight>",
    "{{insight}}",
    "lorem ipsum dolor",
    "[Escriba aquí]",
  ])("knows “%s” for a form's prompt", (text) => {
    expect(isPrompt(text)).toBe(true);
  });

  it.each([
    "[see](https://example.test)",
    "[1] Six calls",
    "Wait < 10 days, later > 20",
    "We insert the card first",
    "<b>bold</b>",
    "[list](https://example.test) of calls",
  ])("leaves “%s” to its writer", (text) => {
    expect(isPrompt(text)).toBe(false);
  });

  it.each(["TBD", "n/a", "N.A.", "xxx", "???", "…", "por definir"])(
    "knows “%s” for words to come",
    (text) => {
      expect(isFiller(text)).toBe(true);
    },
  );

  it.each(["No", "None", "Yes: 42 came", "NA helped us", "nada"])("takes “%s” for an answer", (text) => {
    expect(isFiller(text)).toBe(false);
  });
});
