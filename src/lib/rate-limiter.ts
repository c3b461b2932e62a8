import type { Clock } from "./clock.ts";

/** One per budget: everything that spends the same budget must share it. */
export interface RateLimiter {
  /** Runs the task when there is room, first come first served. Rejects with the signal's reason when aborted while waiting. */
  run<Result>(task: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Starts nothing for so long: the service has asked everybody to wait. */
  pause(milliseconds: number): void;
}

export interface RateLimit {
  /** Tasks that may start within one window; all of them may start at once. */
  readonly limit: number;
  readonly windowMs: number;
  /** Tasks that may be under way together. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** Told of waits for room, in milliseconds, before they begin. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/**
 * Keeps to "so many requests a window" without ever being counted over it.
 *
 * A place is free again one window after its task ENDED. The service counted the request somewhere between
 * start and end, so however late it arrived, and wherever the service's fixed windows begin, no window of its
 * sees more than `limit`. The price is one answer time a window: 60.3 s rather than 60 at 300 ms an answer.
 */
export function createRateLimiter(settings: RateLimit): RateLimiter {
  const { limit, windowMs, concurrency, clock } = settings;
  /** When each ended task's place is free again; ascending. */
  const freeAt: number[] = [];
  let underWay = 0;
  let pausedUntil = 0;
  let wakers: (() => void)[] = [];
  let line: Promise<unknown> = Promise.resolve();

  const wake = (): void => {
    const waiting = wakers;
    wakers = [];
    for (const waker of waiting) waker();
  };

  const someEnd = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener("abort", done);
        resolve();
      };
      signal.addEventListener("abort", done, { once: true });
      wakers.push(done);
    });

  const room = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const now = clock.elapsed();
      while (freeAt.length > 0 && (freeAt[0] ?? 0) <= now) freeAt.shift();
      const full = underWay + freeAt.length >= limit;
      if (now >= pausedUntil && underWay < concurrency && !full) return;

      const nextFree = full ? freeAt[0] : now;
      if (underWay >= concurrency || nextFree === undefined) {
        await someEnd(signal);
        continue;
      }
      const wait = Math.max(nextFree, pausedUntil) - now;
      settings.onWait?.(wait);
      await clock.sleep(wait, signal);
    }
  };

  return {
    async run(task, signal) {
      const turn = line.then(async () => {
        await room(signal);
        underWay += 1;
      });
      line = turn.catch(() => {});
      await turn;
      try {
        return await task();
      } finally {
        underWay -= 1;
        freeAt.push(clock.elapsed() + windowMs);
        wake();
      }
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock.elapsed() + milliseconds);
    },
  };
}
