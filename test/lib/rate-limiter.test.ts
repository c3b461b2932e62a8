import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createRateLimiter } from "../../src/lib/rate-limiter.ts";
import { fakeClock } from "./fake-clock.ts";

const never = new AbortController().signal;

describe("lib/rate-limiter", () => {
  it("lets the whole budget of a window go at once, then waits for the window to pass", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 3, windowMs: 60_000, concurrency: 10, clock });
    const starts: number[] = [];

    await Promise.all(
      Array.from({ length: 7 }, () => limiter.run(async () => void starts.push(clock.elapsed()), never)),
    );

    expect(starts).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000]);
  });

  it("is never counted over the limit by a service that sees requests late, whatever the answer times", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(
          fc.record({ late: fc.integer({ min: 0, max: 9000 }), rest: fc.integer({ min: 0, max: 9000 }) }),
          {
            maxLength: 25,
          },
        ),
        async (limit, concurrency, requests) => {
          const clock = fakeClock();
          const limiter = createRateLimiter({ limit, windowMs: 60_000, concurrency, clock });
          const counted: number[] = [];

          await Promise.all(
            requests.map(({ late, rest }) =>
              limiter.run(async () => {
                await clock.sleep(late);
                counted.push(clock.elapsed());
                await clock.sleep(rest);
              }, never),
            ),
          );

          const worst = counted.map(
            (from) => counted.filter((at) => at >= from && at < from + 60_000).length,
          );
          expect(Math.max(0, ...worst)).toBeLessThanOrEqual(limit);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it("needs at most 1.1 times the ideal time for a long read of 300 ms answers", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 180, windowMs: 60_250, concurrency: 8, clock });

    await Promise.all(Array.from({ length: 1000 }, () => limiter.run(() => clock.sleep(300), never)));

    const ideal = Math.floor((1000 - 1) / 180) * 60_000;
    expect(clock.elapsed()).toBeLessThanOrEqual(1.1 * ideal);
  });

  it("keeps to the number of tasks that may be under way", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 100, windowMs: 1000, concurrency: 2, clock });
    let [underWay, most] = [0, 0];

    await Promise.all(
      Array.from({ length: 9 }, () =>
        limiter.run(async () => {
          underWay += 1;
          most = Math.max(most, underWay);
          await clock.sleep(10);
          underWay -= 1;
        }, never),
      ),
    );

    expect(most).toBe(2);
  });

  it("starts nothing while it is paused", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 100, windowMs: 1000, concurrency: 2, clock });

    limiter.pause(5000);
    const started = await limiter.run(async () => clock.elapsed(), never);

    expect(started).toBe(5000);
  });

  it("gives the place back when a task fails", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 9, windowMs: 1000, concurrency: 1, clock });

    await expect(limiter.run(() => Promise.reject(new Error("broken")), never)).rejects.toThrow("broken");

    await expect(limiter.run(async () => "next", never)).resolves.toBe("next");
  });

  it("rejects at once with the signal's reason when it is aborted, waiting for a place or for an end", async () => {
    const clock = fakeClock();
    const limiter = createRateLimiter({ limit: 1, windowMs: 1000, concurrency: 1, clock });
    const stop = new AbortController();
    let finish = (): void => {};
    const running = limiter.run(() => new Promise<void>((resolve) => (finish = resolve)), never);
    await new Promise(setImmediate);

    const waiting = [
      limiter.run(async () => "too late", stop.signal),
      limiter.run(async () => "too late", stop.signal),
    ];
    stop.abort(new Error("enough"));

    const outcomes = await Promise.allSettled(waiting);
    expect(
      outcomes.map((outcome) => (outcome.status === "rejected" ? String(outcome.reason) : "ran")),
    ).toEqual(["Error: enough", "Error: enough"]);
    finish();
    await running;
  });
});
