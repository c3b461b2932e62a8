import type { SandboxReply } from "../../server/messages.ts";
import { renderPage, renderWorkspace, type WebTreeNode, type WebWorkspace } from "../../web/index.ts";
import type { AirtableWorkspace } from "../workspace/workspace.ts";
import { hrefOf, placeIn } from "./href.ts";
import { nothingHere, toWebPage } from "./pages.ts";

/**
 * The bases for somebody who looks at them in a browser: no script, no token, read only. `/airtable/` lists bases
 * and tables; what follows it in a path is what follows the host in the service's own links.
 * @param overview what the side lists; give one to list another service's pages too
 */
export function serveWeb(
  workspace: AirtableWorkspace,
  path: string,
  overview: WebWorkspace = { title: "Bases", pages: webTree(workspace) },
): SandboxReply {
  const place = placeIn(path);
  if (place !== null && place.baseId === null) {
    return html(200, renderWorkspace({ title: overview.title, pages: webTree(workspace) }));
  }
  const page = place === null ? null : toWebPage(workspace, place);
  return page === null
    ? html(404, renderPage(nothingHere(path), overview))
    : html(200, renderPage(page, overview));
}

/** Bases with their tables; records are found in their table. */
export function webTree(workspace: AirtableWorkspace): readonly WebTreeNode[] {
  return [...workspace.db.bases.values()].map((base) => ({
    title: base.name,
    href: hrefOf(base.id),
    children: base.tables.map(({ id, name }) => ({ title: name, href: hrefOf(base.id, id), children: [] })),
  }));
}

function html(status: number, text: string): SandboxReply {
  return { status, text, headers: { "content-type": "text/html; charset=utf-8" } };
}
