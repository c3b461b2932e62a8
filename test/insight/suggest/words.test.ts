import { describe, expect, it } from "vitest";

import { readsAsEnglish, wordReader } from "../../../src/insight/suggest/words.ts";

describe("insight/suggest/words", () => {
  const cases = [
    { language: "en-US", one: "Leaking pipes", other: "a pipe leaks", shared: 2 },
    { language: "es", one: "Las madres llegaron", other: "una madre llega", shared: 2 },
    { language: "de", one: "Die Stunden der Klinik", other: "eine Stunde in Kliniken", shared: 2 },
    { language: "en", one: "Книги читаются", other: "читают книгу", shared: 2 },
    { language: "en", one: "في المكتبة", other: "المكتبات", shared: 1 },
    { language: "ja", one: "学校の朝食", other: "朝食は学校で", shared: 2 },
    { language: "xx-nonsense", one: "taxi voucher", other: "voucher for taxi", shared: 2 },
    { language: "!", one: "taxi", other: "taxi", shared: 1 },
  ];
  for (const { language, one, other, shared } of cases) {
    it(`finds the words that “${one}” and “${other}” share (${language})`, () => {
      const read = wordReader(language);

      const words = read(other);

      expect([...read(one).keys()].filter((word) => words.has(word)).length).toBeGreaterThanOrEqual(shared);
    });
  }

  it("keeps each word as it was written first, and leaves out what only holds a sentence together", () => {
    expect([...wordReader("en")("What will it take for Buses, buses and 3 trams?").values()]).toEqual([
      "take",
      "buses",
      "trams",
    ]);
  });

  it.each([
    ["What will it take to reach people?", true],
    ["Teachers stay", null],
    ["Agua limpia en los pueblos", null],
    ["Las madres que viven lejos no llegan nunca", false],
    ["学校の朝食", false],
    ["2026", false],
  ])("tells whether “%s” reads as English", (text, expected) => {
    expect(readsAsEnglish(text)).toBe(expected);
  });
});
