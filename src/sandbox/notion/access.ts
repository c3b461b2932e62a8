import { NotionError } from "./errors.ts";
import type { Capabilities, Connection, Node } from "./records.ts";
import { lineage, type Store } from "./store.ts";
import { dashed } from "./validation/uuid.ts";

export const ALL_CAPABILITIES: Capabilities = {
  readContent: true,
  updateContent: true,
  insertContent: true,
  readComments: true,
  insertComments: true,
  users: "with-email",
};

/** Sharing a page or database covers what lies below it, until it is taken away again further down. */
export function canSee(store: Store, connection: Connection, node: Node): boolean {
  for (const ancestor of lineage(store, node)) {
    if (connection.withheld.has(ancestor.id)) return false;
    if (connection.shared.has(ancestor.id)) return true;
  }
  return false;
}

/** @throws NotionError (restricted_resource) when the connection lacks the capability. */
export function need(connection: Connection, capability: Exclude<keyof Capabilities, "users">): void {
  if (!connection.capabilities[capability]) {
    throw new NotionError("restricted_resource", "Insufficient permissions for this endpoint.");
  }
}

/** Missing and not shared look the same to a connection. */
export function notFound(connection: Connection, type: string, id: string): NotionError {
  return new NotionError(
    "object_not_found",
    `Could not find ${type} with ID: ${dashed(id)}. Make sure the relevant pages and databases are shared with your integration "${connection.name}".`,
    { additionalData: { integration_id: connection.botId } },
  );
}

export function userNotFound(connection: Connection, id: string): NotionError {
  return new NotionError(
    "object_not_found",
    `Could not find user with ID: ${dashed(id)}. Make sure your integration has capabilities to read user information. With those capabilities, only members and guests in the integration's workspace are visible.`,
    { additionalData: { integration_id: connection.botId } },
  );
}

/**
 * Finds a record that the connection may see.
 * @throws NotionError (object_not_found) when there is none of these kinds, or it is not shared.
 */
export function find<Kind extends Node["kind"]>(
  store: Store,
  connection: Connection,
  id: string,
  kinds: readonly Kind[],
  type: string,
): Extract<Node, { readonly kind: Kind }> {
  const node = store.nodes.get(dashed(id));
  if (node === undefined || !isKind(node, kinds) || !canSee(store, connection, node)) {
    throw notFound(connection, type, id);
  }
  return node;
}

function isKind<Kind extends Node["kind"]>(
  node: Node,
  kinds: readonly Kind[],
): node is Extract<Node, { readonly kind: Kind }> {
  return (kinds as readonly string[]).includes(node.kind);
}
