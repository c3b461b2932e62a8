import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { displayWidth, fitLines } from "../../src/lib/display-width.ts";

describe("lib/display-width", () => {
  it.each([
    ["plain", 5],
    ["乳児", 4],
    ["Cafe\u0301", 4],
    ["\u001B[1mbold\u001B[22m", 4],
  ])("knows the columns of %j", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it("breaks long lines between words, further in, and leaves addresses whole", () => {
    const address = `https://service.test/${"a".repeat(60)}`;
    const text = `  error The insight says more than fits into one line\n    ${address}\nshort`;

    expect(fitLines(text, 44)).toBe(
      `  error The insight says more than fits\n    into one line\n    ${address}\nshort`,
    );
  });

  it("leaves text alone that goes elsewhere than to a terminal", () => {
    expect(fitLines("a ".repeat(200), null)).toBe("a ".repeat(200));
  });

  it("never makes lines too long, and loses no word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "é", "児"), minLength: 1, maxLength: 12 });
    const line = fc.tuple(fc.nat(6), fc.array(word, { maxLength: 40 }));

    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 150 }), ([indent, words], columns) => {
        const fitted = fitLines(" ".repeat(indent) + words.join(" "), columns);

        expect(Math.max(...fitted.split("\n").map(displayWidth))).toBeLessThanOrEqual(
          Math.min(Math.max(columns, 40), 110),
        );
        expect(fitted.split(/\s+/).filter(Boolean)).toEqual(words);
      }),
    );
  });
});
