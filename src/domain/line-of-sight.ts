import { climb, countMended } from "./climb.ts";
import { nearestSources, notReached, wayFrom, type Ways } from "./graph-walks.ts";
import { buildLinkGraph, hiddenLinks, type LinkGraph } from "./link-graph.ts";
import type { ItemKind, Portfolio, Reference, UnresolvedLink } from "./types.ts";

/** One stop on the way from an item to a goal. */
export interface Hop extends Reference {
  readonly kind: ItemKind | "event" | "goal";
}

/**
 * What can be seen from one item. `path` runs from the next stop after the item to the last one, and is only
 * followed when asked for: asking every row of a deep chain would not be linear.
 */
export type Sight =
  /** A chain of links ends at a live goal. `goalIds`: every live goal reached, the nearest first. */
  | { readonly state: "live"; readonly path: readonly Hop[]; readonly goalIds: readonly string[] }
  /**
   * Chains end only at goals that are over. `goalIds`: all of them, the nearest first.
   * `uncertain`: a link on the way could not be followed, so a live goal may lie beyond it.
   */
  | {
      readonly state: "over";
      readonly path: readonly Hop[];
      readonly goalIds: readonly string[];
      readonly uncertain: boolean;
    }
  /**
   * Links lead up, and stop before any goal. `stopsAt`: the nearest row that leads no further.
   * `circular`: it does lead on, but only round in a circle.
   */
  | {
      readonly state: "broken";
      readonly path: readonly Hop[];
      readonly stopsAt: Hop;
      readonly circular: boolean;
    }
  /** No link up at all. */
  | { readonly state: "none" }
  /** No goal is reached, and a link on the way (at `stopsAt`, which may be the item itself) could not be followed. */
  | {
      readonly state: "unseen";
      readonly path: readonly Hop[];
      readonly stopsAt: Hop;
      readonly links: readonly UnresolvedLink[];
    };

type SightState = Sight["state"];

/** Where every item's chains of links lead. Questions by id; an id that is not an item's answers "none". */
export interface LineOfSight {
  /** In constant time. */
  stateOf(itemId: string): SightState;
  of(itemId: string): Sight;
  /** Ids of all goals reached on any chain and up the goal tree, live or over, in id order. In constant time. */
  goalsServed(itemId: string): readonly string[];
  /** Where a broken chain stops, or the item itself when it has no links; null for every other state. In constant time. */
  stopOf(itemId: string): Hop | null;
  /** For an item whose goals are all over: the nearest row, itself included, that links to one of them; null for every other state. */
  linkedAt(itemId: string): Hop | null;
  /** How many items have each state. */
  readonly counts: Readonly<Record<SightState, number>>;
  /** Items that would gain a line of sight if this row (one that `stopOf` names) were linked to a live goal; 0 for others. */
  mendedBy(stopId: string): number;
  /** Every row that `stopOf` names, the one that mends most first. */
  readonly stops: readonly Hop[];
}

/**
 * Follows the links of the whole portfolio once; linear in rows and links, and safe with circles.
 * Links lead up only: to goals and parents; from a review to its hypotheses, its before-review and its event;
 * from a hypothesis to its question; from an insight to its review (or the review that lists it); from an
 * opportunity to its hypothesis; from an event or a sub-goal to the goal it serves.
 */
