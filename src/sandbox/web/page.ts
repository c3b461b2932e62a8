import { renderBlocks } from "./blocks.ts";
import { escapeHtml } from "./escape.ts";
import { style } from "./style.ts";
import { renderTable } from "./table.ts";
import { renderLink, renderText } from "./text.ts";
import type { WebComment, WebPage, WebProperty, WebTreeNode, WebWorkspace } from "./view.ts";

/**
 * A whole HTML document: no scripts, nothing loaded from anywhere, every word of the workspace escaped.
 * @param workspace lists the other pages at the side; without it the page stands alone (for saving or printing).
 */
export function renderPage(page: WebPage, workspace?: WebWorkspace): string {
  const title = page.title.trim() === "" ? "Untitled" : page.title;
  const parts = [
    `<h1 dir="auto">${escapeHtml(title)}</h1>`,
    renderProperties(page.properties),
    page.table === null ? "" : renderTable(page.table, title),
    renderBlocks(page.blocks),
    renderComments(page.comments),
  ];
  return document({
    title,
    breadcrumbs: renderBreadcrumbs(page.breadcrumbs, title),
    side: workspace === undefined ? "" : renderSide(workspace, page.href),
    wide: page.table !== null,
    main: parts.filter((part) => part !== "").join("\n"),
  });
}

/** The front door: every page of the workspace, as a tree. */
export function renderWorkspace(workspace: WebWorkspace): string {
  const tree =
    workspace.pages.length === 0 ? '<p class="faint">No pages yet.</p>' : renderTree(workspace.pages, null);
  return document({
    title: workspace.title,
    breadcrumbs: "",
    side: "",
    wide: false,
    main: `<h1 dir="auto">${escapeHtml(workspace.title)}</h1>\n<nav class="tree" aria-label="Pages">${tree}</nav>`,
  });
}

interface Parts {
  readonly title: string;
  readonly breadcrumbs: string;
  readonly side: string;
  readonly wide: boolean;
  readonly main: string;
}

function document({ title, breadcrumbs, side, wide, main }: Parts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the page</a>
<header>${breadcrumbs}</header>
<div class="columns">
${side}
<main id="content"${wide ? ' class="wide"' : ""}>
${main}
</main>
</div>
<footer><p>A plain view of the sandbox workspace. To change something, use the service's API.</p></footer>
</body>
</html>
`;
}

function renderBreadcrumbs(crumbs: WebPage["breadcrumbs"], title: string): string {
  const items = crumbs.map(({ title: name, href }) => {
    const words = `<bdi>${escapeHtml(name.trim() === "" ? "Untitled" : name)}</bdi>`;
    return `<li>${href === null ? words : renderLink(href, words)}</li>`;
  });
  items.push(`<li aria-current="page"><bdi>${escapeHtml(title)}</bdi></li>`);
  return `<nav aria-label="Breadcrumb"><ol class="crumbs">${items.join("")}</ol></nav>`;
}

function renderSide(workspace: WebWorkspace, here: string): string {
  return `<nav class="tree side" aria-label="Pages"><p class="faint">${escapeHtml(workspace.title)}</p>${renderTree(workspace.pages, here)}</nav>`;
}

function renderTree(nodes: readonly WebTreeNode[], here: string | null): string {
  const items = nodes.map((node) => {
    const words = `<bdi>${escapeHtml(node.title.trim() === "" ? "Untitled" : node.title)}</bdi>`;
    const link =
      node.href === here ? `<span aria-current="page">${words}</span>` : renderLink(node.href, words);
    return `<li>${link}${node.children.length === 0 ? "" : renderTree(node.children, here)}</li>`;
  });
  return `<ul>${items.join("\n")}</ul>`;
}

function renderProperties(properties: readonly WebProperty[]): string {
  if (properties.length === 0) return "";
  const items = properties.map(({ name, value }) => {
    const shown = value.length === 0 ? '<span class="faint">Empty</span>' : renderText(value);
    return `<div><dt>${escapeHtml(name)}</dt><dd dir="auto">${shown}</dd></div>`;
  });
  return `<dl class="properties">${items.join("\n")}</dl>`;
}

function renderComments(comments: readonly WebComment[]): string {
  if (comments.length === 0) return "";
  const items = comments.map(
    ({ by, at, text }) =>
      `<li><p class="faint"><bdi>${escapeHtml(by)}</bdi>, <time datetime="${escapeHtml(at)}">${escapeHtml(toMinute(at))}</time></p><p dir="auto">${renderText(text)}</p></li>`,
  );
  return `<section class="comments" aria-labelledby="comments"><h2 id="comments">Comments</h2><ol>${items.join("\n")}</ol></section>`;
}

/** `2026-10-06 13:10 UTC`; what is no such instant is shown as it came. */
function toMinute(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[\d:.]*Z$/.exec(instant);
  return match === null ? instant : `${match[1]} ${match[2]} UTC`;
}
