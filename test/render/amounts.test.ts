import { describe, expect, it } from "vitest";

import { amountFormats } from "../../src/render/amounts.ts";

describe("render/amounts", () => {
  it.each([
    [1234.567, null, "1,234.57"],
    [12, null, "12"],
    [0.000_7, null, "0.0007"],
    [-0.001_234_5, null, "-0.00123"],
    [0.05, null, "0.05"],
    [99.9999, null, "99.9999"],
    [99.996, "%", "99.996%"],
    [0.1 + 0.2, null, "0.3"],
    [3 - 1e-9, null, "3"],
    [1e-9, null, "0"],
    [-0, null, "0"],
    [1500.5, "€", "€1,500.50"],
    [12.5, "$", "$12.50"],
    [0.1, "$", "$0.10"],
    [12, "$", "$12"],
    [-1200, "$", "-$1,200"],
    [1, "days", "1 day"],
    [17.3, "day", "17.3 days"],
    [1, "visits", "1 visits"],
  ])("writes what was measured as %d %s: %s", (value, unit, expected) => {
    expect(amountFormats("en-US").exact(value, unit)).toBe(expected);
  });

  it.each([
    [24.333, "%", "24.3%"],
    [1234.5, null, "1,230"],
    [0.000_71, null, "0.00071"],
    [99.9999, null, "100"],
    [12.5, "$", "$12.50"],
    [1234.5, "$", "$1,230"],
  ])("writes a mean in three digits: %d %s is %s", (value, unit, expected) => {
    expect(amountFormats("en-US").about(value, unit)).toBe(expected);
  });

  it("knows spans of time in the words of the locale, and no others", () => {
    const { exact } = amountFormats("es-MX");

    expect([exact(1, "días"), exact(2, "Días"), exact(1, "days")]).toEqual(["1 día", "2 días", "1 days"]);
  });
});
