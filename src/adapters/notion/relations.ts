import { asList, asRecord, asText } from "../../lib/loose.ts";
import type { Cell } from "../types.ts";
import type { Asked, Notion } from "./client.ts";

/**
 * The whole of a relation of which a page shows only the first 25
 * (developers.notion.com/reference/retrieve-a-page-property): one request for every 100 links.
 */
export async function readAllLinks(
  notion: Notion,
  subject: Asked,
  pageId: string,
  propertyId: string,
): Promise<Cell> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const at: string | null = cursor;
    const answer = asRecord(
      await notion.ask(subject, (sdk) =>
        sdk.pages.properties.retrieve({
          page_id: pageId,
          property_id: propertyId,
          page_size: 100,
          ...(at === null ? {} : { start_cursor: at }),
        }),
      ),
    );
    for (const item of asList(answer.results)) {
      const id = asText(asRecord(asRecord(item).relation).id);
      if (id !== null) ids.push(id);
    }
    cursor = answer.has_more === true ? asText(answer.next_cursor) : null;
  } while (cursor !== null);
  return { kind: "links", ids: [...new Set(ids)], complete: true };
}
