import type { IntentChange, RunHistory, SeenValue } from "../domain/history.ts";
import type { Silencing } from "../domain/silencing.ts";
import type { SightCount } from "../domain/sight-count.ts";
import type { Day, Instant } from "../domain/types.ts";
import { compareIntents, intentPrint, type IntentPrint } from "./intent-print.ts";
import type { RunLine } from "./line.ts";
import { findingId, goalId, itemId, silencingId, textPrint } from "./prints.ts";
import { replay } from "./replay.ts";
import { readGoal, readItem } from "./snapshot.ts";
import type { GrowingState } from "./state.ts";

export interface RecallRequest {
  readonly now: Instant;
  /** The run's day in the team's zone. */
  readonly today: Day;
}

/**
 * What the lines tell a run of this moment. Runs that were given a later `now` are not known yet, and one that was
 * given an earlier `now` than a line before it did not look at the workspace of that day.
 */
export function recall(lines: readonly RunLine[], { now, today }: RecallRequest): RunHistory {
  const seen = new Watch();
  const sight: SightCount[] = [];
  let latest = "";
  for (const { line, state } of replay(lines)) {
    if (state !== null) seen.note(line);
    if (line.at > now || line.at < latest) continue;
    latest = line.at;
    sight.push(sightOf(line));
    if (state !== null) seen.look(line.day, state);
  }
  return {
    sight,
    intentOf(item) {
      const row = seen.items.get(itemId(item));
      if (item.kind !== "review" || row?.intent === undefined) return null;
      const change = changeOf(row.intent, intentPrint(item.intended), { until: seen.lastDay, by: today });
      return { since: row.intent.since, changes: [...row.intent.changes, ...change] };
    },
    currentsOf: (id) => (seen.currents.get(goalId(id)) ?? []).filter(({ date }) => date < today),
    firstSeen: (finding) => seen.findings.get(findingId(finding)) ?? null,
    outgrewOn(silencing) {
      const [then] = seen.quiet.get(silencingId(silencing))?.split("|") ?? [];
      const text = textPrint(silencing.subject);
      if (then === undefined || then === text) return null;
      const row = seen.texts(silencing);
      return row?.text === text ? row.since : today;
    },
  };
}

function sightOf({ day, counts, whole }: RunLine): SightCount {
  return { day, open: counts.open, inSight: counts.openInSight, unseen: counts.openUnseen, whole };
}

interface SeenText {
  readonly text: string;
  /** The first day on which it was seen to read so. */
  readonly since: Day;
}

interface WatchedIntent {
  readonly print: IntentPrint;
  readonly since: Day;
  readonly changes: readonly IntentChange[];
}

interface WatchedItem extends SeenText {
  readonly intent?: WatchedIntent;
}

/** Goes along with the states and keeps the days on which something came to read otherwise. */
class Watch {
  readonly items = new Map<string, WatchedItem>();
  readonly goals = new Map<string, SeenText>();
  readonly currents = new Map<string, SeenValue[]>();
  /** The first day of the stretch that lasts. */
  readonly findings = new Map<string, Day>();
  quiet: ReadonlyMap<string, string> = new Map();
  /** The last day that was looked at. */
  lastDay: Day = "";
  /** Rows that lines named since the last look. */
  #items = new Set<string>();
  #goals = new Set<string>();

  /** Only the rows that a line names can have changed; one that gives the whole state names them all. */
  note({ on, items, goals }: RunLine): void {
    if (on === null) for (const id of this.items.keys()) this.#items.add(id);
    for (const id of [...Object.keys(items?.set ?? {}), ...(items?.gone ?? [])]) this.#items.add(id);
    for (const id of [...Object.keys(goals?.set ?? {}), ...(goals?.gone ?? [])]) this.#goals.add(id);
  }

  look(day: Day, state: GrowingState): void {
    for (const id of this.#items) this.#lookAtItem(id, state.items.get(id), day);
    for (const id of this.#goals) this.#lookAtGoal(id, state.goals.get(id), day);
    for (const id of state.findings.keys()) if (!this.findings.has(id)) this.findings.set(id, day);
    for (const id of this.findings.keys()) if (!state.findings.has(id)) this.findings.delete(id);
    this.#items = new Set();
    this.#goals = new Set();
    this.quiet = new Map(state.quiet);
    this.lastDay = day;
  }

  texts({ subject }: Silencing): SeenText | undefined {
    return "kind" in subject ? this.items.get(itemId(subject)) : this.goals.get(goalId(subject.id));
  }

  #lookAtItem(id: string, entry: string | undefined, day: Day): void {
    const before = this.items.get(id);
    if (entry === undefined) {
      // A row that comes back later is a new one: nobody saw what happened to it meanwhile.
      this.items.delete(id);
      return;
    }
    const { text, intent } = readItem(entry);
    const since = before?.text === text ? before.since : day;
    const watched =
      intent === null
        ? {}
        : { intent: watchIntent(before?.intent, intent, { until: this.lastDay, by: day }) };
    this.items.set(id, { text, since, ...watched });
  }

  #lookAtGoal(id: string, entry: string | undefined, day: Day): void {
    if (entry === undefined) return;
    const { text, current } = readGoal(entry);
    const before = this.goals.get(id);
    this.goals.set(id, { text, since: before?.text === text ? before.since : day });
    if (current !== null) this.currents.set(id, withValue(this.currents.get(id) ?? [], day, current));
  }
}

function watchIntent(
  before: WatchedIntent | undefined,
  print: IntentPrint,
  days: Pick<IntentChange, "until" | "by">,
): WatchedIntent {
  if (before === undefined) return { print, since: days.by, changes: [] };
  return { print, since: before.since, changes: [...before.changes, ...changeOf(before, print, days)] };
}

function changeOf(
  before: WatchedIntent,
  print: IntentPrint,
  days: Pick<IntentChange, "until" | "by">,
): readonly IntentChange[] {
  const kind = compareIntents(before.print, print);
  return kind === null ? [] : [{ ...days, kind }];
}

/** A value is a point on the first day it was seen; of several on one day the last counts. */
function withValue(values: readonly SeenValue[], date: Day, value: number): SeenValue[] {
  const earlier = values.filter((one) => one.date < date);
  return earlier.at(-1)?.value === value ? earlier : [...earlier, { date, value }];
}
