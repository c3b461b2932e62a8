import { canSee, find, need, notFound } from "../access.ts";
import { invalid } from "../errors.ts";
import { dialectOf, versionWith } from "../markdown/dialect.ts";
import { partialUser } from "../present/user.ts";
import type { CommentRecord, Json, RichText } from "../records.ts";
import { keepRichText } from "../rich-text.ts";
import { newId } from "../store.ts";
import { minute, type View } from "../view.ts";
import { dashed, isUuid } from "../validation/uuid.ts";
import { LIST_QUERY, listOf, paged, type Route, type RouteContext } from "./route.ts";

/** https://developers.notion.com/docs/working-with-comments */
export const commentRoutes: readonly Route[] = [
  { method: "GET", path: "comments", effect: "read", query: ["block_id", ...LIST_QUERY], run: listComments },
  { method: "POST", path: "comments", effect: "write", schema: "createComment", run: postComment },
  {
    method: "GET",
    path: "comments/:comment_id",
    effect: "read",
    run: ({ view, params }) => {
      need(view.connection, "readComments");
      return showComment(view, commentAt(view, params["comment_id"] ?? ""));
    },
  },
  {
    method: "PATCH",
    path: "comments/:comment_id",
    effect: "write",
    schema: "updateComment",
    run: ({ view, params, body }) => {
      need(view.connection, "insertComments");
      const comment = ownComment(view, params["comment_id"] ?? "");
      comment.richText = wordsOf(view, body);
      comment.lastEditedTime = view.store.clock.now();
      return showComment(view, comment);
    },
  },
  {
    method: "DELETE",
    path: "comments/:comment_id",
    effect: "write",
    run: ({ view, params }) => {
      need(view.connection, "insertComments");
      const comment = ownComment(view, params["comment_id"] ?? "");
      view.store.comments.splice(view.store.comments.indexOf(comment), 1);
      return showComment(view, comment);
    },
  },
];

/** Open comments only, oldest first, all threads mixed. */
function listComments(context: RouteContext): Json {
  const { view, query } = context;
  need(view.connection, "readComments");
  const sent = query["block_id"]?.[0];
  if (sent === undefined)
    throw invalid("query failed validation: query.block_id should be defined, instead was `undefined`.");
  if (!isUuid(sent))
    throw invalid(
      `query failed validation: query.block_id should be a valid uuid, instead was \`"${sent}"\`.`,
    );
  const parent = find(view.store, view.connection, sent, ["page", "block"], "block");
  const open = view.store.comments
    .filter((comment) => comment.parent === parent.id && !comment.resolved)
    .sort((a, b) => a.createdTime - b.createdTime);
  const page = paged(context, open, ({ id }) => id);
  return listOf(
    "comment",
    page.items.map((comment) => showComment(view, comment)),
    page,
  );
}

function postComment({ view, body }: RouteContext): Json {
  const { store, connection } = view;
  need(connection, "insertComments");
  const now = store.clock.now();
  const comment: CommentRecord = {
    id: newId(store),
    ...threadOf(view, body),
    richText: wordsOf(view, body),
    createdTime: now,
    lastEditedTime: now,
    createdBy: connection.botId,
    resolved: false,
  };
  store.comments.push(comment);
  return connection.capabilities.readComments
    ? showComment(view, comment)
    : { object: "comment", id: comment.id };
}

function threadOf(view: View, body: Json): { readonly parent: string; readonly discussionId: string } {
  const { store, connection } = view;
  if (body["discussion_id"] !== undefined) {
    const discussionId = dashed(body["discussion_id"] as string);
    const first = store.comments.find((comment) => comment.discussionId === discussionId);
    const node = first === undefined ? undefined : store.nodes.get(first.parent);
    if (node === undefined || !canSee(store, connection, node))
      throw notFound(connection, "discussion", discussionId);
    return { parent: node.id, discussionId };
  }
  const { page_id: page, block_id: block } = body["parent"] as { page_id?: string; block_id?: string };
  const node =
    page === undefined
      ? find(store, connection, String(block), ["block", "page"], "block")
      : find(store, connection, page, ["page"], "page");
  return { parent: node.id, discussionId: newId(store) };
}

function wordsOf(view: View, body: Json): RichText[] {
  const dialect = dialectOf(versionWith(body, "markdown"));
  if (body["markdown"] !== undefined) return dialect.inline(view, body["markdown"] as string);
  return keepRichText(view.store, body["rich_text"]);
}

function commentAt(view: View, sent: string): CommentRecord {
  const id = dashed(sent);
  const comment = view.store.comments.find((candidate) => candidate.id === id);
  const node = comment === undefined ? undefined : view.store.nodes.get(comment.parent);
  if (comment === undefined || node === undefined || !canSee(view.store, view.connection, node)) {
    throw notFound(view.connection, "comment", id);
  }
  return comment;
}

function ownComment(view: View, sent: string): CommentRecord {
  const comment = commentAt(view, sent);
  if (comment.createdBy !== view.connection.botId) throw invalid("Comments of others cannot be changed.");
  return comment;
}

function showComment(view: View, comment: CommentRecord): Json {
  const node = view.store.nodes.get(comment.parent);
  const author = view.store.users.get(comment.createdBy);
  return {
    object: "comment",
    id: comment.id,
    parent:
      node === undefined || node.kind !== "page"
        ? { type: "block_id", block_id: comment.parent }
        : { type: "page_id", page_id: node.id },
    discussion_id: comment.discussionId,
    created_time: minute(comment.createdTime),
    last_edited_time: minute(comment.lastEditedTime),
    created_by: partialUser(comment.createdBy),
    rich_text: comment.richText,
    display_name: {
      type: author?.type === "bot" ? "integration" : "user",
      resolved_name: author?.name ?? null,
    },
  };
}
