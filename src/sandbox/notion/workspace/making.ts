import { createDataSource, createDatabase, createPage } from "../create.ts";
import { blocksFromCommonMark } from "../markdown/from-commonmark.ts";
import { fromPlain } from "../properties/plain.ts";
import { anyWriter } from "../properties/write.ts";
import type { Json } from "../records.ts";
import { richText } from "../rich-text.ts";
import { databaseOf, dataSourceOf, findProperty, type Store } from "../store.ts";
import type { SentBlock } from "../blocks/create.ts";
import { authorOf } from "./author.ts";
import type { Body, Workspace } from "./types.ts";

type Making = Pick<Workspace, "addPage" | "addDatabase" | "addDataSource" | "addRow">;

/** New pages, databases and rows, made by people. */
export function making(store: Store): Making {
  return {
    addPage: ({ parent, title, body = "", id, ...authored }) =>
      createPage(store, anyWriter(store), {
        parent,
        values: { title: { title: [{ text: { content: title } }] } },
        blocks: toBlocks(body),
        ...(id === undefined ? {} : { id }),
        ...authorOf(store, authored),
      }).id,

    addDatabase: ({ parent, title, dataSources, id, ...authored }) => {
      const author = authorOf(store, authored);
      const database = createDatabase(store, {
        parent,
        title: richText(title),
        ...(id === undefined ? {} : { id }),
        ...author,
      });
      const ids = dataSources.map(
        (source) =>
          createDataSource(store, database, { ...source, title: richText(source.name), ...author }).id,
      );
      return { id: database.id, dataSources: ids };
    },

    addDataSource: (databaseId, { name, properties, id, ...authored }) => {
      const database = databaseOf(store, databaseId);
      if (database === null) throw new Error(`There is no database ${databaseId}.`);
      return createDataSource(store, database, {
        title: richText(name),
        properties,
        ...(id === undefined ? {} : { id }),
        ...authorOf(store, authored),
      }).id;
    },

    addRow: (dataSourceId, { values = {}, body = "", id, ...authored } = {}) => {
      const source = dataSourceOf(store, dataSourceId);
      if (source === null) throw new Error(`There is no data source ${dataSourceId}.`);
      const sent: Record<string, Json> = {};
      for (const [name, value] of Object.entries(values)) {
        const property = findProperty(source, name);
        if (property === null) throw new Error(`There is no property ${name}.`);
        sent[name] = fromPlain(property, value);
      }
      return createPage(store, anyWriter(store), {
        parent: dataSourceId,
        values: sent,
        blocks: toBlocks(body),
        ...(id === undefined ? {} : { id }),
        ...authorOf(store, authored),
      }).id;
    },
  };
}

export function toBlocks(body: Body): readonly SentBlock[] {
  return typeof body === "string" ? blocksFromCommonMark(body) : body;
}
