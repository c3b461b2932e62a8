import { ServiceRefusedError, UsageError } from "../../../errors.ts";
import { asNumber, asRecord, asText } from "../../../lib/loose.ts";
import { cleanText, looseName } from "../../../lib/text.ts";
import type { PlaceField, ReportDraft } from "../../types.ts";
import { type Column, findColumn } from "../columns.ts";
import type { DataSource } from "../locate.ts";
import { plainText } from "../mapper.ts";
import { blockfuls, toRichText } from "./rich-text.ts";

/** What a column of a reports table may be for. Counts are named by the draft: goals, items, findings. */
export interface PlaceColumns {
  readonly title: Column;
  readonly key: Column;
  /** Role → column, title and key left out. */
  readonly others: ReadonlyMap<string, Column>;
}

const typesOf: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  key: ["rich_text"],
  period: ["rich_text", "select", "date"],
  date: ["date"],
};
/** Every other role is a count. */
const countTypes = ["number"];

const usualNames: Readonly<Record<string, readonly string[]>> = {
  key: ["Report key", "Key"],
  period: ["Period"],
  date: ["Date"],
  goals: ["Goals"],
  items: ["Items"],
  findings: ["Findings"],
};

/**
 * Finds the columns for a report's title, key and numbers: as the config says, else by usual names and types.
 * @throws ServiceRefusedError when a column is missing, of the wrong type, or there is none for the key.
 */
export function bindPlace(source: DataSource, wanted: Readonly<Record<string, string>>): PlaceColumns {
  if (wanted["body"] !== undefined) {
    throw new UsageError("On Notion the report is the page itself: take `body` out of the report's fields.");
  }
  if (wanted["charts"] !== undefined) {
    throw new UsageError("On Notion charts are part of the page: take `charts` out of the report's fields.");
  }
  const title = named(source, "title", wanted) ?? source.columns.find((column) => column.type === "title");
  const key = named(source, "key", wanted) ?? usual(source, "key");
  if (title === undefined || key === null) {
    throw new ServiceRefusedError(
      `Notion: table “${source.name}” has no column for the report's key, so a later run could not find the report again.`,
      {
        hint: "Add a text column called “Report key” to the table, or name one in the config: fields: { key: … }.",
      },
    );
  }
  const roles = Object.keys(wanted).length > 0 ? Object.keys(wanted) : Object.keys(usualNames);
  const others = roles
    .filter((role) => role !== "title" && role !== "key")
    .map((role): [string, Column | null] => [role, named(source, role, wanted) ?? usual(source, role)]);
  return {
    title,
    key,
    others: new Map(others.filter((entry): entry is [string, Column] => entry[1] !== null)),
  };
}

function named(source: DataSource, role: string, wanted: Readonly<Record<string, string>>): Column | null {
  const name = wanted[role];
  if (name === undefined) return null;
  const column = findColumn(source.columns, name);
  const types = typesOf[role] ?? countTypes;
  if (column !== null && types.includes(column.type)) return column;
  const fitting = source.columns.filter((one) => types.includes(one.type)).map((one) => `“${one.name}”`);
  throw new ServiceRefusedError(
    column === null
      ? `Notion: table “${source.name}” has no column “${name}” (for the report's ${role}).`
      : `Notion: column “${column.name}” of table “${source.name}” is of type ${column.type}; the report's ${role} needs ${types.join(" or ")}.`,
    {
      hint:
        fitting.length === 0
          ? `Add a column of type ${types.join(" or ")} to the table.`
          : `Columns that would do: ${fitting.join(", ")}.`,
    },
  );
}

function usual(source: DataSource, role: string): Column | null {
  const types = typesOf[role] ?? countTypes;
  const names = (usualNames[role] ?? []).map(looseName);
  const fitting = source.columns.filter((column) => types.includes(column.type));
  for (const name of names) {
    const column = fitting.find((one) => looseName(one.name) === name);
    if (column !== undefined) return column;
  }
  return null;
}

/** What `set-fields` and a create send: property id → value. */
export type FieldPayload = Readonly<{ id: string; value: unknown }>;

/** The draft's values for the bound columns, the key first. The title is not among them: people may rename a report. */
export function composeFields(columns: PlaceColumns, draft: ReportDraft): readonly PlaceField[] {
  const key = toField(columns.key, cleanText(draft.key));
  const others = [...columns.others].flatMap(([role, column]) => {
    const content = contentFor(role, column, draft);
    return content === null ? [] : [toField(column, content)];
  });
  return [key, ...others];
}

function contentFor(role: string, column: Column, draft: ReportDraft): string | null {
  const { label, start, end } = draft.period;
  if (role === "period")
    return column.type === "date" ? dateRange(start, end) : optionName(column, cleanText(label));
  if (role === "date") return end;
  const count = draft.counts[role];
  return count === undefined ? null : String(count);
}

function dateRange(start: string, end: string): string {
  return start === end ? start : `${start}/${end}`;
}

/** Names of options may not hold commas (developers.notion.com/reference/property-value-object) and are 100 characters at most. */
function optionName(column: Column, label: string): string {
  return column.type === "select" ? label.replaceAll(",", " ·").slice(0, 100) : label;
}

function toField(column: Column, content: string): PlaceField {
  const payload: FieldPayload = { id: column.id, value: toValue(column.type, content) };
  return { name: column.name, content, payload };
}

function toValue(type: string, content: string): unknown {
  switch (type) {
    case "number":
      return { number: Number(content) };
    case "select":
      return { select: { name: content } };
    case "date": {
      const [start, end = null] = content.split("/");
      return { date: { start, end } };
    }
    default: {
      const [first = []] = blockfuls([{ text: content, style: 0, href: null }]);
      return { rich_text: toRichText(first) };
    }
  }
}

/** A present value in the same form as `PlaceField.content`; null when empty. */
export function readContent(property: unknown): string | null {
  const value = asRecord(property);
  switch (value.type) {
    case "number": {
      const number = asNumber(value.number);
      return number === null ? null : String(number);
    }
    case "select":
      return asText(asRecord(value.select).name);
    case "date": {
      const { start, end } = asRecord(value.date);
      const first = asText(start);
      return first === null ? null : dateRange(first, asText(end) ?? first);
    }
    default:
      return plainText(value.rich_text) || null;
  }
}
