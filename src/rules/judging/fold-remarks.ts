import type { Finding, FoldedRemark, Subject } from "../../domain/finding.ts";
import { severities } from "../../domain/finding.ts";
import { compareText } from "../../domain/portfolio.ts";
import type { Rule } from "../types.ts";

/**
 * One thing, one remark: where rules say the same of one subject in other words, the remark of the rule that
 * supersedes the others stays and holds theirs in `alsoSays`. A louder remark is never folded into a softer one.
 * The order of the findings that stay is kept.
 * @param rules `supersedes` must not lead back to where it started.
 */
export function foldRemarks(
  findings: readonly Finding[],
  rules: readonly Pick<Rule, "id" | "supersedes">[],
): readonly Finding[] {
  const supersedes = new Map(rules.map((rule) => [rule.id, new Set(rule.supersedes)]));
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding.subject);
    if (key === null) continue;
    const group = bySubject.get(key);
    if (group) group.push(finding);
    else bySubject.set(key, [finding]);
  }

  const held = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const group of bySubject.values()) {
    if (group.length < 2) continue;
    const standsFor = (one: Finding, other: Finding): boolean =>
      supersedes.get(one.rule)?.has(other.rule) === true && loudness(one) <= loudness(other);
    for (const finding of group) {
      const top = topOf(finding, group, standsFor);
      if (top === finding) continue;
      gone.add(finding);
      held.set(top, [...(held.get(top) ?? []), finding]);
    }
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => {
      const folded = held.get(finding);
      return folded === undefined ? finding : { ...finding, alsoSays: folded.map(toFolded).sort(byLoudness) };
    });
}

/** Up from one remark to the next that stands for it; among several, the first by rule. */
function topOf(
  finding: Finding,
  group: readonly Finding[],
  standsFor: (one: Finding, other: Finding) => boolean,
): Finding {
  let top = finding;
  for (;;) {
    const below = top;
    const [above] = group
      .filter((other) => other !== below && standsFor(other, below))
      .toSorted((a, b) => compareText(a.rule, b.rule) || compareText(a.message, b.message));
    if (above === undefined) return top;
    top = above;
  }
}

/** null for the team as a whole: its remarks are about different things. */
function keyOf(subject: Subject): string | null {
  if (subject.type === "team") return null;
  return subject.type === "item" ? `item ${subject.item.id}` : `goal ${subject.goal.id}`;
}

function toFolded({ rule, severity, signal, message, help }: Finding): FoldedRemark {
  return { rule, severity, signal, message, help };
}

function byLoudness(a: FoldedRemark, b: FoldedRemark): number {
  return loudness(a) - loudness(b) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}

function loudness({ severity }: FoldedRemark): number {
  return severities.indexOf(severity);
}
