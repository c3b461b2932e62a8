import { asRecord, asText, parseJson, type LooseRecord } from "../../lib/loose.ts";
import { looseName } from "../../lib/text.ts";
import type { Cell, Row, Table, TableRequest } from "../types.ts";
import { createBodyReader } from "./body.ts";
import type { Asked, Notion } from "./client.ts";
import { bindColumns, type Column } from "./columns.ts";
import { notionId } from "./ids.ts";
import { type DataSource, findDataSource, noSuchTable } from "./locate.ts";
import { toCell } from "./mapper.ts";
import { queryRows } from "./query.ts";
import { readAllLinks } from "./relations.ts";

export async function openTable(notion: Notion, request: TableRequest): Promise<Table> {
  const subject: Asked = { what: "table", id: request.table };
  const id = notionId(request.table);
  const source = await findDataSource(notion, subject, id);
  if (source === null) throw await noSuchTable(notion, subject, id);

  const memory = columnMemory(notion, source);
  const bound = bindColumns({
    table: source.name,
    connection: notion.context.connection,
    wanted: request.columns,
    columns: source.columns,
    remembered: await memory.recall(),
  });
  await memory.keep();

  const named: Asked = { what: "table", id: `“${source.name}” (${request.table})` };
  const body = createBodyReader(notion, named);
  return {
    id: source.id,
    name: source.name,
    url: source.url,
    columnNames: Object.fromEntries([...bound].map(([key, column]) => [key, column.name])),
    options: Object.fromEntries(
      [...bound].flatMap(([key, { options }]) => (options === null ? [] : [[key, options] as const])),
    ),
    rows: () => rowsOf(notion, named, source, bound),
    body: async (row) => (request.body ? await body(row) : null),
  };
}

async function* rowsOf(
  notion: Notion,
  subject: Asked,
  source: DataSource,
  bound: ReadonlyMap<string, Column>,
): AsyncGenerator<Row> {
  const propertyIds = [...new Set([...bound.values()].map((column) => column.id))];
  for await (const pages of queryRows(notion, { dataSourceId: source.id, subject, propertyIds })) {
    yield* await Promise.all(pages.map(async (page) => await toRow(notion, subject, page, bound)));
  }
}

async function toRow(
  notion: Notion,
  subject: Asked,
  page: LooseRecord,
  bound: ReadonlyMap<string, Column>,
): Promise<Row> {
  const id = asText(page.id) ?? "";
  const byId = new Map(Object.values(asRecord(page.properties)).map((value) => [asRecord(value).id, value]));
  const cells = await Promise.all(
    [...bound].map(async ([key, column]): Promise<[string, Cell]> => {
      const cell = toCell(byId.get(column.id), column);
      const cut = column.type === "relation" && cell.kind === "links" && !cell.complete;
      return [key, cut ? await readAllLinks(notion, subject, id, column.id) : cell];
    }),
  );
  return {
    id,
    url: asText(page.url),
    createdAt: asText(page.created_time),
    editedAt: asText(page.last_edited_time),
    cells: Object.fromEntries(cells),
  };
}

/** Remembers which id each column's name has had, so that a later run can say what it was renamed to. */
function columnMemory(notion: Notion, source: DataSource) {
  const { cache } = notion.context;
  const key = `notion/columns/${source.id}`;
  const recall = async (): Promise<Readonly<Record<string, string>>> => {
    const kept = asRecord(parseJson((await cache.get(key)) ?? ""));
    return Object.fromEntries(
      Object.entries(kept).flatMap(([name, id]) => (typeof id === "string" ? [[name, id]] : [])),
    );
  };
  const keep = async (): Promise<void> => {
    const now = source.columns.map((column) => [looseName(column.name), column.id]);
    await cache.set(key, JSON.stringify({ ...(await recall()), ...Object.fromEntries(now) }));
  };
  return { recall, keep };
}
