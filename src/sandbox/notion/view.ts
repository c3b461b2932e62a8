import { canSee } from "./access.ts";
import type { Connection, Node } from "./records.ts";
import { isTrashed, type Store } from "./store.ts";

export type ApiVersion = "2025-09-03" | "2026-03-11";

/** Who looks, and in which version of the API. */
export interface View {
  readonly store: Store;
  readonly connection: Connection;
  readonly version: ApiVersion;
  /** Prefix of the `url` of pages and databases. */
  readonly urlBase: string;
  /** What the plan allows for one file. */
  readonly maxUploadBytes: number;
  /** Whether the first Markdown dialect has its known faults. */
  readonly markdownQuirks: boolean;
}

/** Shared with the connection and not in the trash. */
export function isOpen(view: View, id: string): boolean {
  const node = view.store.nodes.get(id);
  return node !== undefined && canSee(view.store, view.connection, node) && !isTrashed(view.store, node);
}

export function sees(view: View, node: Node | undefined): node is Node {
  return node !== undefined && canSee(view.store, view.connection, node);
}

/** Pages, blocks, data sources and comments show whole minutes only. */
export function minute(milliseconds: number): string {
  return new Date(milliseconds - (milliseconds % 60_000)).toISOString();
}

/** Databases show milliseconds, in another spelling. */
export function precise(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "+00:00");
}

/** `archived` was taken out of answers in 2026-03-11; before, it comes last. */
export function withArchived(view: View, inTrash: boolean): { archived?: boolean } {
  return view.version === "2025-09-03" ? { archived: inTrash } : {};
}
