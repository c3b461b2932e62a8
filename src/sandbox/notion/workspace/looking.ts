import type { Node } from "../records.ts";
import { dataSourceOf, isTrashed, liveChildren, pageOf, type Store } from "../store.ts";
import { titleOf } from "../titles.ts";
import type { Workspace } from "./types.ts";

type Looking = Pick<
  Workspace,
  "node" | "page" | "dataSource" | "user" | "roots" | "children" | "comments" | "findPages"
>;

/** Reading without the API, for tests and for the web view. */
export function looking(store: Store): Looking {
  const node = (id: string): Node => {
    const found = store.nodes.get(id);
    if (found === undefined) throw new Error(`There is no ${id} in the workspace.`);
    return found;
  };
  return {
    node,
    page: (id) => {
      const page = pageOf(store, id);
      if (page === null) throw new Error(`There is no page ${id} in the workspace.`);
      return page;
    },
    dataSource: (id) => {
      const source = dataSourceOf(store, id);
      if (source === null) throw new Error(`There is no data source ${id} in the workspace.`);
      return source;
    },
    user: (id) => store.users.get(id) ?? null,
    roots: () => [...store.nodes.values()].filter(({ parent, inTrash }) => parent === null && !inTrash),
    children: (id) => liveChildren(store, node(id)),
    comments: (parentId) => store.comments.filter(({ parent }) => parent === parentId),
    findPages: (title, { trashed = false } = {}) =>
      [...store.nodes.values()]
        .filter((candidate) => candidate.kind === "page")
        .filter((page) => titleOf(page) === title && (trashed || !isTrashed(store, page))),
  };
}
