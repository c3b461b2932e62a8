import { invalid } from "../errors.ts";
import type { DataSourceRecord, Json, Property, SelectOption, StatusGroup } from "../records.ts";
import { dataSourceOf, findProperty, newId, type Store } from "../store.ts";
import { dashed } from "../validation/uuid.ts";

const COLOURS = [
  "default",
  "gray",
  "brown",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
  "red",
] as const;

/** Adds a property to a data source; for two-way relations the other side as well. */
export function addProperty(store: Store, source: DataSourceRecord, name: string, sent: Json): Property {
  if (source.properties.some((property) => property.name === name)) {
    throw invalid(`Property name "${name}" is used twice.`);
  }
  const type = typeOf(sent);
  const property: Property = {
    id: type === "title" ? "title" : newPropertyId(store, source),
    name,
    type,
    description: (sent["description"] as string | null | undefined) ?? null,
    config: {},
  };
  property.config = keepConfig(store, source, property, (sent[type] ?? {}) as Json);
  source.properties.push(property);
  store.version += 1;
  return property;
}

/** Applies `properties` of a data source update: rename, change, add or (null) remove. */
export function updateProperties(
  store: Store,
  source: DataSourceRecord,
  sent: Readonly<Record<string, Json | null>>,
): void {
  for (const [key, change] of Object.entries(sent)) {
    const property = findProperty(source, key);
    if (property === null) {
      if (change !== null) addProperty(store, source, key, change);
      continue;
    }
    if (change === null) {
      if (property.type === "title") throw invalid("Cannot delete the title property.");
      source.properties.splice(source.properties.indexOf(property), 1);
      continue;
    }
    if (typeof change["name"] === "string") property.name = change["name"];
    if (change["description"] !== undefined) property.description = change["description"] as string | null;
    const config = change[property.type] as Json | undefined;
    if (config !== undefined) property.config = keepConfig(store, source, property, config);
  }
  store.version += 1;
}

export function optionsOf(property: Property): SelectOption[] {
  return (property.config["options"] as SelectOption[] | undefined) ?? [];
}

export function groupsOf(property: Property): StatusGroup[] {
  return (property.config["groups"] as StatusGroup[] | undefined) ?? [];
}

/** Adds an option to a select, multi-select or status property; colours go round. */
export function addOption(
  store: Store,
  property: Property,
  sent: { name: string; color?: string },
): SelectOption {
  if (sent.name.includes(",")) throw invalid(`Invalid select option, commas not allowed: ${sent.name}`);
  const options = optionsOf(property);
  const option: SelectOption = {
    id: newId(store),
    name: sent.name,
    color: sent.color ?? COLOURS[options.length % COLOURS.length] ?? "default",
    description: null,
  };
  property.config["options"] = [...options, option];
  const [todo] = groupsOf(property);
  todo?.option_ids.push(option.id);
  store.version += 1;
  return option;
}

function typeOf(sent: Json): string {
  const type = sent["type"] ?? Object.keys(sent).find((key) => !["name", "description", "id"].includes(key));
  if (typeof type !== "string") throw invalid("body failed validation: property type should be defined.");
  return type;
}

function keepConfig(store: Store, source: DataSourceRecord, property: Property, sent: Json): Json {
  switch (property.type) {
    case "select":
    case "multi_select":
      return keepOptions(store, property, sent);
    case "status":
      return keepStatus(store, property, sent);
    case "number":
      return { format: sent["format"] ?? "number" };
    case "unique_id":
      return { prefix: sent["prefix"] ?? null };
    case "formula":
      return { expression: sent["expression"] ?? "" };
    case "relation":
      return keepRelation(store, source, property, sent);
    case "rollup":
      return keepRollup(store, source, sent);
    default:
      return {};
  }
}

function keepOptions(store: Store, property: Property, sent: Json): Json {
  const before = optionsOf(property);
  const options = ((sent["options"] ?? []) as readonly { id?: string; name?: string; color?: string }[]).map(
    (option) => {
      const known = before.find(({ id, name }) => id === option.id || name === option.name);
      if (known !== undefined) return Object.assign(known, { name: option.name ?? known.name });
      const shell: Property = { ...property, config: { options: before } };
      return addOption(store, shell, { ...option, name: option.name ?? "" });
    },
  );
  return { options };
}

