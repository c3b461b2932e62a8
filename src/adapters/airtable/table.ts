import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

import { ServiceRefusedError } from "../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import { looseName } from "../../lib/text.ts";
import type { Cell, Row, Table, TableRequest } from "../types.ts";
import type { AirtableClient } from "./client.ts";
import { bindFields, columnMemory } from "./columns.ts";
import type { Subject } from "./errors.ts";
import { listRecords } from "./list.ts";
import { toCell } from "./mapper.ts";
import { type Field, findTable, optionsOf, type TableSchema } from "./schema.ts";

export async function openTable(client: AirtableClient, request: TableRequest): Promise<Table> {
  const { connection } = client.context;
  const schema = await findTable(client, request.table);
  const memory = columnMemory(client.context, schema);
  const bound = bindFields({
    table: schema,
    connection,
    wanted: request.columns,
    remembered: await memory.recall(),
  });
  await memory.keep();

  const notes = request.body ? notesField(schema, bound, connection) : null;
  const bodies = new Map<string, string>();
  return {
    id: schema.id,
    name: schema.name,
    url: `https://airtable.com/${client.base}/${schema.id}`,
    columnNames: Object.fromEntries([...bound].map(([key, field]) => [key, field.name])),
    options: Object.fromEntries(
      [...bound].flatMap(([key, field]) => {
        const options = optionsOf(field);
        return options === null ? [] : [[key, options] as const];
      }),
    ),
    rows: () => rowsOf({ client, schema, bound, notes, bodies }),
    body: async (row) => {
      const markdown = bodies.get(row.id);
      return markdown === undefined ? null : { document: parse(markdown), unreadable: 0 };
    },
  };
}

interface Opened {
  readonly client: AirtableClient;
  readonly schema: TableSchema;
  readonly bound: ReadonlyMap<string, Field>;
  /** Stands for the rows' pages; null when bodies were not asked for. */
  readonly notes: Field | null;
  /** Record id → its notes, as far as read. */
  readonly bodies: Map<string, string>;
}

async function* rowsOf({ client, schema, bound, notes, bodies }: Opened): AsyncGenerator<Row> {
  const subject: Subject = { what: `table “${schema.name}”`, doing: "read" };
  const edited = editedField(schema);
  const asked = [...bound.values(), ...(notes === null ? [] : [notes]), ...(edited === null ? [] : [edited])];
  const fieldIds = [...new Set(asked.map((field) => field.id))];
  for await (const page of listRecords(client, {
    tableId: schema.id,
    subject,
    fieldIds,
    formula: null,
    commentCount: false,
  })) {
    for (const record of page) {
      const values = asRecord(record.fields);
      const text = notes === null ? null : asText(values[notes.id]);
      if (text !== null && text.trim() !== "") bodies.set(String(record.id), text);
      yield toRow(client, schema, record, bound, edited);
    }
  }
}

function toRow(
  client: AirtableClient,
  schema: TableSchema,
  record: LooseRecord,
  bound: ReadonlyMap<string, Field>,
  edited: Field | null,
): Row {
  const id = asText(record.id) ?? "";
  const values = asRecord(record.fields);
  const cells = [...bound].map(([key, field]): [string, Cell] => [key, toCell(values[field.id], field)]);
  return {
    id,
    url: recordUrl(client, schema.id, id),
    createdAt: asText(record.createdTime),
    editedAt: edited === null ? null : instant(values[edited.id]),
    cells: Object.fromEntries(cells),
  };
}

export function recordUrl(client: AirtableClient, tableId: string, recordId: string): string {
  return `https://airtable.com/${client.base}/${tableId}/${recordId}`;
}

/** A record tells its last edit only through a column of that type; one that watches some columns alone would mislead. */
function editedField(schema: TableSchema): Field | null {
  const watchesAll = (field: Field): boolean => asList(field.options.referencedFieldIds).length === 0;
  return schema.fields.find((field) => field.type === "lastModifiedTime" && watchesAll(field)) ?? null;
}

/** The column may show days only. */
function instant(value: unknown): string | null {
  const text = asText(value);
  return text !== null && text.includes("T") ? text : null;
}

/** What people call the long text that stands for a page, as exports of pages do; loose names. */
const notesNames = ["notes", "notes (page)", "page", "body", "page text", "long text"];
const longTypes: readonly string[] = ["multilineText", "richText"];

/**
 * Airtable's rows have no pages. Their place is taken by a long text column: one with a name that says so, or else
 * the one that is mapped to `text`.
 */
function notesField(schema: TableSchema, bound: ReadonlyMap<string, Field>, connection: string): Field {
  const long = schema.fields.filter((field) => longTypes.includes(field.type));
  const named = notesNames.flatMap((name) => long.find((field) => looseName(field.name) === name) ?? []);
  const text = bound.get("text");
  const field = named[0] ?? long.find((one) => one.id === text?.id);
  if (field !== undefined) return field;
  throw new ServiceRefusedError(
    `Airtable: rows of table “${schema.name}” (connection “${connection}”) have no pages, so body: true finds nothing to read.`,
    {
      hint: "Take body: true out of the config, or call the long text column that holds the write-up “Notes”, or map it to the field text.",
    },
  );
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
