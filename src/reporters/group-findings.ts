import type { Finding, Repair } from "../domain/finding.ts";
import { severities } from "../domain/finding.ts";

/** Findings that one step mends, or that one rule made. */
export interface FindingGroup {
  /** null: each finding has its own step. */
  readonly repair: Repair | null;
  readonly rule: string;
  readonly findings: readonly Finding[];
}

/**
 * The step that mends most comes first; then what each needs its own step, rule by rule, the weightiest rule first.
 * Findings keep their order within a group.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = sharedStep(finding) ?? `rule ${finding.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .flatMap((members) => {
      const first = members[0];
      if (first === undefined) return [];
      return [
        { repair: sharedStep(first) === null ? null : first.repair, rule: first.rule, findings: members },
      ];
    })
    .sort((a, b) => mends(b) - mends(a) || weight(a) - weight(b) || b.findings.length - a.findings.length);
}

/** A step that mends one item alone is said with the item. */
function sharedStep({ repair }: Finding): string | null {
  return repair !== null && repair.mends > 1 ? JSON.stringify([repair.at.id, repair.step]) : null;
}

function mends({ repair }: FindingGroup): number {
  return repair?.mends ?? 0;
}

function weight({ findings }: FindingGroup): number {
  return Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));
}
