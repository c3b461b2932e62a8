import { compareText } from "../domain/portfolio.ts";
import type { LearningItem } from "../domain/types.ts";
import type { ReportContext } from "./context.ts";
import type { Mark } from "./model.ts";
import { firstUse } from "./uses.ts";

/**
 * Days to look at beside a goal's result, up to today, by goal id: when an insight was first used, a bet was tested,
 * a review was held after an event. An item stands under the goals it names, else under those it serves.
 */
export function gatherMarks(context: ReportContext): ReadonlyMap<string, readonly Mark[]> {
  const byGoal = new Map<string, Mark[]>();
  for (const item of context.portfolio.items) {
    const marks = marksOf(item, context);
    if (marks.length === 0) continue;
    const goals = item.goalIds.length > 0 ? item.goalIds : context.lineOfSight.goalsServed(item.id);
    for (const goal of new Set(goals)) {
      const group = byGoal.get(goal);
      if (group) group.push(...marks);
      else byGoal.set(goal, [...marks]);
    }
  }
  for (const marks of byGoal.values())
    marks.sort(
      (a, b) => compareText(a.date, b.date) || compareText(a.kind, b.kind) || compareText(a.label, b.label),
    );
  return byGoal;
}

function marksOf(item: LearningItem, { links, today }: ReportContext): readonly Mark[] {
  const mark =
    (kind: Mark["kind"]) =>
    (date: string): Mark => ({ date, kind, label: item.title });
  switch (item.kind) {
    case "insight": {
      const used = firstUse(item, links.usesOfInsight, today);
      return used === null ? [] : [mark("insight")(used.date)];
    }
    case "hypothesis": {
      const tests = links.testsOfHypothesis.get(item.id) ?? [];
      const held = tests.filter((test) => test.kind === "review" && test.when !== "before");
      const days = held.flatMap(({ date }) => (date !== null && date <= today ? [date] : []));
      return [...new Set(days)].map(mark("bet"));
    }
    case "review":
      return item.when !== "before" && item.date !== null && item.date <= today
        ? [mark("review")(item.date)]
        : [];
    default:
      return [];
  }
}
