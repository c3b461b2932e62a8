import { languageOf, putInWords, type Value } from "../../src/lib/languages.ts";
import { shortTitle, someTitles, spokenDay, spokenDays, spokenMonth } from "../../src/lib/speak.ts";
import { describe, expect, it } from "vitest";

const inEnglish = (value: Value) => putInWords({ value }, "en-GB")["value"];
const inSpanish = (value: Value) => putInWords({ value }, "es")["value"];

describe("rules/shared/speak", () => {
  it.each<[readonly string[], string, string]>([
    [[], "", ""],
    [["A"], "“A”", "“A”"],
    [["A", "B"], "“A” and “B”", "“A” y “B”"],
    [["A", "Ideas"], "“A” and “Ideas”", "“A” e “Ideas”"],
    [["A", "Hielo"], "“A” and “Hielo”", "“A” y “Hielo”"],
    [["A", "B", "C"], "“A”, “B” and “C”", "“A”, “B” y “C”"],
    [["A", "B", "C", "D"], "“A”, “B”, “C” and 1 more", "“A”, “B”, “C” y 1 más"],
  ])("lists %j", (titles, english, spanish) => {
    expect(inEnglish(someTitles(titles))).toBe(english);
    expect(inSpanish(someTitles(titles))).toBe(spanish);
  });

  it("cuts long titles between words, and never through a character", () => {
    const long = "Tuesday evenings filled with patients from the warehouses; Thursdays stayed empty";

    expect(shortTitle(long)).toBe("Tuesday evenings filled with patients from the warehouses…");
    expect(shortTitle("🌱".repeat(40))).toBe(`${"🌱".repeat(29)}…`);
    expect(shortTitle("Two\n lines")).toBe("Two lines");
  });

  it("says the year only when it is another one", () => {
    const [near, far] = [spokenDay("2026-02-09", "2026-11-16"), spokenDay("2025-12-31", "2026-01-01")];

    expect([near, far].map(inEnglish)).toEqual(["9 February", "31 December 2025"]);
    expect([near, far].map(inSpanish)).toEqual(["9 de febrero", "31 de diciembre de 2025"]);
    expect([inEnglish(spokenMonth("2026-10-01")), inSpanish(spokenMonth("2026-10-01"))]).toEqual([
      "October",
      "octubre",
    ]);
    expect(inSpanish([near, "x"])).toEqual(["9 de febrero", "x"]);
  });

  it("counts in days, and from six weeks on in weeks", () => {
    expect([1, 41, 42].map((days) => inEnglish(spokenDays(days)))).toEqual(["1 day", "41 days", "6 weeks"]);
    expect([1, 41, 42].map((days) => inSpanish(spokenDays(days)))).toEqual(["1 día", "41 días", "6 semanas"]);
  });

  it.each([
    ["es-MX", "es"],
    ["es", "es"],
    ["en-GB", "en"],
    ["de-DE", "en"],
  ])("speaks to %s in %s", (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
