import type { SampleValue } from "../types.ts";

/** What a row of the sample team is, before any table's layout. */
const factKinds = [
  "goal",
  "result",
  "event",
  "question",
  "hypothesis",
  "review",
  "insight",
  "opportunity",
] as const;
export type FactKind = (typeof factKinds)[number];

/**
 * One thing the team knows, plans or wonders, told once. Field names are those of the config (`goal`, `soThat`, …);
 * a layout gives them the names, tables and option words of one team.
 */
export interface Fact {
  /** Readable and stable: tests, links and sandbox addresses rely on it. */
  readonly key: string;
  readonly kind: FactKind;
  /** ISO instant. */
  readonly createdAt: string;
  /** Person key. */
  readonly createdBy: string;
  /** Words of the option lists are the neutral ones of `layouts/`; links are row keys; an absent field is an empty cell. */
  readonly fields: Readonly<Record<string, SampleValue>>;
  /** CommonMark. */
  readonly body?: string;
}

/** The day the sample team's story stands still: the Monday of a planning meeting, six in the morning UTC. */
export const sampleNow = "2026-11-16T06:00:00.000Z";
