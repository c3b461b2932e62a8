import type { Hop } from "../../domain/line-of-sight.ts";
import type { LearningItem } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";
import { pointersOf } from "./links.ts";
import type { Reason } from "./reasons/index.ts";

/**
 * How far a tie of each sort is trusted before the others are heard. What an item rests on, or what rests on it,
 * says more than what merely stands beside it.
 */
const trust = { rowItPointsAt: 0.9, rowsThatPointAtIt: 0.9, rowsBesideIt: 0.7 };

/** A tie through a row further off counts this much of a near one. */
const perStep = 0.6;
const farthest = 2;

interface Tie {
  readonly goal: number;
  /** 0 to 1. */
  readonly strength: number;
  readonly why: Reason;
}

/** Rows that serve goals and point at one row, counted by goal. */
interface Votes {
  readonly total: number;
  readonly byGoal: ReadonlyMap<number, { readonly count: number; readonly first: LearningItem }>;
}

/** Links already there: what it builds on, what builds on it, and what shares a review, a question or an event with it. */
export function tieSignal(context: SuggestContext): Signal {
  const { portfolio, goals } = context;
  const pointers = pointersOf(portfolio);
  const votes = countVotes(context, pointers);
  const rowOf = (id: string): Pick<Hop, "title" | "kind"> | null => {
    const item = portfolio.itemById.get(id);
    if (item !== undefined) return item;
    const event = portfolio.eventById.get(id);
    return event === undefined ? null : { title: event.title, kind: "event" };
  };

  const tiesOf = (item: LearningItem): readonly Tie[] => {
    const ties: Tie[] = [];
    addVotes(ties, votes.get(item.id), trust.rowsThatPointAtIt, ({ kind, title }) => ({
      message: "buildsOnIt",
      values: { kind, title },
    }));
    let level: readonly string[] = [item.id];
    const seen = new Set(level);
    for (let step = 0; step < farthest; step += 1) {
      const fade = perStep ** step;
      const next: string[] = [];
      for (const { to, leadsUp } of level.flatMap(pointers)) {
        const row = rowOf(to);
        if (row === null || seen.has(to)) continue;
        seen.add(to);
        const own = context.goalsOf(to);
        for (const goal of own)
          ties.push({
            goal,
            strength: (trust.rowItPointsAt * fade) / own.length,
            why: { message: "belongsWith", values: { kind: row.kind, title: row.title } },
          });
        addVotes(ties, votes.get(to), trust.rowsBesideIt * fade, ({ kind, title }, others) => ({
          message: "besideIt",
          values: { kind, title, others, fromKind: row.kind, fromTitle: row.title },
        }));
        if (leadsUp) next.push(to);
      }
      level = next;
    }
    return ties;
  };

  return {
    name: "tie",
    weigh(item) {
      const missing = new Float64Array(goals.length).fill(1);
      for (const { goal, strength } of tiesOf(item)) missing[goal]! *= 1 - strength;
      return missing.map((rest) => 1 - rest);
    },
    why(item, goal) {
      let best: Tie | null = null;
      for (const tie of tiesOf(item))
        if (tie.goal === goal && (best === null || tie.strength > best.strength)) best = tie;
      return best?.why ?? null;
    },
  };
}

/** Goals share the trust by how many rows speak for each, so that a row of all goals says nothing much. */
function addVotes(
  ties: Tie[],
  votes: Votes | undefined,
  trusted: number,
  why: (first: LearningItem, others: number) => Reason,
): void {
  for (const [goal, { count, first }] of votes?.byGoal ?? [])
    ties.push({ goal, strength: (trusted * count) / votes!.total, why: why(first, count - 1) });
}

function countVotes(
  { portfolio, goalsOf }: SuggestContext,
  pointers: ReturnType<typeof pointersOf>,
): ReadonlyMap<string, Votes> {
  const votes = new Map<
    string,
    { total: number; byGoal: Map<number, { count: number; first: LearningItem }> }
  >();
  for (const item of portfolio.items) {
    const goals = goalsOf(item.id);
    if (goals.length === 0) continue;
    for (const to of new Set(pointers(item.id).map((pointer) => pointer.to))) {
      const row = votes.get(to) ?? { total: 0, byGoal: new Map() };
      votes.set(to, row);
      row.total += goals.length;
      for (const goal of goals) {
        const vote = row.byGoal.get(goal) ?? { count: 0, first: item };
        vote.count += 1;
        row.byGoal.set(goal, vote);
      }
    }
  }
  return votes;
}
