import type { Clock } from "../../lib/clock.ts";
import { asRecord, type LooseRecord } from "../../lib/loose.ts";
import { createPatience } from "../../lib/patience.ts";
import { seededRandom } from "../../lib/random.ts";
import { createRateLimiter, type RateLimiter } from "../../lib/rate-limiter.ts";
import { spokenDuration } from "../../lib/text.ts";
import type { RequestKind } from "../lost-answers.ts";
import type { AdapterContext, RequestCounts } from "../types.ts";
import { refuse, type Subject } from "./errors.ts";
import { createPackageWire } from "./package-wire.ts";
import { createTransport } from "./transport.ts";
import { type Answer, fetchAnswer, type RecordsRequest } from "./wire.ts";

/** What the config says about an Airtable connection. */
export interface AirtableSettings {
  /** Name of the environment variable that held the token; for messages only. */
  readonly tokenEnv?: string;
  /** `app…` */
  readonly base: string;
  readonly requestsPerSecond: number;
  readonly patienceMinutes: number;
  /** For one whole answer, body included. */
  readonly timeoutSeconds: number;
}

const ownEndpoint = "https://api.airtable.com";
/** Takes files as bytes (airtable.com/developers/web/api/upload-attachment). */
const ownContentHost = "https://content.airtable.com";
/** Where files go when the endpoint is another one: below it, so that one address redirects both. */
const contentPath = "/content";
/** Pacing shorter than this is not worth a line. */
const quietWaitMs = 2000;

export interface AirtableClient {
  readonly base: string;
  readonly context: AdapterContext;
  /** Reads or changes records. @throws AirtableRefusal, ServiceFailedError, WriteInDoubtError */
  records(subject: Subject, kind: RequestKind, request: RecordsRequest): Promise<LooseRecord>;
  /** Reads below `/v0/meta`. @throws AirtableRefusal, ServiceFailedError */
  meta(subject: Subject, path: string): Promise<LooseRecord>;
  /**
   * Adds a file to an attachment cell; the answer has that cell alone.
   * @throws AirtableRefusal, ServiceFailedError, WriteInDoubtError
   */
  attach(subject: Subject, cell: AttachmentCell, file: AttachedFile): Promise<LooseRecord>;
  counts(): RequestCounts;
  /** Remembers what a load gave for as long as the adapter lives; a load that failed is forgotten. */
  once<Value>(key: string, load: () => Promise<Value>): Promise<Value>;
}

export interface AttachmentCell {
  readonly recordId: string;
  readonly fieldId: string;
}

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export function createClient(settings: AirtableSettings, context: AdapterContext): AirtableClient {
  const { connection, clock, signal, token, onWait } = context;
  const { base } = settings;
  const endpoint = context.baseUrl?.replace(/\/+$/, "") ?? null;
  const limits = { deadlineMs: settings.timeoutSeconds * 1000, signal };
  const wire = createPackageWire({ token, endpoint, base, limits });
  const service = `Airtable (connection “${connection}”)`;
  const transport = createTransport({
    connection,
    signal,
    random: seededRandom(connection),
    patience: createPatience({ budgetMs: settings.patienceMinutes * 60_000, clock, signal, service, onWait }),
    limiter: sharedLimiter(settings, context, endpoint ?? ownEndpoint),
  });

  const get = async (path: string): Promise<Answer> =>
    await fetchAnswer(`${endpoint ?? ownEndpoint}/v0${path}`, token, limits);
  const accept = (answer: Answer, subject: Subject): LooseRecord => {
    if (answer.status >= 300) {
      throw refuse(answer, {
        ...subject,
        connection,
        base,
        tokenEnv: settings.tokenEnv ?? "the environment",
      });
    }
    return asRecord(answer.body);
  };
  const known = new Map<string, Promise<unknown>>();

  return {
    base,
    context,
    async records(subject, kind, request) {
      const [, table = ""] = request.path.split("/");
      const answer = await transport.send({
        kind,
        once: async () => await wire(request),
        // The package replaces the type of every 429, so one small question is asked without it.
        probe: async () => await get(`/${base}/${table}?pageSize=1`),
      });
      return accept(answer, subject);
    },
    async meta(subject, path) {
      const once = async (): Promise<Answer> => await get(`/meta${path}`);
      return accept(await transport.send({ kind: "read", once, probe: null }), subject);
    },
    async attach(subject, { recordId, fieldId }, { name, type, text }) {
      const host = endpoint === null ? ownContentHost : `${endpoint}${contentPath}`;
      const url = `${host}/v0/${base}/${recordId}/${fieldId}/uploadAttachment`;
      const sent = { contentType: type, filename: name, file: Buffer.from(text).toString("base64") };
      const once = async (): Promise<Answer> => await fetchAnswer(url, token, limits, sent);
      return accept(await transport.send({ kind: "once", once, probe: null }), subject);
    },
    counts: () => ({ ...transport.counts(), bodies: 0 }),
    async once<Value>(key: string, load: () => Promise<Value>) {
      const loading = (known.get(key) as Promise<Value> | undefined) ?? load();
      known.set(key, loading);
      try {
        return await loading;
      } catch (error) {
        known.delete(key);
        throw error;
      }
    },
  };
}

/**
 * The limit belongs to the base, whatever number of connections and tokens the config has for it
 * (airtable.com/developers/web/api/rate-limits). Kept by clock, because one run has one clock.
 */
const limiters = new WeakMap<Clock, Map<string, RateLimiter>>();

function sharedLimiter(settings: AirtableSettings, context: AdapterContext, endpoint: string): RateLimiter {
  const { clock, onWait } = context;
  const { base, requestsPerSecond } = settings;
  const ofClock = limiters.get(clock) ?? new Map<string, RateLimiter>();
  limiters.set(clock, ofClock);
  const key = `${endpoint}\n${base}`;
  const known = ofClock.get(key);
  if (known !== undefined) return known;
  const limiter = createRateLimiter({
    limit: Math.max(1, Math.floor(requestsPerSecond)),
    // Fewer than one a second is one in a longer while.
    windowMs: Math.max(1000, 1000 / requestsPerSecond),
    // One at a time: pages of a list are only valid in a row, and a lock-out then costs one refusal.
    concurrency: 1,
    clock,
    onWait: (milliseconds) => {
      if (milliseconds < quietWaitMs) return;
      const reason = `keeping to ${requestsPerSecond} requests a second to the base; next in ${spokenDuration(milliseconds)}`;
      onWait({ reason, seconds: Math.ceil(milliseconds / 1000) });
    },
  });
  // Another run may have ended a moment ago and used up this second; a lock-out would cost thirty.
  limiter.pause(1000);
  ofClock.set(key, limiter);
  return limiter;
}
