import { find, need } from "../access.ts";
import { keepIcon } from "../blocks/media.ts";
import { createDatabase, createDataSource } from "../create.ts";
import { invalid } from "../errors.ts";
import { showDatabase } from "../present/database.ts";
import type { DatabaseRecord, Json } from "../records.ts";
import { keepRichText, richText } from "../rich-text.ts";
import { setTrash, touch } from "../store.ts";
import { refuseTrashed, spendBlocks } from "./guards.ts";
import type { Route, RouteContext } from "./route.ts";

/** https://developers.notion.com/reference/database */
export const databaseRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "databases",
    effect: "write",
    schema: "createDatabase",
    target: ({ body }) => String((body["parent"] as Json)["page_id"]),
    run: postDatabase,
  },
  { method: "GET", path: "databases/:database_id", effect: "read", run: getDatabase },
  {
    method: "PATCH",
    path: "databases/:database_id",
    effect: "write",
    schema: "updateDatabase",
    target: ({ params }) => params["database_id"] ?? null,
    run: patchDatabase,
  },
];

function getDatabase({ view, params }: RouteContext): Json {
  need(view.connection, "readContent");
  return showDatabase(view, databaseAt(view, params));
}

function postDatabase(context: RouteContext): Json {
  const { view, body } = context;
  const { store, connection } = view;
  need(connection, "insertContent");
  const { page_id: parentId } = body["parent"] as { page_id?: string };
  if (parentId === undefined)
    throw invalid("Internal integrations must give a page as the parent of a database.");
  const parent = find(store, connection, parentId, ["page", "block"], "page");
  refuseTrashed(context, parent);
  spendBlocks(context, [], 1);

  const by = connection.botId;
  const at = store.clock.now();
  const title = body["title"] === undefined ? richText("New database") : keepRichText(store, body["title"]);
  const database = createDatabase(store, {
    parent: parent.id,
    title,
    description: body["description"] === undefined ? [] : keepRichText(store, body["description"]),
    icon: keepIcon(body["icon"]),
    cover: keepIcon(body["cover"]),
    isInline: body["is_inline"] === true,
    by,
    at,
  });
  const { properties = {} } = (body["initial_data_source"] ?? {}) as { properties?: Record<string, Json> };
  createDataSource(store, database, { title, properties, by, at });
  return showDatabase(view, database);
}

function patchDatabase(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "updateContent");
  const database = databaseAt(view, params);
  const inTrash = (body["in_trash"] ?? body["archived"]) as boolean | undefined;
  if (inTrash !== false || !database.inTrash) refuseTrashed(context, database);

  if (body["title"] !== undefined) database.title = keepRichText(store, body["title"]);
  if (body["description"] !== undefined) database.description = keepRichText(store, body["description"]);
  if (body["icon"] !== undefined) database.icon = keepIcon(body["icon"]);
  if (body["cover"] !== undefined) database.cover = keepIcon(body["cover"]);
  if (body["is_inline"] !== undefined) database.isInline = body["is_inline"] === true;
  if (body["is_locked"] !== undefined) database.isLocked = body["is_locked"] === true;
  touch(store, database, connection.botId);
  if (inTrash !== undefined && inTrash !== database.inTrash)
    setTrash(store, database, inTrash, connection.botId);
  return showDatabase(view, database);
}

function databaseAt(view: RouteContext["view"], params: RouteContext["params"]): DatabaseRecord {
  return find(view.store, view.connection, params["database_id"] ?? "", ["database"], "database");
}
