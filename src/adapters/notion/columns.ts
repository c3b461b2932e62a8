import { distance } from "fastest-levenshtein";

import { ServiceRefusedError } from "../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import { looseName } from "../../lib/text.ts";
import type { ColumnType } from "./mapper.ts";

export interface Column extends ColumnType {
  /** As Notion gives it, URL-encoded; survives renaming. */
  readonly id: string;
  readonly name: string;
  /** Names of the options it offers; null for a column that is no choice. */
  readonly options: readonly string[] | null;
}

/** Types whose configuration lists options (https://developers.notion.com/reference/property-object). */
const choices: ReadonlySet<string> = new Set(["select", "multi_select", "status"]);

/** The columns of a data source, from its `properties`. */
export function columnsOf(properties: unknown): readonly Column[] {
  return Object.entries(asRecord(properties)).map(([name, value]) => {
    const property: LooseRecord = asRecord(value);
    const type = asText(property.type) ?? "";
    const format = asText(asRecord(property.number).format);
    return {
      id: asText(property.id) ?? name,
      name: asText(property.name) ?? name,
      type,
      percent: format === "percent",
      options: choices.has(type) ? asList(asRecord(property[type]).options).map(nameOf) : null,
    };
  });
}

function nameOf(option: unknown): string {
  return asText(asRecord(option).name) ?? "";
}

/** By exact name, then by id, then by name without regard to case and spaces; null when none or several fit. */
export function findColumn(columns: readonly Column[], wanted: string): Column | null {
  const exact = columns.find((column) => column.name === wanted);
  if (exact !== undefined) return exact;
  const byId = columns.find((column) => column.id === wanted || decoded(column.id) === wanted);
  if (byId !== undefined) return byId;
  const loose = columns.filter((column) => looseName(column.name) === looseName(wanted));
  return loose.length === 1 ? (loose[0] ?? null) : null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export interface BindRequest {
  readonly table: string;
  readonly connection: string;
  /** Field key → column, as the config has it. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  /** Loose name → column id at the last run; only for better hints. */
  readonly remembered: Readonly<Record<string, string>>;
}

/**
 * Binds every wanted column.
 * @throws ServiceRefusedError naming each that is missing, with its likely new name.
 */
export function bindColumns(request: BindRequest): ReadonlyMap<string, Column> {
  const bound = new Map<string, Column>();
  const missing: [key: string, wanted: string][] = [];
  for (const [key, wanted] of Object.entries(request.wanted)) {
    const column = findColumn(request.columns, wanted);
    if (column === null) missing.push([key, wanted]);
    else bound.set(key, column);
  }
  if (missing.length === 0) return bound;

  const taken = new Set([...bound.values()].map((column) => column.id));
  const free = request.columns.filter((column) => !taken.has(column.id));
  const details = missing.map(
    ([key, wanted]) => `“${wanted}” (field ${key}): ${hintFor(key, wanted, free, request.remembered)}`,
  );
  const count = missing.length === 1 ? "a column" : `${missing.length} columns`;
  const [first] = details;
  throw new ServiceRefusedError(
    `Notion: table “${request.table}” (connection “${request.connection}”) has no ${missing.length === 1 ? `column ${first ?? ""}` : `such columns: ${count} of the config are missing.`}`,
    {
      details: missing.length === 1 ? [] : details,
      hint: `Put the columns' names of today into the config. The table has: ${request.columns.map((column) => `“${column.name}”`).join(", ")}.`,
    },
  );
}

/** Column types that a field is usually kept in; for hints only. */
const usualTypes: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  goal: ["relation"],
  parent: ["relation"],
  event: ["relation"],
  question: ["relation"],
  hypothesis: ["relation"],
  before: ["relation"],
  review: ["relation"],
  insights: ["relation"],
  appliedIn: ["relation"],
  refinedFrom: ["relation"],
  owner: ["people"],
  participants: ["people"],
  date: ["date"],
  start: ["date"],
  due: ["date"],
  reviewBy: ["date"],
  nextDate: ["date"],
  baseline: ["number"],
  target: ["number"],
  current: ["number"],
  value: ["number"],
  status: ["status", "select"],
  outcome: ["select", "status"],
};

function hintFor(
  key: string,
  wanted: string,
  free: readonly Column[],
  remembered: Readonly<Record<string, string>>,
): string {
  const types = usualTypes[key] ?? [];
  const relation = types.includes("relation")
    ? " If it links to another database: Notion hides such a column while that database is not shared with the connection (••• → Connections)."
    : "";
  const renamed = free.find((column) => column.id === remembered[looseName(wanted)]);
  if (renamed !== undefined) return `it was renamed to “${renamed.name}”.`;
  const likely = likelyColumn(wanted, types, free);
  if (likely !== null) return `was it renamed to “${likely.name}”?${relation}`;
  return `no column is called that.${relation}`;
}

/** The nearest name within a third of its length, columns of the usual type first; else the only free column of that type. */
function likelyColumn(wanted: string, types: readonly string[], free: readonly Column[]): Column | null {
  const scored = free
    .map((column) => {
      const [one, other] = [looseName(wanted), looseName(column.name)];
      const contains = one.length > 2 && other.length > 2 && (one.includes(other) || other.includes(one));
      const far = contains ? 0.2 : distance(one, other) / Math.max(one.length, other.length, 1);
      return { column, score: far - (types.includes(column.type) ? 0.15 : 0) };
    })
    .sort((a, b) => a.score - b.score);
  const [best] = scored;
  if (best !== undefined && best.score <= 0.34) return best.column;
  const ofType = free.filter((column) => types.includes(column.type));
  return ofType.length === 1 ? (ofType[0] ?? null) : null;
}
