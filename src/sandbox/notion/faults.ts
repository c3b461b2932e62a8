import type { Fault } from "../server/fault-plan.ts";
import type { SandboxReply } from "../server/messages.ts";
import { errorBody } from "./errors.ts";
import type { Json } from "./records.ts";

/** What goes wrong at Notion, in its own words (https://developers.notion.com/reference/status-codes). */
export const notionFaults = {
  /** @param seconds for Retry-After; may be more than a minute when a whole workspace is limited */
  rateLimited: (seconds: number, reason = "public_api_request_rate_limit"): Fault =>
    answer(429, "rate_limited", "You have been rate limited. Please try again in a few minutes.", {
      headers: { "retry-after": String(seconds) },
      additionalData: { rate_limit_reason: reason, retry_after: String(seconds) },
    }),
  overloaded: (seconds = 5): Fault =>
    answer(529, "service_overload", "The service is overloaded. Please try again later.", {
      headers: { "retry-after": String(seconds) },
      additionalData: { retry_after: String(seconds) },
    }),
  conflict: (): Fault => answer(409, "conflict_error", "Conflict occurred while saving. Please try again."),
  internalError: (): Fault => answer(500, "internal_server_error", "Unexpected error occurred."),
  unavailable: (): Fault =>
    answer(503, "service_unavailable", "Notion is unavailable, please try again later."),
  databaseUnavailable: (): Fault =>
    answer(503, "database_connection_unavailable", "Notion's database is temporarily unavailable."),
  gatewayTimeout: (): Fault =>
    answer(504, "gateway_timeout", "Notion timed out while handling this request."),
  badGatewayPage: (): Fault => ({ kind: "html", status: 502 }),
  rateLimitedPage: (seconds = 1): Fault => ({
    kind: "html",
    status: 429,
    headers: { "retry-after": String(seconds) },
  }),
  /** The write is kept; the answer says 503 and names what was saved. */
  savedThenUnavailable: (): Fault => ({ kind: "applied-then", answer: savedButUnavailable }),
  /** The write is kept; the answer is a 503 that tells nothing. */
  savedThenSilent: (): Fault => ({
    kind: "applied-then",
    answer: () => ({
      status: 503,
      value: errorBody(503, "service_unavailable", "Notion is unavailable, please try again later."),
    }),
  }),
} as const;

function answer(
  status: number,
  code: string,
  message: string,
  extra: { readonly headers?: Record<string, string>; readonly additionalData?: Json } = {},
): Fault {
  return {
    kind: "answer",
    status,
    body: errorBody(status, code, message, extra.additionalData),
    ...(extra.headers === undefined ? {} : { headers: extra.headers }),
  };
}

/** https://developers.notion.com/reference/request-limits: how a 503 says that a write was saved all the same. */
function savedButUnavailable(reply: SandboxReply): SandboxReply {
  const value = reply.value as Json;
  const results = (value["results"] ?? []) as readonly { id: string; parent: Json }[];
  const parent = results[0]?.parent;
  const committed =
    value["object"] === "list"
      ? {
          committed_resource_id: parent?.["block_id"] ?? parent?.["page_id"],
          committed_child_ids: results.map(({ id }) => id),
        }
      : { committed_resource_id: value["id"] };
  return {
    status: 503,
    value: errorBody(
      503,
      "service_unavailable",
      "The request was saved, but the response could not be completed.",
      {
        retry_guidance: ["The write was committed. Do not repeat it; read the committed resource instead."],
        ...committed,
      },
    ),
  };
}
