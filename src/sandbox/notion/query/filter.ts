import { invalid } from "../errors.ts";
import { plainValue } from "../properties/read.ts";
import { findVisible } from "../properties/visible.ts";
import type { DataSourceRecord, Json, PageRecord, Property } from "../records.ts";
import type { View } from "../view.ts";
import { minute } from "../view.ts";
import { testDate } from "./dates.ts";
import { testChoice, testChoices, testIds, testNumber, testPresence, testText } from "./tests.ts";

/** Says whether a row passes. */
export type Predicate = (row: PageRecord) => boolean;

const TEXT_COLUMNS = new Set(["title", "rich_text", "url", "email", "phone_number"]);

/**
 * Makes a test of a query's filter; all mistakes are found here, before the first row.
 * @throws NotionError for an unknown property or a filter that does not fit the property's type.
 */
export function compileFilter(view: View, source: DataSourceRecord, filter: Json | undefined): Predicate {
  if (filter === undefined) return () => true;
  const parts = (filter["and"] ?? filter["or"]) as readonly Json[] | undefined;
  if (parts !== undefined) {
    const tests = parts.map((part) => compileFilter(view, source, part));
    return filter["and"] === undefined
      ? (row) => tests.some((test) => test(row))
      : (row) => tests.every((test) => test(row));
  }
  const timestamp = filter["timestamp"] as "created_time" | "last_edited_time" | undefined;
  if (timestamp !== undefined || filter["property"] === undefined)
    return compileTimestamp(view, filter, timestamp);

  const name = filter["property"] as string;
  const property = findVisible(view, source, name);
  if (property === null) throw invalid(`Could not find property with name or id: ${name}`);
  const [kind = ""] = Object.keys(filter).filter((key) => key !== "property" && key !== "type");
  const test = compileCondition(view, property, kind, filter[kind] as Json);
  return (row) => test(plainValue(view, row, source, property));
}

function compileTimestamp(
  view: View,
  filter: Json,
  named: "created_time" | "last_edited_time" | undefined,
): Predicate {
  const timestamp = named ?? (filter["created_time"] === undefined ? "last_edited_time" : "created_time");
  const condition = filter[timestamp] as Json;
  return (row) =>
    testDate(view, minute(timestamp === "created_time" ? row.createdTime : row.lastEditedTime), condition);
}

type ValueTest = (value: unknown) => boolean;

function compileCondition(view: View, property: Property, kind: string, condition: Json): ValueTest {
  if (!fits(property, kind)) {
    throw invalid(`database property ${property.type} does not match filter ${kind}`);
  }
  switch (kind) {
    case "formula":
      return compileFormula(view, condition);
    case "rollup":
      return compileRollup(view, condition);
    case "select":
    case "status":
      return (value) => testChoice(property, value, condition);
    case "multi_select":
      return (value) => testChoices(value, condition);
    default:
      return (value) => testValue(view, kind, value, condition);
  }
}

/** A text filter works on every column of words; otherwise filter and column must be of one type. */
function fits(property: Property, kind: string): boolean {
  if (kind === "rich_text") return TEXT_COLUMNS.has(property.type);
  return kind === property.type;
}

function testValue(view: View, kind: string, value: unknown, condition: Json): boolean {
  switch (kind) {
    case "number":
      return testNumber(value as number | null, condition);
    case "unique_id":
      return testNumber((value as { number: number | null }).number, condition);
    case "checkbox":
      return "equals" in condition ? value === condition["equals"] : value !== condition["does_not_equal"];
    case "date":
      return testDate(view, (value as { start: string } | null)?.start ?? null, condition);
    case "created_time":
    case "last_edited_time":
      return testDate(view, value as string, condition);
    case "people":
    case "relation":
      return testIds(value as readonly { id: string }[], condition);
    case "created_by":
    case "last_edited_by":
      return testIds([value as { id: string }], condition);
    case "files":
      return testPresence((value as readonly unknown[]).length > 0, condition) ?? true;
    case "verification":
      return testVerification(value as { state: string } | null, condition);
    default:
      return testText(value, condition);
  }
}

function compileFormula(view: View, condition: Json): ValueTest {
  const [kind = "string"] = Object.keys(condition);
  const inner = condition[kind] as Json;
  const resultType = kind === "checkbox" ? "boolean" : kind;
  return (value) => {
    const result = value as Json;
    if (result["type"] !== resultType) return false;
    return testValue(view, kind, result[resultType], inner);
  };
}

/** `every` passes over rows whose rollup is empty, `none` keeps them. */
function compileRollup(view: View, condition: Json): ValueTest {
  const [kind = "any"] = Object.keys(condition);
  const inner = condition[kind] as Json;
  if (kind === "number" || kind === "date") {
    return (value) => (value as Json)["type"] === kind && testValue(view, kind, (value as Json)[kind], inner);
  }
  const [type = "rich_text"] = Object.keys(inner);
  const test = (item: Json): boolean =>
    testValue(view, type, item[String(item["type"])], inner[type] as Json);
  return (value) => {
    const items = ((value as Json)["array"] ?? []) as readonly Json[];
    if (kind === "any") return items.some(test);
    if (kind === "every") return items.length > 0 && items.every(test);
    return !items.some(test);
  };
}

function testVerification(value: { state: string } | null, condition: Json): boolean {
  const state = value?.state === "verified" || value?.state === "expired" ? value.state : "none";
  if (condition["does_not_equal"] !== undefined) return state !== condition["does_not_equal"];
  return state === condition["status"];
}