/** A new status property always has the three groups; options made through the API land in the first. */
function keepStatus(store: Store, property: Property, sent: Json): Json {
  const asked =
    sent["options"] === undefined && optionsOf(property).length === 0
      ? [{ name: "Not started" }, { name: "In progress", color: "blue" }, { name: "Done", color: "green" }]
      : ((sent["options"] ?? optionsOf(property)) as readonly {
          name: string;
          color?: string;
          group?: string;
        }[]);
  const { options } = keepOptions(
    store,
    { ...property, config: { options: optionsOf(property) } },
    { options: asked },
  ) as {
    options: SelectOption[];
  };
  const groups: StatusGroup[] =
    groupsOf(property).length > 0
      ? groupsOf(property)
      : ["To-do", "In progress", "Complete"].map((name, index) => ({
          id: newId(store),
          name,
          color: ["gray", "blue", "green"][index] ?? "gray",
          option_ids: [],
        }));
  const grouped = new Set(groups.flatMap((group) => group.option_ids));
  for (const [index, option] of options.entries()) {
    if (grouped.has(option.id)) continue;
    const wanted = (asked[index] as { group?: string } | undefined)?.group ?? usualGroup(option.name);
    (groups.find(({ name }) => name === wanted) ?? groups[0])?.option_ids.push(option.id);
  }
  return { options, groups };
}

/** Only the service's own three options have a place outside To-do. */
function usualGroup(option: string): string {
  return option === "In progress" ? "In progress" : option === "Done" ? "Complete" : "To-do";
}

function keepRelation(store: Store, source: DataSourceRecord, property: Property, sent: Json): Json {
  const id = dashed(String(sent["data_source_id"]));
  const other = dataSourceOf(store, id);
  if (other === null) throw invalid(`Could not find data source with ID: ${id}.`);
  const base = { database_id: other.parent, data_source_id: id };
  if (sent["dual_property"] === undefined) return { ...base, type: "single_property", single_property: {} };

  const asked = sent["dual_property"] as { synced_property_name?: string };
  const back: Property = {
    id: newPropertyId(store, other),
    name:
      asked.synced_property_name ??
      `Related to ${source.title.map((run) => run.plain_text).join("")} (${property.name})`,
    type: "relation",
    description: null,
    config: {
      database_id: source.parent,
      data_source_id: source.id,
      type: "dual_property",
      dual_property: { synced_property_name: property.name, synced_property_id: property.id },
    },
  };
  other.properties.push(back);
  return {
    ...base,
    type: "dual_property",
    dual_property: { synced_property_name: back.name, synced_property_id: back.id },
  };
}

function keepRollup(store: Store, source: DataSourceRecord, sent: Json): Json {
  const relation = findProperty(
    source,
    String(sent["relation_property_id"] ?? sent["relation_property_name"]),
  );
  if (relation === null || relation.type !== "relation")
    throw invalid("Rollup relation property was not found.");
  const related = dataSourceOf(store, String(relation.config["data_source_id"]));
  const target =
    related === null
      ? null
      : findProperty(related, String(sent["rollup_property_id"] ?? sent["rollup_property_name"]));
  if (target === null) throw invalid("Rollup target property was not found.");
  return {
    rollup_property_name: target.name,
    relation_property_name: relation.name,
    rollup_property_id: target.id,
    relation_property_id: relation.id,
    function: sent["function"] ?? "show_original",
  };
}

const ID_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?:;<>@[]\\^_`{|}~";

/** Four characters, URL-encoded: the short ids of Notion's properties look like that. */
function newPropertyId(store: Store, source: DataSourceRecord): string {
  for (;;) {
    let raw = "";
    while (raw.length < 4) raw += ID_LETTERS[Math.floor(store.random() * ID_LETTERS.length)] ?? "a";
    const id = encodeURIComponent(raw);
    if (!source.properties.some((property) => property.id === id)) return id;
  }
}
