import { ServiceRefusedError } from "../../errors.ts";
import { closestTo } from "../../lib/did-you-mean.ts";
import { asRecord, asText, parseJson } from "../../lib/loose.ts";
import { looseName } from "../../lib/text.ts";
import type { AdapterContext } from "../types.ts";
import type { Field, TableSchema } from "./schema.ts";

export type Found = { readonly field: Field } | { readonly several: readonly Field[] } | null;

/** By id, by exact name, then by name without regard to case and spaces. */
export function findField(fields: readonly Field[], wanted: string): Found {
  const exact = fields.find((field) => field.id === wanted) ?? fields.find((field) => field.name === wanted);
  if (exact !== undefined) return { field: exact };
  const loose = fields.filter((field) => looseName(field.name) === looseName(wanted));
  const [only] = loose;
  if (only === undefined) return null;
  return loose.length === 1 ? { field: only } : { several: loose };
}

export interface BindRequest {
  readonly table: TableSchema;
  readonly connection: string;
  /** Field key → column, as the config has it. */
  readonly wanted: Readonly<Record<string, string>>;
  /** Loose name → field id at the last run; only for better hints. */
  readonly remembered: Readonly<Record<string, string>>;
}

/**
 * Binds every wanted column.
 * @throws ServiceRefusedError naming each that is missing, with its likely new name.
 */
export function bindFields(request: BindRequest): ReadonlyMap<string, Field> {
  const { table, connection, wanted, remembered } = request;
  const found = Object.entries(wanted).map(([key, name]) => ({
    key,
    name,
    found: findField(table.fields, name),
  }));
  const bound = new Map(
    found.flatMap(({ key, found }) =>
      found !== null && "field" in found ? [[key, found.field] as const] : [],
    ),
  );
  const taken = new Set([...bound.values()].map((field) => field.id));
  const free = table.fields.filter((field) => !taken.has(field.id));
  const problems = found.flatMap(({ key, name, found }) => {
    if (found !== null && "field" in found) return [];
    const why = found === null ? missing(name, free, remembered) : several(found.several);
    return [`“${name}” (field ${key}): ${why}`];
  });
  const [first] = problems;
  if (first === undefined) return bound;
  const where = `Airtable: table “${table.name}” (connection “${connection}”)`;
  throw new ServiceRefusedError(
    problems.length === 1
      ? `${where} has no column ${first}`
      : `${where} lacks ${problems.length} columns of the config.`,
    {
      details: problems.length === 1 ? [] : problems,
      hint: `Put the columns' names of today, or their ids, into the config. The table has: ${table.fields.map((field) => `“${field.name}”`).join(", ")}.`,
    },
  );
}

function missing(name: string, free: readonly Field[], remembered: Readonly<Record<string, string>>): string {
  const renamed = free.find((field) => field.id === remembered[looseName(name)]);
  if (renamed !== undefined) return `it was renamed to “${renamed.name}”.`;
  const names = free.map((field) => field.name);
  const plain = looseName(name);
  const containing = names.find((one) => plain.length > 2 && looseName(one).includes(plain)) ?? null;
  const likely = closestTo(name, names) ?? containing;
  return likely === null ? "no column is called that." : `was it renamed to “${likely}”?`;
}

function several(fields: readonly Field[]): string {
  return `several columns fit: ${fields.map((field) => `${field.id} is “${field.name}”`).join(", ")}. Use the id.`;
}

/** Remembers which id a column's name had, so that a later run can say what it was renamed to. */
export function columnMemory({ cache }: AdapterContext, table: TableSchema) {
  const key = `airtable/columns/${table.id}`;
  return {
    recall: async (): Promise<Readonly<Record<string, string>>> => {
      const kept = Object.entries(asRecord(parseJson((await cache.get(key)) ?? "")));
      return Object.fromEntries(
        kept.flatMap(([name, id]) => (asText(id) === null ? [] : [[name, String(id)]])),
      );
    },
    keep: async (): Promise<void> => {
      const now = Object.fromEntries(table.fields.map((field) => [looseName(field.name), field.id]));
      await cache.set(key, JSON.stringify(now));
    },
  };
}
