import type { QueryDataSourceParameters } from "@notionhq/client";

import { ServiceFailedError, ServiceRefusedError } from "../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../lib/loose.ts";
import type { Asked, Notion } from "./client.ts";
import { isRefusal } from "./errors.ts";

export interface RowQuery {
  readonly dataSourceId: string;
  /** As the config has it, for messages. */
  readonly subject: Asked;
  /** Ids of the columns that are wanted; the rest is not sent. */
  readonly propertyIds: readonly string[];
}

/** Cursors belong to a session that ends; this often a query is taken up anew before it is given up. */
const maxRestarts = 3;

/**
 * All pages of a data source, each once, one list an answer.
 *
 * Rows come in order of creation, so that both troubles have one cure, a new query from the last row's minute
 * on, without what was seen: a cursor that is refused midway, and the 10,000 rows a query gives at most
 * (developers.notion.com/reference/query-a-data-source; `request_status` then says incomplete).
 */
export async function* queryRows(notion: Notion, query: RowQuery): AsyncGenerator<readonly LooseRecord[]> {
  const seen = new Set<string>();
  let restarts = 0;
  let since: string | null = null;
  for (;;) {
    let lastCreated: string | null = since;
    let capped = false;
    let cursor: string | null = null;
    let refused = false;
    do {
      const answer = await ask(notion, query, since, cursor);
      if (answer === "bad-cursor") {
        refused = true;
        break;
      }
      const fresh: LooseRecord[] = [];
      for (const result of asList(answer.results)) {
        const page = asRecord(result);
        lastCreated = asText(page.created_time) ?? lastCreated;
        const id = asText(page.id);
        if (id === null || seen.has(id)) continue;
        seen.add(id);
        if (isLivePage(page)) fresh.push(page);
      }
      yield fresh;
      capped = asRecord(answer.request_status).type === "incomplete";
      cursor = answer.has_more === false ? null : asText(answer.next_cursor);
    } while (cursor !== null);

    if (refused) {
      restarts += 1;
      if (restarts > maxRestarts) throw keepsLosingItsPlace(query);
    } else {
      if (!capped) return;
      if (lastCreated === since) throw tooManyInAMinute(query, lastCreated);
    }
    since = lastCreated;
  }
}

async function ask(
  notion: Notion,
  query: RowQuery,
  since: string | null,
  cursor: string | null,
): Promise<LooseRecord | "bad-cursor"> {
  const parameters: QueryDataSourceParameters = {
    data_source_id: query.dataSourceId,
    filter_properties: [...query.propertyIds],
    sorts: [{ timestamp: "created_time", direction: "ascending" }],
    page_size: 100,
    ...(since === null
      ? {}
      : { filter: { timestamp: "created_time", created_time: { on_or_after: since } } as const }),
    ...(cursor === null ? {} : { start_cursor: cursor }),
  };
  try {
    return asRecord(await notion.ask(query.subject, (sdk) => sdk.dataSources.query(parameters)));
  } catch (error) {
    if (cursor !== null && isRefusal(error, "bad-cursor")) return "bad-cursor";
    throw error;
  }
}

/** Wikis list their databases among their pages. */
function isLivePage(page: LooseRecord): boolean {
  const gone = page.in_trash === true || page.archived === true || page.is_archived === true;
  return !gone && (page.object === undefined || page.object === "page");
}

function keepsLosingItsPlace(query: RowQuery): ServiceFailedError {
  return new ServiceFailedError(
    `Notion keeps losing its place while listing table ${query.subject.id}: the query was taken up anew ${maxRestarts} times.`,
    { hint: "Try again later." },
  );
}

function tooManyInAMinute(query: RowQuery, minute: string | null): ServiceRefusedError {
  return new ServiceRefusedError(
    `Notion cannot list table ${query.subject.id} in full: more rows than one query may give were created in the minute ${minute ?? "of the first row"}, as an import does.`,
    { hint: "Split the table in Notion, or export it and read the files." },
  );
}
