import type { LearningItem, Portfolio, UnresolvedLink } from "./types.ts";

/**
 * The portfolio's upward links as numbers, so that walks over 100,000 rows stay linear in time and memory.
 * Nodes are goals first, then events, then items, each in id order: a smaller number is an earlier row.
 */
export interface LinkGraph {
  readonly size: number;
  readonly goalCount: number;
  readonly firstItem: number;
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Toward goals: from a node to what it serves or comes from. */
  readonly up: Adjacency;
  /** The same links turned round. */
  readonly down: Adjacency;
  /** 1 for nodes with an upward link that could not be followed. */
  readonly hidden: Uint8Array;
}

/** Neighbours of node `n` are `targets[offsets[n]]` up to, not including, `targets[offsets[n + 1]]`. */
export interface Adjacency {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/** The fields whose links lead toward a goal; an unresolved link in another field hides nothing. */
const upwardFields: Readonly<Record<LearningItem["kind"], ReadonlySet<string>>> = {
  question: new Set(["goal", "parent"]),
  hypothesis: new Set(["goal", "parent", "question"]),
  review: new Set(["goal", "parent", "hypothesis", "before", "event"]),
  insight: new Set(["goal", "parent", "review"]),
  opportunity: new Set(["goal", "parent", "hypothesis"]),
};

export function buildLinkGraph(portfolio: Portfolio): LinkGraph {
  const { goals, events, items } = portfolio;
  const nodeOf = new Map<string, number>();
  let size = 0;
  for (const entities of [goals, events, items]) for (const { id } of entities) nodeOf.set(id, size++);
  const firstItem = goals.length + events.length;
  const hidden = new Uint8Array(size);
  const below: number[] = [];
  const above: number[] = [];

  const link = (from: number, ids: readonly string[], lowest: number, end: number): void => {
    for (const id of ids) {
      const to = nodeOf.get(id);
      if (to === undefined || to < lowest || to >= end || to === from) continue;
      below.push(from);
      above.push(to);
    }
  };
  goals.forEach((goal, node) => link(node, goal.parentIds, 0, goals.length));
  events.forEach((event, index) => {
    link(goals.length + index, event.goalIds, 0, goals.length);
    if (event.unresolved.length > 0) hidden[goals.length + index] = 1;
  });
  items.forEach((item, index) => {
    const node = firstItem + index;
    link(node, item.goalIds, 0, goals.length);
    link(node, upwardItems(item), firstItem, size);
    if (item.kind === "review") {
      link(node, item.eventIds, goals.length, firstItem);
      for (const id of item.insightIds) {
        const insight = portfolio.itemById.get(id)?.kind === "insight" ? nodeOf.get(id) : undefined;
        if (insight !== undefined) link(insight, [item.id], firstItem, size);
      }
    }
    if (hiddenLinks(item).length > 0) hidden[node] = 1;
  });
  return {
    size,
    goalCount: goals.length,
    firstItem,
    nodeOf,
    up: adjacency(size, below, above),
    down: adjacency(size, above, below),
    hidden,
  };
}

/** The item's links toward a goal that could not be followed. */
export function hiddenLinks(item: LearningItem): readonly UnresolvedLink[] {
  return item.unresolved.filter((link) => upwardFields[item.kind].has(link.field));
}

/** Ids of the items this one comes from or serves. */
function upwardItems(item: LearningItem): readonly string[] {
  switch (item.kind) {
    case "question":
      return item.parentIds;
    case "hypothesis":
      return [...item.parentIds, ...item.questionIds];
    case "review":
      return [...item.parentIds, ...item.hypothesisIds, ...item.beforeIds];
    case "insight":
      return [...item.parentIds, ...item.reviewIds];
    case "opportunity":
      return [...item.parentIds, ...item.hypothesisIds];
  }
}

/** Counting sort by source, then by target: neighbours come out in node order, whatever order cells had. */
function adjacency(size: number, sources: readonly number[], targets: readonly number[]): Adjacency {
  const byTarget = countingOrder(size, targets);
  const offsets = new Uint32Array(size + 1);
  for (const source of sources) offsets[source + 1]! += 1;
  for (let node = 0; node < size; node += 1) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const sorted = new Uint32Array(sources.length);
  for (const index of byTarget) {
    const source = sources[index]!;
    sorted[next[source]!] = targets[index]!;
    next[source]! += 1;
  }
  return { offsets, targets: sorted };
}

function countingOrder(size: number, keys: readonly number[]): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (const key of keys) next[key + 1]! += 1;
  for (let key = 0; key < size; key += 1) next[key + 1]! += next[key]!;
  const order = new Uint32Array(keys.length);
  keys.forEach((key, index) => {
    order[next[key]!] = index;
    next[key]! += 1;
  });
  return order;
}
