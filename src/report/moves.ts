import { addDays } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day } from "../domain/types.ts";
import { notableMove } from "../insight/notable-move.ts";
import { byGoalOrder, linkTo, type ReportContext } from "./context.ts";
import type { Move } from "./model.ts";

/**
 * Results of live goals that moved notably while no insight of either window speaks to them. Silent when learning
 * could be read only in part, or a recent insight's links could not be followed: the one that speaks to it may be there.
 */
export function buildMoves(context: ReportContext): readonly Move[] {
  const { portfolio, series, today } = context;
  if (portfolio.coverage.some(({ role, complete }) => role === "learning" && !complete)) return [];
  const spoken = lastSpokenOf(context);
  return portfolio.goals
    .filter(({ live }) => live)
    .toSorted(byGoalOrder)
    .flatMap((goal): Move[] => {
      const ofGoal = series.get(goal.id);
      const move = ofGoal ? notableMove(ofGoal, goal, today) : null;
      if (move === null) return [];
      const { since, windowDays } = move.movement;
      const last = [spoken.get(goal.id) ?? "", spoken.get(anyGoal) ?? ""].toSorted(compareText)[1]!;
      if (last >= addDays(since, -windowDays)) return [];
      return [{ ...linkTo(goal), unit: goal.unit, ...move }];
    })
    .sort((a, b) => inSteps(b) - inSteps(a));
}

function inSteps({ movement, usualStep }: Move): number {
  return Math.abs(movement.difference ?? 0) / usualStep;
}

/** Stands for the goal of insights whose links could not be followed. */
const anyGoal = "";

/** By goal id the last day on which an insight about it was noted or put to use. */
function lastSpokenOf({ whole, lineOfSight, links, today }: ReportContext): ReadonlyMap<string, Day> {
  const last = new Map<string, Day>();
  for (const item of whole.items) {
    if (item.kind !== "insight") continue;
    const uses = links.usesOfInsight.get(item.id) ?? [];
    // Without a day it may be about these very weeks.
    const days = [item, ...uses].map(({ date }) => date ?? today).filter((date) => date <= today);
    const latest = days.toSorted(compareText).at(-1);
    if (latest === undefined) continue;
    const goalIds = lineOfSight.goalsServed(item.id);
    for (const goalId of item.unresolved.length > 0 ? [...goalIds, anyGoal] : goalIds) {
      if (latest > (last.get(goalId) ?? "")) last.set(goalId, latest);
    }
  }
  return last;
}
