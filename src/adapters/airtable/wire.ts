import { fetchWhole, type FetchLimits } from "../../lib/deadline-fetch.ts";
import { asList, asRecord, asText, parseJson } from "../../lib/loose.ts";
import { retryAfterMs } from "../../lib/patience.ts";

export type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A request about the base's records. */
export interface RecordsRequest {
  readonly method: "GET" | "PATCH" | "DELETE";
  /** Below the base: `/tbl…`, `/tbl…/rec…`. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
}

/** What came back, whoever carried it. */
export interface Answer {
  readonly status: number;
  /** Undefined when it is no JSON object. */
  readonly body: unknown;
  /** The service's word for a refusal, such as `UNKNOWN_FIELD_NAME`; null for none, or when it was lost on the way. */
  readonly type: string | null;
  readonly message: string | null;
  readonly retryAfterMs: number | null;
}

/**
 * One request by the global fetch, for what the package lacks: it keeps the type of every refusal.
 * @param sent makes it a POST.
 */
export async function fetchAnswer(
  url: string,
  token: string,
  limits: FetchLimits,
  sent?: object,
): Promise<Answer> {
  const authorization = `Bearer ${token}`;
  const init =
    sent === undefined
      ? { headers: { authorization } }
      : {
          method: "POST",
          headers: { authorization, "content-type": "application/json" },
          body: JSON.stringify(sent),
        };
  const { status, headers, text } = await fetchWhole(url, init, limits);
  const body = parseJson(text);
  return {
    status,
    body: typeof body === "object" ? body : undefined,
    ...refusalIn(body),
    retryAfterMs: retryAfterMs(headers.get("retry-after"), headers.get("date")),
  };
}

/**
 * The forms of a refusal (airtable.com/developers/web/api/errors): an object with a type, a bare word, and a list,
 * which is quoted for 429.
 */
export function refusalIn(body: unknown): Pick<Answer, "type" | "message"> {
  const { error, errors } = asRecord(body);
  const bare = asText(error);
  if (bare !== null) return { type: bare, message: null };
  const first = asRecord(asList(errors)[0] ?? error);
  return { type: asText(first.type) ?? asText(first.error), message: asText(first.message) };
}
