import { gzipSync } from "node:zlib";
import type { Fault } from "../server/fault-plan.ts";
import { replyText } from "../server/messages.ts";

/** The troubles that Airtable is known for, ready to put into the fault plan. */

/** An unexpected failure; it happens on plain reads too. */
export const serverError: Fault = {
  kind: "answer",
  status: 500,
  body: { error: { type: "SERVER_ERROR", message: "Try again. If the problem persists, contact support." } },
};

/** What a proxy sends during a restart: no JSON. */
export const badGateway: Fault = { kind: "html", status: 502 };

/** A 200 that is a web page; the official package never comes back from it. */
export const pageInsteadOfJson: Fault = { kind: "html", status: 200 };

/** @param retryAfter seconds; null: no header */
export function overloaded(retryAfter: number | null = null): Fault {
  return {
    kind: "answer",
    status: 503,
    body: { error: { type: "RETRIABLE_ERROR", message: "The server is temporarily unavailable" } },
    headers: retryAfter === null ? {} : { "retry-after": String(retryAfter) },
  };
}

/** A 429 in the collected form that some clients have quoted. */
export const rateLimited: Fault = {
  kind: "answer",
  status: 429,
  body: { errors: [{ error: "RATE_LIMIT_REACHED", message: "Rate limit exceeded. Please try again later" }] },
};

/** The month is spent; waiting does not help. */
export const monthSpent: Fault = {
  kind: "answer",
  status: 429,
  body: {
    error: {
      type: "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
      message: "This workspace has used all of its API calls for this month",
    },
  },
};

/** The second documented form of 404. */
export const notFoundObject: Fault = { kind: "answer", status: 404, body: { error: { type: "NOT_FOUND" } } };

/** The true answer, compressed. */
export const compressed: Fault = {
  kind: "applied-then",
  answer: (reply) => ({
    ...reply,
    bytes: gzipSync(replyText(reply)),
    headers: { ...reply.headers, "content-encoding": "gzip" },
  }),
};
