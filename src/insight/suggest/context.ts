import type { LineOfSight } from "../../domain/line-of-sight.ts";
import type { Goal, LearningItem, Portfolio } from "../../domain/types.ts";
import type { Reason } from "./reasons/index.ts";

/** What every signal looks at. Goals are live ones only, in id order; signals speak of them by their place in it. */
export interface SuggestContext {
  readonly portfolio: Portfolio;
  readonly goals: readonly Goal[];
  /** The items to find a goal for, in id order: the latest of those without one. */
  readonly unlinked: readonly LearningItem[];
  /** Places of the goals that a row serves, the most specific ones only; empty for rows without a line of sight. */
  readonly goalsOf: (rowId: string) => readonly number[];
  /** For each goal, the items that serve it, the latest first. */
  readonly linkedTo: readonly (readonly LearningItem[])[];
}

/** One thing a careful colleague would look at. */
export interface Signal {
  readonly name: SignalName;
  /** How strongly it points at each goal, in the goals' order: 0 is nothing; nearly all stay within -1 to 1. */
  readonly weigh: (item: LearningItem) => Float64Array;
  /** What was seen, for words that a person can check; null when it says nothing for this goal. */
  readonly why: (item: LearningItem, goal: number) => Reason | null;
}

export const signalNames = [
  "mention",
  "tie",
  "owner",
  "date",
  "goalWords",
  "linkedWords",
  "goalMeaning",
  "linkedMeaning",
] as const;
export type SignalName = (typeof signalNames)[number];

/**
 * Of more items without a goal only the latest get suggestions: each is compared with every goal, by meaning at 10 to
 * 20 ms a text, and a run should not wait minutes for suggestions that nobody reads through.
 */
const itemsAnswered = 500;

export function suggestContext(
  portfolio: Portfolio,
  lineOfSight: LineOfSight,
  items: readonly LearningItem[],
): SuggestContext {
  const goals = portfolio.goals.filter((goal) => goal.live);
  const place = new Map(goals.map((goal, index) => [goal.id, index]));
  const places = (ids: readonly string[]): number[] =>
    mostSpecific(ids, portfolio).flatMap((id) => place.get(id) ?? []);
  const served = new Map<string, readonly number[]>();
  const linkedTo: LearningItem[][] = goals.map(() => []);
  for (const event of portfolio.events) served.set(event.id, places(event.goalIds));
  for (const item of portfolio.items) {
    if (lineOfSight.stateOf(item.id) !== "live") continue;
    const goalsOfItem = places(lineOfSight.goalsServed(item.id));
    served.set(item.id, goalsOfItem);
    for (const goal of goalsOfItem) linkedTo[goal]!.push(item);
  }
  for (const list of linkedTo) list.sort(latestFirst);
  return {
    portfolio,
    goals,
    unlinked: portfolio.items.filter(isOneOf(items.toSorted(latestFirst).slice(0, itemsAnswered))),
    goalsOf: (rowId) => served.get(rowId) ?? [],
    linkedTo,
  };
}

/** Whoever serves a goal serves its parents too; only the first says something. */
function mostSpecific(ids: readonly string[], { goalById }: Portfolio): readonly string[] {
  if (ids.length < 2) return ids;
  const above = new Set<string>();
  const climb = (id: string): void => {
    for (const parent of goalById.get(id)?.parentIds ?? []) {
      if (above.has(parent)) continue;
      above.add(parent);
      climb(parent);
    }
  };
  for (const id of ids) climb(id);
  const lowest = ids.filter((id) => !above.has(id));
  return lowest.length > 0 ? lowest : ids;
}

function isOneOf(items: readonly LearningItem[]): (item: LearningItem) => boolean {
  const ids = new Set(items.map((item) => item.id));
  return (item) => ids.has(item.id);
}

function latestFirst(a: LearningItem, b: LearningItem): number {
  const [one, other] = [a.date ?? "", b.date ?? ""];
  return one === other ? (a.id < b.id ? -1 : 1) : one > other ? -1 : 1;
}
