import { canSee, find, need, notFound } from "../access.ts";
import type { SentBlock } from "../blocks/create.ts";
import { keepIcon } from "../blocks/media.ts";
import { createPage } from "../create.ts";
import { invalid, NotionError } from "../errors.ts";
import { dialectOf, splitTitle, versionWith } from "../markdown/dialect.ts";
import { replaceContent } from "../markdown/replace.ts";
import { showPage } from "../present/page.ts";
import { isVisible } from "../properties/visible.ts";
import { writeValues, type Writer } from "../properties/write.ts";
import type { Json } from "../records.ts";
import { childIds, databaseOf, dataSourceOf, place, setTrash, touch } from "../store.ts";
import { fillFromTemplate } from "../templates.ts";
import { isOpen, type View } from "../view.ts";
import { refuseTrashed, spendBlocks } from "./guards.ts";
import { filterProperties, type Route, type RouteContext } from "./route.ts";
import { afterOf } from "./position.ts";

const FILTER = ["filter_properties", "filter_properties[]"] as const;

/** https://developers.notion.com/reference/page */
export const pageRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "pages",
    effect: "write",
    query: FILTER,
    schema: "createPage",
    target: ({ body }) => parentIdOf(body),
    run: postPage,
  },
  { method: "GET", path: "pages/:page_id", effect: "read", query: FILTER, run: getPage },
  {
    method: "PATCH",
    path: "pages/:page_id",
    effect: "write",
    query: FILTER,
    schema: "updatePage",
    target: ({ params }) => params["page_id"] ?? null,
    run: patchPage,
  },
  {
    method: "POST",
    path: "pages/:page_id/move",
    effect: "write",
    schema: "movePage",
    target: ({ params }) => params["page_id"] ?? null,
    run: movePage,
  },
];

function getPage(context: RouteContext): Json {
  const { view, params } = context;
  need(view.connection, "readContent");
  const page = find(view.store, view.connection, params["page_id"] ?? "", ["page"], "page");
  return showPage(view, page, filterProperties(context));
}

function postPage(context: RouteContext): Json | ReturnType<typeof asynchronous> {
  need(context.view.connection, "insertContent");
  if (context.body["allow_async"] === true)
    return asynchronous(context, "create_page", () => makePage(context));
  return makePage(context);
}

function makePage(context: RouteContext): Json {
  const { view, body } = context;
  const { store, connection } = view;
  const parent = writableParent(context, (body["parent"] ?? {}) as SentParent);
  const markdown = body["markdown"] as string | undefined;
  const children = (body["children"] ?? body["content"]) as readonly SentBlock[] | undefined;
  if (markdown !== undefined && children !== undefined) {
    throw invalid("body failed validation: body.children should be not present when body.markdown is given.");
  }
  const dialect = dialectOf(versionWith(body, "markdown"));
  const values = { ...(body["properties"] as Record<string, Json> | undefined) };
  const written =
    markdown === undefined ? null : splitTitle(dialect, view, markdown, hasTitle(view, parent, values));
  if (written?.title !== undefined) values["title"] = { title: written.title };
  const blocks = written === null ? (children ?? []) : dialect.parse(view, written.markdown).blocks;
  if (body["template"] !== undefined && (body["template"] as Json)["type"] !== "none" && blocks.length > 0) {
    throw invalid("body failed validation: body.children should be not present when body.template is given.");
  }
  spendBlocks(context, blocks, 1);
  const page = createPage(store, writerOf(view), {
    parent,
    values,
    blocks: children ?? [],
    icon: keepIcon(body["icon"]),
    cover: keepIcon(body["cover"]),
    by: connection.botId,
    at: store.clock.now(),
    after: afterOf(store, parent, body["position"] as Json | undefined),
  });
  const warnings =
    written === null
      ? []
      : replaceContent(view, page, written.markdown, {
          dialect,
          by: connection.botId,
          allowDeleting: false,
          keepEqual: false,
        });
  fillFromTemplate(store, page, body["template"] as Json | undefined, connection.botId);
  if (!connection.capabilities.readContent) return { object: "page", id: page.id };
  const shown = showPage(view, page, filterProperties(context));
  return warnings.length === 0 || body["allow_async"] === true ? shown : { ...shown, warnings };
}

