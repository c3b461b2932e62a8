import { ServiceRefusedError } from "../../errors.ts";
import { closestTo } from "../../lib/did-you-mean.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import { looseName } from "../../lib/text.ts";
import type { AirtableClient } from "./client.ts";

/** A column, as the schema has it (airtable.com/developers/web/api/field-model). */
export interface Field {
  /** `fld…`; survives renaming. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly options: LooseRecord;
}

export interface TableSchema {
  /** `tbl…` */
  readonly id: string;
  readonly name: string;
  readonly primaryFieldId: string;
  readonly fields: readonly Field[];
}

/** Every table of the base; read once and remembered. */
async function readSchema(client: AirtableClient): Promise<readonly TableSchema[]> {
  return await client.once("schema", async () => {
    const subject = { what: `base ${client.base}`, doing: "schema" } as const;
    const answer = await client.meta(subject, `/bases/${client.base}/tables`);
    return asList(answer.tables).map(toTable);
  });
}

function toTable(value: unknown): TableSchema {
  const { id, name, primaryFieldId, fields } = asRecord(value);
  return {
    id: asText(id) ?? "",
    name: asText(name) ?? "",
    primaryFieldId: asText(primaryFieldId) ?? "",
    fields: asList(fields).map(toField),
  };
}

export function toField(value: unknown): Field {
  const { id, name, type, options } = asRecord(value);
  return {
    id: asText(id) ?? "",
    name: asText(name) ?? "",
    type: asText(type) ?? "",
    options: asRecord(options),
  };
}

/** Types whose configuration lists choices (airtable.com/developers/web/api/field-model). */
const choices: ReadonlySet<string> = new Set(["singleSelect", "multipleSelects"]);

/** Names of the options that a column offers; null for a column that is no choice. */
export function optionsOf({ type, options }: Field): readonly string[] | null {
  if (!choices.has(type)) return null;
  return asList(options.choices).map((choice) => asText(asRecord(choice).name) ?? "");
}

/**
 * The table that the config means: its id or address, its exact name, or its name without regard to case and spaces.
 * @throws ServiceRefusedError when none or several fit.
 */
export async function findTable(client: AirtableClient, wanted: string): Promise<TableSchema> {
  const { connection } = client.context;
  const [, elsewhere = null] = /\b(app[A-Za-z0-9]{14})\b/.exec(wanted) ?? [];
  if (elsewhere !== null && elsewhere !== client.base) {
    throw new ServiceRefusedError(
      `Airtable: table ${wanted} is in base ${elsewhere}, and connection “${connection}” is for base ${client.base}.`,
      { hint: "Give that base a connection of its own in the config: a connection is one base." },
    );
  }
  const tables = await readSchema(client);
  const id = /\btbl[A-Za-z0-9]{14}\b/.exec(wanted)?.[0] ?? wanted;
  const exact = tables.find((table) => table.id === id) ?? tables.find((table) => table.name === wanted);
  if (exact !== undefined) return exact;
  const loose = tables.filter((table) => looseName(table.name) === looseName(wanted));
  const [only] = loose;
  if (only !== undefined && loose.length === 1) return only;
  if (loose.length > 1) {
    throw new ServiceRefusedError(
      `Airtable: ${loose.length} tables fit “${wanted}” (connection “${connection}”).`,
      {
        hint: `Put the id into the config: ${loose.map((table) => `${table.id} is “${table.name}”`).join(", ")}.`,
      },
    );
  }
  const names = tables.map((table) => table.name);
  const likely = closestTo(wanted, names);
  throw new ServiceRefusedError(
    `Airtable: base ${client.base} (connection “${connection}”) has no table “${wanted}”.${likely === null ? "" : ` Was it renamed to “${likely}”?`}`,
    {
      hint: `Put the table's id or its name of today into the config. The base has: ${names.map((name) => `“${name}”`).join(", ")}.`,
    },
  );
}
