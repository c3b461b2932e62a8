import { describe, expect, it } from "vitest";

import { ServiceFailedError } from "../../src/errors.ts";
import { backoffMs, createPatience, retryAfterMs } from "../../src/lib/patience.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { fakeClock } from "./fake-clock.ts";

function setUp(budgetMs: number) {
  const clock = fakeClock();
  const said: string[] = [];
  const patience = createPatience({
    budgetMs,
    clock,
    signal: new AbortController().signal,
    service: "Notion",
    onWait: ({ reason, seconds }) => said.push(`${reason}: ${seconds} s`),
  });
  return { clock, said, patience };
}

describe("lib/patience", () => {
  it("waits in full and says why", async () => {
    const { clock, said, patience } = setUp(600_000);

    await patience.wait(421_000, "the rate limit is used up");

    expect(clock.elapsed()).toBe(421_000);
    expect(said).toEqual(["the rate limit is used up: 421 s"]);
    expect(patience.left()).toBe(179_000);
  });

  it("fails at once when the wait is longer than what is left, and says when to try again", async () => {
    const { clock, patience } = setUp(60_000);
    await patience.wait(30_000, "busy");

    const error: unknown = await patience.wait(40_000, "busy").catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ServiceFailedError);
    expect((error as ServiceFailedError).hint).toContain("Try again in 40 seconds");
    expect(clock.elapsed()).toBe(30_000);
  });

  it("counts waits that overlap once", async () => {
    const { patience } = setUp(60_000);

    await Promise.all([
      patience.wait(50_000, "busy"),
      patience.wait(50_000, "busy"),
      patience.wait(55_000, "busy"),
    ]);

    expect(patience.left()).toBe(5000);
  });

  it("doubles its own delays from 1 s to 30 s, between half and whole", () => {
    const random = seededRandom("a");

    const delays = Array.from({ length: 8 }, (_, attempt) => backoffMs(attempt, random));

    const wholes = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000];
    for (const [index, whole] of wholes.entries()) {
      expect(delays[index]).toBeGreaterThanOrEqual(whole / 2);
      expect(delays[index]).toBeLessThanOrEqual(whole);
    }
  });

  it.each([
    ["7", null, 7000],
    ["0", null, 0],
    ["Mon, 16 Nov 2026 12:01:30 GMT", "Mon, 16 Nov 2026 12:00:00 GMT", 90_000],
    ["Mon, 16 Nov 2026 12:01:30 GMT", null, null],
    ["soon", "Mon, 16 Nov 2026 12:00:00 GMT", null],
    ["", null, null],
    [null, null, null],
  ])("reads Retry-After %j", (retryAfter, date, expected) => {
    expect(retryAfterMs(retryAfter, date)).toBe(expected);
  });
});
