import { setTimeout as sleep } from "node:timers/promises";

import type { CallLog, Effect } from "../server/call-log.ts";
import { runningClock, type SandboxClock } from "../server/clock.ts";
import type { FaultPlan } from "../server/fault-plan.ts";
import { listen } from "../server/listen.ts";
import { json, type SandboxReply, type SandboxRequest } from "../server/messages.ts";
import { createService } from "../server/service.ts";
import { attachUploads, withSignedFiles } from "./attachments.ts";
import { NotionError } from "./errors.ts";
import { checkLimits, checkSize } from "./limits.ts";
import { settingsOf, type NotionStandInOptions, type Settings } from "./options.ts";
import { createSessions } from "./query/cursors.ts";
import { createRateWindow } from "./rate-window.ts";
import type { Connection, Json } from "./records.ts";
import { checkAddress, matchRoute } from "./router.ts";
import type { Route, RouteContext } from "./routes/route.ts";
import { newId, type Store } from "./store.ts";
import { createTasks } from "./tasks.ts";
import { applyTemplates } from "./templates.ts";
import { withUnknownFields } from "./unknown-fields.ts";
import type { Upload } from "./uploads.ts";
import { validateBody } from "./validation/validate.ts";
import { dashed } from "./validation/uuid.ts";
import type { ApiVersion } from "./view.ts";
import { createWorkspace } from "./workspace/index.ts";
import type { Workspace } from "./workspace/types.ts";

export interface NotionStandIn {
  readonly handle: (request: SandboxRequest) => Promise<SandboxReply>;
  readonly workspace: Workspace;
  readonly log: CallLog;
  readonly faults: FaultPlan;
  readonly clock: SandboxClock;
}

export interface RunningNotionStandIn extends NotionStandIn {
  /** What the SDK takes as `baseUrl`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const VERSIONS: readonly string[] = ["2025-09-03", "2026-03-11"] satisfies ApiVersion[];

/** Milliseconds of real time a write takes when overlapping writes may collide. */
const WRITE_TIME = 15;

/** A Notion of its own: a workspace and the HTTP interface to it. Shares no code with the adapter it is for. */
export function createNotionStandIn(options: NotionStandInOptions = {}): NotionStandIn {
  const clock = options.clock ?? runningClock();
  const settings = settingsOf(options);
  const workspace = createWorkspace({
    clock,
    seed: options.seed ?? "notion",
    name: options.workspaceName,
    touchesFarSide: settings.relationTouchesFarSide,
  });
  const service = createService({ handler: createHandler(workspace.store, settings), clock, effectOf });
  return { handle: service.handle, log: service.log, faults: service.faults, workspace, clock };
}

/** The same, served on the loopback interface. */
export async function startNotionStandIn(
  options: NotionStandInOptions & { readonly port?: number } = {},
): Promise<RunningNotionStandIn> {
  const standIn = createNotionStandIn(options);
  const { url, close } = await listen(
    standIn.handle,
    options.port === undefined ? {} : { port: options.port },
  );
  return { ...standIn, url, close };
}

function effectOf(request: SandboxRequest): Effect {
  return (
    matchRoute(request.method, request.path)?.route.effect ?? (request.method === "GET" ? "read" : "write")
  );
}

function createHandler(store: Store, settings: Settings): (request: SandboxRequest) => Promise<SandboxReply> {
  const perConnection = createRateWindow(
    store.clock,
    settings.requestsPerMinute,
    "public_api_request_rate_limit",
  );
  const perWorkspace = createRateWindow(
    store.clock,
    settings.workspaceRequestsPerMinute,
    "public_api_space_request_rate_limit",
  );
  const sessions = createSessions(store, settings.cursorLifetime);
  const tasks = createTasks(store, settings.taskPolls);
  const uploads = new Map<string, Upload>();
  const writing = new Set<string>();

  const answer = async (request: SandboxRequest): Promise<SandboxReply> => {
    const connection = authenticate(store, request);
    const version = versionOf(request);
    perConnection.count(connection.token);
    perWorkspace.count(store.workspaceId);
    const { route, params } = checkAddress(matchRoute(request.method, request.path), request.query);
    const context: RouteContext = {
      view: {
        store,
        connection,
        version,
        urlBase: settings.urlBase,
        maxUploadBytes: settings.maxUploadBytes,
        markdownQuirks: settings.markdownQuirks,
      },
      settings,
      sessions,
      tasks,
      uploads,
      params,
      query: request.query,
      body: checkedBody(route, request),
      request,
      origin: `http://${request.headers["host"] ?? "127.0.0.1"}`,
    };
    attachUploads(store, uploads, context.body);
    return oneAtATime(context, route, writing);
  };

  return async (request) => {
    const reply = await answer(request).catch((error: unknown) => {
      if (error instanceof NotionError) return error.toReply();
      throw error;
    });
    const value = uploads.size === 0 ? reply.value : withSignedFiles(store, reply.value);
    const sent = signed(store, settings, { ...reply, value });
    applyTemplates(store);
    return sent;
  };
}

function authenticate(store: Store, request: SandboxRequest): Connection {
  const [, token = ""] = /^Bearer (.+)$/.exec(request.headers["authorization"] ?? "") ?? [];
  const connection = store.connections.get(token);
  if (connection === undefined) throw new NotionError("unauthorized", "API token is invalid.");
  return connection;
}

function versionOf(request: SandboxRequest): ApiVersion {
  const version = request.headers["notion-version"];
  if (version === undefined) {
    throw new NotionError(
      "missing_version",
      "Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.",
    );
  }
  if (!VERSIONS.includes(version)) {
    throw new NotionError(
      "validation_error",
      `Notion-Version header failed validation: Notion-Version header should be ${VERSIONS.map((known) => `\`"${known}"\``).join(" or ")}, instead was \`"${version}"\`.`,
    );
  }
  return version as ApiVersion;
}

