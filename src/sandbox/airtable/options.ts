import { runningClock, type SandboxClock } from "../server/clock.ts";
import type { MissingRecordForm } from "./errors.ts";

/** Where the documentation is silent or readers disagree, a switch says which way the stand-in goes. */
export interface AirtableStandInOptions {
  /** Default: the machine's time. */
  readonly clock?: SandboxClock;
  /** Ids, the order of unsorted lists and signed URLs follow from it. Default "airtable". */
  readonly seed?: string;
  /** 5 requests a second a base and 50 a user, then 30 s of refusals. Default true. */
  readonly rateLimit?: boolean;
  /** Send `Retry-After` with a 429; nothing documents that header there. Default false. */
  readonly retryAfterHeader?: boolean;
  /** Data requests a workspace may make a calendar month. Default null: no limit. */
  readonly monthlyCalls?: number | null;
  /** Unknown query and body keys are refused. Default true. */
  readonly strictKeys?: boolean;
  /** How a single-record route says that the record is gone. Default "model-id". */
  readonly missingRecord?: MissingRecordForm;
  /** Milliseconds a page cursor lives without being used; unpublished, so 5 minutes by default. */
  readonly cursorLifetime?: number;
  /** Pages after which a cursor dies. Default null: never. */
  readonly cursorPages?: number | null;
  /** Rich text comes back rewritten. Default true. */
  readonly normaliseRichText?: boolean;
  /** Milliseconds until a file given by URL shows up in its cell. Default 1,000. */
  readonly fetchDelay?: number;
}

/** The options with every default filled in. */
export type Settings = Required<AirtableStandInOptions>;

/** Fills in what was not given. */
export function withDefaults(options: AirtableStandInOptions): Settings {
  return {
    clock: runningClock(),
    seed: "airtable",
    rateLimit: true,
    retryAfterHeader: false,
    monthlyCalls: null,
    strictKeys: true,
    missingRecord: "model-id",
    cursorLifetime: 300_000,
    cursorPages: null,
    normaliseRichText: true,
    fetchDelay: 1000,
    ...options,
  };
}
