import type { Adjacency } from "./link-graph.ts";

/** No next node: the walk starts here. */
const atSource = -1;
/** The walk does not come here. */
export const notReached = -2;

/** A shortest way from every node to its nearest source. */
export interface Ways {
  /** The next node on the way; or `atSource`, or `notReached`. */
  readonly next: Int32Array;
  /** The source the way ends at; or `notReached`. */
  readonly source: Int32Array;
}

/**
 * Breadth-first from all sources at once, against the links.
 * @param allowed nodes the walk may enter, besides the sources; all when null.
 */
export function nearestSources(
  down: Adjacency,
  sources: Iterable<number>,
  allowed: ((node: number) => boolean) | null = null,
): Ways {
  const size = down.offsets.length - 1;
  const next = new Int32Array(size).fill(notReached);
  const source = new Int32Array(size).fill(notReached);
  const queue: number[] = [];
  for (const start of sources) {
    next[start] = atSource;
    source[start] = start;
    queue.push(start);
  }
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head]!;
    for (let at = down.offsets[node]!; at < down.offsets[node + 1]!; at += 1) {
      const below = down.targets[at]!;
      if (next[below] !== notReached || (allowed !== null && !allowed(below))) continue;
      next[below] = node;
      source[below] = source[node]!;
      queue.push(below);
    }
  }
  return { next, source };
}

/** The nodes from (not including) `node` to the source it reaches, in order. */
export function wayFrom(ways: Ways, node: number): number[] {
  const way: number[] = [];
  for (let hop = ways.next[node] ?? notReached; hop >= 0; hop = ways.next[hop]!) way.push(hop);
  return way;
}

/**
 * Groups of nodes that can all reach each other (Tarjan's algorithm, with its own stack instead of recursion).
 * Groups come out upward first: every link leads into the same group or one that came before.
 */
export function* circles(up: Adjacency): Generator<readonly number[]> {
  const size = up.offsets.length - 1;
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const open = new Uint8Array(size);
  const cursor = up.offsets.slice(0, size);
  const path: number[] = [];
  const trail: number[] = [];
  let visited = 0;

  for (let start = 0; start < size; start += 1) {
    if (order[start] !== -1) continue;
    trail.push(start);
    while (trail.length > 0) {
      const node = trail.at(-1)!;
      if (order[node] === -1) {
        order[node] = lowest[node] = visited;
        visited += 1;
        open[node] = 1;
        path.push(node);
      }
      if (cursor[node]! < up.offsets[node + 1]!) {
        const above = up.targets[cursor[node]!]!;
        cursor[node]! += 1;
        if (order[above] === -1) trail.push(above);
        else if (open[above] === 1) lowest[node] = Math.min(lowest[node]!, order[above]!);
        continue;
      }
      trail.pop();
      const below = trail.at(-1);
      if (below !== undefined) lowest[below] = Math.min(lowest[below]!, lowest[node]!);
      if (lowest[node] !== order[node]) continue;
      const members = path.splice(path.lastIndexOf(node));
      for (const member of members) open[member] = 0;
      yield members;
    }
  }
}
