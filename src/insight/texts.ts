import type { Goal, LearningItem } from "../domain/types.ts";

/** What an item says, its title first. */
export function textOf(item: LearningItem): string {
  return joined([item.title, item.text, ...detailsOf(item)]);
}

/** What a goal wants, and how it is counted. */
export function textOfGoal(goal: Goal): string {
  return joined([goal.title, goal.measure]);
}

function detailsOf(item: LearningItem): readonly (string | null)[] {
  switch (item.kind) {
    case "question":
    case "opportunity":
      return item.kind === "opportunity" ? [item.next] : [];
    case "hypothesis":
      return [item.if, item.then, item.soThat, item.measure];
    case "review":
      return [item.intended, item.actual, item.causes, item.improve, item.next];
    case "insight":
      return [item.evidence];
  }
}

/** A part that another one already holds is left out: hypotheses often repeat their title. */
function joined(parts: readonly (string | null)[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === null || part.trim() === "" || kept.some((one) => one.includes(part))) continue;
    kept.push(part.trim());
  }
  return kept.join(". ");
}
