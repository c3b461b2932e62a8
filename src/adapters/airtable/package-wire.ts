import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest, type IncomingMessage } from "node:http";

import Airtable from "airtable";

import { TransportError, type FetchLimits } from "../../lib/deadline-fetch.ts";
import { asNumber, asRecord, asText } from "../../lib/loose.ts";
import { retryAfterMs } from "../../lib/patience.ts";
import type { Answer, RecordsRequest } from "./wire.ts";

export interface PackageSettings {
  readonly token: string;
  /** Without a slash at its end; null for the service's own. */
  readonly endpoint: string | null;
  readonly base: string;
  readonly limits: FetchLimits;
}

/** Carries one request, and always settles: with an answer, a TransportError or the signal's reason. */
export type PackageWire = (request: RecordsRequest) => Promise<Answer>;

/**
 * The `airtable` package, guarded (docs/decisions/0007-airtable-sdk.md). Only `makeRequest` is used: of the package's
 * ways to send a request it is the one that takes a cursor and any parameter, and that rejects on a body which is no JSON.
 */
export function createPackageWire({ token, endpoint, base, limits }: PackageSettings): PackageWire {
  const { deadlineMs, signal } = limits;
  const { makeRequest } = new Airtable({
    apiKey: token,
    // It would retry for ever, and inside the 30 s in which every request is refused.
    noRetryIfRateLimited: true,
    // Its own time-out stops at the headers, so it is only a second net below ours.
    requestTimeout: deadlineMs + 1000,
    ...(endpoint === null ? {} : { endpointUrl: endpoint }),
  }).base(base);

  return async (request) => {
    signal.throwIfAborted();
    const sent: Sent = { request: null, response: null, stopped: false };
    return await new Promise<Answer>((resolve, reject) => {
      const stop = (reason: unknown): void => {
        sent.stopped = true;
        // An open socket would keep the process alive; closing it also settles the package's promise.
        sent.request?.destroy();
        reject(reason);
      };
      const seconds = Math.round(deadlineMs / 1000);
      const timer = setTimeout(
        () => stop(new TransportError("timeout", `no full answer within ${seconds} s`)),
        deadlineMs,
      );
      const onAbort = (): void => stop(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });

      const { method, path, query = {}, body } = request;
      underWay
        .run(sent, () =>
          makeRequest({ method, path, qs: { ...query }, ...(body === undefined ? {} : { body }) }),
        )
        .then((response) => ({ ...noRefusal, status: response.statusCode, body: response.body as unknown }))
        .catch((error: unknown) => answerIn(error, sent))
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          signal.removeEventListener("abort", onAbort);
        });
    });
  };
}

const noRefusal = { type: null, message: null, retryAfterMs: null } as const;

/** What the package keeps to itself about a request of ours. */
interface Sent {
  request: ClientRequest | null;
  response: IncomingMessage | null;
  stopped: boolean;
}

const underWay = new AsyncLocalStorage<Sent>();

// The package takes no signal and hides the socket and the headers; Node tells of every request it starts.
subscribe("http.client.request.start", (message) => {
  const sent = underWay.getStore();
  const { request } = asRecord(message);
  if (sent === undefined || !(request instanceof ClientRequest)) return;
  sent.request = request;
  request.once("response", (response) => {
    sent.response = response;
  });
  if (sent.stopped) request.destroy();
});

/** Its errors are no `Error`s: `{ error, message, statusCode }`. Anything else is thrown on as it is. */
function answerIn(error: unknown, sent: Sent): Answer {
  const { error: word, message, statusCode } = asRecord(error);
  const [type, text, status] = [asText(word), asText(message), asNumber(statusCode)];
  if (type === "CONNECTION_ERROR") throw brokenConnection(text ?? "");
  if (type === null || status === null) throw error;
  const { date = null, "retry-after": retryAfter = null } = sent.response?.headers ?? {};
  return {
    status,
    // With a good status there is only one complaint: that the body is no JSON object.
    body: undefined,
    type: status < 300 ? null : type,
    message: text,
    retryAfterMs: retryAfterMs(retryAfter, date),
  };
}

/** Comes before the first byte of a request is sent. */
const beforeSending = /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/;

function brokenConnection(message: string): TransportError {
  const code = /\bE[A-Z_]{4,}\b/.exec(message)?.[0];
  return new TransportError(
    beforeSending.test(message) ? "unsent" : "lost",
    code === undefined ? "the connection broke" : `the connection broke (${code})`,
  );
}
