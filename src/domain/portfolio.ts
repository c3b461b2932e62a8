import type { Portfolio, ReadingNote } from "./types.ts";

/** What was read, before it is put in order and indexed. */
export type PortfolioParts = Omit<Portfolio, "goalById" | "eventById" | "itemById">;

/**
 * Puts what was read in one order and indexes it, so that nothing built on it can depend on the order in which
 * rows arrived. Ids must be unique over all parts; where one is not, the later entity is found by id.
 */
export function buildPortfolio(parts: PortfolioParts): Portfolio {
  const goals = sortedById(parts.goals);
  const events = sortedById(parts.events);
  const items = sortedById(parts.items);
  return {
    goals,
    results: sortedById(parts.results),
    events,
    items,
    readingNotes: parts.readingNotes.toSorted(byPlace),
    coverage: parts.coverage,
    goalById: indexById(goals),
    eventById: indexById(events),
    itemById: indexById(items),
  };
}

/** Code-unit order: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedById<Entity extends { readonly id: string }>(entities: readonly Entity[]): readonly Entity[] {
  return entities.toSorted((a, b) => compareText(a.id, b.id));
}

function indexById<Entity extends { readonly id: string }>(
  entities: readonly Entity[],
): ReadonlyMap<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** What concerns a whole table comes first: it weighs more than a cell, and lists are cut at the end. */
function byPlace(a: ReadingNote, b: ReadingNote): number {
  return (
    Number(a.row !== null) - Number(b.row !== null) ||
    compareText(a.connection, b.connection) ||
    compareText(a.table, b.table) ||
    compareText(a.row ?? "", b.row ?? "") ||
    compareText(a.field ?? "", b.field ?? "") ||
    compareText(a.message, b.message)
  );
}
