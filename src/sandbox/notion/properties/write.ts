import { keepFile } from "../blocks/media.ts";
import { failedValidation, invalid, NotionError } from "../errors.ts";
import type { DataSourceRecord, Json, PageRecord, Property } from "../records.ts";
import { keepRichText } from "../rich-text.ts";
import { findProperty, pageOf, touch, type Store } from "../store.ts";
import { dashed } from "../validation/uuid.ts";
import { addOption, groupsOf, optionsOf } from "./config.ts";
import { keepDate } from "./dates.ts";

/** Who writes: a connection may only point at what it sees, and never makes status options. */
export interface Writer {
  readonly store: Store;
  /** Whether a page may be linked to. */
  readonly sees: (pageId: string) => boolean;
  /** Whether a column may be written at all: others do not exist for the writer. */
  readonly knows: (source: DataSourceRecord, property: Property) => boolean;
  readonly makesStatusOptions: boolean;
}

/** People may link to anything and make options of every kind. */
export function anyWriter(store: Store): Writer {
  return { store, sees: () => true, knows: () => true, makesStatusOptions: true };
}

/** Properties whose value the service works out by itself. */
const READ_ONLY = new Set([
  "formula",
  "rollup",
  "unique_id",
  "created_time",
  "created_by",
  "last_edited_time",
  "last_edited_by",
  "button",
]);

/**
 * Sets the named properties of a page and leaves the others.
 * @param author who counts as editor of the pages at the other side of two-way relations, where these count at all
 * @throws NotionError for an unknown property, another type than the column's, or a value that cannot be kept.
 */
export function writeValues(
  writer: Writer,
  page: PageRecord,
  source: DataSourceRecord | null,
  sent: Readonly<Record<string, Json>>,
  author: { readonly by: string; readonly at: number },
): void {
  // Checked in full before anything is kept: a refused request changes nothing.
  const kept = Object.entries(sent).map(([key, value]) => {
    const property = source === null ? titleOnly(key) : findProperty(source, key);
    if (property === null || (source !== null && !writer.knows(source, property)))
      throw invalid(`${key} is not a property that exists.`);
    return { property, value: keepValue(writer, property, value, `body.properties.${key}`) };
  });
  for (const { property, value } of kept) {
    const before = page.values[property.id];
    page.values[property.id] = value;
    if (property.type !== "relation") continue;
    for (const other of mirrorRelation(writer.store, page.id, property, before, value)) {
      if (writer.store.touchesFarSide) touch(writer.store, other, author.by, author.at);
    }
  }
  writer.store.version += 1;
}

/** What an unset property of a new row holds. */
export function emptyValue(property: Property): unknown {
  switch (property.type) {
    case "title":
    case "rich_text":
    case "multi_select":
    case "people":
    case "relation":
    case "files":
      return [];
    case "checkbox":
      return false;
    case "status":
      return defaultStatus(property);
    default:
      return null;
  }
}

function titleOnly(key: string): Property | null {
  return key === "title"
    ? { id: "title", name: "title", type: "title", description: null, config: {} }
    : null;
}

function keepValue(writer: Writer, property: Property, sent: Json, path: string): unknown {
  const { type } = property;
  const value = sent[type];
  if (value === undefined || READ_ONLY.has(type))
    throw invalid(`${property.name} is expected to be ${type}.`);
  switch (type) {
    case "title":
    case "rich_text":
      return keepRichText(writer.store, value);
    case "select":
      return value === null ? null : keepOption(writer, property, value as SentOption);
    case "status":
      return value === null ? defaultStatus(property) : keepStatus(writer, property, value as SentOption);
    case "multi_select":
      return unique((value as readonly SentOption[]).map((option) => keepOption(writer, property, option)));
    case "date":
      return value === null ? null : keepDate(value as { start: string }, `${path}.date`);
    case "people":
      return unique((value as readonly { id: string }[]).map(({ id }) => keepUser(writer, id)));
    case "relation":
      return unique((value as readonly { id: string }[]).map(({ id }) => keepLink(writer, id)));
    case "files":
      return (value as readonly Json[]).map((file) => ({ name: file["name"] ?? "", ...keepFile(file) }));
    case "url":
    case "email":
    case "phone_number":
      if (value === "") throw failedValidation(`${path}.${type}.length`, "≥ `1`", 0);
      return value;
    default:
      return value;
  }
}

interface SentOption {
  readonly id?: string;
  readonly name?: string;
  readonly color?: string;
}

function keepOption(writer: Writer, property: Property, sent: SentOption): string {
  const known = optionsOf(property).find(({ id, name }) => id === sent.id || name === sent.name);
  if (known !== undefined) return known.id;
  if (sent.name === undefined)
    throw invalid(`Invalid ${property.type} option. Option with ID "${sent.id}" does not exist.`);
  return addOption(writer.store, property, { ...sent, name: sent.name }).id;
}

function keepStatus(writer: Writer, property: Property, sent: SentOption): string {
  const known = optionsOf(property).some(({ id, name }) => id === sent.id || name === sent.name);
  if (!known && !writer.makesStatusOptions) {
    throw invalid(`Invalid status option. Status option "${sent.name ?? sent.id}" does not exist.`);
  }
  return keepOption(writer, property, sent);
}

function defaultStatus(property: Property): string | null {
  const first = groupsOf(property).flatMap((group) => group.option_ids)[0];
  return first ?? null;
}

function keepUser(writer: Writer, sent: string): string {
  const id = dashed(sent);
  if (!writer.store.users.has(id) && !writer.store.groups.has(id))
    throw invalid(`Could not find user with ID: ${id}.`);
  return id;
}

function keepLink(writer: Writer, sent: string): string {
  const id = dashed(sent);
  if (pageOf(writer.store, id) === null || !writer.sees(id)) {
    throw new NotionError("object_not_found", `Could not find page with ID: ${id}.`);
  }
  return id;
}

/**
 * A two-way relation is one fact shown on both sides.
 * @returns the pages whose other side changed
 */
function mirrorRelation(
  store: Store,
  pageId: string,
  property: Property,
  before: unknown,
  after: unknown,
): PageRecord[] {
  const dual = property.config["dual_property"] as { synced_property_id: string } | undefined;
  if (dual === undefined) return [];
  const [old, now] = [(before ?? []) as readonly string[], after as readonly string[]];
  const changed = [...new Set([...old, ...now])].filter((id) => old.includes(id) !== now.includes(id));
  return changed.flatMap((id) => {
    const other = pageOf(store, id);
    if (other === null) return [];
    const links = (other.values[dual.synced_property_id] ?? []) as readonly string[];
    other.values[dual.synced_property_id] = now.includes(id)
      ? [...links, pageId]
      : links.filter((link) => link !== pageId);
    return [other];
  });
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
