import type { SandboxClock } from "../server/clock.ts";
import { randomUuid } from "../server/ids.ts";
import { seededRandom, type Random } from "../server/random.ts";
import type {
  BlockRecord,
  CommentRecord,
  Connection,
  DataSourceRecord,
  DatabaseRecord,
  Node,
  PageRecord,
  Property,
  User,
} from "./records.ts";

/** The bare workspace: records by id and the moves that keep the tree whole. Knows nothing of requests. */
export interface Store {
  readonly clock: SandboxClock;
  readonly random: Random;
  readonly workspaceId: string;
  readonly name: string;
  readonly users: Map<string, User>;
  /** Names of groups of people, by id; a people column may hold them. */
  readonly groups: Map<string, string>;
  readonly connections: Map<string, Connection>;
  readonly nodes: Map<string, Node>;
  readonly comments: CommentRecord[];
  /** Whether a link counts as an edit of the page at the other side of a two-way relation. */
  readonly touchesFarSide: boolean;
  /** Grows with every change, so that answers can be kept until something changes. */
  version: number;
  /** Blocks that connections made so far; a free workspace counts them for life. */
  blocksMade: number;
}

export interface StoreOptions {
  readonly clock: SandboxClock;
  readonly seed: string | number;
  readonly name?: string | undefined;
  readonly touchesFarSide: boolean;
}

export function createStore({
  clock,
  seed,
  name = "Sandbox workspace",
  touchesFarSide,
}: StoreOptions): Store {
  const random = seededRandom(seed);
  return {
    clock,
    random,
    workspaceId: randomUuid(random),
    name,
    touchesFarSide,
    users: new Map(),
    groups: new Map(),
    connections: new Map(),
    nodes: new Map(),
    comments: [],
    version: 0,
    blocksMade: 0,
  };
}

export function newId(store: Store): string {
  return randomUuid(store.random);
}

export function pageOf(store: Store, id: string): PageRecord | null {
  const node = store.nodes.get(id);
  return node?.kind === "page" ? node : null;
}

export function blockOf(store: Store, id: string): BlockRecord | null {
  const node = store.nodes.get(id);
  return node?.kind === "block" ? node : null;
}

export function databaseOf(store: Store, id: string): DatabaseRecord | null {
  const node = store.nodes.get(id);
  return node?.kind === "database" ? node : null;
}

export function dataSourceOf(store: Store, id: string): DataSourceRecord | null {
  const node = store.nodes.get(id);
  return node?.kind === "data_source" ? node : null;
}

/** The ids below a record, in order: content of pages and blocks, sources of databases, rows of data sources. */
export function childIds(node: Node): string[] {
  switch (node.kind) {
    case "page":
    case "block":
      return node.children;
    case "database":
      return node.dataSources;
    case "data_source":
      return node.rows;
  }
}

/** Children that are not in the trash. */
export function liveChildren(store: Store, node: Node): Node[] {
  return childIds(node)
    .map((id) => store.nodes.get(id))
    .filter((child): child is Node => child !== undefined && !child.inTrash);
}

/** The record itself, then its parent, and so on to the top. */
export function* lineage(store: Store, node: Node): Generator<Node> {
  let current: Node | undefined = node;
  while (current !== undefined) {
    yield current;
    current = current.parent === null ? undefined : store.nodes.get(current.parent);
  }
}

/** The page a block stands on; a page is its own. Null for blocks of nothing, databases and data sources. */
function owningPage(store: Store, node: Node): PageRecord | null {
  for (const ancestor of lineage(store, node)) {
    if (ancestor.kind === "page") return ancestor;
    if (ancestor.kind !== "block") return null;
  }
  return null;
}

export function isTrashed(store: Store, node: Node): boolean {
  for (const ancestor of lineage(store, node)) if (ancestor.inTrash) return true;
  return false;
}

/** Puts a record into the tree; `after` null means first, undefined means last. */
export function place(store: Store, node: Node, after?: string | null): void {
  store.nodes.set(node.id, node);
  store.version += 1;
  const parent = node.parent === null ? undefined : store.nodes.get(node.parent);
  if (parent === undefined) return;
  const siblings = childIds(parent);
  if (after === undefined) siblings.push(node.id);
  else siblings.splice(after === null ? 0 : siblings.indexOf(after) + 1, 0, node.id);
}

/** Marks a record as edited, and the page it stands on; `at` in milliseconds since 1970. */
export function touch(store: Store, node: Node, by: string, at = store.clock.now()): void {
  const page = owningPage(store, node);
  for (const edited of page === null || page === node ? [node] : [node, page]) {
    edited.lastEditedTime = at;
    edited.lastEditedBy = by;
  }
  store.version += 1;
}

/** Moves a record into the trash or out of it. The page above counts as edited. */
export function setTrash(
  store: Store,
  node: Node,
  inTrash: boolean,
  by: string,
  at = store.clock.now(),
): void {
  node.inTrash = inTrash;
  touch(store, node, by, at);
  const parent = node.parent === null ? undefined : store.nodes.get(node.parent);
  if (parent?.kind === "page" || parent?.kind === "block") touch(store, parent, by, at);
}

export function findProperty(source: DataSourceRecord, nameOrId: string): Property | null {
  const decoded = safeDecode(nameOrId);
  return (
    source.properties.find((property) => property.id === nameOrId || safeDecode(property.id) === decoded) ??
    source.properties.find((property) => property.name === nameOrId) ??
    null
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
