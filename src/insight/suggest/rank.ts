import type { LearningItem } from "../../domain/types.ts";
import type { Signal, SignalName } from "./context.ts";

/** What each signal is worth, and how much must be seen before any goal is likelier than none. Learnt by the bench. */
export interface Weights {
  readonly none: number;
  readonly signals: Readonly<Partial<Record<SignalName, number>>>;
}

export interface RankedGoal {
  /** Its place in the context's goals. */
  readonly goal: number;
  /** How likely the item belongs to it, between 0 and 1; all goals' and that of "none of them" come to 1. */
  readonly likelihood: number;
  /** What each signal added, the strongest first; only those that spoke for it. */
  readonly because: readonly { readonly signal: Signal; readonly amount: number }[];
}

/**
 * Weighs the goals against each other and against "none of them" (a conditional logit: everything seen is added up
 * and turned into likelihoods). Goals for which nothing was seen are left out. The likeliest first.
 */
export function rankGoals(item: LearningItem, signals: readonly Signal[], weights: Weights): RankedGoal[] {
  const seen = signals.map((signal) => {
    const weight = weights.signals[signal.name] ?? 0;
    return { signal, amounts: signal.weigh(item).map((strength) => weight * strength) };
  });
  const sums = Array.from(seen[0]?.amounts ?? [], (_, goal) =>
    seen.reduce((sum, { amounts }) => sum + amounts[goal]!, 0),
  );
  const shares = shareOut([weights.none, ...sums]);
  return [...sums.keys()]
    .filter((goal) => seen.some(({ amounts }) => amounts[goal]! > 0))
    .map((goal) => ({
      goal,
      likelihood: shares[goal + 1]!,
      // Asked for of the few that are shown.
      get because() {
        return seen
          .map(({ signal, amounts }) => ({ signal, amount: amounts[goal]! }))
          .filter(({ amount }) => amount > 0)
          .sort((a, b) => b.amount - a.amount);
      },
    }))
    .sort((a, b) => b.likelihood - a.likelihood || a.goal - b.goal);
}

function shareOut(sums: readonly number[]): readonly number[] {
  const highest = Math.max(...sums);
  const grown = sums.map((sum) => Math.exp(sum - highest));
  const total = grown.reduce((sum, one) => sum + one, 0);
  return grown.map((one) => one / total);
}
