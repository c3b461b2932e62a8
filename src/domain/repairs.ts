import type { Repair } from "./finding.ts";
import type { Hop, LineOfSight } from "./line-of-sight.ts";

/**
 * The single links that would give the most items a line of sight, most first; ties in the portfolio's order.
 * One repair a place where chains stop, items without any link included.
 */
export function findRepairs(lineOfSight: LineOfSight): readonly Repair[] {
  return lineOfSight.stops.map((stop) => repairAt(stop, lineOfSight));
}

/** @param stop a row that `lineOfSight.stopOf` names. */
export function repairAt(stop: Hop, lineOfSight: LineOfSight): Repair {
  return {
    at: { id: stop.id, title: stop.title, url: stop.url, kind: stop.kind },
    step: `Link the ${stop.kind} “${stop.title}” to the goal it serves.`,
    mends: Math.max(1, lineOfSight.mendedBy(stop.id)),
  };
}
