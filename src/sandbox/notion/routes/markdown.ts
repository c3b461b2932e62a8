import { find, need } from "../access.ts";
import { invalid, NotionError } from "../errors.ts";
import { applyUpdates, findSelection, type ContentUpdate } from "../markdown/edit.ts";
import { renderMarkdown } from "../markdown/render.ts";
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
  refuseNewDialect(query["markdown_version"]?.[0]);
  const node = find(view.store, view.connection, params["page_id"] ?? "", ["page", "block"], "page");
  return showMarkdown(view, node);
}

function patchMarkdown(context: RouteContext): Json {
  const { view, params, body } = context;
  refuseNewDialect(body["markdown_version"]);
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
  replaceContent(view, node, newText(view, node, body), {
    by: view.connection.botId,
    allowDeleting: change["allow_deleting_content"] === true,
    keepEqual: body["type"] !== "replace_content",
  });
  return showMarkdown(view, node);
}

/** This stand-in speaks the default dialect only; better to refuse the other than to misread it. */
function refuseNewDialect(version: unknown): void {
  if (version === "v2") throw invalid("This stand-in does not know markdown_version v2.");
}

function newText(view: RouteContext["view"], page: PageRecord, body: Json): string {
  const { markdown } = renderMarkdown(view, page);
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
      return inserted(markdown, body["insert_content"] as unknown as Insertion);
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

function inserted(markdown: string, { content, after, position }: Insertion): string {
  if (after !== undefined && position !== undefined)
    throw invalid("Give either after or position, not both.");
  if (after !== undefined) {
    const { end } = findSelection(markdown, after);
    return `${markdown.slice(0, end)}\n${content}${markdown.slice(end)}`;
  }
  return position?.type === "start" ? `${content}\n${markdown}` : `${markdown}\n${content}`;
}

function showMarkdown(view: RouteContext["view"], node: Node): Json {
  const { markdown, unknown } = renderMarkdown(view, node);
  return {
    object: "page_markdown",
    id: node.id,
    markdown,
    truncated: unknown.length > 0,
    unknown_block_ids: unknown,
  };
}
