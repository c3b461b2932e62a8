import { test, fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { addDays, dayInZone, daysBetween, isDay } from "../../src/domain/day.ts";
import { daysUntil, isWithin, parsePeriod, previousPeriod } from "../../src/domain/period.ts";

const spanOf = (text: string, today: string, since: string | null = null) => {
  const period = parsePeriod(text, { today, since });
  return period === null ? null : [period.name, period.start, period.end];
};
const days = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("domain/period", () => {
  it.each([
    ["week", "2026-11-16", ["2026-W47", "2026-11-16", "2026-11-22"]],
    ["week", "2026-11-22", ["2026-W47", "2026-11-16", "2026-11-22"]],
    ["week", "2027-01-01", ["2026-W53", "2026-12-28", "2027-01-03"]],
    ["week", "2024-12-30", ["2025-W01", "2024-12-30", "2025-01-05"]],
    ["2026-W53", "2026-11-16", ["2026-W53", "2026-12-28", "2027-01-03"]],
    ["2026-W01", "2026-11-16", ["2026-W01", "2025-12-29", "2026-01-04"]],
    ["month", "2024-02-10", ["2024-02", "2024-02-01", "2024-02-29"]],
    ["2026-11", "2020-01-01", ["2026-11", "2026-11-01", "2026-11-30"]],
    ["quarter", "2026-12-31", ["2026-Q4", "2026-10-01", "2026-12-31"]],
    ["2026-Q1", "2020-01-01", ["2026-Q1", "2026-01-01", "2026-03-31"]],
    ["30d", "2026-03-29", ["30d-2026-03-29", "2026-02-28", "2026-03-29"]],
    ["1d", "2026-11-16", ["1d-2026-11-16", "2026-11-16", "2026-11-16"]],
  ])("reads %s on %s", (text, today, expected) => {
    expect(spanOf(text, today)).toEqual(expected);
  });

  it("reads since-last from the last report's day, and as this week when there was none", () => {
    expect(spanOf("since-last", "2026-11-16", "2026-11-09")).toEqual([
      "since-2026-11-09",
      "2026-11-09",
      "2026-11-16",
    ]);
    expect(spanOf("since-last", "2026-11-16", "2026-12-01")).toEqual([
      "since-2026-11-16",
      "2026-11-16",
      "2026-11-16",
    ]);
    expect(spanOf("since-last", "2026-11-18")).toEqual(["2026-W47", "2026-11-16", "2026-11-22"]);
  });

  it.each(["2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-00", "2026-Q5", "0d", "fortnight", ""])(
    "answers null for %j",
    (text) => {
      expect(parsePeriod(text, { today: "2026-11-16" })).toBeNull();
    },
  );

  it("labels a period in the team's language", () => {
    const context = { today: "2026-11-16", locale: "es" };

    expect(parsePeriod("month", context)?.label).toBe("noviembre de 2026");
    expect(parsePeriod("week", { today: "2026-11-16" })?.label).toBe("November 16 – 22, 2026");
  });

  it.each([
    ["2026-W01", "2025-W52"],
    ["2026-01", "2025-12"],
    ["2026-Q1", "2025-Q4"],
    ["7d", "7d-2026-11-09"],
  ])("finds the period before %s", (text, expected) => {
    const period = parsePeriod(text, { today: "2026-11-16" });

    expect(period && previousPeriod(period).name).toBe(expected);
  });

  it.each([
    ["2026-11-16", 0],
    ["2026-11-30", 14],
    ["2026-11-01", -15],
    [null, null],
  ])("counts the days until %s", (due, expected) => {
    expect(daysUntil(due, "2026-11-16")).toBe(expected);
  });

  test.prop([days, fc.constantFrom("week", "month", "quarter", "45d")], { seed: 20261116 })(
    "holds today, and touches the period before without a gap",
    (today, text) => {
      const period = parsePeriod(text, { today })!;
      const before = previousPeriod(period);

      expect(isWithin(today, period)).toBe(true);
      expect(isWithin(addDays(period.start, -1), period)).toBe(false);
      expect(isWithin(addDays(period.end, 1), period)).toBe(false);
      expect(addDays(before.end, 1)).toBe(period.start);
      if (period.kind !== "days") expect(parsePeriod(period.name, { today: "2000-01-01" })).toEqual(period);
    },
  );
});

describe("domain/day", () => {
  it.each([
    ["2026-02-28", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["16 November", false],
  ])("knows whether %s is a day", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ["2026-11-16T05:59:59Z", "America/Chicago", "2026-11-15"],
    ["2026-11-16T06:00:00Z", "America/Chicago", "2026-11-16"],
    // Clocks go back at 07:00 UTC on 1 November 2026 and forward at 08:00 UTC on 8 March.
    ["2026-11-01T04:59:59Z", "America/Chicago", "2026-10-31"],
    ["2026-11-02T05:30:00Z", "America/Chicago", "2026-11-01"],
    ["2026-03-09T05:00:00Z", "America/Chicago", "2026-03-09"],
    ["2026-12-31T10:30:00Z", "Pacific/Kiritimati", "2027-01-01"],
    ["2026-11-16T23:30:00+02:00", "Asia/Kathmandu", "2026-11-17"],
    ["not a time", "UTC", null],
  ])("puts %s in %s on %s", (instant, zone, expected) => {
    expect(dayInZone(zone)(instant)).toBe(expected);
  });

  test.prop(
    [
      fc.date({ min: new Date("1990-01-01"), max: new Date("2037-12-31"), noInvalidDate: true }),
      fc.constantFrom(
        "America/Chicago",
        "Europe/Lisbon",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
      ),
    ],
    { seed: 20261116 },
  )("agrees with the platform's own calendar", (date, zone) => {
    const platform = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(date);

    expect(dayInZone(zone)(date.toISOString())).toBe(platform);
  });

  test.prop([days, fc.integer({ min: -40_000, max: 40_000 })], { seed: 20261116 })(
    "counts back what it counted on",
    (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    },
  );
});
