import { ServiceRefusedError } from "../../../errors.ts";
import { didYouMean } from "../../../lib/did-you-mean.ts";
import { asNumber, asText } from "../../../lib/loose.ts";
import { cleanText, looseName } from "../../../lib/text.ts";
import type { PlaceField, ReportDraft } from "../../types.ts";
import { findField } from "../columns.ts";
import type { Field, TableSchema } from "../schema.ts";
import { chartsField } from "./charts.ts";
import type { Dialect } from "./dialect.ts";

/** The columns of a reports table, by what they take. */
export interface PlaceColumns {
  readonly key: Field;
  /** Null when the table has none: the key then names the report. */
  readonly title: Field | null;
  /** One or two: Markdown as plain text, rich text. */
  readonly bodies: readonly (Field & { readonly type: Dialect })[];
  /** Takes the charts as files; null unless the config names it. */
  readonly charts: Field | null;
  /** Role → column: period, date and the counts. */
  readonly others: ReadonlyMap<string, Field>;
}

/** Which column types a role can be written to; the counts share one. Keys are single lines: upserts match them exactly. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  key: ["singleLineText"],
  title: ["singleLineText", "multilineText"],
  body: ["multilineText", "richText"],
  period: ["singleLineText"],
  date: ["date"],
  charts: ["multipleAttachments"],
};
const countTypes: readonly string[] = ["number"];

/** Names that are taken up without being mapped; loose names. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  key: ["report key", "key"],
  title: ["name", "title", "report name", "report title"],
  body: ["report", "body", "text", "report (rich text)", "report text"],
  period: ["period"],
  date: ["date", "report date"],
  goals: ["goals", "live goals"],
  items: ["items", "learning items"],
  findings: ["findings"],
};

/** Types that nobody can write to (airtable.com/developers/web/api/field-model). */
const computedTypes: ReadonlySet<string> = new Set([
  "formula",
  "rollup",
  "count",
  "multipleLookupValues",
  "autoNumber",
  "createdTime",
  "lastModifiedTime",
  "createdBy",
  "lastModifiedBy",
  "button",
  "aiText",
  "externalSyncSource",
  "manualSort",
]);

export function isComputed(field: Field): boolean {
  return computedTypes.has(field.type);
}

/**
 * Finds the columns that reports are written to: as the config says, or by their usual names.
 * @throws ServiceRefusedError listing every column that is missing, computed or of another type.
 */
export function bindPlace(
  table: TableSchema,
  given: Readonly<Record<string, string>>,
  connection: string,
): PlaceColumns {
  const problems: string[] = [];
  const bound = new Map<string, Field>();
  for (const [role, wanted] of Object.entries(given)) {
    const found = pick(table, role, wanted);
    if (typeof found === "string") problems.push(found);
    else bound.set(role, found);
  }
  const take = (role: string): Field | null =>
    bound.get(role) ?? (role in given ? null : usual(table, role, bound));

  const key = take("key");
  if (key !== null) bound.set("key", key);
  const bodies = "body" in given ? [bound.get("body")] : usualBodies(table);
  const written = bodies.filter((field) => field !== undefined).filter(isBody);
  if (key === null && !("key" in given)) problems.push(lacking("key", "Report key"));
  if (written.length === 0 && !("body" in given)) problems.push(lacking("body", "Report"));
  if (key === null || written.length === 0 || problems.length > 0)
    throw cannotHold(table, connection, problems);

  const others = ["period", "date", "goals", "items", "findings"].flatMap((role): [string, Field][] => {
    const field = take(role);
    return field === null ? [] : [[role, field]];
  });
  const charts = bound.get("charts") ?? null;
  return { key, title: take("title"), bodies: written, charts, others: new Map(others) };
}

function isBody(field: Field): field is Field & { readonly type: Dialect } {
  return field.type === "multilineText" || field.type === "richText";
}

function typesFor(role: string): readonly string[] {
  return typesOf[role] ?? countTypes;
}

