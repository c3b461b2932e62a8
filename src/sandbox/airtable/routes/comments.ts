import { invalidRequest, notPermitted, refusal } from "../errors.ts";
import { isoOf } from "../dates.ts";
import { person } from "../fields/read.ts";
import type { RecordComment } from "../model.ts";
import { checkKeys } from "../query.ts";
import { bodyOf, type BaseCall, type Route } from "./call.ts";
import { requireRow, requireTable } from "./records.ts";

/** Most comments of one page. */
const PAGE = 100;

const base = { about: "base", metered: true } as const;
const all = "/v0/{base}/{table}/{record}/comments";
const one = `${all}/{comment}`;

/** Comments on a record. */
export const commentRoutes: readonly Route[] = [
  { ...base, method: "GET", pattern: all, scope: "data.recordComments:read", role: "read", run: list },
  { ...base, method: "POST", pattern: all, scope: "data.recordComments:write", role: "comment", run: create },
  {
    ...base,
    method: "PATCH",
    pattern: one,
    scope: "data.recordComments:write",
    role: "comment",
    run: change,
  },
  {
    ...base,
    method: "DELETE",
    pattern: one,
    scope: "data.recordComments:write",
    role: "comment",
    run: remove,
  },
];

/** Newest first; `offset` is null on the last page, not absent. */
function list(call: BaseCall): unknown {
  checkKeys(call.query, ["offset", "pageSize"], call.state.settings.strictKeys);
  const { comments } = requireRow(call, requireTable(call));
  const newestFirst = [...comments].reverse();
  const { offset } = call.query;
  const start = typeof offset === "string" ? newestFirst.findIndex(({ id }) => id === offset) : 0;
  if (start === -1) throw refusal(422, "INVALID_OFFSET_VALUE", "The value of offset is invalid");
  const size = Math.min(PAGE, Number(call.query["pageSize"] ?? PAGE));
  return {
    comments: newestFirst.slice(start, start + size).map((comment) => commentJson(call, comment)),
    offset: newestFirst[start + size]?.id ?? null,
  };
}

function create(call: BaseCall): unknown {
  const row = requireRow(call, requireTable(call));
  const { store } = call.state;
  const comment: RecordComment = {
    id: store.newId("com"),
    authorId: call.token.userId,
    text: textIn(call),
    createdTime: isoOf(store.now()),
    lastUpdatedTime: null,
  };
  row.comments.push(comment);
  return commentJson(call, comment);
}

function change(call: BaseCall): unknown {
  const { comment } = ownComment(call);
  comment.text = textIn(call);
  comment.lastUpdatedTime = isoOf(call.state.store.now());
  return commentJson(call, comment);
}

function remove(call: BaseCall): unknown {
  const { comment, comments } = ownComment(call);
  comments.splice(comments.indexOf(comment), 1);
  return { id: comment.id, deleted: true };
}

/** Only one's own comments can be changed. */
function ownComment(call: BaseCall): { comment: RecordComment; comments: RecordComment[] } {
  const { comments } = requireRow(call, requireTable(call));
  const comment = comments.find(({ id }) => id === call.path["comment"]);
  if (comment === undefined) throw refusal(404, "MODEL_ID_NOT_FOUND", "Comment not found");
  if (comment.authorId !== call.token.userId) throw notPermitted("You can only change your own comments");
  return { comment, comments };
}

function textIn(call: BaseCall): string {
  const body = bodyOf(call);
  checkKeys(body, ["text", "parentCommentId"], call.state.settings.strictKeys);
  if (typeof body["text"] !== "string" || body["text"] === "") throw invalidRequest("a comment needs text");
  return body["text"];
}

function commentJson(
  { state }: BaseCall,
  { id, authorId, text, createdTime, lastUpdatedTime }: RecordComment,
): unknown {
  return { id, author: person(state.store.db, authorId), text, createdTime, lastUpdatedTime };
}
