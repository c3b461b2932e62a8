import type { SandboxClock } from "../server/clock.ts";
import { NotionError } from "./errors.ts";

/** Fixed windows, as https://developers.notion.com/reference/request-limits describes them. */
const WINDOW = 60_000;

export interface RateWindow {
  /** @throws NotionError (rate_limited) when the budget of the running window is spent. */
  count(key: string): void;
}

/**
 * Counts requests per key in fixed windows of a minute; the whole budget may be spent at once.
 * @param budget requests a window; null for no limit
 */
export function createRateWindow(clock: SandboxClock, budget: number | null, reason: string): RateWindow {
  const windows = new Map<string, { start: number; used: number }>();
  return {
    count: (key) => {
      if (budget === null) return;
      const now = clock.now();
      let window = windows.get(key);
      if (window === undefined || now >= window.start + WINDOW) {
        window = { start: now, used: 0 };
        windows.set(key, window);
      }
      window.used += 1;
      if (window.used > budget)
        throw rateLimited(Math.max(1, Math.ceil((window.start + WINDOW - now) / 1000)), reason);
    },
  };
}

/** @param seconds whole seconds until the next try */
function rateLimited(seconds: number, reason: string): NotionError {
  return new NotionError("rate_limited", "You have been rate limited. Please try again in a few minutes.", {
    headers: { "retry-after": String(seconds) },
    additionalData: { rate_limit_reason: reason, retry_after: String(seconds) },
  });
}
