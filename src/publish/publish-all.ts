import type { ReportDraft, ReportPlace } from "../adapters/types.ts";
import { InterruptedError } from "../errors.ts";
import { publishReport, type Publication } from "./apply.ts";
import type { PublishOptions } from "./writing.ts";

/** One report and the place that should hold it. */
export interface PublishTarget {
  readonly connection: string;
  readonly place: ReportPlace;
  readonly draft: ReportDraft;
}

export interface PublishOutcome {
  readonly publications: readonly Publication[];
  /** What failed, in the order of the targets; the caller decides what the process ends with. */
  readonly failures: readonly PublishFailure[];
}

export interface PublishFailure {
  readonly connection: string;
  readonly place: string;
  readonly error: unknown;
}

/**
 * Publishes to several places, one after another. A place that fails does not keep the report from the others;
 * only an interruption ends the round. Never throws.
 */
export async function publishAll(
  targets: readonly PublishTarget[],
  options: Omit<PublishOptions, "connection">,
): Promise<PublishOutcome> {
  const publications: Publication[] = [];
  const failures: PublishFailure[] = [];
  for (const { connection, place, draft } of targets) {
    try {
      publications.push(await publishReport(place, draft, { ...options, connection }));
    } catch (error) {
      failures.push({ connection, place: place.name, error });
      if (error instanceof InterruptedError) break;
    }
  }
  return { publications, failures };
}
