import type { Change, ComposedReport, FoundReport, ReportPlace } from "../adapters/types.ts";
import { InterruptedError, ServiceFailedError, ServiceRefusedError, WriteInDoubtError } from "../errors.ts";
import type { Cache } from "../lib/cache.ts";
import type { Clock } from "../lib/clock.ts";
import type { Memory } from "./fingerprint.ts";

export interface PublishOptions {
  /** Plans, reads and tells, but writes nothing. */
  readonly dryRun: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  /** The connection's name in the config. */
  readonly connection: string;
  /** Told after every confirmed change of a present report. */
  readonly onProgress?: ((progress: PublishProgress) => void) | undefined;
}

export interface PublishProgress {
  /** The place's name. */
  readonly place: string;
  readonly done: number;
  readonly total: number;
}

/** One report on its way into one place. */
export interface Job {
  readonly place: ReportPlace;
  readonly wanted: ComposedReport;
  readonly wantedHash: string;
  readonly options: PublishOptions;
  readonly memory: Memory;
  /** The plan so far, as lines for people. */
  readonly lines: Set<string>;
  readonly notes: Set<string>;
  writes: number;
  creation: "not-tried" | "in-doubt" | "confirmed";
  /** What our own confirmed create gave back. */
  made: FoundReport | null;
  /** Looks that found nothing since a create whose answer was lost. */
  fruitlessLooks: number;
  /** Lost answers since the last confirmed write. */
  doubts: number;
  /** What the service refused, by name: a write is not sent twice, a read is tried once more. */
  readonly refusals: Map<string, ServiceRefusedError>;
  /** Set for the round that looks once more at what inserts have made. */
  verifying: boolean;
}

export type WriteOutcome = "done" | "in-doubt" | "refused";

/** Wait before looking again after a lost answer, in milliseconds; doubles each time. */
export const firstWait = 2000;
/** Lost answers in a row that we put up with; the waits add up to half a minute. */
const doubtsBorne = 4;

/**
 * The only door to the workspace. A write whose answer was lost, and one that was refused (somebody may have changed
 * the report meanwhile), are not errors yet: the caller looks again before anything else is sent.
 * @throws ServiceRefusedError when looking again led to the very write that was refused; ServiceFailedError when too
 *   many answers in a row were lost; InterruptedError before sending, when the run was told to stop.
 */
export async function write(job: Job, name: string, send: () => Promise<void>): Promise<WriteOutcome> {
  stopIfAborted(job);
  const refusal = job.refusals.get(name);
  if (refusal) throw refusal;
  job.writes += 1;
  try {
    await send();
    job.doubts = 0;
    return "done";
  } catch (error) {
    stopIfAborted(job);
    if (error instanceof ServiceRefusedError) {
      job.refusals.set(name, error);
      return "refused";
    }
    if (!(error instanceof WriteInDoubtError)) throw error;
    await bearDoubt(job, error);
    return "in-doubt";
  }
}

/** What tells one change from another, so that a refused one is known again. */
export function nameOfChange(change: Change): string {
  if (change.do === "insert") return JSON.stringify([change.do, change.parent, change.after]);
  return change.do === "set-fields" ? change.do : `${change.do} ${change.id}`;
}

/** @throws InterruptedError when the run was told to stop. */
export function stopIfAborted(job: Job): void {
  if (job.options.signal.aborted) throw new InterruptedError();
}

async function bearDoubt(job: Job, error: WriteInDoubtError): Promise<void> {
  job.doubts += 1;
  if (job.doubts > doubtsBorne)
    throw new ServiceFailedError(
      `The answers to ${job.doubts} writes in a row to ${job.place.name} were lost, so the report may be incomplete.`,
      { hint: "Run again in a few minutes: what was already written is recognised.", cause: error },
    );
  await job.options.clock.sleep(firstWait * 2 ** (job.doubts - 1), job.options.signal);
}
