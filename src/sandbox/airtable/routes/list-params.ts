import { invalidRequest, refusal } from "../errors.ts";
import { asObject, asTexts, type Json, type JsonObject } from "../json.ts";
import { checkKeys } from "../query.ts";
import { flagIn } from "./call.ts";

/** The parameters of a list, checked. */
export interface ListParams {
  readonly pageSize: number;
  /** Over all pages; null: every row. */
  readonly maxRecords: number | null;
  readonly offset: string | null;
  readonly view: string | null;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  /** Null: every field. */
  readonly fields: readonly string[] | null;
  readonly byId: boolean;
  readonly formula: string | null;
  /** Null: JSON cells. Otherwise cells as a person there would read them. */
  readonly display: { readonly timeZone: string; readonly userLocale: string } | null;
  readonly commentCount: boolean;
}

/** Largest and default page (list records page). */
const LARGEST_PAGE = 100;

const KNOWN = [
  "pageSize",
  "maxRecords",
  "offset",
  "view",
  "sort",
  "fields",
  "returnFieldsByFieldId",
  "filterByFormula",
  "cellFormat",
  "recordMetadata",
  "includeDateDependencyMetadata",
  // The official package leaves these three in the body of a POST; the service bears with them.
  "method",
  "timeZone",
  "userLocale",
];

/**
 * Reads the parameters of a list, which are the same in a query and in a body; the zone and the locale come
 * from the query either way.
 * @throws {Refusal} 422
 */
export function readListParams(source: JsonObject, query: JsonObject, strict: boolean): ListParams {
  checkKeys(source, KNOWN, strict);
  const metadata = listOf(source, "recordMetadata") ?? [];
  if (metadata.some((one) => one !== "commentCount"))
    throw invalidRequest("recordMetadata knows commentCount only");
  return {
    pageSize: count(source, "pageSize", LARGEST_PAGE) ?? LARGEST_PAGE,
    maxRecords: count(source, "maxRecords", Number.MAX_SAFE_INTEGER),
    offset: text(source, "offset"),
    view: text(source, "view"),
    sort: sortOf(source),
    fields: listOf(source, "fields"),
    byId: flagIn(source, "returnFieldsByFieldId"),
    formula: text(source, "filterByFormula"),
    display: displayOf(source, query),
    commentCount: metadata.length > 0,
  };
}

/** Empty text counts as absent. */
function text(source: JsonObject, key: string): string | null {
  const value = source[key];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw invalidRequest(`"${key}" must be text`);
  return value;
}

function count(source: JsonObject, key: string, most: number): number | null {
  const value = source[key];
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw invalidRequest(`"${key}" must be a whole number from 1 to ${most}`);
  }
  return number;
}

function listOf(source: JsonObject, key: string): readonly string[] | null {
  const value = source[key];
  if (value === undefined) return null;
  const list = asTexts(typeof value === "string" ? [value] : value);
  if (list === null) throw invalidRequest(`"${key}" must be a list of texts`);
  return list;
}

function sortOf(source: JsonObject): ListParams["sort"] {
  const sort = source["sort"] ?? [];
  if (!Array.isArray(sort)) throw invalidRequest('"sort" must be a list');
  return sort.map((one: Json) => {
    const { field, direction = "asc" } = asObject(one) ?? {};
    if (typeof field !== "string") throw invalidRequest('every element of "sort" needs a field');
    if (direction !== "asc" && direction !== "desc") {
      throw refusal(422, "INVALID_SORT_DIRECTION", "The sort direction must be asc or desc");
    }
    return { field, descending: direction === "desc" };
  });
}

function displayOf(source: JsonObject, query: JsonObject): ListParams["display"] {
  const format = text(source, "cellFormat") ?? "json";
  if (format === "json") return null;
  if (format !== "string") throw invalidRequest('"cellFormat" must be json or string');
  const [timeZone, userLocale] = [text(query, "timeZone"), text(query, "userLocale")];
  if (timeZone === null || userLocale === null) {
    throw invalidRequest("cellFormat=string needs both timeZone and userLocale");
  }
  return { timeZone, userLocale };
}
