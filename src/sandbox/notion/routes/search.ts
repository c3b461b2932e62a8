import { canSee, need } from "../access.ts";
import { showDataSource } from "../present/database.ts";
import { showPage } from "../present/page.ts";
import type { DataSourceRecord, Json, PageRecord } from "../records.ts";
import { isTrashed } from "../store.ts";
import { titleOf } from "../titles.ts";
import { dashed } from "../validation/uuid.ts";
import { invalidCursor } from "../query/cursors.ts";
import { checkedPageSize, listOf, type Route, type RouteContext } from "./route.ts";

/** https://developers.notion.com/reference/post-search */
export const searchRoutes: readonly Route[] = [
  { method: "POST", path: "search", effect: "read", schema: "search", run: search },
];

interface SearchBody {
  readonly query?: string;
  readonly filter?: { readonly property: string; readonly value: "page" | "data_source" };
  readonly sort?: { readonly direction: "ascending" | "descending" };
  readonly start_cursor?: string;
  readonly page_size?: number;
}

/** Titles only, and never quite up to date: what was made a moment ago is not in the index yet. */
function search(context: RouteContext): Json {
  const { view } = context;
  need(view.connection, "readContent");
  const body = context.body as SearchBody;
  const hits = [...view.store.nodes.values()]
    .filter(
      (node): node is PageRecord | DataSourceRecord => node.kind === "page" || node.kind === "data_source",
    )
    .filter((node) => matches(context, body, node))
    .sort((a, b) => (a.lastEditedTime - b.lastEditedTime) * (body.sort?.direction === "ascending" ? 1 : -1));

  const size = checkedPageSize(body.page_size ?? 100, "body.page_size");
  const cursor = body.start_cursor;
  const start = cursor === undefined ? 0 : hits.findIndex(({ id }) => id === dashed(cursor));
  if (cursor !== undefined && start < 0) throw invalidCursor(cursor);
  const next = hits[start + size];
  const shown = hits
    .slice(start, start + size)
    .map((node) => (node.kind === "page" ? showPage(view, node) : showDataSource(view, node)))
    .map((hit, index) => (isBare(context, start + index) ? withoutProperties(hit) : hit));
  return listOf("page_or_data_source", shown, {
    next_cursor: next?.id ?? null,
    has_more: next !== undefined,
  });
}

/** Some hits come as they stand in the index, which knows no properties. */
function isBare({ settings: { bareSearchHitEvery: every } }: RouteContext, position: number): boolean {
  return every !== null && (position + 1) % every === 0;
}

function withoutProperties({ properties: _properties, ...hit }: Json): Json {
  return hit;
}

function matches(
  { view, settings }: RouteContext,
  body: SearchBody,
  node: PageRecord | DataSourceRecord,
): boolean {
  const wanted = body.filter?.value;
  if (wanted !== undefined && wanted !== node.kind) return false;
  if (view.store.clock.now() - node.createdTime < settings.searchDelay) return false;
  if (isTrashed(view.store, node) || !canSee(view.store, view.connection, node)) return false;
  const words = (body.query ?? "").toLowerCase().trim();
  return words === "" || titleOf(node).toLowerCase().includes(words);
}
