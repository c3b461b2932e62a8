import type { SandboxRequest } from "./messages.ts";

export type Effect = "read" | "write";

/** One request that reached the stand-in, in the order in which they came. */
export interface Call {
  /** From 1. */
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
  /** HTTP status sent back; 0 when the connection was cut instead. */
  readonly status: number;
  /** Milliseconds since 1970 by the stand-in's clock. */
  readonly at: number;
  /** What the request asked for, whether or not it was granted. */
  readonly effect: Effect;
  /** Kind of the injected fault; null when the answer was the stand-in's own. */
  readonly fault: string | null;
}

export interface CallLog {
  /** All calls so far. */
  readonly calls: readonly Call[];
  reads(): readonly Call[];
  writes(): readonly Call[];
  /** Calls whose `METHOD path` matches. */
  matching(pattern: RegExp): readonly Call[];
  clear(): void;
  /** Tells of every further call; returns the way to stop. */
  subscribe(listener: (call: Call) => void): () => void;
}

export interface CallRecorder extends CallLog {
  record(request: SandboxRequest, outcome: Pick<Call, "status" | "at" | "effect" | "fault">): void;
}

export function createCallLog(): CallRecorder {
  const calls: Call[] = [];
  const listeners = new Set<(call: Call) => void>();
  let count = 0;
  return {
    calls,
    reads: () => calls.filter((call) => call.effect === "read"),
    writes: () => calls.filter((call) => call.effect === "write"),
    matching: (pattern) => calls.filter((call) => pattern.test(`${call.method} ${call.path}`)),
    clear: () => {
      calls.length = 0;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record: ({ method, path, query, body }, outcome) => {
      count += 1;
      const call: Call = { n: count, method, path, query, body, ...outcome };
      calls.push(call);
      for (const listener of listeners) listener(call);
    },
  };
}

/** One line for a terminal. */
export function formatCall(call: Call): string {
  const query = Object.entries(call.query)
    .flatMap(([key, values]) => values.map((value) => `${key}=${value}`))
    .join("&");
  const target = query === "" ? call.path : `${call.path}?${query}`;
  const status = call.status === 0 ? "cut" : String(call.status);
  const fault = call.fault === null ? "" : ` (injected: ${call.fault})`;
  return `${String(call.n).padStart(4)} ${status} ${call.effect} ${call.method} ${target}${fault}`;
}
