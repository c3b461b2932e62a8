/** A request as a stand-in sees it, after the plumbing has read it whole. */
export interface SandboxRequest {
  readonly method: string;
  /** Still percent-encoded, without the query: `/v1/pages/…`. */
  readonly path: string;
  /** Every value of a key in order of appearance; keys and values decoded. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined when there is none or when it does not parse. */
  readonly body: unknown;
  /** True when there is a body that calls itself JSON and is not. */
  readonly malformed: boolean;
  /** The body as it came, for uploads and size limits. */
  readonly bytes: Uint8Array;
}

/** What goes back. `value` is sent as JSON; `text`, when given, is sent as it is instead, and `bytes` before both. */
export interface SandboxReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly value?: unknown;
  readonly text?: string;
  /** For what is not text: files, compressed bodies. */
  readonly bytes?: Uint8Array;
  readonly delivery?: Delivery;
}

/** How the bytes travel; absent means whole and at once. */
type Delivery =
  /** The connection is cut before any byte of the answer. */
  | { readonly do: "reset" }
  /** The answer starts only after this many milliseconds of real time. */
  | { readonly do: "delay"; readonly milliseconds: number }
  /** Headers and half of the body arrive, then nothing until the other side gives up. */
  | { readonly do: "stall" };

export type Handler = (request: SandboxRequest) => SandboxReply | Promise<SandboxReply>;

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): SandboxReply {
  return { status, value, headers };
}

/** The body of an answer as it will be sent. */
export function replyText(reply: SandboxReply): string {
  if (reply.text !== undefined) return reply.text;
  return reply.value === undefined ? "" : JSON.stringify(reply.value);
}

/**
 * Builds a request without a socket, for calling a handler directly.
 * @param target path with query, as in `/v1/users?page_size=10`
 */
export function makeRequest(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  bytes: Uint8Array = new Uint8Array(),
): SandboxRequest {
  const [path, search] = splitOnce(target, "?");
  const parsed = parseBody(headers, bytes);
  return { method, path, query: parseQuery(search), headers, bytes, ...parsed };
}

function parseQuery(search: string): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(search)) (query[key] ??= []).push(value);
  return query;
}

function parseBody(
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): { body: unknown; malformed: boolean } {
  const type = headers["content-type"] ?? "application/json";
  if (bytes.length === 0) return { body: undefined, malformed: false };
  if (type.includes("application/x-www-form-urlencoded")) {
    return { body: parseQuery(new TextDecoder().decode(bytes)), malformed: false };
  }
  if (!type.includes("json")) return { body: undefined, malformed: false };
  try {
    return { body: JSON.parse(new TextDecoder().decode(bytes)) as unknown, malformed: false };
  } catch {
    return { body: undefined, malformed: true };
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
