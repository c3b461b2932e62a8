import { find, need, notFound } from "../access.ts";
import { keepIcon } from "../blocks/media.ts";
import { createDataSource } from "../create.ts";
import { showDataSource } from "../present/database.ts";
import { showPage } from "../present/page.ts";
import { updateProperties } from "../properties/config.ts";
import { runQuery, type QueryBody } from "../query/run.ts";
import type { DataSourceRecord, Json } from "../records.ts";
import { keepRichText } from "../rich-text.ts";
import { isTrashed, setTrash, touch } from "../store.ts";
import { refuseTrashed } from "./guards.ts";
import {
  checkedPageSize,
  filterProperties,
  LIST_QUERY,
  listOf,
  type Route,
  type RouteContext,
} from "./route.ts";

/** https://developers.notion.com/reference/data-source */
export const dataSourceRoutes: readonly Route[] = [
  { method: "POST", path: "data_sources", effect: "write", schema: "createDataSource", run: postDataSource },
  { method: "GET", path: "data_sources/:data_source_id", effect: "read", run: getDataSource },
  {
    method: "PATCH",
    path: "data_sources/:data_source_id",
    effect: "write",
    schema: "updateDataSource",
    target: ({ params }) => params["data_source_id"] ?? null,
    run: patchDataSource,
  },
  {
    method: "POST",
    path: "data_sources/:data_source_id/query",
    effect: "read",
    query: ["filter_properties", "filter_properties[]"],
    schema: "queryDataSource",
    run: queryDataSource,
  },
  {
    method: "GET",
    path: "data_sources/:data_source_id/templates",
    effect: "read",
    query: [...LIST_QUERY, "name"],
    run: ({ view, params }) => {
      need(view.connection, "readContent");
      sourceAt(view, params);
      return { templates: [], has_more: false, next_cursor: null };
    },
  },
];

function getDataSource({ view, params }: RouteContext): Json {
  need(view.connection, "readContent");
  return showDataSource(view, sourceAt(view, params));
}

function queryDataSource(context: RouteContext): Json {
  const { view, body, settings, sessions } = context;
  need(view.connection, "readContent");
  const source = sourceAt(view, context.params);
  const asked = body as QueryBody;
  if (asked.page_size !== undefined) checkedPageSize(asked.page_size, "body.page_size");
  const page = runQuery(view, source, asked, sessions, settings);
  const only = filterProperties(context);
  const list = listOf(
    "page_or_data_source",
    page.rows.map((row) => showPage(view, row, only)),
    { next_cursor: page.nextCursor, has_more: page.nextCursor !== null },
  );
  if (!page.capped) return list;
  return { ...list, request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" } };
}

function postDataSource(context: RouteContext): Json {
  const { view, body } = context;
  const { store, connection } = view;
  need(connection, "insertContent");
  const { database_id: id } = body["parent"] as { database_id: string };
  const database = find(store, connection, id, ["database"], "database");
  refuseTrashed(context, database);
  const source = createDataSource(store, database, {
    title: body["title"] === undefined ? [] : keepRichText(store, body["title"]),
    properties: body["properties"] as Record<string, Json>,
    icon: keepIcon(body["icon"]),
    by: connection.botId,
    at: store.clock.now(),
  });
  return showDataSource(view, source);
}

function patchDataSource(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "updateContent");
  const source = sourceAt(view, params);
  const inTrash = (body["in_trash"] ?? body["archived"]) as boolean | undefined;
  if (inTrash !== false || !source.inTrash) refuseTrashed(context, source);

  if (body["title"] !== undefined) source.title = keepRichText(store, body["title"]);
  if (body["icon"] !== undefined) source.icon = keepIcon(body["icon"]);
  const properties = body["properties"] as Record<string, Json | null> | undefined;
  if (properties !== undefined) updateProperties(store, source, properties);
  touch(store, source, connection.botId);
  if (inTrash !== undefined && inTrash !== source.inTrash) setTrash(store, source, inTrash, connection.botId);
  return showDataSource(view, source);
}

function sourceAt(view: RouteContext["view"], params: RouteContext["params"]): DataSourceRecord {
  const id = params["data_source_id"] ?? "";
  const source = find(view.store, view.connection, id, ["data_source"], "data_source");
  // Below something trashed a data source is not found, as if it were not shared.
  if (isTrashed(view.store, source) && !source.inTrash) throw notFound(view.connection, "data_source", id);
  return source;
}
