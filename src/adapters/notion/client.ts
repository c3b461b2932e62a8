import { Client } from "@notionhq/client";

import { hashOf } from "../../lib/hash.ts";
import type { Clock } from "../../lib/clock.ts";
import { createPatience } from "../../lib/patience.ts";
import { seededRandom } from "../../lib/random.ts";
import { createRateLimiter, type RateLimiter } from "../../lib/rate-limiter.ts";
import { spokenDuration } from "../../lib/text.ts";
import type { AdapterContext } from "../types.ts";
import { type Capability, explain } from "./errors.ts";
import { createTransport, type Transport } from "./transport.ts";

/** What the config says about a Notion connection. */
export interface NotionSettings {
  /** Name of the environment variable that held the token; for messages only. */
  readonly tokenEnv?: string;
  readonly requestsPerMinute: number;
  readonly patienceMinutes: number;
  /** For one whole answer, body included. */
  readonly timeoutSeconds: number;
}

/** The version this folder is written for (developers.notion.com/guides/get-started/upgrade-guide-2026-03-11). */
const notionVersion = "2026-03-11";
/** Fixed windows of 60 s (developers.notion.com/reference/request-limits), and 250 ms for clocks that do not tick alike. */
const windowMs = 60_000 + 250;
/** Enough to reach 10 requests a second at 0.8 s an answer. */
const concurrency = 8;
/** Pacing shorter than this is not worth a line. */
const quietWaitMs = 2000;
/** The SDK's timer must outlast every wait of ours: the longest that Node's timers take. */
const sdkTimeoutMs = 2 ** 31 - 1;

export interface Notion {
  readonly sdk: Client;
  readonly transport: Transport;
  readonly context: AdapterContext;
  /** Calls the SDK and turns its errors into ours, speaking of `what` and of `id` as the config has it. */
  ask<Answer>(subject: Asked, call: (sdk: Client) => Promise<Answer>): Promise<Answer>;
}

export interface Asked {
  readonly what: string;
  readonly id: string;
  /** Default: "Read content". */
  readonly capability?: Capability;
}

export function createNotion(settings: NotionSettings, context: AdapterContext): Notion {
  const { connection, clock, signal, onWait } = context;
  const service = `Notion (connection “${connection}”)`;
  const transport = createTransport({
    connection,
    signal,
    deadlineMs: settings.timeoutSeconds * 1000,
    random: seededRandom(connection),
    patience: createPatience({ budgetMs: settings.patienceMinutes * 60_000, clock, signal, service, onWait }),
    limiter: sharedLimiter(settings, context),
  });
  const sdk = new Client({
    auth: context.token,
    notionVersion,
    retry: false,
    timeoutMs: sdkTimeoutMs,
    fetch: transport.fetch,
    // Its default logger writes to the console.
    logger: () => {},
    ...(context.baseUrl === null ? {} : { baseUrl: context.baseUrl.replace(/\/+$/, "") }),
  });
  const tokenEnv = settings.tokenEnv ?? "the environment";
  return {
    sdk,
    transport,
    context,
    async ask(subject, call) {
      try {
        return await call(sdk);
      } catch (error) {
        throw explain(error, { connection, tokenEnv, capability: "Read content", ...subject });
      }
    },
  };
}

/**
 * The budget belongs to the token, whatever number of connections in the config use it. Kept by clock, because
 * one run has one clock; the token itself is not kept.
 */
const limiters = new WeakMap<Clock, Map<string, RateLimiter>>();

function sharedLimiter(settings: NotionSettings, context: AdapterContext): RateLimiter {
  const { clock, onWait } = context;
  const ofClock = limiters.get(clock) ?? new Map<string, RateLimiter>();
  limiters.set(clock, ofClock);
  const key = hashOf(`${context.baseUrl ?? ""}\n${context.token}`);
  const known = ofClock.get(key);
  if (known !== undefined) return known;
  const limiter = createRateLimiter({
    limit: settings.requestsPerMinute,
    windowMs,
    concurrency,
    clock,
    onWait: (milliseconds) => {
      if (milliseconds < quietWaitMs) return;
      const reason = `keeping to ${settings.requestsPerMinute} requests a minute; next in ${spokenDuration(milliseconds)}`;
      onWait({ reason, seconds: Math.ceil(milliseconds / 1000) });
    },
  });
  ofClock.set(key, limiter);
  return limiter;
}
