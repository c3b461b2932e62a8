import type { WholeResponse } from "../../lib/deadline-fetch.ts";
import { asList, asRecord, asText, parseJson } from "../../lib/loose.ts";
import { retryAfterMs } from "../../lib/patience.ts";
import { judgeLost, transientStatuses, type CommonVerdict, type RequestKind } from "../lost-answers.ts";

/** What to make of one answer. Pure; the rules are those of developers.notion.com/reference/request-limits and /status-codes. */
export type Verdict =
  | CommonVerdict
  /** The service failed after saving, and says what it saved. `body` is the answer it would have given, ids only. */
  | { readonly is: "done-after-all"; readonly body: string };

export function judgeAnswer(kind: RequestKind, answer: WholeResponse): Verdict {
  const body = parseJson(answer.text);
  if (answer.status === 429 || answer.status === 529) return judgeBusy(answer, body);
  // A collision with another save: refused, so nothing was applied.
  if (answer.status === 409) {
    const code = asText(asRecord(body).code) ?? "conflict_error";
    return code === "conflict_error"
      ? {
          is: "again",
          reason: "Notion was saving something else there (409)",
          afterMs: null,
          everybody: false,
        }
      : { is: "final" };
  }
  if (transientStatuses.has(answer.status)) {
    const committed = kind === "once" ? committedBody(body) : null;
    if (committed !== null) return { is: "done-after-all", body: committed };
    return judgeLost(kind, `Notion answered ${answer.status}`, retryAfterOf(answer));
  }
  if (answer.status < 300 && (typeof body !== "object" || body === null)) {
    return judgeLost(kind, "Notion's answer was garbled", null);
  }
  return { is: "final" };
}

/** Busy answers say that nothing was applied, so that writes may be sent again as well. */
function judgeBusy(answer: WholeResponse, body: unknown): Verdict {
  const more = asRecord(asRecord(body).additional_data);
  // Waiting does not lift a block; the SDK's error carries Notion's words to the person.
  if (more.rate_limit_reason === "public_api_request_blocked") return { is: "final" };
  const afterMs = retryAfterOf(answer) ?? retryAfterMs(asText(more.retry_after), null);
  return answer.status === 429
    ? { is: "again", reason: "Notion's rate limit is used up", afterMs, everybody: true }
    : { is: "again", reason: "Notion is overloaded (529)", afterMs, everybody: true };
}

function retryAfterOf(answer: WholeResponse): number | null {
  return retryAfterMs(answer.headers.get("retry-after"), answer.headers.get("date"));
}

/** A 503 may come after the save: a new page's id, or an append's parent and new children in request order. */
function committedBody(body: unknown): string | null {
  const more = asRecord(asRecord(body).additional_data);
  const id = asText(more.committed_resource_id);
  if (id === null) return null;
  const results = asList(more.committed_child_ids).map((child) => ({ object: "block", id: child }));
  return JSON.stringify({ object: "committed", id, results });
}
