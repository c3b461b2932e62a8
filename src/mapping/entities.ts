import type { Goal, Reference, Result, WorkEvent } from "../domain/types.ts";
import type { LinkIndex } from "./link-index.ts";
import { readLinks } from "./links.ts";
import { fold } from "./normalise.ts";
import type { Registered } from "./register.ts";
import { columnName } from "./types.ts";
import { overStatuses, ownList } from "./value-lists.ts";
import { readDays, readNumber, readPeople, readText, type Conventions } from "./values.ts";

export interface Reading {
  readonly index: LinkIndex;
  readonly conventions: Conventions;
}

type Registration<Role extends Registered["role"]> = Extract<Registered, { role: Role }>;

/**
 * What every entity says of the row it came from. Spread it last into the entity: an object that starts with a
 * spread and goes on growing turns slow to make and big to keep, which 100,000 rows would feel (about tenfold).
 */
export function entityOf({ place, title }: Registered): Reference & {
  readonly table: string;
  readonly createdAt: string | null;
} {
  const { table, row } = place;
  return {
    id: row.id,
    title,
    url: row.url,
    connection: table.connection,
    table: table.name,
    createdAt: row.createdAt,
  };
}

export function toGoal(registered: Registration<"goals">, { index, conventions }: Reading): Goal {
  const { place } = registered;
  const baseline = readNumber(place, "baseline", conventions);
  const target = readNumber(place, "target", conventions);
  const current = readNumber(place, "current", conventions);
  const percent = [baseline, target, current].some((number) => number?.percent === true);
  const status = readText(place, "status", index);
  const parent = readLinks(place, index, "parent", "goal");
  return {
    key: registered.key,
    measure: readText(place, "measure", index),
    unit: readText(place, "unit", index) ?? (percent ? "%" : null),
    baseline: baseline?.value ?? null,
    target: target?.value ?? null,
    current: current?.value ?? null,
    start: readDays(place, "start", conventions)?.start ?? null,
    due: readDays(place, "due", conventions)?.end ?? null,
    status,
    owners: readPeople(place, "owner", index),
    team: readText(place, "team", index),
    parentIds: parent.ids,
    priority: readText(place, "priority", index),
    waiver: readText(place, "waiver", index),
    live: isLive(registered, status),
    unresolved: parent.unresolved,
    ...entityOf(registered),
  };
}

/** By the config's list; without one, whatever does not clearly say that it is over. No status says nothing. */
function isLive({ config, place }: Registration<"goals">, status: string | null): boolean {
  const live = ownList(config.live);
  const cell = place.row.cells["status"];
  if (cell?.kind === "boolean") {
    // A tick box speaks by its column's name: "Active" ticked is live, "Done" ticked is over.
    const name = fold(columnName(place.table, "status"));
    if (overStatuses.has(name)) return !cell.value;
    return live === null || !live.has(name) || cell.value;
  }
  if (status === null) return true;
  const words = cell?.kind === "options" ? cell.names : [status];
  return words.some((word) => (live === null ? !overStatuses.has(fold(word)) : live.has(fold(word))));
}

export function toResult(registered: Registration<"results">, { index, conventions }: Reading): Result {
  const { place } = registered;
  return {
    goalIds: readLinks(place, index, "goal", "goal").ids,
    date: readDays(place, "date", conventions)?.start ?? null,
    value: readNumber(place, "value", conventions)?.value ?? null,
    note: readText(place, "note", index),
    ...entityOf(registered),
  };
}

export function toEvent(registered: Registration<"events">, { index, conventions }: Reading): WorkEvent {
  const { place } = registered;
  const days = readDays(place, "date", conventions);
  const lastDay = readDays(place, "end", conventions)?.end ?? null;
  const goal = readLinks(place, index, "goal", "goal");
  return {
    date: days?.start ?? null,
    endDate: lastDay ?? days?.end ?? null,
    goalIds: goal.ids,
    owners: readPeople(place, "owner", index),
    status: readText(place, "status", index),
    unresolved: goal.unresolved,
    ...entityOf(registered),
  };
}
