import { showProperty } from "../properties/read.ts";
import { isVisible } from "../properties/visible.ts";
import type { DatabaseRecord, DataSourceRecord, Json } from "../records.ts";
import { databaseOf, dataSourceOf } from "../store.ts";
import { titleOf } from "../titles.ts";
import { minute, precise, withArchived, type View } from "../view.ts";
import { showParent } from "./parent.ts";
import { partialUser } from "./user.ts";

export function showDatabase(view: View, database: DatabaseRecord): Json {
  const sources = database.dataSources
    .map((id) => dataSourceOf(view.store, id))
    .filter((source): source is DataSourceRecord => source !== null && !source.inTrash);
  return {
    object: "database",
    id: database.id,
    title: database.title,
    description: database.description,
    parent: showParent(view.store, database),
    is_inline: database.isInline,
    in_trash: database.inTrash,
    is_locked: database.isLocked,
    created_time: precise(database.createdTime),
    last_edited_time: precise(database.lastEditedTime),
    data_sources: sources.map((source) => ({ id: source.id, name: titleOf(source) })),
    icon: database.icon,
    cover: database.cover,
    url: databaseUrl(view, database.id),
    public_url: null,
    ...withArchived(view, database.inTrash),
  };
}

export function showDataSource(view: View, source: DataSourceRecord): Json {
  const database = source.parent === null ? null : databaseOf(view.store, source.parent);
  return {
    object: "data_source",
    id: source.id,
    cover: null,
    icon: source.icon,
    created_time: minute(source.createdTime),
    created_by: partialUser(source.createdBy),
    last_edited_by: partialUser(source.lastEditedBy),
    last_edited_time: minute(source.lastEditedTime),
    title: source.title,
    description: source.description,
    is_inline: database?.isInline ?? false,
    properties: showSchema(view, source),
    parent: showParent(view.store, source),
    database_parent: database === null ? null : showParent(view.store, database),
    url: databaseUrl(view, String(source.parent)),
    public_url: null,
    in_trash: source.inTrash,
    ...withArchived(view, source.inTrash),
  };
}

function showSchema(view: View, source: DataSourceRecord): Json {
  const visible = source.properties.filter((property) => isVisible(view, source, property));
  return Object.fromEntries(visible.map((property) => [property.name, showProperty(property)]));
}

function databaseUrl(view: View, id: string): string {
  return `${view.urlBase}${id.replaceAll("-", "")}`;
}
