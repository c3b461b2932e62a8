import type { SandboxReply, SandboxRequest } from "./messages.ts";

/** What goes wrong. "Handled" means that the request takes effect in the workspace all the same. */
export type Fault =
  /** Not handled; this JSON answer instead. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Not handled; an HTML page instead, as proxies send. */
  | {
      readonly kind: "html";
      readonly status: number;
      readonly html?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Not handled; the connection is cut. */
  | { readonly kind: "reset" }
  /** Handled; the connection is cut before the answer. */
  | { readonly kind: "reset-after" }
  /** Handled; nothing arrives for this many milliseconds of real time. */
  | { readonly kind: "slow-headers"; readonly milliseconds: number }
  /** Handled; headers and half of the body arrive, the rest never does. */
  | { readonly kind: "stalled-body" }
  /** Handled; the body ends in the middle. */
  | { readonly kind: "truncated" }
  /** Handled; the status is kept, the body is not JSON. */
  | { readonly kind: "garbage" }
  /** Handled; this answer is made of the true one. */
  | { readonly kind: "applied-then"; readonly answer: (reply: SandboxReply) => SandboxReply }
  /** Handled and answered truly; somebody else does something just before or just after. */
  | { readonly kind: "meanwhile"; readonly when: "before" | "after"; readonly act: () => void };

interface FaultMatch {
  readonly method?: string;
  readonly path?: RegExp;
  /** Further conditions, on the body for example. */
  readonly where?: (request: SandboxRequest) => boolean;
  /** Starts with the n-th matching request, from 1; default 1. */
  readonly nth?: number;
  /** How many matching requests are hit from there on; default 1; `Infinity` for all. */
  readonly times?: number;
}

export interface FaultRule {
  readonly match: FaultMatch;
  readonly fault: Fault;
}

/** Faults waiting to happen. The first rule that matches and is due wins; every matching rule counts the request. */
export interface FaultPlan {
  add(...rules: readonly FaultRule[]): void;
  clear(): void;
  /** The fault for this request, if one is due; counts it. */
  take(request: SandboxRequest): Fault | null;
}

export function createFaultPlan(): FaultPlan {
  let waiting: { rule: FaultRule; seen: number }[] = [];
  return {
    add: (...rules) => {
      waiting.push(...rules.map((rule) => ({ rule, seen: 0 })));
    },
    clear: () => {
      waiting = [];
    },
    take: (request) => {
      let due: Fault | null = null;
      for (const entry of waiting) {
        if (!matches(entry.rule.match, request)) continue;
        entry.seen += 1;
        if (due === null && isDue(entry.rule.match, entry.seen)) due = entry.rule.fault;
      }
      return due;
    },
  };
}

function matches(match: FaultMatch, request: SandboxRequest): boolean {
  if (match.method !== undefined && match.method !== request.method) return false;
  if (match.path !== undefined && !match.path.test(request.path)) return false;
  return match.where === undefined || match.where(request);
}

function isDue(match: FaultMatch, seen: number): boolean {
  const first = match.nth ?? 1;
  return seen >= first && seen < first + (match.times ?? 1);
}
