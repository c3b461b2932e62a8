import { ServiceRefusedError } from "../../errors.ts";
import { asList, asRecord, asText } from "../../lib/loose.ts";
import type { Asked, Notion } from "./client.ts";
import { type Column, columnsOf } from "./columns.ts";
import { isRefusal } from "./errors.ts";
import { plainText } from "./mapper.ts";

/** A data source with its schema. */
export interface DataSource {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  readonly columns: readonly Column[];
}

/**
 * The data source that an id means, in two requests at most: a database's id leads to its only data source; what
 * is no database is asked for as a data source. Addresses always hold the database's id.
 * @returns null when the id is neither, as far as the connection can see.
 * @throws ServiceRefusedError when a database holds several data sources, listing them.
 */
export async function findDataSource(notion: Notion, subject: Asked, id: string): Promise<DataSource | null> {
  const database = await orNull(notion.ask(subject, (sdk) => sdk.databases.retrieve({ database_id: id })));
  if (database === null) {
    const source = await orNull(
      notion.ask(subject, (sdk) => sdk.dataSources.retrieve({ data_source_id: id })),
    );
    return source === null ? null : toDataSource(source, null, null);
  }
  const { data_sources, title, url } = asRecord(database);
  const sources = asList(data_sources).map((source) => ({
    id: asText(asRecord(source).id) ?? "",
    name: asText(asRecord(source).name) ?? "",
  }));
  const [only, another] = sources;
  if (only === undefined) {
    throw new ServiceRefusedError(
      `Notion: database ${subject.id} shows no data source (connection “${notion.context.connection}”).`,
      {
        hint: "It may be a linked view. Open the original database, share it with the connection and use its link.",
      },
    );
  }
  if (another !== undefined) {
    throw new ServiceRefusedError(
      `Notion: database ${subject.id} (“${plainText(title)}”, connection “${notion.context.connection}”) holds ${sources.length} data sources; say which one.`,
      {
        details: sources.map((source) => `“${source.name}”: ${source.id}`),
        hint: "Put one of these ids into the config in place of the database's.",
      },
    );
  }
  const source = await notion.ask(subject, (sdk) => sdk.dataSources.retrieve({ data_source_id: only.id }));
  return toDataSource(source, plainText(title), asText(url));
}

function toDataSource(source: unknown, databaseName: string | null, databaseUrl: string | null): DataSource {
  const { id, title, url, properties } = asRecord(source);
  return {
    id: asText(id) ?? "",
    name: plainText(title) || databaseName || "Untitled",
    url: databaseUrl ?? asText(url),
    columns: columnsOf(properties),
  };
}

/** Not found, or refused as the wrong kind of thing: both mean "not this". */
export async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isRefusal(error, "not-found", "invalid")) return null;
    throw error;
  }
}

/** What to say when an id is no table that can be seen. Costs one more request, to tell a page from nothing. */
export async function noSuchTable(notion: Notion, subject: Asked, id: string): Promise<ServiceRefusedError> {
  const page = await orNull(notion.ask(subject, (sdk) => sdk.pages.retrieve({ page_id: id })));
  const { connection } = notion.context;
  if (page !== null) {
    return new ServiceRefusedError(
      `Notion: ${subject.id} is a page, not a table (connection “${connection}”).`,
      {
        hint: "If the page only shows a database, open that database as a full page (⤢) and copy its link.",
      },
    );
  }
  return new ServiceRefusedError(
    `Notion: ${subject.what} ${subject.id} is not there, or is not shared with connection “${connection}”.`,
    {
      hint: `Open the database in Notion and add the connection under ••• → Connections. If it is shared, check the id in the config: ${subject.id}.`,
    },
  );
}
