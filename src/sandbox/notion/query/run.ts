import { seededRandom, shuffled } from "../../server/random.ts";
import { canSee } from "../access.ts";
import type { DataSourceRecord, Json, PageRecord } from "../records.ts";
import { pageOf, type Store } from "../store.ts";
import type { View } from "../view.ts";
import { cursorFor, invalidCursor, type Session, type Sessions } from "./cursors.ts";
import { compileFilter } from "./filter.ts";
import { sortRows, type Sort } from "./sort.ts";

/** How a query behaves where the service promises nothing. */
export interface QueryBehaviour {
  /** Rows one query can reach at most; 10,000 at the service. */
  readonly resultCap: number;
  readonly unsortedOrder: "newest-first" | "shuffled";
  /** Every n-th page holds fewer rows than asked for; null for never. */
  readonly shortPageEvery: number | null;
}

export interface QueryBody {
  readonly filter?: Json;
  readonly sorts?: readonly Sort[];
  readonly start_cursor?: string | null;
  readonly page_size?: number;
  readonly is_archived?: boolean;
}

export interface QueryPage {
  readonly rows: readonly PageRecord[];
  readonly nextCursor: string | null;
  /** More rows fit than the cap lets through. */
  readonly capped: boolean;
}

/** Answers one page of a query. */
export function runQuery(
  view: View,
  source: DataSourceRecord,
  body: QueryBody,
  sessions: Sessions,
  behaviour: QueryBehaviour,
): QueryPage {
  const key = JSON.stringify([source.id, body.filter, body.sorts, body.is_archived]);
  const cursor = body.start_cursor ?? null;
  const { session, nextId } =
    cursor === null
      ? { session: sessions.open(key, view.connection.token), nextId: null }
      : sessions.resume(cursor, key, view.connection.token);

  const all = currentRows(view, source, body, session, behaviour);
  const reachable = all.slice(0, behaviour.resultCap);
  const start = startOf(reachable, session, nextId, cursor);
  const size = pageSize(body.page_size ?? 100, session, behaviour);
  const rows = reachable.slice(start, start + size);
  session.position = start + rows.length;
  const next = reachable[session.position];
  return {
    rows,
    nextCursor: next === undefined ? null : cursorFor(session, next),
    capped: all.length > behaviour.resultCap,
  };
}

/** The rows are worked out anew for every page, so changes between pages show, as they do at the service. */
function currentRows(
  view: View,
  source: DataSourceRecord,
  body: QueryBody,
  session: Session,
  behaviour: QueryBehaviour,
): readonly PageRecord[] {
  if (session.version === view.store.version) return session.rows;
  const passes = compileFilter(view, source, body.filter);
  const present = liveRows(view.store, source).filter(
    (row) =>
      row.isArchived === (body.is_archived ?? false) &&
      canSee(view.store, view.connection, row) &&
      passes(row),
  );
  const ordered =
    behaviour.unsortedOrder === "shuffled"
      ? shuffled(present, seededRandom(session.id))
      : [...present].sort((a, b) => b.createdTime - a.createdTime);
  session.rows = sortRows(view, source, ordered, body.sorts ?? []);
  session.version = view.store.version;
  return session.rows;
}

/** Where the next page begins: at the row the cursor names, else where the last page ended. */
function startOf(
  rows: readonly PageRecord[],
  session: Session,
  nextId: string | null,
  cursor: string | null,
): number {
  if (nextId === null) return 0;
  const found = rows.findIndex(({ id }) => id === nextId);
  if (found >= 0) return found;
  if (session.position > 0) return Math.min(session.position, rows.length);
  throw invalidCursor(String(cursor));
}

function pageSize(asked: number, session: Session, { shortPageEvery }: QueryBehaviour): number {
  if (shortPageEvery === null) return asked;
  const page = Math.floor(session.position / asked) + 1;
  return page % shortPageEvery === 0 ? Math.max(1, asked >> 1) : asked;
}

function liveRows(store: Store, source: DataSourceRecord): PageRecord[] {
  // Newest first among rows of one instant: rows are kept in order of creation.
  return source.rows
    .map((id) => pageOf(store, id))
    .filter((row): row is PageRecord => row !== null && !row.inTrash)
    .reverse();
}
