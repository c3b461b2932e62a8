import { compareText } from "../domain/portfolio.ts";
import type { Day, Insight, Portfolio } from "../domain/types.ts";
import { byTitle, linkTo, type Use, type UsesOfInsights } from "./context.ts";

/** What an insight names as "applied in", the reviews that name it as learned before, and the bets that come from it. */
export function gatherUses(portfolio: Portfolio): UsesOfInsights {
  const uses = new Map<string, Map<string, Use>>();
  const use = (insightId: string, row: (Use & { readonly date: Day | null }) | undefined): void => {
    if (row === undefined || portfolio.itemById.get(insightId)?.kind !== "insight") return;
    const known = uses.get(insightId) ?? new Map<string, Use>();
    known.set(row.id, { ...linkTo(row), date: row.date });
    uses.set(insightId, known);
  };
  for (const item of portfolio.items) {
    if (item.kind === "insight") {
      for (const id of item.appliedInIds)
        use(item.id, portfolio.itemById.get(id) ?? portfolio.eventById.get(id));
    }
    if (item.kind === "review") for (const id of item.priorLearningIds) use(id, item);
    if (item.kind === "hypothesis") for (const id of item.parentIds) use(id, item);
  }
  return new Map([...uses].map(([id, rows]) => [id, [...rows.values()].sort(byTitle)]));
}

/**
 * The first day on which an insight was put to use; null when there is none yet. A use dated before the insight says
 * nothing about it: the row was linked afterwards.
 */
export function firstUse(
  insight: Insight,
  uses: UsesOfInsights,
  today: Day,
): (Use & { readonly date: Day }) | null {
  const dated = (uses.get(insight.id) ?? []).flatMap((use) =>
    use.date !== null && use.date >= (insight.date ?? "") && use.date <= today
      ? [{ ...use, date: use.date }]
      : [],
  );
  return dated.toSorted((a, b) => compareText(a.date, b.date) || byTitle(a, b))[0] ?? null;
}
