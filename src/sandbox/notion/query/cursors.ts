import { invalid } from "../errors.ts";
import type { PageRecord } from "../records.ts";
import { newId, type Store } from "../store.ts";

/** A query read page by page. */
export interface Session {
  readonly id: string;
  /** Data source, filter and sorts: a cursor is good for the same query only. */
  readonly query: string;
  readonly connection: string;
  lastUsed: number;
  /** How many rows were handed out. */
  position: number;
  /** The rows as last worked out, and at which state of the workspace. */
  rows: readonly PageRecord[];
  version: number;
}

export interface Sessions {
  open(query: string, connection: string): Session;
  /** @throws NotionError when the cursor is unknown, of another query, or too old. */
  resume(
    cursor: string,
    query: string,
    connection: string,
  ): { readonly session: Session; readonly nextId: string };
}

/**
 * @param lifetime milliseconds after which an unused cursor is refused
 */
export function createSessions(store: Store, lifetime: number): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open: (query, connection) => {
      const session: Session = {
        id: newId(store),
        query,
        connection,
        lastUsed: store.clock.now(),
        position: 0,
        rows: [],
        version: -1,
      };
      sessions.set(session.id, session);
      return session;
    },
    resume: (cursor, query, connection) => {
      const [, sessionId = "", nextId = ""] = /^s:([0-9a-f-]{36}):([0-9a-f-]{36})$/.exec(cursor) ?? [];
      const session = sessions.get(sessionId);
      const now = store.clock.now();
      if (
        session === undefined ||
        session.query !== query ||
        session.connection !== connection ||
        now - session.lastUsed > lifetime
      ) {
        throw invalidCursor(cursor);
      }
      session.lastUsed = now;
      return { session, nextId };
    },
  };
}

export function cursorFor(session: Session, next: PageRecord): string {
  return `s:${session.id}:${next.id}`;
}

export function invalidCursor(cursor: string): Error {
  return invalid(`The start_cursor provided is invalid: ${cursor}`);
}
