import { failedValidation } from "../errors.ts";
import type { Json } from "../records.ts";
import { childIds, type Store } from "../store.ts";
import { dashed } from "../validation/uuid.ts";

/**
 * Where `position` (or the older `after`) puts new children: a sibling's id, null for the start, undefined for the end.
 * @throws NotionError when the named block is not a child of the parent.
 */
export function afterOf(
  store: Store,
  parent: string,
  position: Json | undefined,
  after?: string,
): string | null | undefined {
  if (after !== undefined) return siblingOf(store, parent, after, "body.after");
  switch (position?.["type"]) {
    case "start":
    case "page_start":
      return null;
    case "after_block": {
      const { id } = position["after_block"] as { id: string };
      return siblingOf(store, parent, id, "body.position.after_block.id");
    }
    default:
      return undefined;
  }
}

function siblingOf(store: Store, parent: string, sent: string, path: string): string {
  const id = dashed(sent);
  const node = store.nodes.get(parent);
  if (node === undefined || !childIds(node).includes(id) || store.nodes.get(id)?.inTrash !== false) {
    throw failedValidation(path, "a child of the parent block", sent);
  }
  return id;
}
