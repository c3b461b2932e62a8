import { find, need } from "../access.ts";
import { mayHaveChildren, mergeContent } from "../blocks/content.ts";
import { createBlocks, type SentBlock } from "../blocks/create.ts";
import { failedValidation, invalid } from "../errors.ts";
import { showBlock } from "../present/block.ts";
import type { BlockRecord, Json, Node } from "../records.ts";
import { richText } from "../rich-text.ts";
import { liveChildren, setTrash, touch } from "../store.ts";
import { refuseTrashed, spendBlocks } from "./guards.ts";
import { afterOf } from "./position.ts";
import { addBlockOfTomorrow } from "../unknown-fields.ts";
import { LIST_QUERY, listOf, paged, type Route, type RouteContext } from "./route.ts";

const target = ({ params }: RouteContext): string | null => params["block_id"] ?? null;

/** https://developers.notion.com/reference/block */
export const blockRoutes: readonly Route[] = [
  { method: "GET", path: "blocks/:block_id", effect: "read", run: getBlock },
  {
    method: "PATCH",
    path: "blocks/:block_id",
    effect: "write",
    schema: "updateBlock",
    target,
    run: patchBlock,
  },
  { method: "DELETE", path: "blocks/:block_id", effect: "write", target, run: deleteBlock },
  { method: "GET", path: "blocks/:block_id/children", effect: "read", query: LIST_QUERY, run: listChildren },
  {
    method: "PATCH",
    path: "blocks/:block_id/children",
    effect: "write",
    schema: "appendBlocks",
    target,
    run: appendChildren,
  },
];

function getBlock({ view, params }: RouteContext): Json {
  need(view.connection, "readContent");
  return showBlock(view, blockAt(view, params));
}

function listChildren(context: RouteContext): Json {
  const { view, params } = context;
  need(view.connection, "readContent");
  const parent = blockAt(view, params);
  if (context.settings.unknownFields) addBlockOfTomorrow(view.store, parent);
  const children = liveChildren(view.store, parent);
  const page = paged(context, children, ({ id }) => id);
  return listOf(
    "block",
    page.items.map((child) => showBlock(view, child)),
    page,
  );
}

function appendChildren(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "insertContent");
  const parent = blockAt(view, params);
  if (
    parent.kind === "database" ||
    (parent.kind === "block" && !mayHaveChildren(parent.type, parent.content))
  ) {
    throw invalid("Block does not support children.");
  }
  refuseTrashed(context, parent);
  if (view.version === "2026-03-11" && body["after"] !== undefined) {
    throw failedValidation("body.after", "not present", body["after"]);
  }
  const blocks = body["children"] as readonly SentBlock[];
  spendBlocks(context, blocks);
  const after = afterOf(
    store,
    parent.id,
    body["position"] as Json | undefined,
    body["after"] as string | undefined,
  );
  const made = createBlocks(store, { parent, blocks, by: connection.botId, after });
  touch(store, parent, connection.botId);

  // In the middle the answer goes on with the siblings that follow; at the end it holds the new blocks alone.
  const siblings = liveChildren(store, parent);
  const first = siblings.findIndex(({ id }) => id === made[0]?.id);
  const shown = first < 0 ? [] : siblings.slice(first, first + 100);
  const results = connection.capabilities.readContent
    ? shown.map((block) => showBlock(view, block))
    : made.map(({ id }) => ({ object: "block", id }));
  return listOf("block", results, { next_cursor: null, has_more: false });
}

function patchBlock(context: RouteContext): Json {
  const { view, params, body } = context;
  const { store, connection } = view;
  need(connection, "updateContent");
  const node = blockAt(view, params);
  const inTrash = (body["in_trash"] ?? body["archived"]) as boolean | undefined;
  if (inTrash !== false || !node.inTrash) refuseTrashed(context, node);

  if (node.kind === "block") updateContent(context, node);
  else if (body["child_page"] !== undefined || body["child_database"] !== undefined) rename(node, body);
  touch(store, node, connection.botId);
  if (inTrash !== undefined && inTrash !== node.inTrash) setTrash(store, node, inTrash, connection.botId);
  return showBlock(view, node);
}

function updateContent({ view, body }: RouteContext, block: BlockRecord): void {
  const [type] = Object.keys(body).filter((key) => !["type", "in_trash", "archived", "object"].includes(key));
  if (type === undefined) return;
  if (type !== block.type) {
    throw invalid(`body failed validation: body.${block.type} should be defined, instead was \`undefined\`.`);
  }
  const sent = body[type] as Json;
  if (type === "table_row") checkWidth(view.store.nodes.get(String(block.parent)), sent);
  block.content = mergeContent(view.store, type, block.content, sent);
}

function checkWidth(table: Node | undefined, sent: Json): void {
  if (table?.kind !== "block" || table.type !== "table") return;
  const cells = (sent["cells"] as readonly unknown[]).length;
  if (cells !== table.content["table_width"]) {
    throw invalid(`Number of cells in table row must match the table width of the parent table`);
  }
}

function rename(node: Node, body: Json): void {
  const { title } = (body["child_page"] ?? body["child_database"]) as { title?: string };
  if (title === undefined) return;
  if (node.kind === "page") node.values["title"] = richText(title);
  if (node.kind === "database") node.title = richText(title);
}

function deleteBlock(context: RouteContext): Json {
  const { view, params } = context;
  need(view.connection, "updateContent");
  const node = blockAt(view, params);
  refuseTrashed(context, node);
  setTrash(view.store, node, true, view.connection.botId);
  return showBlock(view, node);
}

/** Pages and databases are blocks too. */
function blockAt(
  view: RouteContext["view"],
  params: RouteContext["params"],
): Exclude<Node, { readonly kind: "data_source" }> {
  return find(view.store, view.connection, params["block_id"] ?? "", ["block", "page", "database"], "block");
}
