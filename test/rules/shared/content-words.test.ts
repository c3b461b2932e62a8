import { describe, expect, it } from "vitest";

import { allWords, contentWords } from "../../../src/rules/shared/content-words.ts";

describe("rules/shared/content-words", () => {
  it("keeps what a sentence is about", () => {
    expect([...contentWords("We don't need the nurses' Café at 9")]).toEqual([
      "dont",
      "need",
      "nurse",
      "cafe",
      "9",
    ]);
    expect([...contentWords("Las madres no llegan a la clínica")]).toEqual([
      "madre",
      "no",
      "llegan",
      "clinica",
    ]);
  });

  it("cuts scripts without spaces into pairs of letters", () => {
    expect(allWords("通訳者 OK")).toEqual(["通訳", "訳者", "ok"]);
  });

  it("finds no words in signs alone", () => {
    expect(allWords("— 🍼 …")).toEqual([]);
  });
});
