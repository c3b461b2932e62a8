import { DateTime } from "luxon";

import type { Clock } from "../../src/lib/clock.ts";

export interface FakeClock extends Clock {
  /** Every wait so far, in milliseconds, in the order in which they began. */
  readonly waits: readonly number[];
  advance(milliseconds: number): void;
}

/** Time passes only by waiting, and waiting takes no time. Several waits at once end in the order of their ends. */
export function fakeClock(asOf = "2026-11-16T12:00:00Z"): FakeClock {
  let now = 0;
  const waits: number[] = [];
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  const wakeNext = (): void => {
    const [next] = [...sleepers].sort((a, b) => a.at - b.at);
    if (next === undefined) return;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    now = Math.max(now, next.at);
    next.wake();
  };

  return {
    waits,
    asOf: () => DateTime.fromISO(asOf, { setZone: true }),
    elapsed: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      await new Promise<void>((resolve) => {
        sleepers.push({ at: now + milliseconds, wake: resolve });
        setImmediate(wakeNext);
      });
      signal?.throwIfAborted();
    },
  };
}
