import { isDerived } from "./derived.ts";
import type { LineOfSight } from "./line-of-sight.ts";
import type { Day, Portfolio } from "./types.ts";
import { isYoung } from "./youth.ts";

/** How many active learning items could be traced to a live goal on one day. */
export interface SightCount {
  readonly day: Day;
  /** Active items: open, not waived, old enough to have a link. */
  readonly open: number;
  /** Of these: with a live goal at the end of a chain. */
  readonly inSight: number;
  /** Of these: with a link that could not be followed. */
  readonly unseen: number;
  /** Whether everything that should be read was read. */
  readonly whole: boolean;
}

/** The grace period that a new item has for its link. */
const graceDays = 7;

export function countSight(portfolio: Portfolio, lineOfSight: LineOfSight, today: Day): SightCount {
  let [open, inSight, unseen] = [0, 0, 0];
  for (const item of portfolio.items) {
    if (item.closed || item.waiver !== null || isDerived(item) || isYoung(item, today, graceDays)) continue;
    open += 1;
    const state = lineOfSight.stateOf(item.id);
    if (state === "live") inSight += 1;
    else if (state === "unseen") unseen += 1;
  }
  return { day: today, open, inSight, unseen, whole: wasReadWhole(portfolio) };
}

/** A table that came in part may lack rows and links that are there. */
export function wasReadWhole({ coverage }: Pick<Portfolio, "coverage">): boolean {
  return coverage.every(({ complete }) => complete);
}
