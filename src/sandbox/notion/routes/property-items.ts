import { find, need } from "../access.ts";
import { failedValidation, NotionError } from "../errors.ts";
import { openLinks } from "../properties/links.ts";
import { plainValue } from "../properties/read.ts";
import type { DataSourceRecord, Json, PageRecord, Property } from "../records.ts";
import { dataSourceOf, findProperty } from "../store.ts";
import type { View } from "../view.ts";
import { LIST_QUERY, pageSizeOf, type Route, type RouteContext } from "./route.ts";

const LISTS = new Set(["title", "rich_text", "people", "relation", "rollup"]);
/** Rollups that the endpoint does not work out (https://developers.notion.com/reference/property-item-object). */
const UNSUPPORTED = new Set(["show_unique", "unique", "median", "count_per_group", "percent_per_group"]);

/** https://developers.notion.com/reference/retrieve-a-page-property */
export const propertyItemRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "pages/:page_id/properties/:property",
    effect: "read",
    query: LIST_QUERY,
    run: getItem,
  },
];

function getItem(context: RouteContext): Json {
  const { view, params } = context;
  need(view.connection, "readContent");
  const page = find(view.store, view.connection, params["page_id"] ?? "", ["page"], "page");
  const source = page.parent === null ? null : dataSourceOf(view.store, page.parent);
  const asked = params["property"] ?? "";
  const property = source === null ? loneTitle(asked) : findProperty(source, asked);
  if (property === null) {
    throw new NotionError("object_not_found", `Could not find property with ID: ${asked}.`);
  }
  const value = source === null ? page.values["title"] : plainValue(view, page, source, property);
  if (!LISTS.has(property.type)) {
    return { object: "property_item", type: property.type, id: property.id, [property.type]: value };
  }
  const items =
    property.type === "rollup" && source !== null
      ? rollupItems(view, page, source, property, value as Json)
      : (value as readonly unknown[]).map((item) => ({
          type: property.type,
          id: property.id,
          [property.type]: item,
        }));
  return listItems(context, page, property, items, value);
}

function listItems(
  context: RouteContext,
  page: PageRecord,
  property: Property,
  items: readonly Json[],
  value: unknown,
): Json {
  const { id, type } = property;
  const start = startOf(context, items.length);
  const end = start + pageSizeOf(context);
  const more = end < items.length;
  const nextCursor = more ? Buffer.from(`${page.id}:${end}`).toString("base64url") : null;
  return {
    object: "list",
    results: items.slice(start, end).map((item) => ({ object: "property_item", ...item })),
    next_cursor: nextCursor,
    has_more: more,
    type: "property_item",
    property_item: {
      id,
      next_url:
        nextCursor === null
          ? null
          : `${context.origin}/v1/pages/${page.id}/properties/${id}?start_cursor=${nextCursor}`,
      type,
      [type]: type === "rollup" ? rollupHead(value as Json, more) : {},
    },
  };
}

/** The related rows' values where these are the result; else the relation that the result is worked out along. */
function rollupItems(
  view: View,
  page: PageRecord,
  source: DataSourceRecord,
  property: Property,
  rollup: Json,
): readonly Json[] {
  if (rollup["type"] === "array")
    return (rollup["array"] as readonly Json[]).map((item) => ({ id: property.id, ...item }));
  const relation = findProperty(source, String(property.config["relation_property_id"]));
  if (relation === null) return [];
  return openLinks(view, relation, page.values[relation.id]).map((id) => ({
    type: "relation",
    id: relation.id,
    relation: { id },
  }));
}

/** The result of a rollup comes with the last page only. */
function rollupHead(rollup: Json, more: boolean): Json {
  const { function: operation } = rollup as { function: string };
  if (UNSUPPORTED.has(operation)) return { type: "unsupported", unsupported: {}, function: operation };
  if (more) return { type: "incomplete", incomplete: {}, function: operation };
  return rollup["type"] === "array" ? { type: "array", array: [], function: operation } : rollup;
}

function startOf(context: RouteContext, length: number): number {
  const cursor = context.query["start_cursor"]?.[0];
  if (cursor === undefined) return 0;
  const [, text = ""] = /^[0-9a-f-]{36}:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (text === "" || Number(text) > length)
    throw failedValidation("query.start_cursor", "a valid cursor", cursor);
  return Number(text);
}

function loneTitle(asked: string): Property | null {
  return asked === "title"
    ? { id: "title", name: "title", type: "title", description: null, config: {} }
    : null;
}
