import type { Json, Node } from "../records.ts";
import type { Store } from "../store.ts";

/** The `parent` of a page, block, database or data source. */
export function showParent(store: Store, node: Node): Json {
  const parent = node.parent === null ? undefined : store.nodes.get(node.parent);
  switch (parent?.kind) {
    case undefined:
      return { type: "workspace", workspace: true };
    case "page":
      return { type: "page_id", page_id: parent.id };
    case "block":
      return { type: "block_id", block_id: parent.id };
    case "database":
      return { type: "database_id", database_id: parent.id };
    case "data_source":
      return { type: "data_source_id", data_source_id: parent.id, database_id: parent.parent };
  }
}