/** The column that the config names, or what is wrong with it. */
function pick(table: TableSchema, role: string, wanted: string): Field | string {
  const found = findField(table.fields, wanted);
  if (found === null) {
    const names = table.fields.map((field) => field.name);
    return `“${wanted}” (for the report's ${role}) is not there.${didYouMean(wanted, names)}`;
  }
  if ("several" in found) {
    return `“${wanted}” (for the report's ${role}) fits several columns; use an id: ${found.several.map((field) => field.id).join(", ")}.`;
  }
  const { field } = found;
  if (typesFor(role).includes(field.type)) return field;
  if (isComputed(field)) {
    return `“${field.name}” (for the report's ${role}) is computed by Airtable (${field.type}), so nothing can be written to it.`;
  }
  return `“${field.name}” (for the report's ${role}) is of type ${field.type}; it takes ${typesFor(role).join(" or ")}.`;
}

function usual(table: TableSchema, role: string, taken: ReadonlyMap<string, Field>): Field | null {
  const ids = new Set([...taken.values()].map((field) => field.id));
  const fitting = table.fields.filter((field) => typesFor(role).includes(field.type) && !ids.has(field.id));
  for (const name of usualNames[role] ?? []) {
    const field = fitting.find((one) => looseName(one.name) === name);
    if (field !== undefined) return field;
  }
  const primary = fitting.find((field) => field.id === table.primaryFieldId);
  return role === "title" ? (primary ?? null) : null;
}

/** One of each type. */
function usualBodies(table: TableSchema): readonly Field[] {
  return ["multilineText", "richText"].flatMap((type) => {
    const fitting = table.fields.filter((field) => field.type === type);
    const names = usualNames["body"] ?? [];
    return names.flatMap((name) => fitting.find((field) => looseName(field.name) === name) ?? []).slice(0, 1);
  });
}

function lacking(role: string, name: string): string {
  return `There is no column for the report's ${role}: add one called “${name}” of type ${typesFor(role).join(" or ")}, or map one under fields.${role}.`;
}

function cannotHold(
  table: TableSchema,
  connection: string,
  problems: readonly string[],
): ServiceRefusedError {
  const where = `Airtable: table “${table.name}” (connection “${connection}”) cannot take reports`;
  const [first] = problems;
  return new ServiceRefusedError(
    problems.length === 1
      ? `${where}. ${first ?? ""}`
      : `${where}: ${problems.length} things are in the way.`,
    {
      details: problems.length === 1 ? [] : problems,
      hint: `The table has: ${table.fields.map((field) => `“${field.name}” (${field.type})`).join(", ")}.`,
    },
  );
}

/** What a write sends: field id → value. */
export type FieldPayload = Readonly<{ id: string; value: string | number }>;

/** A key is matched exactly, so nothing in it may be rewritten on the way. */
export function keyText(key: string): string {
  return cleanText(key).replace(/\s+/g, " ").trim();
}

/** The draft's values for the bound columns, the key first. The title is not among them: people may rename a report. */
export function composeFields(columns: PlaceColumns, draft: ReportDraft): readonly PlaceField[] {
  const others = [...columns.others].flatMap(([role, field]) => {
    const content = contentFor(role, draft);
    return content === null ? [] : [toPlaceField(field, content)];
  });
  const charts =
    columns.charts === null || draft.illustrated === null
      ? []
      : [chartsField(columns.charts, draft.illustrated.pictures)];
  return [toPlaceField(columns.key, keyText(draft.key)), ...others, ...charts];
}

function contentFor(role: string, draft: ReportDraft): string | null {
  if (role === "period") return cleanText(draft.period.label);
  if (role === "date") return draft.period.end;
  const count = draft.counts[role];
  return count === undefined ? null : String(count);
}

function toPlaceField(field: Field, content: string): PlaceField {
  const payload: FieldPayload = { id: field.id, value: field.type === "number" ? Number(content) : content };
  return { name: field.name, content, payload };
}

/** A present value in the same form as `PlaceField.content`; null when empty. */
export function readContent(value: unknown): string | null {
  const number = asNumber(value);
  return number === null ? asText(value) : String(number);
}
