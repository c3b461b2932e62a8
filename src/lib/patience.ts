import { ServiceFailedError } from "../errors.ts";
import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";
import { spokenDuration } from "./text.ts";

/** How long a run may wait for a service that is busy or down, in all. */
export interface Patience {
  /**
   * Waits, if the budget allows; waits that overlap are counted once.
   * @throws ServiceFailedError at once when the wait is longer than what is left, saying when to try again.
   */
  wait(milliseconds: number, reason: string): Promise<void>;
  /** Milliseconds that may still be spent. */
  left(): number;
}

export interface PatienceSettings {
  readonly budgetMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** As messages call it: the service and the connection. */
  readonly service: string;
  readonly onWait: (wait: { readonly reason: string; readonly seconds: number }) => void;
}

export function createPatience(settings: PatienceSettings): Patience {
  const { budgetMs, clock, signal, service, onWait } = settings;
  let spent = 0;
  let paidUntil = 0;
  return {
    left: () => budgetMs - spent,
    async wait(milliseconds, reason) {
      const now = clock.elapsed();
      const cost = Math.max(0, now + milliseconds - Math.max(now, paidUntil));
      if (spent + cost > budgetMs) {
        throw new ServiceFailedError(
          `${service}: ${reason}. It would take another ${spokenDuration(milliseconds)}, more than this run may still wait (${spokenDuration(budgetMs - spent)} of ${spokenDuration(budgetMs)}).`,
          {
            hint: `Try again in ${spokenDuration(milliseconds)} or later, or raise patienceMinutes for this connection. Running again is safe: what was already written is recognised.`,
          },
        );
      }
      spent += cost;
      paidUntil = Math.max(paidUntil, now + milliseconds);
      onWait({ reason, seconds: Math.ceil(milliseconds / 1000) });
      await clock.sleep(milliseconds, signal);
    },
  };
}

const firstDelayMs = 1000;
const longestDelayMs = 30_000;

/** Doubling delays from 1 s to 30 s, each between half and the whole, so that several clients part ways. */
export function backoffMs(attempt: number, random: Random): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return Math.round(whole * (0.5 + random() / 2));
}

/**
 * Milliseconds that a `Retry-After` asks for (RFC 9110: seconds, or an HTTP date held against the answer's own
 * `Date`, because the two clocks may differ); null when there is none or it cannot be read.
 */
export function retryAfterMs(retryAfter: string | null, date: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  if (retryAfter.trim() !== "" && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const wait = Date.parse(retryAfter) - Date.parse(date ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
