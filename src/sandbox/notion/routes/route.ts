import type { SandboxReply, SandboxRequest } from "../../server/messages.ts";
import { failedValidation } from "../errors.ts";
import type { Settings } from "../options.ts";
import type { Sessions } from "../query/cursors.ts";
import type { Json } from "../records.ts";
import type { Tasks } from "../tasks.ts";
import type { Uploads } from "../uploads.ts";
import { isUuid } from "../validation/uuid.ts";
import type { View } from "../view.ts";

/** What a route may use: the view, the request in parts, and the stand-in's state beside the workspace. */
export interface RouteContext {
  readonly view: View;
  readonly settings: Settings;
  readonly sessions: Sessions;
  readonly tasks: Tasks;
  readonly uploads: Uploads;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: Json;
  readonly request: SandboxRequest;
  /** Address of the stand-in as the client named it. */
  readonly origin: string;
}

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/v1/`; a segment that begins with a colon is a parameter, and an id when it ends in `_id`. */
  readonly path: string;
  readonly effect: "read" | "write";
  /** Query parameters it knows. */
  readonly query?: readonly string[];
  /** Name of its body's schema in schemas/requests.ts; null when it takes none. */
  readonly schema?: string;
  /** Id of the page or parent that a write goes to, for colliding writes. */
  readonly target?: (context: RouteContext) => string | null;
  readonly run: (context: RouteContext) => Json | SandboxReply;
}

/** The values of `filter_properties`, in both spellings. */
export function filterProperties(context: RouteContext): readonly string[] {
  const plain = context.query["filter_properties"] ?? [];
  return [...plain, ...(context.query["filter_properties[]"] ?? [])].flatMap((value) => value.split(","));
}

/** `page_size` of a list, 100 by default and at most. */
export function pageSizeOf(context: RouteContext): number {
  const text = context.query["page_size"]?.[0];
  if (text === undefined) return 100;
  const size = Number(text);
  if (!Number.isInteger(size)) throw failedValidation("query.page_size", "a number", text);
  return checkedPageSize(size, "query.page_size");
}

export function checkedPageSize(size: number, path: string): number {
  if (size > 100) throw failedValidation(path, "≤ `100`", size);
  if (size < 1) throw failedValidation(path, "≥ `1`", size);
  return size;
}

/** Cuts one page out of a list; the cursor is the id of the item it begins with. */
export function paged<Item>(
  context: RouteContext,
  items: readonly Item[],
  idOf: (item: Item) => string,
): { readonly items: readonly Item[]; readonly next_cursor: string | null; readonly has_more: boolean } {
  const cursor = context.query["start_cursor"]?.[0];
  const start = cursor === undefined ? 0 : items.findIndex((item) => idOf(item) === cursor);
  if (cursor !== undefined && !isUuid(cursor))
    throw failedValidation("query.start_cursor", "a valid uuid", cursor);
  if (start < 0) throw failedValidation("query.start_cursor", "a valid cursor", cursor);
  const end = start + pageSizeOf(context);
  const next = items[end];
  return {
    items: items.slice(start, end),
    next_cursor: next === undefined ? null : idOf(next),
    has_more: next !== undefined,
  };
}

/** The frame of every list answer. */
export function listOf(
  type: string,
  results: readonly unknown[],
  page: { readonly next_cursor: string | null; readonly has_more: boolean },
): Json {
  return {
    object: "list",
    results,
    next_cursor: page.next_cursor,
    has_more: page.has_more,
    type,
    [type]: {},
  };
}

export const LIST_QUERY = ["start_cursor", "page_size"] as const;
