/**
 * What one report saw, in prints: four sections of short id → short text, so that two reports are compared and
 * the difference written down without knowing what is in them.
 */
export interface RunState {
  readonly goals: Section;
  readonly items: Section;
  /** Values are empty. */
  readonly findings: Section;
  /** Silencing → `text|day`: what the row read, and the day, when the silencing was first seen. */
  readonly quiet: Section;
}

export type Section = ReadonlyMap<string, string>;
const sections = ["goals", "items", "findings", "quiet"] as const;
export type SectionName = (typeof sections)[number];

/** What a section holds that the one before it did not, and what is there no more. */
interface SectionDelta {
  readonly set: Readonly<Record<string, string>>;
  readonly gone: readonly string[];
}

/** Sections in which nothing changed are left out. */
export type StateDelta = { readonly [Name in SectionName]?: SectionDelta | undefined };

export const emptyState: RunState = {
  goals: new Map(),
  items: new Map(),
  findings: new Map(),
  quiet: new Map(),
};

export function diffStates(before: RunState, after: RunState): StateDelta {
  const delta: Partial<Record<SectionName, SectionDelta>> = {};
  for (const name of sections) {
    const set = [...after[name]].filter(([id, value]) => before[name].get(id) !== value);
    const gone = [...before[name].keys()].filter((id) => !after[name].has(id));
    if (set.length + gone.length > 0) delta[name] = { set: Object.fromEntries(set), gone };
  }
  return delta;
}

/** The same four sections, to be changed in place: a copy a line would cost more than the lines themselves. */
export type GrowingState = Readonly<Record<SectionName, Map<string, string>>>;

export function applyDelta(state: GrowingState, delta: StateDelta): void {
  for (const name of sections) {
    for (const id of delta[name]?.gone ?? []) state[name].delete(id);
    for (const [id, value] of Object.entries(delta[name]?.set ?? {})) state[name].set(id, value);
  }
}

export function copyState(state: RunState): GrowingState {
  return {
    goals: new Map(state.goals),
    items: new Map(state.items),
    findings: new Map(state.findings),
    quiet: new Map(state.quiet),
  };
}
