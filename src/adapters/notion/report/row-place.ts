import type { UpdatePageParameters } from "@notionhq/client";

import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import { cleanText } from "../../../lib/text.ts";
import type { FoundReport, PlaceField, ReportPlace } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import type { DataSource } from "../locate.ts";
import { composeDocument } from "./compose.ts";
import { bindPlace, composeFields, type FieldPayload, type PlaceColumns, readContent } from "./fields.ts";
import { changeBlocks, toFound, trashPage } from "./found.ts";
import { createPage, titleText } from "./page-place.ts";
import { readPieces } from "./present.ts";

export interface RowPlaceSettings {
  readonly notion: Notion;
  readonly subject: Asked;
  readonly source: DataSource;
  readonly fields: Readonly<Record<string, string>>;
  readonly botId: string;
}

type Properties = NonNullable<UpdatePageParameters["properties"]>;

/** Reports as rows of a table: the key in a column of its own, the report as the row's page. */
export function createRowPlace(settings: RowPlaceSettings): ReportPlace {
  const { notion, subject, source, botId } = settings;
  const columns = bindPlace(source, settings.fields);
  const reportSubject = (id: string): Asked => ({ what: "report", id });
  return {
    name: `table “${source.name}”`,
    compose: (draft) => ({
      key: cleanText(draft.key),
      title: cleanText(draft.title),
      fields: composeFields(columns, draft),
      pieces: composeDocument(draft.illustrated?.document ?? draft.document),
    }),
    find: async (report) => await findRows(settings, columns, report.key),
    async read(found) {
      const page = asRecord(
        await notion.ask(reportSubject(found.id), (sdk) => sdk.pages.retrieve({ page_id: found.id })),
      );
      return {
        ...found,
        fields: readFields(columns, page),
        pieces: await readPieces(notion, reportSubject(found.id), found.id, botId),
      };
    },
    create: async (report) =>
      await createPage(notion, subject, {
        parent: { data_source_id: source.id },
        properties: {
          ...toProperties(report.fields),
          [columns.title.id]: { title: titleText(report.title) },
        },
        report,
      }),
    async change(report, change) {
      if (change.do !== "set-fields")
        return await changeBlocks(notion, reportSubject(report.id), report, change);
      await notion.ask({ ...reportSubject(report.id), capability: "Update content" }, (sdk) =>
        sdk.pages.update({ page_id: report.id, properties: toProperties(change.fields) }),
      );
    },
    discard: async (report) => await trashPage(notion, reportSubject(report.id), report.id),
  };
}

function toProperties(fields: readonly PlaceField[]): Properties {
  const payloads = fields.map((field) => field.payload as FieldPayload);
  return Object.fromEntries(payloads.map(({ id, value }) => [id, value])) as Properties;
}

function readFields(columns: PlaceColumns, page: LooseRecord): Readonly<Record<string, string>> {
  const values = Object.values(asRecord(page.properties)).map(asRecord);
  const present = [columns.key, ...columns.others.values()].flatMap((column): [string, string][] => {
    const content = readContent(values.find((value) => value.id === column.id));
    return content === null ? [] : [[column.name, content]];
  });
  return Object.fromEntries(present);
}

/** Filters compare text without regard to case, so that the key is compared once more. The oldest row is the one to keep. */
async function findRows(
  settings: RowPlaceSettings,
  columns: PlaceColumns,
  key: string,
): Promise<readonly FoundReport[]> {
  const { notion, subject, source } = settings;
  const rows: LooseRecord[] = [];
  let cursor: string | null = null;
  do {
    const at: string | null = cursor;
    const answer = asRecord(
      await notion.ask(subject, (sdk) =>
        sdk.dataSources.query({
          data_source_id: source.id,
          filter: { property: columns.key.id, rich_text: { equals: key } },
          filter_properties: [columns.key.id],
          sorts: [{ timestamp: "created_time", direction: "ascending" }],
          page_size: 100,
          ...(at === null ? {} : { start_cursor: at }),
        }),
      ),
    );
    rows.push(...asList(answer.results).map(asRecord));
    cursor = answer.has_more === true ? asText(answer.next_cursor) : null;
  } while (cursor !== null);
  return rows
    .filter((row) => row.in_trash !== true && readFields(columns, row)[columns.key.name] === key)
    .sort((a, b) => compare(orderOf(a), orderOf(b)))
    .map((row) => toFound(notion, row));
}

function orderOf(row: LooseRecord): string {
  return `${asText(row.created_time) ?? ""} ${asText(row.id) ?? ""}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