function patchPage(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "updateContent");
  const page = find(store, connection, params["page_id"] ?? "", ["page"], "page");
  const inTrash = trashFlag(body);
  if (inTrash !== false || !page.inTrash) refuseTrashed(context, page);

  const by = connection.botId;
  const properties = body["properties"] as Record<string, Json> | undefined;
  const source = page.parent === null ? null : dataSourceOf(store, page.parent);
  if (properties !== undefined)
    writeValues(writerOf(view), page, source, properties, { by, at: store.clock.now() });
  if (body["icon"] !== undefined) page.icon = keepIcon(body["icon"]);
  if (body["cover"] !== undefined) page.cover = keepIcon(body["cover"]);
  if (body["is_locked"] !== undefined) page.isLocked = body["is_locked"] === true;
  if (body["is_archived"] !== undefined) page.isArchived = body["is_archived"] === true;
  if (body["erase_content"] === true) {
    for (const id of page.children) {
      const child = store.nodes.get(id);
      if (child !== undefined && !child.inTrash) setTrash(store, child, true, by);
    }
  }
  if (Object.keys(body).length > 0) touch(store, page, by);
  fillFromTemplate(store, page, body["template"] as Json | undefined, by);
  if (inTrash !== undefined && inTrash !== page.inTrash) setTrash(store, page, inTrash, by);
  return showPage(view, page, filterProperties(context));
}

function movePage(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "updateContent");
  const page = find(store, connection, params["page_id"] ?? "", ["page"], "page");
  refuseTrashed(context, page);
  const parent = writableParent(context, body["parent"] as SentParent);
  const old = page.parent === null ? undefined : store.nodes.get(page.parent);
  if (old !== undefined) {
    const siblings = childIds(old);
    siblings.splice(siblings.indexOf(page.id), 1);
  }
  page.parent = parent;
  place(store, page);
  touch(store, page, connection.botId);
  return showPage(view, page);
}

interface SentParent {
  readonly page_id?: string;
  readonly data_source_id?: string;
  readonly database_id?: string;
}

/** The page, block or data source a new page goes to; a database stands for its only data source. */
function writableParent(context: RouteContext, sent: SentParent): string {
  const { store, connection } = context.view;
  if (sent.page_id !== undefined) {
    const page = find(store, connection, sent.page_id, ["page"], "page");
    refuseTrashed(context, page);
    return page.id;
  }
  if (sent.data_source_id !== undefined) {
    const source = find(store, connection, sent.data_source_id, ["data_source"], "data_source");
    refuseTrashed(context, source);
    return source.id;
  }
  if (sent.database_id !== undefined) {
    const database = databaseOf(store, sent.database_id);
    if (database === null || !canSee(store, connection, database)) {
      throw notFound(connection, "database", sent.database_id);
    }
    const [only, ...others] = database.dataSources;
    if (only === undefined || others.length > 0) {
      throw invalid("Databases with multiple data sources are not supported in this API version.");
    }
    return only;
  }
  throw new NotionError(
    "validation_error",
    "Internal integrations aren't owned by a single user, so creating workspace-level private pages is not supported.",
  );
}

function parentIdOf(body: Json): string | null {
  const parent = (body["parent"] ?? {}) as SentParent;
  return parent.page_id ?? parent.data_source_id ?? parent.database_id ?? null;
}

function trashFlag(body: Json): boolean | undefined {
  return (body["in_trash"] ?? body["archived"]) as boolean | undefined;
}

function hasTitle(view: View, parent: string, values: Readonly<Record<string, Json>>): boolean {
  const source = dataSourceOf(view.store, parent);
  const name = source?.properties.find(({ type }) => type === "title")?.name;
  return values["title"] !== undefined || (name !== undefined && values[name] !== undefined);
}

/** A connection links only to what it sees, and finds status options made. */
function writerOf(view: View): Writer {
  return {
    store: view.store,
    sees: (id) => isOpen(view, id),
    knows: (source, property) => isVisible(view, source, property),
    makesStatusOptions: false,
  };
}

/** Answers 202 and does the work later. */
function asynchronous(
  context: RouteContext,
  name: string,
  work: () => Json,
): { readonly status: number; readonly value: Json } {
  return { status: 202, value: context.tasks.queue(name, context.origin, work) };
}
