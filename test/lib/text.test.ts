import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cleanText, looseName, splitText, spokenDuration } from "../../src/lib/text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("lib/text", () => {
  it("drops control characters, keeps tabs and lines, mends halves of characters", () => {
    expect(cleanText("a\u0000\u0007b\tc\r\nd\re\u2028f \ud83d g \ud83d\ude00")).toBe(
      "ab\tc\nd\ne\nf \ufffd g 😀",
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      { seed: 1 },
    );
  });

  it("splits any text into parts that fit and join to it, never through a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite" }), fc.integer({ min: 2, max: 9 }), (text, size) => {
        const parts = splitText(text, size);

        expect(parts.join("")).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(size);
          expect(cleanText(part)).not.toContain("\ufffd");
        }
      }),
      { seed: 2 },
    );
  });

  it("compares names as people type them", () => {
    expect(looseName("  Due   Date ")).toBe(looseName("due date"));
    expect(looseName("E\u0301tat")).toBe(looseName("état"));
  });

  it.each([
    [900, "1 second"],
    [40_000, "40 seconds"],
    [421_000, "8 minutes"],
    [7 * 3_600_000, "7 hours"],
  ])("says %i ms as %s", (milliseconds, spoken) => {
    expect(spokenDuration(milliseconds)).toBe(spoken);
  });
});
