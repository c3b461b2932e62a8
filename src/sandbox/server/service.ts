import type { SandboxClock } from "./clock.ts";
import { createCallLog, type CallLog, type CallRecorder, type Effect } from "./call-log.ts";
import { createFaultPlan, type Fault, type FaultPlan } from "./fault-plan.ts";
import { replyText, type Handler, type SandboxReply, type SandboxRequest } from "./messages.ts";

export interface ServiceOptions {
  readonly handler: Handler;
  readonly clock: SandboxClock;
  /** Which requests are meant to change something. */
  readonly effectOf: (request: SandboxRequest) => Effect;
}

/** A handler with its log and its faults. */
export interface Service {
  readonly handle: (request: SandboxRequest) => Promise<SandboxReply>;
  readonly log: CallLog;
  readonly faults: FaultPlan;
}

const PROXY_PAGE =
  "<html><head><title>Error</title></head><body><center><h1>Error</h1></center></body></html>";

/** Wraps a handler so that every call is logged and planned faults happen. */
export function createService(options: ServiceOptions): Service {
  const log: CallRecorder = createCallLog();
  const faults = createFaultPlan();
  return {
    log,
    faults,
    handle: async (request) => {
      const fault = faults.take(request);
      const reply = await suffer(options.handler, request, fault);
      log.record(request, {
        status: reply.delivery?.do === "reset" ? 0 : reply.status,
        at: options.clock.now(),
        effect: options.effectOf(request),
        fault: fault?.kind ?? null,
      });
      return reply;
    },
  };
}

async function suffer(handler: Handler, request: SandboxRequest, fault: Fault | null): Promise<SandboxReply> {
  if (fault === null) return handler(request);
  switch (fault.kind) {
    case "answer":
      return { status: fault.status, value: fault.body, headers: fault.headers ?? {} };
    case "html":
      return {
        status: fault.status,
        text: fault.html ?? PROXY_PAGE,
        headers: { "content-type": "text/html", ...fault.headers },
      };
    case "reset":
      return { status: 0, delivery: { do: "reset" } };
    case "meanwhile": {
      if (fault.when === "before") fault.act();
      const reply = await handler(request);
      if (fault.when === "after") fault.act();
      return reply;
    }
    default:
      return spoil(await handler(request), fault);
  }
}

type AfterEffect = Exclude<Fault, { readonly kind: "answer" | "html" | "reset" | "meanwhile" }>;

function spoil(reply: SandboxReply, fault: AfterEffect): SandboxReply {
  switch (fault.kind) {
    case "reset-after":
      return { ...reply, delivery: { do: "reset" } };
    case "slow-headers":
      return { ...reply, delivery: { do: "delay", milliseconds: fault.milliseconds } };
    case "stalled-body":
      return { ...reply, delivery: { do: "stall" } };
    case "truncated": {
      const text = replyText(reply);
      return { ...reply, text: text.slice(0, text.length >> 1) };
    }
    case "garbage":
      return { ...reply, text: "\u0000\u0001 not JSON \ufffd" };
    case "applied-then":
      return fault.answer(reply);
  }
}
