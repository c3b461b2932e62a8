import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { Goal } from "../domain/types.ts";
import { changeOf } from "../insight/change.ts";
import { daysBetween } from "../domain/day.ts";
import { paceOf } from "../insight/pace.ts";
import { isToward } from "../insight/series.ts";
import { byGoalOrder, linkTo, type ReportContext } from "./context.ts";
import { gatherMarks } from "./marks.ts";
import type { GoalReport, Mark } from "./model.ts";

/** What moved: every goal with its result, pace and change. Owners are left out: a judgement stands beside a goal, never beside a name. */
export function buildGoals(context: ReportContext): readonly GoalReport[] {
  const marks = gatherMarks(context);
  const judgements = new Map(context.judgements.map((judged) => [judged.goal.id, judged]));
  return context.portfolio.goals
    .toSorted(byGoalOrder)
    .map((goal) =>
      buildGoal(goal, { judged: judgements.get(goal.id), marks: marks.get(goal.id) ?? [] }, context),
    );
}

function buildGoal(
  goal: Goal,
  { judged, marks }: { readonly judged: GoalJudgement | undefined; readonly marks: readonly Mark[] },
  { series, period, today, last }: ReportContext,
): GoalReport {
  const { baseline, target, start, due } = goal;
  const { points = [], latest = null, direction = null, source = "none" } = series.get(goal.id) ?? {};
  const change = changeOf(points, period, last?.goal(goal)?.latest?.value ?? null);
  const pace = paceOf({ baseline, target, start, due, latest, today });
  const missed = direction !== "hold" && pace.gap === null && pace.reached !== true;
  return {
    ...linkTo(goal),
    connection: goal.connection,
    live: goal.live,
    measure: goal.measure,
    unit: goal.unit,
    baseline,
    target,
    start,
    due,
    overdue: missed && due !== null && due < today,
    status: goal.status,
    team: goal.team,
    priority: goal.priority,
    direction,
    points,
    latest,
    source,
    ...pace,
    change,
    toward: isToward(change.period, direction),
    newResult: points.some(({ date }) => date >= period.start && date <= period.end),
    resultAge: latest && daysBetween(latest.date, today),
    learning: judged?.verdict ?? null,
    goingWell: judged?.goingWell ?? [],
    marks,
  };
}
