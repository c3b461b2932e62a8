import type { Handler, SandboxReply, SandboxRequest } from "../../server/messages.ts";
import { authenticate, requireBase, requireScope } from "../access.ts";
import { noSuchRoute, Refusal } from "../errors.ts";
import { looksLikeId, type IdKind } from "../ids.ts";
import { nestQuery } from "../query.ts";
import type { State } from "../state.ts";
import { success, type Route, type RouteCall } from "./call.ts";

/**
 * Answers requests in the order of checks that the service has: the shape of the path before the token, the
 * token before the limits, the limits before permissions, permissions before parameters.
 */
export function createRouter(state: State, routes: readonly Route[]): Handler {
  return (request) => {
    try {
      return answer(state, routes, request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const headers: Record<string, string> =
        error.status === 429 && state.settings.retryAfterHeader ? { "retry-after": "30" } : {};
      return { status: error.status, value: error.body, headers };
    }
  };
}

function answer(state: State, routes: readonly Route[], request: SandboxRequest): SandboxReply {
  const segments = segmentsOf(request.path);
  if (request.method === "GET" && segments[0] === "files") return state.files.serve(segments.slice(1));

  const { route, path } = findRoute(routes, request.method, segments);
  const token = authenticate(state.store.db, request.headers["authorization"]);
  const call: RouteCall = { state, request, token, path, query: nestQuery(request.query) };
  throttle(state, route, call);

  requireScope(token, route.scope);
  if (route.about === "account") return success(route.run(call));
  const base = requireBase(state.store.db, token, path["base"] ?? "", route.role);
  return success(state.store.attempt(() => route.run({ ...call, base })));
}

function throttle(state: State, route: Route, { token, path }: RouteCall): void {
  const refused = state.limits.check({ baseId: path["base"] ?? null, userId: token.userId });
  if (refused !== null) throw refused;
  if (route.about === "account" || !route.metered) return;
  const workspaceId = state.store.db.bases.get(path["base"] ?? "")?.workspaceId;
  const spent = workspaceId === undefined ? null : state.limits.checkQuota(workspaceId);
  if (spent !== null) throw spent;
}

/** Decoded once; a slash at the end changes nothing. */
function segmentsOf(path: string): string[] {
  try {
    return path.replace(/^\//, "").replace(/\/$/, "").split("/").map(decodeURIComponent);
  } catch {
    throw noSuchRoute();
  }
}

function findRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
): { route: Route; path: Record<string, string> } {
  for (const route of routes) {
    if (route.method !== method) continue;
    const path = matchPattern(route.pattern, segments);
    if (path !== null) return { route, path };
  }
  throw noSuchRoute();
}

const ID_PLACES: Readonly<Record<string, IdKind>> = {
  base: "app",
  record: "rec",
  comment: "com",
  tableId: "tbl",
  fieldId: "fld",
};

function matchPattern(pattern: string, segments: readonly string[]): Record<string, string> | null {
  const parts = pattern.slice(1).split("/");
  if (parts.length !== segments.length) return null;
  const path: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const place = /^\{(\w+)\}$/.exec(part)?.[1];
    if (place === undefined) {
      if (part !== segment) return null;
      continue;
    }
    const kind = ID_PLACES[place];
    if (segment === "" || (kind !== undefined && !looksLikeId(kind, segment))) return null;
    path[place] = segment;
  }
  return path;
}
