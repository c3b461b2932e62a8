import { systemClock } from "../../lib/clock.ts";

/** What time it is in the stand-in; rate windows, cursors and timestamps go by it. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface ManualClock extends SandboxClock {
  /** Moves the time on by this many milliseconds. */
  advance(milliseconds: number): void;
  /** Sets the time to an ISO instant or to milliseconds since 1970. */
  set(time: string | number): void;
}

/** Runs with the machine's clock; starts at `from`, an ISO instant, when given. */
export function runningClock(from?: string): SandboxClock {
  const machine = systemClock();
  const origin = from === undefined ? machine.asOf().toMillis() : Date.parse(from);
  const started = machine.elapsed();
  return { now: () => Math.floor(origin + machine.elapsed() - started) };
}

/** Stands still until a test moves it. */
export function manualClock(from: string): ManualClock {
  let now = Date.parse(from);
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    set: (time) => {
      now = typeof time === "number" ? time : Date.parse(time);
    },
  };
}
