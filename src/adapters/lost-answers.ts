import type { TransportError } from "../lib/deadline-fetch.ts";

/**
 * What may be done again when an answer is lost:
 * - `read`: always.
 * - `repeatable`: a write that ends the same however often it is sent (change by id, delete by id).
 * - `once`: may make something new. No service here knows idempotency keys.
 */
export type RequestKind = "read" | "repeatable" | "once";

/** What every service's answers, or their absence, may come to. */
export type CommonVerdict =
  /** An answer, or a refusal that waiting will not change. */
  | { readonly is: "final" }
  /** `afterMs` null: our own backoff. `everybody`: no request will fare better for so long. */
  | {
      readonly is: "again";
      readonly reason: string;
      readonly afterMs: number | null;
      readonly everybody: boolean;
    }
  | { readonly is: "in-doubt"; readonly reason: string };

/** Answers of servers that failed, and of the proxies before them. */
export const transientStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504, 520, 522, 524]);

/** An answer that does not say whether the request took effect. */
export function judgeLost(kind: RequestKind, reason: string, afterMs: number | null): CommonVerdict {
  return kind === "once" ? { is: "in-doubt", reason } : { is: "again", reason, afterMs, everybody: false };
}

/** No answer at all. @param service as people call it */
export function judgeFault(service: string, kind: RequestKind, error: TransportError): CommonVerdict {
  if (error.fault !== "unsent") return judgeLost(kind, `${service} did not answer: ${error.message}`, null);
  const reason = `${service} cannot be reached: ${error.message}`;
  return { is: "again", reason, afterMs: null, everybody: false };
}
