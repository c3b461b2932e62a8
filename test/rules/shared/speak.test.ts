import { describe, expect, it } from "vitest";

import { shortTitle, someTitles, spokenDay } from "../../../src/rules/shared/speak.ts";

describe("rules/shared/speak", () => {
  it.each<[readonly string[], string]>([
    [[], ""],
    [["A"], "“A”"],
    [["A", "B"], "“A” and “B”"],
    [["A", "B", "C"], "“A”, “B” and “C”"],
    [["A", "B", "C", "D"], "“A”, “B”, “C” and 1 more"],
  ])("lists %j", (titles, text) => {
    expect(someTitles(titles)).toBe(text);
  });

  it("cuts long titles between words, and never through a character", () => {
    const long = "Tuesday evenings filled with patients from the warehouses; Thursdays stayed empty";

    expect(shortTitle(long)).toBe("Tuesday evenings filled with patients from the warehouses…");
    expect(shortTitle("🌱".repeat(40))).toBe(`${"🌱".repeat(29)}…`);
    expect(shortTitle("Two\n lines")).toBe("Two lines");
  });

  it("says the year only when it is another one", () => {
    expect(spokenDay("2026-02-09", "2026-11-16")).toBe("9 February");
    expect(spokenDay("2025-12-31", "2026-01-01")).toBe("31 December 2025");
  });
});
