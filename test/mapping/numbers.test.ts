import { test, fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { fractionToPercent, numberReader } from "../../src/mapping/numbers.ts";

describe("mapping/numbers", () => {
  it.each([
    ["en-US", "1,234.5", 1234.5, false],
    ["en-US", "12 %", 12, true],
    ["en-US", "12.5%", 12.5, true],
    ["en-US", " -3 ", -3, false],
    ["en-US", "−3", -3, false],
    ["en-US", "$1,200", 1200, false],
    ["en-US", "-$5", -5, false],
    ["en-US", ".5", 0.5, false],
    ["en-US", "1.234,5", 1234.5, false],
    ["en-US", "0", 0, false],
    ["en-US", "-0", 0, false],
    ["de", "1.234,5", 1234.5, false],
    ["de", "1.234", 1234, false],
    ["de", "12.5", 12.5, false],
    ["de", "1,234.5", 1234.5, false],
    ["de", "12 €", 12, false],
    ["fr", "1 234,5", 1234.5, false],
    ["fr", "1\u202f234,5", 1234.5, false],
    ["de-CH", "1’234.5", 1234.5, false],
    ["en-IN", "12,34,567", 1_234_567, false],
    ["en-US", "１２", 12, false],
    ["en-US", "1e3", 1000, false],
  ])("reads in %s %j", (locale, text, value, percent) => {
    expect(numberReader(locale)(text)).toEqual({ value, percent });
  });

  it.each([
    ["en-US", "3.5 per 1,000"],
    ["en-US", "about 12"],
    ["en-US", "12,5"],
    ["en-US", "1,23,4"],
    ["en-US", "12 13"],
    ["en-US", "5–7"],
    ["en-US", ""],
    ["en-US", "%"],
    ["en-US", "NaN"],
    ["en-US", "1".repeat(400)],
  ])("answers null in %s for %j", (locale, text) => {
    expect(numberReader(locale)(text)).toBeNull();
  });

  it.each([
    [0.07, 7],
    [0.57, 57],
    [0.125, 12.5],
    [1, 100],
    [-0.003, -0.3],
    [1e-9, 1e-7],
    [0, 0],
  ])("makes %d of one into %d percent without noise", (fraction, expected) => {
    expect(fractionToPercent(fraction)).toBe(expected);
  });

  test.prop(
    [
      fc.constantFrom("en-US", "de", "fr", "es", "pt-BR", "de-CH", "en-IN", "sv"),
      fc.integer({ min: -1e9, max: 1e9 }),
    ],
    { seed: 20261116 },
  )("reads what the locale writes", (locale, thousandths) => {
    const value = thousandths / 1000;
    const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);

    expect(numberReader(locale)(written)?.value).toBe(value === 0 ? 0 : value);
  });
});
