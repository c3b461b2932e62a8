import { ServiceFailedError, WriteInDoubtError } from "../../errors.ts";
import { TransportError } from "../../lib/deadline-fetch.ts";
import { backoffMs, type Patience } from "../../lib/patience.ts";
import type { Random } from "../../lib/random.ts";
import type { RateLimiter } from "../../lib/rate-limiter.ts";
import { judgeFault, type RequestKind } from "../lost-answers.ts";
import { judgeAnswer, type Verdict } from "./verdict.ts";
import type { Answer } from "./wire.ts";

export interface TransportSettings {
  readonly connection: string;
  readonly limiter: RateLimiter;
  readonly patience: Patience;
  readonly random: Random;
  readonly signal: AbortSignal;
}

export interface Sending {
  readonly kind: RequestKind;
  /** Sends once; throws TransportErrors. */
  readonly once: () => Promise<Answer>;
  /**
   * Asks something harmless to learn what a 429 is about, where `once` cannot tell; null when it can.
   * The answer counts for its refusal alone.
   */
  readonly probe: (() => Promise<Answer>) | null;
}

export interface Transport {
  /**
   * Sends until there is an answer that waiting would not change.
   * @throws ServiceFailedError past our patience, or at once when the month's calls are used up;
   *   WriteInDoubtError when the answer to a `once` was lost.
   */
  send(sending: Sending): Promise<Answer>;
  counts(): { readonly reads: number; readonly writes: number };
}

/** So that several jobs which were locked out together do not come back together. */
const jitterMs = 3000;

/** Pace, counting, waiting and trying again, whoever carries the request. */
export function createTransport(settings: TransportSettings): Transport {
  const { connection, limiter, patience, random, signal } = settings;
  let [reads, writes] = [0, 0];

  const count = async (kind: RequestKind, send: () => Promise<Answer>): Promise<Answer> =>
    await limiter.run(async () => {
      if (kind === "read") reads += 1;
      else writes += 1;
      return await send();
    }, signal);

  /** A probe that itself goes astray leaves what is known: too many requests. */
  const clarified = async (answer: Answer, probe: () => Promise<Answer>): Promise<Answer> => {
    try {
      const { status, type, retryAfterMs } = await count("read", probe);
      if (status !== 429) return answer;
      return { ...answer, type, retryAfterMs: Math.max(answer.retryAfterMs ?? 0, retryAfterMs ?? 0) };
    } catch (error) {
      if (error instanceof TransportError) return answer;
      throw error;
    }
  };

  const attempt = async ({
    kind,
    once,
    probe,
  }: Sending): Promise<{ answer: Answer | null; verdict: Verdict }> => {
    try {
      const bare = await count(kind, once);
      const answer = bare.status === 429 && probe !== null ? await clarified(bare, probe) : bare;
      return { answer, verdict: judgeAnswer(kind, answer) };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return { answer: null, verdict: judgeFault("Airtable", kind, error) };
    }
  };

  return {
    counts: () => ({ reads, writes }),
    async send(sending) {
      for (let tries = 0; ; tries += 1) {
        const { answer, verdict } = await attempt(sending);
        switch (verdict.is) {
          case "final":
            // Only a fault of the transport has no answer, and none of those is final.
            if (answer === null) throw new TypeError("An answer was judged that never came.");
            return answer;
          case "quota":
            throw quotaSpent(connection);
          case "in-doubt":
            throw new WriteInDoubtError(
              `Airtable (connection “${connection}”): ${verdict.reason}, so it is not known whether the last write arrived.`,
              { hint: "Run again: what was already written is recognised." },
            );
          case "again": {
            const jitter = verdict.everybody ? Math.round(random() * jitterMs) : 0;
            const wait = (verdict.afterMs ?? backoffMs(tries, random)) + jitter;
            if (verdict.everybody) limiter.pause(wait);
            await patience.wait(wait, verdict.reason);
          }
        }
      }
    },
  };
}

function quotaSpent(connection: string): ServiceFailedError {
  return new ServiceFailedError(
    `Airtable (connection “${connection}”): the workspace has used up its API calls for this month.`,
    {
      hint: "Waiting a few minutes will not help: calls are accepted again when the month is over, or after a change of plan. Every integration of the workspace draws on the same calls (workspace settings show how many are left).",
    },
  );
}
