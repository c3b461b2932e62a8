import type { Json, Property } from "../records.ts";

/** What a person types into a cell, before it takes the API's form. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly start: string; readonly end?: string | null }
  /** The API's own write form, `{ [type]: … }`, for everything else. */
  | Json;

/**
 * The API's write form of a plain value: text for words, option names for choices, ids for people and links,
 * `YYYY-MM-DD` or `{ start, end }` for dates. Null empties the cell.
 */
export function fromPlain(property: Property, value: PlainValue): Json {
  const { type } = property;
  if (isWriteForm(value, type)) return value;
  switch (type) {
    case "title":
    case "rich_text":
      return { [type]: value === null ? [] : [{ text: { content: String(value) } }] };
    case "select":
    case "status":
      return { [type]: value === null ? null : { name: value } };
    case "multi_select":
      return { [type]: list(value).map((name) => ({ name })) };
    case "people":
    case "relation":
      return { [type]: list(value).map((id) => ({ id })) };
    case "date":
      return { [type]: typeof value === "string" ? { start: value } : value };
    case "files":
      return { [type]: list(value).map((url) => ({ name: url, external: { url } })) };
    default:
      return { [type]: value };
  }
}

function isWriteForm(value: PlainValue, type: string): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value) && type in value;
}

function list(value: PlainValue): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [value as string];
}
