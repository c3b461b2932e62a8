import { uuidFor } from "../server/ids.ts";
import type { SampleColumn, SampleRow, SampleTable, SampleTeam, SampleValue } from "../teams/types.ts";
import type { PlainValue } from "./properties/plain.ts";
import type { Json } from "./records.ts";
import type { Workspace } from "./workspace/types.ts";

export interface SeedOptions {
  /** The connection's token. Default `ntn_sandbox`. */
  readonly token?: string;
  /** The connection's name as errors show it. Default "So that". */
  readonly connectionName?: string;
  /** When pages and tables were made: an ISO instant. Default: a week before the earliest row. */
  readonly since?: string;
}

/** Ids by the team's keys. They follow from the team's name and the keys alone. */
export interface SeededNotion {
  readonly token: string;
  readonly botId: string;
  readonly people: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string>>;
  readonly databases: Readonly<Record<string, string>>;
  readonly dataSources: Readonly<Record<string, string>>;
  /** Table key → row key → page id. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Fills a workspace with a sample team, shared with one connection. Every table is a database with one data source. */
export function seedNotion(workspace: Workspace, team: SampleTeam, options: SeedOptions = {}): SeededNotion {
  const id = (...key: readonly string[]): string => uuidFor(["notion", team.name, ...key].join("/"));
  const token = options.token ?? "ntn_sandbox";
  const at = options.since ?? earliest(team);

  const people = byKey(team.people, ({ key, name, email }) =>
    workspace.addUser({ name, email, id: id("person", key) }),
  );
  const pages = byKey(team.pages, ({ key, title, body }) =>
    workspace.addPage({ parent: null, title, body, at, id: id("page", key) }),
  );
  const dataSources = byKey(team.tables, ({ key }) => id("source", key));
  const databases = byKey(team.tables, (table) => {
    // Links come in a second step: the table they point to may not be there yet.
    const own = table.columns.filter(({ type }) => type !== "link");
    const properties = Object.fromEntries(own.map((column) => [column.name, configOf(column)]));
    const source = { name: table.name, properties, id: id("source", table.key) };
    return workspace.addDatabase({
      parent: null,
      title: table.name,
      dataSources: [source],
      at,
      id: id("table", table.key),
    }).id;
  });
  for (const table of team.tables) addLinkColumns(workspace, table, dataSources);

  const rows = byKey(team.tables, (table) => byKey(table.rows, (row) => id("row", table.key, row.key)));
  for (const table of team.tables) {
    for (const row of table.rows) addRow(workspace, table, row, { people, dataSources, rows });
  }
  for (const table of team.tables) {
    for (const row of table.rows) addLinks(workspace, table, row, rows);
  }
  const botId = workspace.addBot({
    token,
    name: options.connectionName ?? "So that",
    id: id("bot"),
    shared: [...Object.values(pages), ...Object.values(databases)],
  });
  return { token, botId, people, pages, databases, dataSources, rows };
}

type Ids = Pick<SeededNotion, "people" | "dataSources" | "rows">;

function addRow(workspace: Workspace, table: SampleTable, row: SampleRow, ids: Ids): void {
  const values: Record<string, PlainValue> = {};
  for (const column of table.columns) {
    const value = row.cells[column.key];
    if (value !== undefined && column.type !== "link")
      values[column.name] = plainOf(column, value, ids.people);
  }
  const pageId = idAt(ids.rows, table.key, row.key);
  const by = known(ids.people, row.createdBy);
  workspace.addRow(known(ids.dataSources, table.key), {
    values,
    id: pageId,
    by,
    at: row.createdAt,
    ...(row.body === undefined ? {} : { body: row.body }),
  });
  for (const comment of row.comments ?? []) {
    workspace.addComment(pageId, comment.text, { by: known(ids.people, comment.by), at: comment.at });
  }
}

/** Links are set last, when every row is there, and as part of making the row: they are not edits. */
function addLinks(
  workspace: Workspace,
  table: SampleTable,
  row: SampleRow,
  rows: SeededNotion["rows"],
): void {
  const pageId = idAt(rows, table.key, row.key);
  for (const column of table.columns) {
    const value = row.cells[column.key];
    if (column.type !== "link" || value === undefined) continue;
    const links = (value as readonly string[]).map((key) => idAt(rows, column.to, key));
    workspace.setCell(pageId, column.name, links, {
      by: workspace.page(pageId).createdBy,
      at: row.createdAt,
    });
  }
}

function addLinkColumns(
  workspace: Workspace,
  table: SampleTable,
  dataSources: SeededNotion["dataSources"],
): void {
  for (const column of table.columns) {
    if (column.type !== "link") continue;
    workspace.addProperty(known(dataSources, table.key), column.name, {
      relation: {
        data_source_id: known(dataSources, column.to),
        type: "single_property",
        single_property: {},
      },
    });
  }
}

function configOf(column: SampleColumn): Json {
  switch (column.type) {
    case "text":
      return { rich_text: {} };
    case "percent":
      return { number: { format: "percent" } };
    case "select":
      return { select: { options: column.options.map((name) => ({ name })) } };
    case "multi-select":
      return { multi_select: { options: column.options.map((name) => ({ name })) } };
    case "status":
      return { status: { options: column.options.map((name) => ({ name })) } };
    default:
      return { [column.type]: {} };
  }
}

function plainOf(column: SampleColumn, value: SampleValue, people: SeededNotion["people"]): PlainValue {
  if (column.type === "people") return (value as readonly string[]).map((key) => known(people, key));
  return value;
}

function earliest(team: SampleTeam): string {
  const times = team.tables.flatMap(({ rows }) => rows.map(({ createdAt }) => Date.parse(createdAt)));
  return new Date((times.length === 0 ? 0 : Math.min(...times)) - WEEK).toISOString();
}

function byKey<Item extends { readonly key: string }, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): Record<string, Value> {
  return Object.fromEntries(items.map((item) => [item.key, valueOf(item)]));
}

function known(ids: Readonly<Record<string, string>>, key: string): string {
  const id = ids[key];
  if (id === undefined) throw new Error(`The sample team has nothing with the key "${key}".`);
  return id;
}

function idAt(rows: SeededNotion["rows"], table: string, row: string): string {
  return known(rows[table] ?? {}, row);
}
