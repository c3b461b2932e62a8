import { showUser } from "../present/user.ts";
import type { DataSourceRecord, Json, PageRecord, Property, RichText } from "../records.ts";
import { minute, type View } from "../view.ts";
import { optionsOf } from "./config.ts";
import { openLinks } from "./links.ts";
import { rollUp } from "./rollup.ts";

/** A page or query answer shows this many linked pages or people at most; the property endpoint shows all. */
const SHOWN_LINKS = 25;

/** A property of a data source's schema. */
export function showProperty(property: Property): Json {
  const { id, name, description, type, config } = property;
  return { id, name, description, type, [type]: config };
}

/** A property of a page: `{ id, type, [type]: … }`, relations with `has_more`. */
export function showValue(view: View, page: PageRecord, source: DataSourceRecord, property: Property): Json {
  const { id, type } = property;
  const value = plainValue(view, page, source, property);
  if (type === "relation") {
    const links = value as readonly Json[];
    return { id, type, relation: links.slice(0, SHOWN_LINKS), has_more: links.length > SHOWN_LINKS };
  }
  return { id, type, [type]: type === "people" ? (value as readonly Json[]).slice(0, SHOWN_LINKS) : value };
}

/** The whole value in the answer's form, before lists are cut. */
export function plainValue(
  view: View,
  page: PageRecord,
  source: DataSourceRecord,
  property: Property,
): unknown {
  const kept = page.values[property.id];
  switch (property.type) {
    case "select":
    case "status":
      return showOption(property, kept as string | null | undefined);
    case "multi_select":
      return ((kept ?? []) as readonly string[])
        .map((id) => showOption(property, id))
        .filter((option) => option !== null);
    case "people":
      return ((kept ?? []) as readonly string[]).map((id) => showUser(view, id));
    case "relation":
      return openLinks(view, property, kept).map((id) => ({ id }));
    case "title":
    case "rich_text":
    case "files":
      return kept ?? [];
    case "checkbox":
      return kept ?? false;
    case "created_time":
      return minute(page.createdTime);
    case "last_edited_time":
      return minute(page.lastEditedTime);
    case "created_by":
      return showUser(view, page.createdBy);
    case "last_edited_by":
      return showUser(view, page.lastEditedBy);
    case "unique_id":
      return { prefix: property.config["prefix"] ?? null, number: kept ?? null };
    case "formula":
      return kept ?? { type: "string", string: null };
    case "rollup":
      return rollUp({ view, page, source, property, read: plainValue });
    case "button":
      return {};
    default:
      return kept ?? null;
  }
}

/** Plain words of a value, for comparing text. */
export function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return (value as readonly RichText[]).map((run) => run.plain_text).join("");
}

function showOption(property: Property, id: string | null | undefined): Json | null {
  const option = optionsOf(property).find((candidate) => candidate.id === id);
  return option === undefined ? null : { id: option.id, name: option.name, color: option.color };
}
