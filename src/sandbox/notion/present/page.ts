import { showValue } from "../properties/read.ts";
import type { Json, PageRecord } from "../records.ts";
import { dataSourceOf } from "../store.ts";
import { titleOf } from "../titles.ts";
import { minute, withArchived, type View } from "../view.ts";
import { showParent } from "./parent.ts";
import { partialUser } from "./user.ts";

/**
 * A page as answered.
 * @param only names or ids of the properties wanted; all when empty
 */
export function showPage(view: View, page: PageRecord, only: readonly string[] = []): Json {
  return {
    object: "page",
    id: page.id,
    created_time: minute(page.createdTime),
    last_edited_time: minute(page.lastEditedTime),
    created_by: partialUser(page.createdBy),
    last_edited_by: partialUser(page.lastEditedBy),
    cover: page.cover,
    icon: page.icon,
    parent: showParent(view.store, page),
    in_trash: page.inTrash,
    is_archived: page.isArchived,
    is_locked: page.isLocked,
    properties: showProperties(view, page, only),
    url: pageUrl(view, page.id, titleOf(page)),
    public_url: null,
    ...withArchived(view, page.inTrash),
  };
}

function pageUrl(view: View, id: string, title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${view.urlBase}${[...words.slice(0, 12), id.replaceAll("-", "")].join("-")}`;
}

function showProperties(view: View, page: PageRecord, only: readonly string[]): Json {
  const source = page.parent === null ? null : dataSourceOf(view.store, page.parent);
  if (source === null) {
    return { title: { id: "title", type: "title", title: page.values["title"] ?? [] } };
  }
  const wanted = source.properties.filter(
    ({ id, name }) =>
      only.length === 0 || only.includes(id) || only.includes(name) || only.includes(decodeURIComponent(id)),
  );
  return Object.fromEntries(
    wanted.map((property) => [property.name, showValue(view, page, source, property)]),
  );
}
