import { DateTime } from "luxon";

import { createNotionAdapter, type NotionSettings } from "../../../src/adapters/notion/index.ts";
import type { Adapter, AdapterContext } from "../../../src/adapters/types.ts";
import type { Cache } from "../../../src/lib/cache.ts";
import { notionFaults } from "../../../src/sandbox/notion/faults.ts";
import type { NotionStandInOptions } from "../../../src/sandbox/notion/options.ts";
import { createNotionStandIn, type NotionStandIn } from "../../../src/sandbox/notion/stand-in.ts";
import type { Capabilities } from "../../../src/sandbox/notion/records.ts";
import type { Fault } from "../../../src/sandbox/server/fault-plan.ts";
import { listen } from "../../../src/sandbox/server/listen.ts";
import type { SandboxRequest } from "../../../src/sandbox/server/messages.ts";
import { fakeClock, type FakeClock } from "../../lib/fake-clock.ts";
import type { ContractFault } from "../contract.ts";

export const token = "ntn_the-right-token";
const wrongToken = "ntn_wrong-token";
const startedAt = "2026-11-16T12:00:00Z";

export interface NotionWorld extends NotionStandIn {
  readonly url: string;
  readonly time: FakeClock;
  readonly cache: Cache;
  /** The top page that is shared with the connection. */
  readonly home: string;
  /** Everything that the adapters said while waiting. */
  readonly waits: readonly string[];
  adapter(options?: AdapterOptions): Adapter;
  stop(): Promise<void>;
}

interface AdapterOptions {
  readonly token?: string;
  readonly settings?: Partial<NotionSettings>;
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
  readonly cache?: Cache;
}

export interface WorldOptions extends NotionStandInOptions {
  readonly capabilities?: Partial<Capabilities>;
}

/** A stand-in over real HTTP whose time is the adapter's: it passes by waiting, and waiting takes no time. */
export async function notionWorld({ capabilities, ...options }: WorldOptions = {}): Promise<NotionWorld> {
  const time = fakeClock(startedAt);
  const start = DateTime.fromISO(startedAt).toMillis();
  const standIn = createNotionStandIn({ clock: { now: () => start + time.elapsed() }, seed: 1, ...options });
  const server = await listen(async (request) => {
    const reply = await standIn.handle(request);
    const date = DateTime.fromMillis(standIn.clock.now()).toHTTP();
    return { ...reply, headers: { ...reply.headers, ...(date === null ? {} : { date }) } };
  });
  const { workspace } = standIn;
  workspace.addUser({ name: "Ana Ruiz" });
  const home = workspace.addPage({ parent: null, title: "Planning" });
  workspace.addBot({
    token,
    name: "sothat",
    shared: [home],
    ...(capabilities === undefined ? {} : { capabilities }),
  });
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
    cache,
    home,
    waits,
    adapter: (more = {}) => {
      const context: AdapterContext = {
        connection: "team-notion",
        token: more.token ?? token,
        baseUrl: server.url,
        clock: time,
        signal: more.signal ?? new AbortController().signal,
        cache: more.cache ?? cache,
        timezone: "America/Chicago",
        onWait: ({ reason, seconds }) => void waits.push(`${reason} (${seconds} s)`),
      };
      const settings = {
        tokenEnv: "NOTION_TOKEN",
        requestsPerMinute: 180,
        patienceMinutes: 15,
        timeoutSeconds: (more.deadlineMs ?? 15_000) / 1000,
        ...more.settings,
      };
      return createNotionAdapter(settings, context);
    },
    stop: async () => await server.close(),
  };
}

export function strangerIn(world: NotionWorld): Adapter {
  return world.adapter({ token: wrongToken });
}

const isRead = (request: SandboxRequest): boolean =>
  request.method === "GET" || /\/(query|search)$/.test(request.path);

const faults: Readonly<Record<ContractFault, Fault>> = {
  busy: notionFaults.rateLimited(7),
  down: notionFaults.unavailable(),
  reset: { kind: "reset" },
  lost: { kind: "reset-after" },
  garbled: { kind: "garbage" },
  stalled: { kind: "stalled-body" },
};

export function failNext(world: NotionWorld, how: ContractFault, on: "read" | "write", times: number): void {
  failWith(world, faults[how], on, times);
}

export function failWith(world: NotionWorld, fault: Fault, on: "read" | "write", times = 1): void {
  world.faults.add({ match: { where: (request) => isRead(request) === (on === "read"), times }, fault });
}
