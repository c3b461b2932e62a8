import type { DataSourceRecord, Property } from "../records.ts";
import { findProperty } from "../store.ts";
import { sees, type View } from "../view.ts";

/**
 * Whether a connection knows of a column. Relations into a database that is not shared, and what is rolled up through
 * them, are missing from the schema, as if there were none.
 */
export function isVisible(view: View, source: DataSourceRecord, { type, config }: Property): boolean {
  if (type === "relation") return sees(view, view.store.nodes.get(String(config["data_source_id"])));
  if (type !== "rollup") return true;
  const relation = findProperty(source, String(config["relation_property_id"]));
  return relation === null || isVisible(view, source, relation);
}

/** The column with this name or id, unless the connection knows nothing of it. */
export function findVisible(view: View, source: DataSourceRecord, nameOrId: string): Property | null {
  const property = findProperty(source, nameOrId);
  return property !== null && isVisible(view, source, property) ? property : null;
}
