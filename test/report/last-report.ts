import type { LastReport, SeenGoal, SeenItem } from "../../src/domain/history.ts";

export interface LastReportParts extends Partial<Omit<LastReport, "item" | "goal">> {
  readonly items?: Readonly<Record<string, Partial<SeenItem>>>;
  readonly goals?: Readonly<Record<string, Partial<SeenGoal>>>;
}

/** The report of a week before the sample's Monday: it saw the rows that are given, by id, and no others. */
export function aLastReport({ items = {}, goals = {}, ...given }: LastReportParts = {}): LastReport {
  return {
    day: "2026-11-09",
    whole: true,
    findings: null,
    item: ({ id }) => (items[id] ? { inSight: false, outcome: null, ...items[id] } : null),
    goal: ({ id }) =>
      goals[id] ? { live: true, reached: null, latest: null, sameAim: true, ...goals[id] } : null,
    ...given,
  };
}
