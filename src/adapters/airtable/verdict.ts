import type { TransportError } from "../../lib/deadline-fetch.ts";
import type { Answer } from "./wire.ts";

/**
 * What may be done again when an answer is lost:
 * - `read`: always.
 * - `repeatable`: a write that ends the same however often it is sent (change by id, delete by id).
 * - `once`: may make something new. Airtable knows no idempotency keys.
 */
export type RequestKind = "read" | "repeatable" | "once";

/** What to make of one answer, or of its absence. Pure. */
export type Verdict =
  /** An answer, or a refusal that waiting will not change. */
  | { readonly is: "final" }
  /** `afterMs` null: our own backoff. `everybody`: every request to the base is refused for so long. */
  | {
      readonly is: "again";
      readonly reason: string;
      readonly afterMs: number | null;
      readonly everybody: boolean;
    }
  | { readonly is: "in-doubt"; readonly reason: string }
  /** The month's calls are used up: waiting does not help. */
  | { readonly is: "quota" };

/** After a 429 every request to the base is refused for this long (airtable.com/developers/web/api/rate-limits). */
const lockMs = 30_000;
const quotaType = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";
const transient: ReadonlySet<number> = new Set([500, 502, 503, 504, 520, 522, 524]);

export function judgeAnswer(kind: RequestKind, answer: Answer): Verdict {
  const { status, body, type, retryAfterMs } = answer;
  if (status === 429) {
    if (type === quotaType) return { is: "quota" };
    // Refused without effect, so that writes may be sent again as well.
    const afterMs = Math.max(lockMs, retryAfterMs ?? 0);
    return { is: "again", reason: "Airtable refuses every request for 30 s (429)", afterMs, everybody: true };
  }
  if (transient.has(status)) return judgeLost(kind, `Airtable answered ${status}`, retryAfterMs);
  if (status < 300 && (typeof body !== "object" || body === null)) {
    return judgeLost(kind, "Airtable's answer was garbled", null);
  }
  return { is: "final" };
}

export function judgeFault(kind: RequestKind, error: TransportError): Verdict {
  if (error.fault === "unsent") {
    const reason = `Airtable cannot be reached: ${error.message}`;
    return { is: "again", reason, afterMs: null, everybody: false };
  }
  return judgeLost(kind, `Airtable did not answer: ${error.message}`, null);
}

function judgeLost(kind: RequestKind, reason: string, afterMs: number | null): Verdict {
  return kind === "once" ? { is: "in-doubt", reason } : { is: "again", reason, afterMs, everybody: false };
}
