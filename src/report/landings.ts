import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import { addDays, daysBetween } from "../domain/day.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import { byTitle, linkTo, type Landing, type Landings, type UsesOfInsights } from "./context.ts";
import type { Link } from "./model.ts";
import { firstUse } from "./uses.ts";

/** "The same weeks" reach this far to either side. */
const weeksApart = 4;
/** More than a handful nobody weighs in a meeting. */
const most = 5;

/** All of it up to today. An insight that was put to use in an event or review of the same goal landed with that. */
export function gatherLandings(
  {
    whole: portfolio,
    lineOfSight,
    today,
  }: { readonly whole: Portfolio; readonly lineOfSight: LineOfSight; readonly today: Day },
  uses: UsesOfInsights,
): Landings {
  const byGoal = new Map<string, Map<string, Landing>>();
  const land = (goalId: string, date: Day | null, link: Link): void => {
    if (date === null || date > today) return;
    const landed = byGoal.get(goalId);
    if (landed) landed.set(link.id, { date, link });
    else byGoal.set(goalId, new Map([[link.id, { date, link }]]));
  };
  for (const event of portfolio.events) {
    for (const goalId of event.goalIds) land(goalId, event.date, linkTo(event));
  }
  for (const item of portfolio.items) {
    if (item.kind !== "review" || item.when === "before") continue;
    const goalId = nearestLiveGoal(item, { portfolio, lineOfSight });
    if (goalId !== null) land(goalId, item.date, linkTo(item));
  }
  for (const item of portfolio.items) {
    const use = item.kind === "insight" ? firstUse(item, uses, today) : null;
    const goalId = use && nearestLiveGoal(item, { portfolio, lineOfSight });
    if (use && goalId !== null && byGoal.get(goalId)?.has(use.id) !== true)
      land(goalId, use.date, linkTo(item));
  }
  return new Map([...byGoal].map(([goalId, landed]) => [goalId, [...landed.values()].sort(byDay)]));
}

/** The few landings nearest to a day, within four weeks of it, in the order of their days. */
export function landingsNear(
  landings: readonly Landing[],
  day: Day,
  own: ReadonlySet<string>,
): readonly Link[] {
  const days = 7 * weeksApart;
  const near = landings.slice(
    firstFrom(landings, addDays(day, -days)),
    firstFrom(landings, addDays(day, days + 1)),
  );
  return near
    .filter(({ link }) => !own.has(link.id))
    .sort((a, b) => distance(a, day) - distance(b, day) || byDay(a, b))
    .slice(0, most)
    .sort(byDay)
    .map(({ link }) => link);
}

/** Place of the first landing on or after a day. */
function firstFrom(landings: readonly Landing[], day: Day): number {
  let [low, high] = [0, landings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (landings[middle]!.date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distance({ date }: Landing, day: Day): number {
  return Math.abs(daysBetween(day, date));
}

function byDay(a: Landing, b: Landing): number {
  return compareText(a.date, b.date) || byTitle(a.link, b.link);
}
