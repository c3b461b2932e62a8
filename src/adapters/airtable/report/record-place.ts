import { ServiceRefusedError } from "../../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import { cleanText } from "../../../lib/text.ts";
import type { Change, ComposedReport, FoundReport, PlaceField, Piece, ReportPlace } from "../../types.ts";
import type { AirtableClient } from "../client.ts";
import { goneTypes, isRefusal, type Subject } from "../errors.ts";
import type { TableSchema } from "../schema.ts";
import { recordUrl } from "../table.ts";
import { composeBody } from "./body.ts";
import { bringCharts, chartsPayload, type KeptFile } from "./charts.ts";
import { composeFields, type FieldPayload, keyText, type PlaceColumns } from "./fields.ts";
import { findRecords } from "./find.ts";
import { bodyPiece, piecesOf, presentFields, versionOf } from "./present.ts";

export interface RecordPlaceSettings {
  readonly client: AirtableClient;
  readonly table: TableSchema;
  readonly columns: PlaceColumns;
}

/** Reports as records of a table: one cell, or one of each kind, holds the text (docs/decisions/0008-report-as-a-record.md). */
export function createRecordPlace(settings: RecordPlaceSettings): ReportPlace {
  const { client, table, columns } = settings;
  const name = `table “${table.name}”`;
  const reading: Subject = { what: name, doing: "read" };
  const writing: Subject = { what: name, doing: "write" };
  /** By record id, as of the latest look: only lists tell how many comments there are. */
  const comments = new Map<string, number>();

  const toFound = (record: LooseRecord): FoundReport => {
    const id = asText(record.id) ?? "";
    const count = comments.get(id) ?? 0;
    return { id, url: recordUrl(client, table.id, id), version: versionOf(table, record, count) };
  };
  const readRecord = async (id: string): Promise<LooseRecord> =>
    await client.records({ ...reading, what: `report ${id} in ${name}` }, "read", {
      method: "GET",
      path: `/${table.id}/${id}`,
      query: { returnFieldsByFieldId: true },
    });
  const patch = async (id: string, fields: Values): Promise<void> => {
    await client.records(writing, "repeatable", {
      method: "PATCH",
      path: `/${table.id}/${id}`,
      body: { fields, returnFieldsByFieldId: true },
    });
  };

  const setCharts = async (recordId: string, fields: readonly PlaceField[]): Promise<void> => {
    for (const payload of fields.flatMap((field) => chartsPayload(field) ?? [])) {
      const present = asRecord((await readRecord(recordId)).fields)[payload.id];
      const keep = async (files: readonly KeptFile[]): Promise<void> =>
        await patch(recordId, { [payload.id]: files });
      await bringCharts(client, writing, { recordId, fieldId: payload.id }, payload, present, keep);
    }
  };
  const setFields = async (id: string, fields: readonly PlaceField[]): Promise<void> => {
    const plain = fields.filter((field) => chartsPayload(field) === null);
    if (plain.length > 0) await patch(id, valuesOf(plain));
    await setCharts(id, fields);
  };

  /** Whether the cell may be written, judged by what it holds now: nobody locks it between a look and a write. */
  const guarded = async (report: FoundReport, fieldId: string): Promise<string | null> => {
    const pieces = piecesOf(table, columns, await readRecord(report.id), 0);
    const present = pieces.find((piece) => piece.id.startsWith(`${fieldId}/`));
    if (present?.edited === true) {
      throw new ServiceRefusedError(
        `Airtable: somebody is editing the report ${report.url ?? report.id} in ${name}, so its text is left alone.`,
      );
    }
    return present?.id ?? null;
  };
  const writeBody = async (report: FoundReport, piece: Piece): Promise<void> => {
    const { id, value } = piece.payload as FieldPayload;
    await guarded(report, id);
    await patch(report.id, { [id]: value });
  };
  /** What is to go may have been written over in the meantime, by the insert of the same plan for one. */
  const clearBody = async (report: FoundReport, pieceId: string): Promise<void> => {
    const [fieldId = ""] = pieceId.split("/");
    if ((await guarded(report, fieldId)) === pieceId) await patch(report.id, { [fieldId]: null });
  };

  return {
    name,
    compose: (draft) => ({
      key: keyText(draft.key),
      title: cleanText(draft.title),
      fields: composeFields(columns, draft),
      pieces: columns.bodies.map((field) => bodyPiece(field, composeBody(draft, field.type))),
    }),
    async find(report) {
      const records = await findRecords({ client, table, key: columns.key, subject: reading }, report.key);
      for (const { id, commentCount } of records) comments.set(String(id), Number(commentCount ?? 0));
      return records.map(toFound);
    },
    async read(found) {
      const record = await readRecord(found.id);
      return {
        ...found,
        fields: presentFields(columns, record),
        pieces: piecesOf(table, columns, record, comments.get(found.id) ?? 0),
      };
    },
    async create(report) {
      const found = await upsert(settings, writing, report, toFound);
      // Only a record that is there can take files; a run that is killed in between goes on from the record.
      await setCharts(
        found.id,
        report.fields.filter(({ content }) => content !== ""),
      );
      return found;
    },
    change: async (report, change: Change) => {
      switch (change.do) {
        case "set-fields":
          return await setFields(report.id, change.fields);
        case "insert":
          for (const piece of change.pieces) await writeBody(report, piece);
          return;
        case "update":
          return await writeBody(report, change.piece);
        case "remove":
          return await clearBody(report, change.id);
      }
    },
    async discard(report) {
      try {
        await client.records(writing, "repeatable", { method: "DELETE", path: `/${table.id}/${report.id}` });
      } catch (error) {
        // Sent twice because the first answer was lost, or a person was faster.
        if (!isRefusal(error, ...goneTypes)) throw error;
      }
    },
  };
}

type Values = Readonly<Record<string, string | number | null | readonly KeptFile[]>>;

function valuesOf(parts: readonly (PlaceField | Piece)[]): Values {
  return Object.fromEntries(
    parts.map(({ payload }) => [(payload as FieldPayload).id, (payload as FieldPayload).value]),
  );
}

/**
 * Makes the record in one request, or brings the one up to date that a concurrent run has made since we looked.
 * Airtable refuses when several have the key; then there is nothing to make, and the first is given back.
 */
async function upsert(
  { client, table, columns }: RecordPlaceSettings,
  subject: Subject,
  report: ComposedReport,
  toFound: (record: LooseRecord) => FoundReport,
): Promise<FoundReport> {
  const title = columns.title === null ? {} : { [columns.title.id]: report.title };
  const plain = report.fields.filter((field) => chartsPayload(field) === null);
  const fields: Values = { ...title, ...valuesOf(report.pieces), ...valuesOf(plain) };
  try {
    const answer = await client.records(subject, "once", {
      method: "PATCH",
      path: `/${table.id}`,
      body: {
        records: [{ fields }],
        performUpsert: { fieldsToMergeOn: [columns.key.id] },
        returnFieldsByFieldId: true,
      },
    });
    return toFound(asRecord(asList(answer.records)[0]));
  } catch (error) {
    if (!isRefusal(error, "INVALID_REQUEST_UNKNOWN", "UNPROCESSABLE_ENTITY")) throw error;
    const records = await findRecords({ client, table, key: columns.key, subject }, report.key);
    const [oldest, ...others] = records;
    if (oldest === undefined || others.length === 0) throw error;
    return toFound(oldest);
  }
}
