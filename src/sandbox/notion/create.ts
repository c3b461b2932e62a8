import { createBlocks, type SentBlock } from "./blocks/create.ts";
import { addProperty } from "./properties/config.ts";
import { emptyValue, writeValues, type Writer } from "./properties/write.ts";
import type { DatabaseRecord, DataSourceRecord, Json, PageRecord, RichText } from "./records.ts";
import { dataSourceOf, newId, place, touch, type Store } from "./store.ts";

interface Made {
  readonly id?: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface NewPage extends Made {
  /** Page, block or data source; null for the top of the workspace. */
  readonly parent: string | null;
  /** In the API's write form, by property name or id. */
  readonly values: Readonly<Record<string, Json>>;
  readonly blocks: readonly SentBlock[];
  readonly icon?: Json | null;
  readonly cover?: Json | null;
  /** As in `place`. */
  readonly after?: string | null | undefined;
}

/** Makes a page or a row with its content. Nothing is made when a value is refused. */
export function createPage(store: Store, writer: Writer, made: NewPage): PageRecord {
  const { parent, by, at } = made;
  const source = parent === null ? null : dataSourceOf(store, parent);
  const page: PageRecord = {
    kind: "page",
    id: made.id ?? newId(store),
    parent,
    ...born(by, at),
    values: Object.fromEntries(
      source?.properties.map((property) => [property.id, emptyValue(property)]) ?? [],
    ),
    icon: made.icon ?? null,
    cover: made.cover ?? null,
    children: [],
    isLocked: false,
    isArchived: false,
  };
  writeValues(writer, page, source, made.values, made);
  if (source !== null) numberRow(source, page);
  place(store, page, made.after);
  createBlocks(store, { parent: page, blocks: made.blocks, by, at });
  touchParent(store, parent, made);
  return page;
}

export interface NewDatabase extends Made {
  readonly parent: string | null;
  readonly title: readonly RichText[];
  readonly description?: readonly RichText[];
  readonly icon?: Json | null;
  readonly cover?: Json | null;
  readonly isInline?: boolean;
}

/** Makes a database without data sources. */
export function createDatabase(store: Store, made: NewDatabase): DatabaseRecord {
  const database: DatabaseRecord = {
    kind: "database",
    id: made.id ?? newId(store),
    parent: made.parent,
    ...born(made.by, made.at),
    title: [...made.title],
    description: [...(made.description ?? [])],
    icon: made.icon ?? null,
    cover: made.cover ?? null,
    isInline: made.isInline ?? false,
    isLocked: false,
    dataSources: [],
  };
  place(store, database);
  touchParent(store, made.parent, made);
  return database;
}

export interface NewDataSourceRecord extends Made {
  readonly title: readonly RichText[];
  readonly properties: Readonly<Record<string, Json>>;
  readonly icon?: Json | null;
}

/** Makes a data source; a missing title property is added as "Name". */
export function createDataSource(
  store: Store,
  database: DatabaseRecord,
  made: NewDataSourceRecord,
): DataSourceRecord {
  const source: DataSourceRecord = {
    kind: "data_source",
    id: made.id ?? newId(store),
    parent: database.id,
    ...born(made.by, made.at),
    title: [...made.title],
    description: [],
    icon: made.icon ?? null,
    properties: [],
    rows: [],
    lastNumber: 0,
  };
  place(store, source);
  for (const [name, config] of Object.entries(made.properties)) addProperty(store, source, name, config);
  if (!source.properties.some(({ type }) => type === "title"))
    addProperty(store, source, "Name", { title: {} });
  return source;
}

function born(
  by: string,
  at: number,
): Pick<PageRecord, "createdTime" | "lastEditedTime" | "createdBy" | "lastEditedBy" | "inTrash"> {
  return { createdTime: at, lastEditedTime: at, createdBy: by, lastEditedBy: by, inTrash: false };
}

function numberRow(source: DataSourceRecord, page: PageRecord): void {
  const property = source.properties.find(({ type }) => type === "unique_id");
  if (property === undefined) return;
  source.lastNumber += 1;
  page.values[property.id] = source.lastNumber;
}

/** A new page or database on a page is an edit of that page; a new row is no edit of its data source. */
function touchParent(store: Store, parent: string | null, { by, at }: Made): void {
  const node = parent === null ? undefined : store.nodes.get(parent);
  if (node?.kind === "page" || node?.kind === "block") touch(store, node, by, at);
}
