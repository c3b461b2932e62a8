import { newId, type Store } from "../store.ts";
import type { Authored } from "./types.ts";

export interface Author {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Fills in who and when. A workspace without people gets its owner here. */
export function authorOf(store: Store, authored: Authored = {}): Author {
  const at = authored.at === undefined ? store.clock.now() : Date.parse(authored.at);
  if (authored.by !== undefined) return { by: authored.by, at };
  for (const user of store.users.values()) if (user.type === "person") return { by: user.id, at };
  const owner = {
    id: newId(store),
    type: "person",
    name: "Workspace owner",
    email: "owner@example.org",
  } as const;
  store.users.set(owner.id, owner);
  return { by: owner.id, at };
}
