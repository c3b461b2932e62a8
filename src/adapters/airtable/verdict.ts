import { judgeLost, transientStatuses, type CommonVerdict, type RequestKind } from "../lost-answers.ts";
import type { Answer } from "./wire.ts";

/** What to make of one answer. Pure. */
export type Verdict =
  | CommonVerdict
  /** The month's calls are used up: waiting does not help. */
  | { readonly is: "quota" };

/** After a 429 every request to the base is refused for this long (airtable.com/developers/web/api/rate-limits). */
const lockMs = 30_000;
const quotaType = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";

export function judgeAnswer(kind: RequestKind, answer: Answer): Verdict {
  const { status, body, type, retryAfterMs } = answer;
  if (status === 429) {
    if (type === quotaType) return { is: "quota" };
    // Refused without effect, so that writes may be sent again as well.
    const afterMs = Math.max(lockMs, retryAfterMs ?? 0);
    return { is: "again", reason: "Airtable refuses every request for 30 s (429)", afterMs, everybody: true };
  }
  if (transientStatuses.has(status)) return judgeLost(kind, `Airtable answered ${status}`, retryAfterMs);
  if (status < 300 && (typeof body !== "object" || body === null)) {
    return judgeLost(kind, "Airtable's answer was garbled", null);
  }
  return { is: "final" };
}
