import { mergeContent } from "../blocks/content.ts";
import { createBlocks } from "../blocks/create.ts";
import { addProperty, groupsOf, optionsOf } from "../properties/config.ts";
import { fromPlain } from "../properties/plain.ts";
import { anyWriter, writeValues } from "../properties/write.ts";
import type { DataSourceRecord, Node, PageRecord, Property, SelectOption } from "../records.ts";
import { richText } from "../rich-text.ts";
import { blockOf, dataSourceOf, findProperty, newId, pageOf, setTrash, touch, type Store } from "../store.ts";
import { authorOf } from "./author.ts";
import { toBlocks } from "./making.ts";
import type { Authored, Workspace } from "./types.ts";

type Editing = Pick<
  Workspace,
  | "setCell"
  | "renamePage"
  | "appendBlocks"
  | "editBlock"
  | "deleteBlock"
  | "addComment"
  | "addProperty"
  | "renameProperty"
  | "deleteProperty"
  | "renameOption"
  | "deleteOption"
  | "trash"
  | "restore"
  | "archive"
  | "lock"
>;

/** What people do to what is there. */
export function editing(store: Store): Editing {
  const known = (id: string): Node => orThrow(store.nodes.get(id), id);
  const knownPage = (id: string): PageRecord => orThrow(pageOf(store, id) ?? undefined, id);
  const trashed = (id: string, inTrash: boolean, authored?: Authored): void => {
    const { by, at } = authorOf(store, authored);
    setTrash(store, known(id), inTrash, by, at);
  };

  return {
    setCell: (pageId, name, value, authored) => {
      const page = knownPage(pageId);
      const source = page.parent === null ? null : dataSourceOf(store, page.parent);
      const property = source === null ? null : findProperty(source, name);
      if (source === null || property === null) throw new Error(`There is no property ${name}.`);
      const { by, at } = authorOf(store, authored);
      if (property.type === "formula" || property.type === "rollup") {
        // Fixtures: what the service would have worked out.
        page.values[property.id] = value;
        store.version += 1;
        return;
      }
      writeValues(anyWriter(store), page, source, { [name]: fromPlain(property, value) }, { by, at });
      touch(store, page, by, at);
    },
    renamePage: (pageId, title, authored) => {
      const page = knownPage(pageId);
      page.values["title"] = richText(title);
      const { by, at } = authorOf(store, authored);
      touch(store, page, by, at);
    },
    appendBlocks: (parentId, body, { after, ...authored } = {}) => {
      const parent = known(parentId);
      const author = authorOf(store, authored);
      const made = createBlocks(store, { parent, blocks: toBlocks(body), after, ...author });
      touch(store, parent, author.by, author.at);
      return made.map(({ id }) => id);
    },
    editBlock: (blockId, change, authored) => {
      const block = orThrow(blockOf(store, blockId) ?? undefined, blockId);
      const sent = typeof change === "string" ? { rich_text: richText(change) } : change;
      block.content = mergeContent(store, block.type, block.content, sent);
      const { by, at } = authorOf(store, authored);
      touch(store, block, by, at);
    },
    deleteBlock: (blockId, authored) => trashed(blockId, true, authored),
    addComment: (parentId, text, { discussionId, resolved = false, id, ...authored } = {}) => {
      const { by, at } = authorOf(store, authored);
      const comment = {
        id: id ?? newId(store),
        parent: known(parentId).id,
        discussionId: discussionId ?? newId(store),
        richText: richText(text),
        createdTime: at,
        lastEditedTime: at,
        createdBy: by,
        resolved,
      };
      store.comments.push(comment);
      return comment.id;
    },
    addProperty: (dataSourceId, name, config) =>
      addProperty(store, sourceOf(store, dataSourceId), name, config).id,
    renameProperty: (dataSourceId, property, name) => {
      propertyOf(sourceOf(store, dataSourceId), property).name = name;
      store.version += 1;
    },
    deleteProperty: (dataSourceId, property) => {
      const source = sourceOf(store, dataSourceId);
      source.properties.splice(source.properties.indexOf(propertyOf(source, property)), 1);
      store.version += 1;
    },
    renameOption: (dataSourceId, property, from, to) => {
      optionOf(propertyOf(sourceOf(store, dataSourceId), property), from).name = to;
      store.version += 1;
    },
    deleteOption: (dataSourceId, name, option) => {
      const property = propertyOf(sourceOf(store, dataSourceId), name);
      const gone = optionOf(property, option);
      property.config["options"] = optionsOf(property).filter((one) => one !== gone);
      for (const group of groupsOf(property))
        group.option_ids = group.option_ids.filter((id) => id !== gone.id);
      store.version += 1;
    },
    trash: (id, authored) => trashed(id, true, authored),
    restore: (id, authored) => trashed(id, false, authored),
    archive: (pageId, archived = true) => {
      knownPage(pageId).isArchived = archived;
      store.version += 1;
    },
    lock: (id, locked = true) => {
      const node = known(id);
      if (node.kind === "page" || node.kind === "database") node.isLocked = locked;
    },
  };
}

function sourceOf(store: Store, id: string): DataSourceRecord {
  return orThrow(dataSourceOf(store, id) ?? undefined, id);
}

function propertyOf(source: DataSourceRecord, nameOrId: string): Property {
  return orThrow(findProperty(source, nameOrId) ?? undefined, nameOrId);
}

function optionOf(property: Property, name: string): SelectOption {
  return orThrow(
    optionsOf(property).find((option) => option.name === name),
    name,
  );
}

function orThrow<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`There is no ${id} in the workspace.`);
  return found;
}
