import { DateTime } from "luxon";

import { type AirtableSettings, createAirtableAdapter } from "../../../src/adapters/airtable/index.ts";
import type { Adapter, AdapterContext } from "../../../src/adapters/types.ts";
import type { Cache } from "../../../src/lib/cache.ts";
import type { AirtableStandInOptions } from "../../../src/sandbox/airtable/options.ts";
import { type AirtableStandIn, createAirtableStandIn } from "../../../src/sandbox/airtable/stand-in.ts";
import { overloaded, rateLimited } from "../../../src/sandbox/airtable/faults.ts";
import type { Base, Table } from "../../../src/sandbox/airtable/model.ts";
import type { FieldInput } from "../../../src/sandbox/airtable/schema.ts";
import type { Fault } from "../../../src/sandbox/server/fault-plan.ts";
import { listen } from "../../../src/sandbox/server/listen.ts";
import type { SandboxRequest } from "../../../src/sandbox/server/messages.ts";
import { fakeClock, type FakeClock } from "../../lib/fake-clock.ts";
import type { ContractFault } from "../contract.ts";

const wrongToken = "patWrong000000000.wrong-token";
const startedAt = "2026-11-16T12:00:00Z";

export interface AirtableWorld extends AirtableStandIn {
  readonly url: string;
  readonly time: FakeClock;
  readonly base: Base;
  readonly userId: string;
  readonly token: string;
  /** Everything that the adapters said while waiting. */
  readonly waits: readonly string[];
  readonly cache: Cache;
  adapter(options?: AdapterOptions): Adapter;
  addReports(more?: readonly FieldInput[]): Table;
  stop(): Promise<void>;
}

export interface AdapterOptions {
  readonly token?: string;
  readonly settings?: Partial<AirtableSettings>;
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

/** A stand-in over real HTTP whose time is the adapter's: it passes by waiting, and waiting takes no time. */
export async function airtableWorld(options: AirtableStandInOptions = {}): Promise<AirtableWorld> {
  const time = fakeClock(startedAt);
  const start = DateTime.fromISO(startedAt).toMillis();
  const standIn = createAirtableStandIn({ clock: { now: () => start + time.elapsed() }, ...options });
  const server = await listen(standIn.handle);
  const { workspace } = standIn;
  const base = workspace.addBase({ name: "Program" });
  const user = workspace.addUser({ name: "Report job", email: "job@example.org" });
  workspace.share(base.id, user.id, "edit");
  const token = workspace.issueToken({ userId: user.id });
  const kept = new Map<string, string>();
  const cache: Cache = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
  const waits: string[] = [];
  return {
    ...standIn,
    url: server.url,
    time,
    base,
    userId: user.id,
    token,
    waits,
    cache,
    adapter: (more = {}) => {
      const context: AdapterContext = {
        connection: "program-base",
        token: more.token ?? token,
        baseUrl: server.url,
        clock: time,
        signal: more.signal ?? new AbortController().signal,
        cache,
        timezone: "America/Chicago",
        onWait: ({ reason, seconds }) => void waits.push(`${reason} (${seconds} s)`),
      };
      const settings = {
        tokenEnv: "AIRTABLE_TOKEN",
        base: base.id,
        requestsPerSecond: 4,
        patienceMinutes: 15,
        timeoutSeconds: (more.deadlineMs ?? 10_000) / 1000,
        ...more.settings,
      };
      return createAirtableAdapter(settings, context);
    },
    addReports: (more = []) =>
      workspace.addTable(base.id, {
        name: "Reports",
        fields: [
          { name: "Name", type: "singleLineText" },
          { name: "Report key", type: "singleLineText" },
          { name: "Report", type: "multilineText" },
          { name: "Goals", type: "number", options: { precision: 0 } },
          { name: "Period", type: "singleLineText" },
          { name: "Date", type: "date" },
          ...more,
        ],
      }),
    stop: async () => await server.close(),
  };
}

export function strangerIn(world: AirtableWorld): Adapter {
  return world.adapter({ token: wrongToken });
}

export const richColumn: FieldInput = { name: "Report (rich text)", type: "richText" };

const isRead = (request: SandboxRequest): boolean => request.method === "GET";

const faults: Readonly<Record<ContractFault, Fault>> = {
  busy: rateLimited,
  down: overloaded(),
  reset: { kind: "reset" },
  lost: { kind: "reset-after" },
  garbled: { kind: "garbage" },
  stalled: { kind: "stalled-body" },
};

export function failNext(
  world: AirtableWorld,
  how: ContractFault,
  on: "read" | "write",
  times: number,
): void {
  failWith(world, faults[how], on, times);
}

export function failWith(world: AirtableWorld, fault: Fault, on: "read" | "write", times = 1): void {
  world.faults.add({ match: { where: (request) => isRead(request) === (on === "read"), times }, fault });
}
