import { find, need } from "../access.ts";
import { failedValidation, invalid, NotionError } from "../errors.ts";
import { dialectOf, type Dialect } from "../markdown/dialect.ts";
import { applyUpdates, findSelection, type ContentUpdate } from "../markdown/edit.ts";
import { replaceContent } from "../markdown/replace.ts";
import type { Json, Node, PageRecord } from "../records.ts";
import { refuseTrashed } from "./guards.ts";
import type { Route, RouteContext } from "./route.ts";

/** https://developers.notion.com/guides/data-apis/working-with-markdown-content */
export const markdownRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "pages/:page_id/markdown",
    effect: "read",
    query: ["include_transcript", "markdown_version"],
    run: getMarkdown,
  },
  {
    method: "PATCH",
    path: "pages/:page_id/markdown",
    effect: "write",
    schema: "updateMarkdown",
    target: ({ params }) => params["page_id"] ?? null,
    run: (context) => {
      need(context.view.connection, "updateContent");
      if (context.body["allow_async"] !== true) return patchMarkdown(context);
      const task = context.tasks.queue("update_page_markdown", context.origin, () => patchMarkdown(context));
      return { status: 202, value: task };
    },
  },
  {
    method: "GET",
    path: "async_tasks/:task_id",
    effect: "read",
    run: ({ tasks, params }) => {
      const answer = tasks.poll(params["task_id"] ?? "");
      if (answer === null) throw new NotionError("object_not_found", "Could not find the async task.");
      return answer;
    },
  },
];

function getMarkdown({ view, params, query }: RouteContext): Json {
  need(view.connection, "readContent");
  const version = query["markdown_version"]?.[0] ?? "v1";
  if (version !== "v1" && version !== "v2")
    throw failedValidation("query.markdown_version", '`"v1"` or `"v2"`', version);
  const node = find(view.store, view.connection, params["page_id"] ?? "", ["page", "block"], "page");
  return showMarkdown(view, node, dialectOf(version));
}

function patchMarkdown(context: RouteContext): Json {
  const { view, params, body } = context;
  const dialect = dialectOf(body["markdown_version"]);
  const node = find(
    view.store,
    view.connection,
    params["page_id"] ?? "",
    ["page", "block", "database"],
    "page",
  );
  if (node.kind !== "page") throw invalid(`${node.id} is a ${node.kind}, not a page.`);
  refuseTrashed(context, node);
  const change = body[String(body["type"])] as Json;
  const warnings = replaceContent(view, node, newText(view, node, body, dialect), {
    dialect,
    by: view.connection.botId,
    allowDeleting: change["allow_deleting_content"] === true,
    keepEqual: body["type"] !== "replace_content",
  });
  const shown = showMarkdown(view, node, dialect);
  // Tasks tell no warnings: they are about an answer that somebody waits for.
  return warnings.length === 0 || body["allow_async"] === true ? shown : { ...shown, warnings };
}

function newText(view: RouteContext["view"], page: PageRecord, body: Json, dialect: Dialect): string {
  const { markdown } = dialect.render(view, page);
  switch (body["type"]) {
    case "update_content": {
      const { content_updates: updates } = body["update_content"] as {
        content_updates: readonly ContentUpdate[];
      };
      if (updates.length > 100)
        throw invalid(
          "body failed validation: body.update_content.content_updates.length should be ≤ `100`.",
        );
      return applyUpdates(markdown, updates);
    }
    case "replace_content":
      return (body["replace_content"] as { new_str: string }).new_str;
    case "insert_content":
      return inserted(markdown, body["insert_content"] as unknown as Insertion, dialect.gap);
    default: {
      const { content, content_range: range } = body["replace_content_range"] as {
        content: string;
        content_range: string;
      };
      const { start, end } = findSelection(markdown, range);
      return markdown.slice(0, start) + content + markdown.slice(end);
    }
  }
}

interface Insertion {
  readonly content: string;
  readonly after?: string;
  readonly position?: { readonly type: "start" | "end" };
}

function inserted(markdown: string, { content, after, position }: Insertion, gap: string): string {
  if (after !== undefined && position !== undefined)
    throw invalid("Give either after or position, not both.");
  if (after !== undefined) {
    const { end } = findSelection(markdown, after);
    return `${markdown.slice(0, end)}${gap}${content}${markdown.slice(end)}`;
  }
  return position?.type === "start" ? `${content}${gap}${markdown}` : `${markdown}${gap}${content}`;
}

function showMarkdown(view: RouteContext["view"], node: Node, dialect: Dialect): Json {
  const { markdown, unknown } = dialect.render(view, node);
  return {
    object: "page_markdown",
    id: node.id,
    markdown,
    truncated: unknown.length > 0,
    unknown_block_ids: unknown,
  };
}
