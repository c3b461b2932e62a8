import { WriteInDoubtError } from "../../errors.ts";
import { fetchWhole, TransportError, type WholeResponse } from "../../lib/deadline-fetch.ts";
import { backoffMs, type Patience } from "../../lib/patience.ts";
import type { Random } from "../../lib/random.ts";
import type { RateLimiter } from "../../lib/rate-limiter.ts";
import { judgeFault, type RequestKind } from "../lost-answers.ts";
import type { RequestCounts } from "../types.ts";
import { kindOf } from "./request-kind.ts";
import { judgeAnswer, type Verdict } from "./verdict.ts";

export interface TransportSettings {
  readonly connection: string;
  readonly limiter: RateLimiter;
  readonly patience: Patience;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** For one whole answer, in real milliseconds. */
  readonly deadlineMs: number;
}

/** The shape of `fetch` that the SDK asks for, narrowed to what it sends here. */
type PatientFetch = (
  url: string,
  init?: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: unknown },
) => Promise<Response>;

export interface Transport {
  readonly fetch: PatientFetch;
  counts(): RequestCounts;
  /** The service's own clock at its latest answer, in Unix milliseconds; null before the first or when it never says. */
  serviceTime(): number | null;
}

/**
 * Everything between the SDK and the wire: pace, deadline, counting, waiting and trying again. The SDK's own
 * retries are off: they cap waits at 60 s, never repeat a query, and do not see HTML error pages or resets.
 */
export function createTransport(settings: TransportSettings): Transport {
  const { limiter, patience, random, signal, deadlineMs } = settings;
  let [reads, writes, bodies] = [0, 0, 0];
  let serviceTime: number | null = null;

  const count = (kind: RequestKind, path: string): void => {
    if (kind !== "read") writes += 1;
    else reads += 1;
    if (kind === "read" && path.endsWith("/markdown")) bodies += 1;
  };

  const once = async (
    kind: RequestKind,
    send: () => Promise<WholeResponse>,
  ): Promise<{ readonly answer: WholeResponse | null; readonly verdict: Verdict }> => {
    try {
      const answer = await limiter.run(send, signal);
      const date = Date.parse(answer.headers.get("date") ?? "");
      if (!Number.isNaN(date)) serviceTime = date;
      return { answer, verdict: judgeAnswer(kind, answer) };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return { answer: null, verdict: judgeFault("Notion", kind, error) };
    }
  };

  const patientFetch: PatientFetch = async (url, init = {}) => {
    const method = init.method ?? "GET";
    const path = new URL(url).pathname;
    const kind = kindOf(method, path);
    const body = typeof init.body === "string" || init.body instanceof FormData ? init.body : null;
    const send = (): Promise<WholeResponse> => {
      count(kind, path);
      return fetchWhole(url, { method, headers: init.headers ?? {}, body }, { deadlineMs, signal });
    };
    for (let attempt = 0; ; attempt += 1) {
      const { answer, verdict } = await once(kind, send);
      switch (verdict.is) {
        case "final":
          // Only a fault of the transport has no answer, and none of those is final.
          if (answer === null) throw new TypeError("An answer was judged that never came.");
          return asResponse(answer.status, answer.text, answer.headers);
        case "done-after-all":
          return asResponse(200, verdict.body, new Headers({ "content-type": "application/json" }));
        case "in-doubt":
          throw new WriteInDoubtError(
            `Notion (connection “${settings.connection}”): ${verdict.reason}, so it is not known whether the last write arrived.`,
            { hint: "Run again: what was already written is recognised." },
          );
        case "again": {
          const wait = verdict.afterMs ?? backoffMs(attempt, random);
          if (verdict.everybody) limiter.pause(wait);
          await patience.wait(wait, verdict.reason);
        }
      }
    }
  };

  return {
    fetch: patientFetch,
    counts: () => ({ reads, writes, bodies }),
    serviceTime: () => serviceTime,
  };
}

/** Statuses 204 and 205 may not carry a body; Notion sends neither, a proxy may. */
function asResponse(status: number, text: string, headers: Headers): Response {
  const kept = new Headers(headers);
  kept.delete("content-encoding");
  kept.delete("content-length");
  return new Response(status === 204 || status === 205 ? null : text, { status, headers: kept });
}