export function traceLineOfSight(portfolio: Portfolio): LineOfSight {
  const graph = buildLinkGraph(portfolio);
  const { goals, events, items } = portfolio;
  const goalNodes = [...goals.keys()];
  const toLive = nearestSources(
    graph.down,
    goalNodes.filter((node) => goals[node]!.live),
  );
  const toOver = nearestSources(
    graph.down,
    goalNodes.filter((node) => !goals[node]!.live),
  );
  const toHidden = nearestSources(graph.down, hiddenNodes(graph.hidden));
  const { reached, ends } = climb(graph, (node) => goals[node]!.id);
  const lost = (node: number): boolean => reached[node]!.length === 0 && toHidden.next[node] === notReached;
  const toStop = nearestSources(graph.down, [...ends.keys()].filter(lost), lost);
  const toLinked = nearestSources(graph.down, linkedToGoals(graph));
  const mended = countMended(
    graph,
    toStop.source,
    (node) => toLive.next[node] === notReached && toHidden.next[node] === notReached,
  );

  const stateOfNode = (node: number): SightState => {
    if (toLive.next[node] !== notReached) return "live";
    if (toOver.next[node] !== notReached) return "over";
    if (toHidden.next[node] !== notReached) return "unseen";
    return graph.up.offsets[node] === graph.up.offsets[node + 1] ? "none" : "broken";
  };
  const counts: Record<SightState, number> = { live: 0, over: 0, broken: 0, none: 0, unseen: 0 };
  for (let node = graph.firstItem; node < graph.size; node += 1) counts[stateOfNode(node)] += 1;

  const hop = (node: number): Hop => {
    if (node < graph.goalCount) return toHop(goals[node]!, "goal");
    if (node < graph.firstItem) return toHop(events[node - graph.goalCount]!, "event");
    const item = items[node - graph.firstItem]!;
    return toHop(item, item.kind);
  };
  const hops = (ways: Ways, node: number): Hop[] => wayFrom(ways, node).map(hop);
  const goalIds = (node: number, ways: Ways, live: boolean): string[] => {
    const nearest = goals[ways.source[node]!]!.id;
    const others = reached[node]!.filter((id) => id !== nearest && portfolio.goalById.get(id)?.live === live);
    return [nearest, ...others];
  };
  const sightOf = (node: number): Sight => {
    const state = stateOfNode(node);
    switch (state) {
      case "live":
        return {
          state,
          get path() {
            return hops(toLive, node);
          },
          goalIds: goalIds(node, toLive, true),
        };
      case "over": {
        const uncertain = toHidden.next[node] !== notReached;
        return {
          state,
          get path() {
            return hops(toOver, node);
          },
          goalIds: goalIds(node, toOver, false),
          uncertain,
        };
      }
      case "unseen": {
        const stopsAt = hop(toHidden.source[node]!);
        return {
          state,
          get path() {
            return hops(toHidden, node);
          },
          stopsAt,
          links: linksNotFollowed(portfolio, stopsAt.id),
        };
      }
      case "broken": {
        const stop = toStop.source[node]!;
        return {
          state,
          get path() {
            return hops(toStop, node);
          },
          stopsAt: hop(stop),
          circular: ends.get(stop) === true,
        };
      }
      case "none":
        return { state };
    }
  };
  const itemNode = (id: string): number | null => {
    const node = graph.nodeOf.get(id);
    return node === undefined || node < graph.firstItem ? null : node;
  };

  return {
    stateOf(itemId) {
      const node = itemNode(itemId);
      return node === null ? "none" : stateOfNode(node);
    },
    of(itemId) {
      const node = itemNode(itemId);
      return node === null ? { state: "none" } : sightOf(node);
    },
    goalsServed(itemId) {
      const node = itemNode(itemId);
      return node === null ? [] : reached[node]!;
    },
    stopOf(itemId) {
      const node = itemNode(itemId);
      const stop = node === null ? notReached : toStop.source[node]!;
      return stop === notReached ? null : hop(stop);
    },
    linkedAt(itemId) {
      const node = itemNode(itemId);
      return node === null || stateOfNode(node) !== "over" ? null : hop(toLinked.source[node]!);
    },
    counts,
    mendedBy: (stopId) => mended.get(graph.nodeOf.get(stopId) ?? notReached) ?? 0,
    stops: [...mended.keys()].map(hop),
  };
}

function* hiddenNodes(hidden: Uint8Array): Generator<number> {
  for (let node = 0; node < hidden.length; node += 1) if (hidden[node] === 1) yield node;
}

/** Events and items that link to a goal themselves. */
function* linkedToGoals({ up, goalCount, size }: LinkGraph): Generator<number> {
  for (let node = goalCount; node < size; node += 1) {
    // Neighbours are in node order, so a goal comes first.
    const first = up.offsets[node]!;
    if (first < up.offsets[node + 1]! && up.targets[first]! < goalCount) yield node;
  }
}

function linksNotFollowed(portfolio: Portfolio, id: string): readonly UnresolvedLink[] {
  const item = portfolio.itemById.get(id);
  return item === undefined ? (portfolio.eventById.get(id)?.unresolved ?? []) : hiddenLinks(item);
}

function toHop(row: Reference, kind: Hop["kind"]): Hop {
  return { id: row.id, title: row.title, url: row.url, connection: row.connection, kind };
}
