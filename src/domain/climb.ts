import { circles, notReached } from "./graph-walks.ts";
import type { LinkGraph } from "./link-graph.ts";

export interface Climb {
  /** For every node the ids of the goals it reaches, itself included when it is one; sorted, often shared. */
  readonly reached: readonly (readonly string[])[];
  /** Nodes where chains end without a goal, in node order: true when links lead on there, but only in a circle. */
  readonly ends: ReadonlyMap<number, boolean>;
}

/**
 * One pass, upper rows first. Nodes that reach the same goals share one list, so that a deep chain costs no more
 * than a short one.
 */
export function climb(graph: LinkGraph, goalId: (node: number) => string): Climb {
  const { offsets, targets } = graph.up;
  const reached: (readonly string[])[] = Array.from({ length: graph.size }, () => nothing);
  const ends: [number, boolean][] = [];
  for (const members of circles(graph.up)) {
    const inside = members.length > 1 ? new Set(members) : null;
    let goals = nothing;
    let leadsOn = false;
    for (const node of members) {
      if (node < graph.goalCount) goals = union(goals, [goalId(node)]);
      for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
        const above = targets[at]!;
        if (inside?.has(above) === true) continue;
        leadsOn = true;
        goals = union(goals, reached[above]!);
      }
    }
    let first = members[0]!;
    for (const node of members) {
      reached[node] = goals;
      if (node < first) first = node;
    }
    if (!leadsOn && goals.length === 0) ends.push([first, members.length > 1]);
  }
  return { reached, ends: new Map(ends.toSorted(([a], [b]) => a - b)) };
}

/**
 * How many items would gain a line of sight at each stop, most first, then in node order.
 * @param inTheDark whether the node is known to reach no live goal.
 *
 * Exact while the work stays linear. An item below several stops counts for each of them, and walking down from
 * thousands of stops that share thousands of items would not be linear; past the budget a stop is credited only
 * with the items it is nearest to, which is "at least so many".
 */
export function countMended(
  graph: LinkGraph,
  nearestStop: Int32Array,
  inTheDark: (node: number) => boolean,
): ReadonlyMap<number, number> {
  const { offsets, targets } = graph.down;
  const nearest = new Map<number, number>();
  for (let node = graph.firstItem; node < graph.size; node += 1) {
    const stop = nearestStop[node]!;
    if (stop !== notReached) nearest.set(stop, (nearest.get(stop) ?? 0) + 1);
  }
  const seenFrom = new Int32Array(graph.size).fill(notReached);
  let budget = walksOfTheWholeGraph * (graph.size + targets.length);
  const countBelow = (stop: number): number => {
    const queue = [stop];
    seenFrom[stop] = stop;
    let count = 0;
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head]!;
      if (node >= graph.firstItem) count += 1;
      budget -= 1 + offsets[node + 1]! - offsets[node]!;
      for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
        const below = targets[at]!;
        if (seenFrom[below] === stop || !inTheDark(below)) continue;
        seenFrom[below] = stop;
        queue.push(below);
      }
    }
    return count;
  };
  const mostFirst = (counts: Iterable<[number, number]>): [number, number][] =>
    [...counts].toSorted(([a, many], [b, more]) => more - many || a - b);
  const exact = mostFirst(nearest).map(([stop, atLeast]): [number, number] => [
    stop,
    budget > 0 ? countBelow(stop) : atLeast,
  ]);
  return new Map(mostFirst(exact));
}

/** Far more than any real workspace needs: most items stand below one stop. */
const walksOfTheWholeGraph = 32;

const nothing: readonly string[] = [];

/** Merges two sorted lists; gives back one of them when it already holds the other. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const merged = new Set(a);
  for (const id of b) merged.add(id);
  if (merged.size === a.length) return a;
  if (merged.size === b.length) return b;
  return [...merged].toSorted();
}
