import { asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { AirtableClient } from "../client.ts";
import { isRefusal, type Subject } from "../errors.ts";
import { listRecords } from "../list.ts";
import type { Field, TableSchema } from "../schema.ts";

export interface FindSettings {
  readonly client: AirtableClient;
  readonly table: TableSchema;
  readonly key: Field;
  readonly subject: Subject;
}

/**
 * Every record with this key, whole, the oldest first. Airtable filters; where it cannot (the column was renamed this
 * minute, or has a brace in its name), everything is listed and filtered here, which costs a request for every 100 reports.
 */
export async function findRecords(settings: FindSettings, key: string): Promise<readonly LooseRecord[]> {
  const formula = /[{}\\]/.test(settings.key.name) ? null : `{${settings.key.name}}=${quoted(key)}`;
  try {
    return await matching(settings, formula, key);
  } catch (error) {
    if (formula === null || !isRefusal(error, "INVALID_FILTER_BY_FORMULA")) throw error;
    return await matching(settings, null, key);
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

async function matching(
  { client, table, key, subject }: FindSettings,
  formula: string | null,
  wanted: string,
): Promise<readonly LooseRecord[]> {
  const found: LooseRecord[] = [];
  for await (const page of listRecords(client, {
    tableId: table.id,
    subject,
    fieldIds: null,
    formula,
    commentCount: true,
  })) {
    // How Airtable compares case and spaces is not documented.
    found.push(...page.filter((record) => asText(asRecord(record.fields)[key.id]) === wanted));
  }
  return found.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf(record: LooseRecord): string {
  return `${asText(record.createdTime) ?? ""} ${asText(record.id) ?? ""}`;
}
