import type { Finding, GoalSuggestion } from "../../domain/finding.ts";

/** Fills in the suggestions of what the rule about links to goals found; everything else stays as it is. */
export function withSuggestions(
  findings: readonly Finding[],
  suggestions: ReadonlyMap<string, readonly GoalSuggestion[]>,
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.rule !== "linked-to-goal" || finding.subject.type !== "item") return finding;
    const found = suggestions.get(finding.subject.item.id) ?? [];
    return found.length === 0 ? finding : { ...finding, suggestions: found };
  });
}
