import { describe, expect, it } from "vitest";

import { clockFor, parseNow } from "../../src/commands/now.ts";

describe("commands/now", () => {
  it.each([
    ["2026-11-16T12:00:00Z", "2026-11-16T12:00:00.000Z"],
    ["2026-11-16T06:00", "2026-11-16T12:00:00.000Z"],
    ["2026-07-16T06:00", "2026-07-16T11:00:00.000Z"],
    ["2026-11-16T06:00+02:00", "2026-11-16T04:00:00.000Z"],
    ["2026-11-16", "2026-11-16T06:00:00.000Z"],
  ])("takes %s in Chicago for %s", (text, instant) => {
    expect(parseNow(text, "America/Chicago").toUTC().toISO()).toBe(instant);
  });

  it("makes a clock that says so, and otherwise the machine's", () => {
    const fixed = clockFor("2026-11-16", "UTC");
    const own = clockFor(null, "UTC");

    expect(fixed.asOf().toUTC().toISO()).toBe("2026-11-16T00:00:00.000Z");
    expect(own.asOf().toMillis()).not.toBe(fixed.asOf().toMillis());
  });
});
