import type { Subject } from "./finding.ts";
import type { LineOfSight } from "./line-of-sight.ts";
import { compareText } from "./portfolio.ts";
import type { LearningItem, Portfolio } from "./types.ts";

interface Seen {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
}

/** The goal an item is shown under: its own live one, else the nearest up the chain; null when it reaches none. */
export function nearestLiveGoal(item: LearningItem, { portfolio, lineOfSight }: Seen): string | null {
  const own = item.goalIds.filter((id) => portfolio.goalById.get(id)?.live === true).toSorted(compareText)[0];
  if (own !== undefined) return own;
  const sight = lineOfSight.of(item.id);
  if (sight.state !== "live") return null;
  // Of a part of the portfolio, some goals are left out.
  return sight.goalIds.find((id) => portfolio.goalById.has(id)) ?? null;
}

/** The goal that a remark is told under, live or over; null for what belongs to no live goal or to the whole team. */
export function goalOfSubject(subject: Subject, seen: Seen): string | null {
  if (subject.type === "team") return null;
  if (subject.type === "item") return nearestLiveGoal(subject.item, seen);
  return seen.portfolio.goalById.has(subject.goal.id) ? subject.goal.id : null;
}
