import { DateTime, Settings } from "luxon";

// An invalid date that travels on as "Invalid DateTime" would end up in a report; better to hear of it where it is made.
Settings.throwOnInvalid = true;

declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** The only way to learn the time or to wait. Tests and `--now` pass their own. */
export interface Clock {
  /** The moment the run speaks of; fixed for the whole run when `--now` is given. */
  asOf(): DateTime;
  /** Milliseconds that only ever grow; for pacing and time-outs, not for dates. */
  elapsed(): number;
  /** Waits. Rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock; `fixed` pins what the run calls "now" and leaves waiting real. */
export function systemClock(fixed?: DateTime): Clock {
  const start = DateTime.utc();
  return {
    asOf: () => fixed ?? start,
    elapsed: () => performance.now(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const timer = setTimeout(() => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        }, milliseconds);
        const onAbort = (): void => {
          clearTimeout(timer);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener("abort", onAbort, { once: true });
      }),
  };
}
