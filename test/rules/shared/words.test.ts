import { describe, expect, it } from "vitest";

import { holdsWord, pausedWords } from "../../../src/rules/shared/words.ts";

describe("rules/shared/words", () => {
  it.each(["Parked", "⏸ On-hold until May", "PAUSED", "Aplazado", "reportée"])(
    "finds %s paused",
    (status) => {
      expect(holdsWord(status, pausedWords)).toBe(true);
    },
  );

  it.each([null, "", "Open", "Sparked", "On track"])("does not find %s paused", (status) => {
    expect(holdsWord(status, pausedWords)).toBe(false);
  });
});
