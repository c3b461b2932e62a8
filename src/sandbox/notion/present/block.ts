import type { Json, Node } from "../records.ts";
import { liveChildren } from "../store.ts";
import { titleOf } from "../titles.ts";
import { minute, withArchived, type View } from "../view.ts";
import { showParent } from "./parent.ts";
import { partialUser } from "./user.ts";

/** A block as answered; child pages and databases show as blocks with their title. */
export function showBlock(view: View, node: Node): Json {
  const { type, content } = face(node);
  return {
    object: "block",
    id: node.id,
    parent: showParent(view.store, node),
    created_time: minute(node.createdTime),
    last_edited_time: minute(node.lastEditedTime),
    created_by: partialUser(node.createdBy),
    last_edited_by: partialUser(node.lastEditedBy),
    has_children: node.kind !== "database" && liveChildren(view.store, node).length > 0,
    in_trash: node.inTrash,
    type,
    [type]: content,
    ...withArchived(view, node.inTrash),
  };
}

function face(node: Node): { readonly type: string; readonly content: Json } {
  switch (node.kind) {
    case "block":
      return { type: node.type, content: node.content };
    case "page":
      return { type: "child_page", content: { title: titleOf(node) } };
    case "database":
    case "data_source":
      return { type: "child_database", content: { title: titleOf(node) } };
  }
}
