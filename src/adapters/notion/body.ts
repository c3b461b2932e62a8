import type { Root } from "mdast";

import { asList, asRecord, asText, parseJson } from "../../lib/loose.ts";
import type { Row } from "../types.ts";
import type { Asked, Notion } from "./client.ts";
import { parseMarkdown } from "./markdown.ts";

type Body = { readonly document: Root; readonly unreadable: number };

/**
 * Times of pages are cut to the minute, so that two edits within one minute look like one
 * (developers.notion.com/changelog/last-edited-time-is-now-rounded-to-the-nearest-minute). A body is kept only
 * when it was read well after that minute had passed.
 */
const settledMs = 2 * 60_000;

/** Reads a row's body as Markdown: one request a page, none when nothing changed since the last run. */
export function createBodyReader(notion: Notion, subject: Asked): (row: Row) => Promise<Body | null> {
  const { cache } = notion.context;
  return async (row) => {
    const key = row.editedAt === null ? null : `notion/body/${row.id}/${row.editedAt}`;
    const kept = key === null ? null : await cache.get(key);
    const known = kept === null ? null : asRecord(parseJson(kept));
    const markdown = asText(known?.markdown);
    if (markdown !== null) return toBody(markdown, asMissing(known?.missing));

    const answer = asRecord(
      await notion.ask({ ...subject, what: `page ${row.id} of table` }, (sdk) =>
        sdk.pages.retrieveMarkdown({ page_id: row.id }),
      ),
    );
    const text = asText(answer.markdown) ?? "";
    const missing = Math.max(asList(answer.unknown_block_ids).length, answer.truncated === true ? 1 : 0);
    if (key !== null && isSettled(row.editedAt, notion.transport.serviceTime())) {
      await cache.set(key, JSON.stringify({ markdown: text, missing }));
    }
    return toBody(text, missing);
  };
}

/** Judged by the service's own clock: the run's may be pinned, the machine's may be wrong. */
export function isSettled(editedAt: string | null, serviceTime: number | null): boolean {
  if (editedAt === null || serviceTime === null) return false;
  return serviceTime - Date.parse(editedAt) >= settledMs;
}

function asMissing(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function toBody(markdown: string, missing: number): Body | null {
  const { document, unknown } = parseMarkdown(markdown);
  const unreadable = Math.max(unknown, missing);
  return document.children.length === 0 && unreadable === 0 ? null : { document, unreadable };
}
