import type { Finding } from "../domain/finding.ts";
import { severities } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import { compareText } from "../domain/portfolio.ts";
import { byUsefulness } from "../domain/remark-order.ts";
import { idOf } from "./subject.ts";

/** One thing to do: a remark, and the remarks that its step mends along with it. */
export interface Entry {
  readonly finding: Finding;
  readonly mendedToo: readonly Finding[];
}

/** What is told together, because a person looks at it together. */
export interface FindingGroup {
  /** `unlinked`: items that serve no live goal yet; `team`: the work as a whole. */
  readonly about: GoalJudgement | "unlinked" | "team";
  /** The most useful first. */
  readonly entries: readonly Entry[];
}

export interface Grouped {
  /** Groups with something to look at: the loudest first, then where learning drifts, then the longest. */
  readonly groups: readonly FindingGroup[];
  /** Goals without a remark, in the order of their titles. */
  readonly calm: readonly GoalJudgement[];
}

/** Findings by what a person looks at together: goal by goal, what serves no goal, the team as a whole. */
export function groupFindings({
  findings,
  goals,
}: {
  readonly findings: readonly Finding[];
  readonly goals: readonly GoalJudgement[];
}): Grouped {
  const ofGoals = new Set(goals.flatMap(({ remarks }) => remarks));
  const rest = findings.filter((finding) => !ofGoals.has(finding));
  const groups: FindingGroup[] = [
    { about: "unlinked", entries: toEntries(rest.filter(({ subject }) => subject.type !== "team")) },
    { about: "team", entries: toEntries(rest.filter(({ subject }) => subject.type === "team")) },
    // These come in their order.
    ...goals.map((judged) => ({
      about: judged,
      entries: judged.remarks.map((finding) => ({ finding, mendedToo: [] })),
    })),
  ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0).sort(byWeight),
    calm: goals
      .filter(({ remarks }) => remarks.length === 0)
      .toSorted((a, b) => compareText(titleOf(a), titleOf(b))),
  };
}

/** How many findings a group holds, those that another one's step mends included. */
function sizeOf({ entries }: FindingGroup): number {
  return entries.reduce((sum, { mendedToo }) => sum + 1 + mendedToo.length, 0);
}

/** Findings that one link mends are one entry, told by the row where the link is missing. */
function toEntries(findings: readonly Finding[]): readonly Entry[] {
  const together = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = sharedStep(finding) ?? `own ${together.size}`;
    const group = together.get(key);
    if (group) group.push(finding);
    else together.set(key, [finding]);
  }
  return [...together.values()]
    .flatMap((members) => {
      const ordered = members.toSorted(byUsefulness);
      const lead = ordered.find(({ repair, subject }) => repair?.at.id === idOf(subject)) ?? ordered[0];
      if (lead === undefined) return [];
      return [{ finding: lead, mendedToo: ordered.filter((one) => one !== lead) }];
    })
    .sort((a, b) => mends(b) - mends(a) || byUsefulness(a.finding, b.finding));
}

/** A step that mends one item alone is said with the item. */
function sharedStep({ repair }: Finding): string | null {
  return repair !== null && repair.mends > 1 ? JSON.stringify([repair.at.id, repair.step]) : null;
}

function mends({ finding: { repair } }: Entry): number {
  return repair !== null && repair.mends > 1 ? repair.mends : 1;
}

function byWeight(a: FindingGroup, b: FindingGroup): number {
  return (
    weight(a) - weight(b) ||
    Number(isDrifting(b)) - Number(isDrifting(a)) ||
    place(a) - place(b) ||
    sizeOf(b) - sizeOf(a) ||
    compareText(titleOf(a.about), titleOf(b.about))
  );
}

function weight({ entries }: FindingGroup): number {
  const present = new Set(
    entries.flatMap(({ finding, mendedToo }) => [finding, ...mendedToo]).map(({ severity }) => severity),
  );
  return severities.findIndex((severity) => present.has(severity));
}

function isDrifting({ about }: FindingGroup): boolean {
  return typeof about === "object" && about.verdict === "drifting";
}

function place({ about }: FindingGroup): number {
  return typeof about === "object" ? 1 : about === "unlinked" ? 0 : 2;
}

/** With the id behind it, so that goals of one title keep an order. */
function titleOf(about: FindingGroup["about"]): string {
  return typeof about === "object" ? `${about.goal.title}\n${about.goal.id}` : "";
}
