import {
  renderPage,
  renderWorkspace,
  type WebPage,
  type WebTreeNode,
  type WebWorkspace,
} from "../../web/index.ts";
import type { SandboxReply } from "../../server/messages.ts";
import type { DataSourceRecord, Node, PageRecord } from "../records.ts";
import { titleOf } from "../titles.ts";
import type { Workspace } from "../workspace/types.ts";
import { toWebBlocks } from "./blocks.ts";
import { hrefOf, idInPath } from "./href.ts";
import { propertiesOf, toWebValue } from "./values.ts";

/**
 * The workspace for somebody who looks at it in a browser: no script, no token, read only.
 * @param overview what the front door and the side list; give one to list another service's pages too
 */
export function serveWeb(
  workspace: Workspace,
  path: string,
  overview: WebWorkspace = { title: workspace.store.name, pages: webTree(workspace) },
): SandboxReply {
  if (path === "/") return html(200, renderWorkspace(overview));
  const id = idInPath(path);
  const node = id === null ? undefined : workspace.store.nodes.get(id);
  const page = node === undefined ? null : toWebPage(workspace, node);
  return page === null
    ? html(404, renderPage(nothingHere(path), overview))
    : html(200, renderPage(page, overview));
}

function html(status: number, text: string): SandboxReply {
  return { status, text, headers: { "content-type": "text/html; charset=utf-8" } };
}

/** Pages and databases; rows are found in their table. */
export function webTree(workspace: Workspace): readonly WebTreeNode[] {
  return workspace.roots().flatMap((node) => tree(workspace, node));
}

function tree(workspace: Workspace, node: Node): readonly WebTreeNode[] {
  if (node.kind !== "page" && node.kind !== "database") return [];
  const children =
    node.kind === "page" ? workspace.children(node.id).flatMap((child) => tree(workspace, child)) : [];
  return [{ title: titleOf(node) || "Untitled", href: hrefOf(node.id), children }];
}

function toWebPage(workspace: Workspace, node: Node): WebPage | null {
  switch (node.kind) {
    case "block":
      return null;
    case "page":
      return ordinaryPage(workspace, node);
    case "database": {
      const [first] = workspace.children(node.id);
      return first?.kind === "data_source" ? tablePage(workspace, node, first) : null;
    }
    case "data_source":
      return tablePage(workspace, node, node);
  }
}

function ordinaryPage(workspace: Workspace, page: PageRecord): WebPage {
  const parent = page.parent === null ? undefined : workspace.store.nodes.get(page.parent);
  const properties = parent?.kind === "data_source" ? propertiesOf(parent) : [];
  return {
    title: titleOf(page) || "Untitled",
    href: hrefOf(page.id),
    breadcrumbs: breadcrumbs(workspace, page),
    properties: properties
      .filter(({ type }) => type !== "title")
      .map((property) => ({ name: property.name, value: toWebValue(workspace, page, property) })),
    blocks: toWebBlocks(workspace, page.id),
    table: null,
    comments: workspace.comments(page.id).map(({ createdBy, createdTime, richText }) => ({
      by: workspace.user(createdBy)?.name ?? "Somebody",
      at: new Date(createdTime).toISOString(),
      text: richText.map(({ plain_text: text }) => ({ text })),
    })),
  };
}

function tablePage(workspace: Workspace, shown: Node, source: DataSourceRecord): WebPage {
  const columns = propertiesOf(source);
  return {
    title: titleOf(shown) || "Untitled",
    href: hrefOf(shown.id),
    breadcrumbs: breadcrumbs(workspace, shown),
    properties: [],
    blocks: [],
    table: {
      columns: columns.map(({ name, type }) => ({ name, numeric: type === "number" })),
      rows: workspace
        .children(source.id)
        .flatMap((row) =>
          row.kind === "page"
            ? [{ href: hrefOf(row.id), cells: columns.map((column) => toWebValue(workspace, row, column)) }]
            : [],
        ),
    },
    comments: [],
  };
}

function breadcrumbs(workspace: Workspace, node: Node): WebPage["breadcrumbs"] {
  const parent = node.parent === null ? undefined : workspace.store.nodes.get(node.parent);
  if (parent === undefined) return [];
  const above = breadcrumbs(workspace, parent);
  // A database's only data source is the same thing to a person.
  if (parent.kind === "block" || parent.kind === "data_source") return above;
  return [...above, { title: titleOf(parent) || "Untitled", href: hrefOf(parent.id) }];
}

function nothingHere(path: string): WebPage {
  return {
    title: "There is nothing here",
    href: path,
    breadcrumbs: [],
    properties: [],
    blocks: [
      {
        type: "paragraph",
        text: [{ text: "The page may have been moved to the trash. The list of pages shows what there is." }],
      },
    ],
    table: null,
    comments: [],
  };
}