function checkedBody(route: Route, request: SandboxRequest): Json {
  checkSize((request.headers["content-type"] ?? "").includes("json") ? request.bytes.length : 0);
  if (request.malformed) throw new NotionError("invalid_json", "Error parsing JSON body.");
  if (route.schema === undefined) return {};
  const body = (request.body ?? {}) as Json;
  validateBody(route.schema, body);
  checkLimits(body);
  return body;
}

/** Two writes to one page at the same moment: the service saves one and refuses the other. */
async function oneAtATime(context: RouteContext, route: Route, writing: Set<string>): Promise<SandboxReply> {
  const target = route.target?.(context) ?? null;
  if (!context.settings.conflicts || target === null) return run(context, route);
  const id = dashed(target);
  if (writing.has(id)) {
    throw new NotionError("conflict_error", "Conflict occurred while saving. Please try again.");
  }
  writing.add(id);
  try {
    await sleep(WRITE_TIME);
    return run(context, route);
  } finally {
    writing.delete(id);
  }
}

function run(context: RouteContext, route: Route): SandboxReply {
  const outcome = route.run(context);
  return isReply(outcome) ? outcome : json(200, outcome);
}

function isReply(outcome: Json | SandboxReply): outcome is SandboxReply {
  return typeof outcome["status"] === "number" && !("object" in outcome);
}

/** Adds the request's id, in the body and in a header. */
function signed(store: Store, settings: Settings, reply: SandboxReply): SandboxReply {
  const id = newId(store);
  const value = settings.unknownFields ? withUnknownFields(reply.value, store.random) : reply.value;
  return {
    ...reply,
    headers: {
      // The stand-in's own time: clients judge by it how fresh an edit is.
      date: new Date(store.clock.now()).toUTCString(),
      "x-notion-request-id": id,
      "cf-ray": `${id.slice(0, 16).replace("-", "")}-SBX`,
      ...reply.headers,
    },
    value: { ...(value as Json), request_id: id },
  };
}
