import type { CallLog, Effect } from "../server/call-log.ts";
import type { FaultPlan } from "../server/fault-plan.ts";
import { listen } from "../server/listen.ts";
import type { SandboxReply, SandboxRequest } from "../server/messages.ts";
import { createService } from "../server/service.ts";
import type { AirtableStandInOptions } from "./options.ts";
import type { Route } from "./routes/call.ts";
import { commentRoutes } from "./routes/comments.ts";
import { metaRoutes } from "./routes/meta.ts";
import { readRoutes } from "./routes/records.ts";
import { createRouter } from "./routes/router.ts";
import { schemaWriteRoutes } from "./routes/schema-write.ts";
import { CONTENT_PATH, uploadRoutes } from "./routes/upload.ts";
import { writeRoutes } from "./routes/write.ts";
import { createState } from "./state.ts";
import { createWorkspace, type AirtableWorkspace } from "./workspace/workspace.ts";

/** A local Airtable: the Web API in front, the workspace behind, and the strings to pull. */
export interface AirtableStandIn {
  readonly handle: (request: SandboxRequest) => Promise<SandboxReply>;
  readonly workspace: AirtableWorkspace;
  readonly log: CallLog;
  readonly faults: FaultPlan;
  /** Kills every page cursor, as a restart of the service does. */
  readonly expireCursors: () => void;
  /** Data requests that the workspace has used this month. */
  readonly callsUsed: (workspaceId?: string) => number;
}

/** The stand-in behind a port. */
export interface RunningAirtable extends AirtableStandIn {
  /** For `AIRTABLE_ENDPOINT_URL`: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** In place of https://content.airtable.com. */
  readonly contentUrl: string;
  /** The most requests that were ever being answered at one time. */
  readonly mostInFlight: () => number;
  close(): Promise<void>;
}

/** Listed before the records' routes, which would take "meta" for a base. */
const ROUTES: readonly Route[] = [
  ...metaRoutes,
  ...schemaWriteRoutes,
  ...uploadRoutes,
  ...commentRoutes,
  ...readRoutes,
  ...writeRoutes,
];

/** Without a socket; call `handle` directly. */
export function createAirtableStandIn(options: AirtableStandInOptions = {}): AirtableStandIn {
  const state = createState(options);
  const { handle, log, faults } = createService({
    handler: createRouter(state, ROUTES),
    clock: state.settings.clock,
    effectOf,
  });
  return {
    handle,
    log,
    faults,
    workspace: createWorkspace(state),
    expireCursors: () => state.cursors.expireAll(),
    callsUsed: (workspaceId = "wspDefault") => state.limits.used(workspaceId),
  };
}

/** On the loopback interface. @param options `port` 0, the default, takes any free one */
export async function startAirtableStandIn(
  options: AirtableStandInOptions & { readonly port?: number } = {},
): Promise<RunningAirtable> {
  const { port = 0, ...rest } = options;
  const standIn = createAirtableStandIn(rest);
  const listening = await listen(standIn.handle, { port });
  return { ...standIn, ...listening, contentUrl: `${listening.url}${CONTENT_PATH}` };
}

/** A list sent by POST is still a list. */
function effectOf({ method, path }: SandboxRequest): Effect {
  return method === "GET" || path.replace(/\/$/, "").endsWith("/listRecords") ? "read" : "write";
}
