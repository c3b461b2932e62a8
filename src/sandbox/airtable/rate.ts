import { refusal, type Refusal } from "./errors.ts";
import type { Settings } from "./options.ts";

/** Requests in any one second (rate limits page). */
const PER_BASE = 5;
const PER_USER = 50;
/** How long everything is refused after one request too many, in milliseconds (rate limits page). */
const LOCK = 30_000;
const WINDOW = 1000;

/** How much may be asked, and how long one waits after asking too much. */
export interface Limits {
  /** Counts a request and returns why it is refused, or null. A refused request has no effect. */
  check(request: { baseId: string | null; userId: string }): Refusal | null;
  /** Counts a data request against the month and returns why it is refused, or null. */
  checkQuota(workspaceId: string): Refusal | null;
  /** Data requests this month. */
  used(workspaceId: string): number;
}

interface Gate {
  readonly recent: number[];
  /** Milliseconds since the epoch; requests before it are refused. */
  lockedUntil: number;
}

/** Counters by the clock of the stand-in; all start empty. */
export function createLimits(settings: Settings): Limits {
  const gates = new Map<string, Gate>();
  const months = new Map<string, number>();
  const monthOf = (workspaceId: string): string =>
    `${workspaceId} ${new Date(settings.clock.now()).toISOString().slice(0, 7)}`;

  const isOpen = (key: string, most: number): boolean => {
    const now = settings.clock.now();
    const gate = gates.get(key) ?? { recent: [], lockedUntil: 0 };
    gates.set(key, gate);
    // Whether asking during the wait prolongs it is not documented; here it does not.
    if (now < gate.lockedUntil) return false;
    while ((gate.recent[0] ?? now) <= now - WINDOW) gate.recent.shift();
    if (gate.recent.length >= most) {
      gate.recent.length = 0;
      gate.lockedUntil = now + LOCK;
      return false;
    }
    gate.recent.push(now);
    return true;
  };

  return {
    check: ({ baseId, userId }) => {
      if (!settings.rateLimit) return null;
      const open = isOpen(userId, PER_USER) && (baseId === null || isOpen(baseId, PER_BASE));
      return open ? null : refusal(429, "RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
    },
    checkQuota: (workspaceId) => {
      const key = monthOf(workspaceId);
      const used = months.get(key) ?? 0;
      if (settings.monthlyCalls !== null && used >= settings.monthlyCalls) {
        return refusal(
          429,
          "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
          "This workspace has used all of its API calls for this month",
        );
      }
      months.set(key, used + 1);
      return null;
    },
    used: (workspaceId) => months.get(monthOf(workspaceId)) ?? 0,
  };
}
