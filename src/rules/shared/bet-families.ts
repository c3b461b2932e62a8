import type { Portfolio } from "../../domain/types.ts";

/**
 * Names the family a hypothesis belongs to: it, what it was refined from, and what was refined from it.
 * Two hypotheses of one family get the same name, whatever the order of rows; an unknown id is its own family.
 */
export function betFamilies(portfolio: Portfolio): (hypothesisId: string) => string {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      // Halving the way keeps later walks short.
      const beyond = above.get(next);
      if (beyond !== undefined) above.set(at, beyond);
      at = next;
    }
    return at;
  };
  for (const item of portfolio.items) {
    if (item.kind !== "hypothesis") continue;
    for (const id of item.refinedFromIds) {
      const [one, other] = [top(item.id), top(id)];
      if (one !== other) above.set(one < other ? other : one, one < other ? one : other);
    }
  }
  return top;
}
