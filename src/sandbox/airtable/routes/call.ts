import { invalidRequest, refusal } from "../errors.ts";
import { asObject, type JsonObject } from "../json.ts";
import type { Base, Role, Scope, Token } from "../model.ts";
import type { SandboxReply, SandboxRequest } from "../../server/messages.ts";
import type { State } from "../state.ts";
import type { Reader } from "../fields/read.ts";

/** A request that has passed the door: its route is known, its token may. */
export interface RouteCall {
  readonly state: State;
  readonly request: SandboxRequest;
  readonly token: Token;
  /** What stands in the path's places, decoded once: `{ base, table, record, … }`. */
  readonly path: Readonly<Record<string, string>>;
  /** The query with its brackets unfolded; all values are text. */
  readonly query: JsonObject;
}

/** A request about a base that its token reaches. */
export interface BaseCall extends RouteCall {
  readonly base: Base;
}

interface RouteFacts {
  readonly method: string;
  /** `/v0/{base}/{table}`; `{base}`, `{record}` and `{comment}` only match what is shaped like such an id. */
  readonly pattern: string;
  readonly scope: Scope | null;
}

/** A route is either about one base, or about the token's account. */
export type Route = RouteFacts &
  (
    | { readonly about: "account"; readonly run: (call: RouteCall) => unknown }
    | {
        readonly about: "base";
        readonly role: Role;
        /** Counts against the month; the routes below /meta do not. */
        readonly metered: boolean;
        readonly run: (call: BaseCall) => unknown;
      }
  );

/** The body as an object. @throws {Refusal} 422 when it is not JSON or not an object */
export function bodyOf(call: RouteCall): JsonObject {
  const body = asObject(call.request.body);
  if (body === null) {
    throw refusal(422, "INVALID_REQUEST_BODY", "Could not parse request body");
  }
  return body;
}

/** True for true; in a query also for "true" and "1". @throws {Refusal} 422 for anything else */
export function flagIn(source: JsonObject, key: string): boolean {
  const value = source[key];
  if (value === undefined || value === false || value === "false" || value === "0") return false;
  if (value === true || value === 1 || value === "true" || value === "1") return true;
  throw invalidRequest(`"${key}" must be true or false`);
}

/** How this request reads cells: now, and with file URLs on the host it came to. */
export function readerFor(call: BaseCall): Reader {
  const { store, files } = call.state;
  const origin = `http://${call.request.headers["host"] ?? "localhost"}`;
  return {
    db: store.db,
    base: call.base,
    now: store.now(),
    signUrl: (id, filename) => files.sign(origin, id, filename),
  };
}

/** A JSON answer with status 200, as every success has. */
export function success(value: unknown): SandboxReply {
  return { status: 200, value };
}
