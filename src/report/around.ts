import { movementAround } from "../insight/movement.ts";
import type { Day } from "../domain/types.ts";
import { linkTo, type ReportContext } from "./context.ts";
import { landingsNear } from "./landings.ts";
import type { Around, Moment } from "./model.ts";

/** A day to look around: of an insight, a bet or a review, for the goal it is shown under. */
export interface Turn {
  /** null when the item reaches no live goal. */
  readonly goalId: string | null;
  /** null when nothing has happened yet, or nobody wrote down when. */
  readonly day: Day | null;
  readonly countedFrom: Moment;
  /** Rows that are the moment itself, and so did not land alongside it. */
  readonly own: readonly string[];
}

/** What the goal's result did before and after that day, and what else landed in the same weeks. */
export function lookAround({ goalId, day, countedFrom, own }: Turn, context: ReportContext): Around {
  const { portfolio, series, landings, today } = context;
  const goal = goalId === null ? undefined : portfolio.goalById.get(goalId);
  const ofGoal = goal && series.get(goal.id);
  if (goal === undefined || day === null || day > today)
    return {
      under: goal ? linkTo(goal) : null,
      unit: goal?.unit ?? null,
      countedFrom,
      movement: null,
      alongside: [],
    };
  return {
    under: linkTo(goal),
    unit: goal.unit,
    countedFrom,
    movement: ofGoal && ofGoal.points.length > 0 ? movementAround(ofGoal, day, today) : null,
    alongside: landingsNear(landings.get(goal.id) ?? [], day, new Set(own)),
  };
}
