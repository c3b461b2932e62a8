import { refusal } from "./errors.ts";
import { looksLikeId, type IdSource } from "./ids.ts";
import type { Settings } from "./options.ts";

/**
 * Page cursors. The order of the rows is frozen when a list begins; their values are read anew for each page.
 * A cursor belongs to the query that made it and dies when it is left alone.
 */
export interface Cursors {
  /** The slice of ids for one page, and the cursor of the next when there is one. */
  page(request: PageRequest): { readonly ids: readonly string[]; readonly next: string | null };
  /** As a restart of the service does: every open list must begin again. */
  expireAll(): void;
}

interface PageRequest {
  readonly offset: string | null;
  readonly pageSize: number;
  /** Everything that makes it this query: table, parameters, token. */
  readonly query: string;
  /** All matching ids in order; asked for only when a list begins. */
  begin(): readonly string[];
}

interface Iterator {
  readonly query: string;
  readonly ids: readonly string[];
  lastUsed: number;
  pages: number;
}

/** No list open yet. */
export function createCursors(settings: Settings, newId: IdSource): Cursors {
  const open = new Map<string, Iterator>();

  const resume = (offset: string, query: string): { id: string; iterator: Iterator; start: number } => {
    const [id = "", recordId = "", ...rest] = offset.split("/");
    if (!looksLikeId("itr", id) || !looksLikeId("rec", recordId) || rest.length > 0) {
      throw refusal(422, "INVALID_OFFSET_VALUE", "The value of offset is invalid");
    }
    const iterator = open.get(id);
    const start = iterator?.ids.indexOf(recordId) ?? -1;
    if (iterator === undefined || start === -1 || iterator.query !== query || isDead(iterator)) {
      open.delete(id);
      throw refusal(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
    }
    return { id, iterator, start };
  };

  const isDead = (iterator: Iterator): boolean =>
    settings.clock.now() - iterator.lastUsed > settings.cursorLifetime ||
    (settings.cursorPages !== null && iterator.pages >= settings.cursorPages);

  const begin = (request: PageRequest): { id: string; iterator: Iterator; start: number } => {
    const iterator: Iterator = { query: request.query, ids: request.begin(), lastUsed: 0, pages: 0 };
    return { id: newId("itr"), iterator, start: 0 };
  };

  return {
    page: (request) => {
      const { offset, pageSize, query } = request;
      const { id, iterator, start } = offset === null ? begin(request) : resume(offset, query);
      iterator.lastUsed = settings.clock.now();
      iterator.pages += 1;
      const following = iterator.ids[start + pageSize];
      if (following === undefined) open.delete(id);
      else open.set(id, iterator);
      return {
        ids: iterator.ids.slice(start, start + pageSize),
        next: following === undefined ? null : `${id}/${following}`,
      };
    },
    expireAll: () => open.clear(),
  };
}
