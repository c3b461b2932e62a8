import type { LineOfSight } from "../../domain/line-of-sight.ts";
import type { LearningItem } from "../../domain/types.ts";

/**
 * The goals an item is about: those it links to itself, else the nearest one up its chain; empty when none is
 * reached. Larger goals further up are left out: nearly everything serves those, so they part nothing.
 */
export function homeGoals(item: LearningItem, lineOfSight: LineOfSight): readonly string[] {
  if (item.goalIds.length > 0) return [...new Set(item.goalIds)];
  const sight = lineOfSight.of(item.id);
  return sight.state === "live" || sight.state === "over" ? sight.goalIds.slice(0, 1) : [];
}
