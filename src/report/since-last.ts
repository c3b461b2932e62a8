import { addDays } from "../domain/day.ts";
import { isDerived } from "../domain/derived.ts";
import type { LastReport } from "../domain/history.ts";
import { wasReadWhole } from "../domain/sight-count.ts";
import { itemKinds, type LearningItem } from "../domain/types.ts";
import { betStates } from "./bets.ts";
import { byTitle, linkTo, type ReportContext } from "./context.ts";
import type { BetSince, GoalReport, ItemsSince, Link, ResultSince, SinceLast } from "./model.ts";
import { isToward } from "../insight/series.ts";

/** What changed since the last report, in short. @param goals as this report shows them. */
export function buildSinceLast(context: ReportContext, goals: readonly GoalReport[]): SinceLast {
  const { last } = context;
  if (last === null) return noReportKnown;
  const parts = {
    results: goals.flatMap((goal) => newResult(goal, context, last)),
    goals: changedGoals(goals, context, last),
    items: newItems(context, last),
    tied: tiedItems(context, last),
    bets: changedBets(context, last),
    ...comparedRemarks(context, last),
  };
  return { day: last.day, nothing: isNothing(parts), ...parts };
}

const noReportKnown: SinceLast = {
  day: null,
  nothing: true,
  results: [],
  goals: { added: [], reached: [], over: [], changedAim: [] },
  items: [],
  tied: [],
  bets: [],
  settledRemarks: null,
  newRemarks: null,
};

function isNothing({
  results,
  goals,
  items,
  tied,
  bets,
  ...remarks
}: Omit<SinceLast, "day" | "nothing">): boolean {
  const lists = [results, ...Object.values(goals), items, tied, bets];
  return (
    lists.every(({ length }) => length === 0) &&
    (remarks.settledRemarks ?? 0) + (remarks.newRemarks ?? 0) === 0
  );
}

function newResult(goal: GoalReport, { portfolio }: ReportContext, last: LastReport): readonly ResultSince[] {
  const seen = last.goal(portfolio.goalById.get(goal.id)!);
  const { latest, unit, direction } = goal;
  if (seen === null || latest === null) return [];
  if (seen.latest?.date === latest.date && seen.latest.value === latest.value) return [];
  const change = seen.latest && latest.value - seen.latest.value;
  return [{ ...linkTo(goal), unit, latest, change, toward: isToward(change, direction) }];
}

function changedGoals(
  goals: readonly GoalReport[],
  { portfolio }: ReportContext,
  last: LastReport,
): SinceLast["goals"] {
  const compared = goals.map((goal) => ({ goal, seen: last.goal(portfolio.goalById.get(goal.id)!) }));
  const linksOf = (wanted: (pair: (typeof compared)[number]) => boolean): readonly Link[] =>
    compared.filter(wanted).map(({ goal }) => linkTo(goal));
  return {
    added: linksOf(({ goal, seen }) => seen === null && goal.live && last.whole),
    reached: linksOf(({ goal, seen }) => goal.reached === true && seen?.reached === false),
    over: linksOf(({ goal, seen }) => !goal.live && seen?.live === true),
    changedAim: linksOf(({ goal, seen }) => goal.live && seen?.sameAim === false),
  };
}

function newItems({ portfolio }: ReportContext, last: LastReport): readonly ItemsSince[] {
  const added = portfolio.items.filter((item) => last.item(item) === null && isMadeSince(item, last));
  return itemKinds.flatMap((kind) => {
    const items = added.filter((item) => item.kind === kind).toSorted(byTitle);
    return items.length === 0 ? [] : [{ kind, items: items.map(linkTo) }];
  });
}

/**
 * A row that the last report did not have may be older than it: a table mapped since, a page shared since. Where
 * the service says when it was made, that decides, with a day for time zones; where not, what was read then.
 */
function isMadeSince(item: LearningItem, last: LastReport): boolean {
  const made = isDerived(item) ? null : (item.createdAt?.slice(0, 10) ?? null);
  return made === null ? last.whole : made >= addDays(last.day, -1);
}

function tiedItems({ portfolio, lineOfSight }: ReportContext, last: LastReport): readonly Link[] {
  return portfolio.items
    .filter((item) => last.item(item)?.inSight === false && lineOfSight.stateOf(item.id) === "live")
    .toSorted(byTitle)
    .map(linkTo);
}

function changedBets({ portfolio }: ReportContext, last: LastReport): readonly BetSince[] {
  return portfolio.items
    .flatMap((item) => {
      const outcome = item.kind === "hypothesis" ? (last.item(item)?.outcome ?? null) : null;
      if (item.kind !== "hypothesis" || outcome === null) return [];
      const [before, state] = [betStates[outcome], betStates[item.outcome]];
      return before === state ? [] : [{ ...linkTo(item), before, state }];
    })
    .toSorted(byTitle);
}

/** A remark about what could not be read then or now would seem settled or new; so would those that a narrowed report leaves out. */
function comparedRemarks(
  { portfolio, whole: everything, findings, silenced }: ReportContext,
  { findings: seen, whole }: LastReport,
): Pick<SinceLast, "settledRemarks" | "newRemarks"> {
  if (seen === null || !whole || portfolio !== everything || !wasReadWhole(portfolio))
    return { settledRemarks: null, newRemarks: null };
  return {
    // One that somebody silenced is not settled.
    settledRemarks: seen.missingFrom([...findings, ...silenced]),
    newRemarks: findings.filter((finding) => !seen.has(finding)).length,
  };
}
