/** An answer that has arrived in full. */
export interface WholeResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** `unsent`: it never reached the service. `lost`: it may have. `timeout`: it may have, and it took too long. */
export type TransportFault = "unsent" | "lost" | "timeout";

/** The answer did not come, or not in full. */
export class TransportError extends Error {
  readonly fault: TransportFault;

  constructor(fault: TransportFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "TransportError";
    this.fault = fault;
  }
}

export interface FetchLimits {
  /** For headers AND body, from the start. The connection is closed when it passes. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Codes of Node and undici that come before the first byte of a request is sent. */
const beforeSending = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * `fetch` that ends: either with the whole answer, or with a TransportError, or with the signal's reason.
 * The global fetch by itself waits for a stalled body for minutes.
 */
export async function fetchWhole(
  url: string,
  init: RequestInit,
  limits: FetchLimits,
): Promise<WholeResponse> {
  limits.signal.throwIfAborted();
  const inner = new AbortController();
  const onAbort = (): void => inner.abort(limits.signal.reason);
  limits.signal.addEventListener("abort", onAbort, { once: true });
  const late = new TransportError(
    "timeout",
    `no full answer within ${Math.round(limits.deadlineMs / 1000)} s`,
  );
  const timer = setTimeout(() => inner.abort(late), limits.deadlineMs);
  try {
    const response = await fetch(url, { ...init, signal: inner.signal });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    limits.signal.throwIfAborted();
    if (inner.signal.aborted) throw late;
    const code = codeOf(error);
    throw new TransportError(
      code !== null && beforeSending.has(code) ? "unsent" : "lost",
      code === null ? "the connection broke" : `the connection broke (${code})`,
      error,
    );
  } finally {
    clearTimeout(timer);
    limits.signal.removeEventListener("abort", onAbort);
  }
}

/** fetch hides the reason: TypeError → cause → sometimes several causes. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === "string") return code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
