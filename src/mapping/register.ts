import type { Cell, Row } from "../adapters/types.ts";
import {
  configKinds,
  type ConfigKind,
  type EventsTable,
  type GoalsTable,
  type LearningTable,
  type ResultsTable,
} from "../config/schema.ts";
import type { ItemKind, Review } from "../domain/types.ts";
import { buildLinkIndex, type LinkIndex, type Target, type TargetKind } from "./link-index.ts";
import { fold } from "./normalise.ts";
import { note, type NoteBook, type Place, type ReadTable } from "./types.ts";
import { kindValues } from "./value-lists.ts";
import { readText, readWord } from "./values.ts";
import { noteIn } from "./words/index.ts";

interface Common {
  readonly place: Place;
  readonly title: string;
}

/** A row that will become part of the portfolio: what it is, before its cells are read. */
export type Registered =
  | (Common & { readonly role: "goals"; readonly config: GoalsTable; readonly key: string | null })
  | (Common & { readonly role: "results"; readonly config: ResultsTable })
  | (Common & { readonly role: "events"; readonly config: EventsTable })
  | (Common & {
      readonly role: "learning";
      readonly config: LearningTable;
      readonly kind: ItemKind;
      /** The bookend that the config's kind names; null when it says only "review", and for other kinds. */
      readonly when: Review["when"];
    });

/**
 * An empty row here and there is how tables grow, and nothing is lost with it. When more than this share of a table is
 * empty, a column may be mapped wrongly. The number is our choice.
 */
const fewEmpty = 0.1;

/** Links can only be followed once it is known what every row is; this first look over all tables finds out. */
export function registerRows(
  tables: readonly ReadTable[],
  notes: NoteBook,
): { readonly registered: readonly Registered[]; readonly index: LinkIndex } {
  const registered: Registered[] = [];
  const seen = new Map<string, ReadTable>();
  for (const table of tables) {
    let empty = 0;
    for (const row of table.rows) {
      const first = seen.get(row.id);
      if (first !== undefined) {
        // A service may hand out a row twice while people move rows about; that is no news to anybody.
        if (first !== table)
          note({ table, row, rowName: titleOf(row) ?? row.id, notes }, null, "readTwice", {
            table: first.name,
          });
        continue;
      }
      seen.set(row.id, table);
      if (isEmpty(row, table)) empty += 1;
      else registered.push(...registerRow(table, row, notes));
    }
    if (empty > table.rows.length * fewEmpty) noteEmpty(table, empty, notes);
  }
  return { registered, index: buildLinkIndex(registered.flatMap(toTarget)) };
}

function registerRow(table: ReadTable, row: Row, notes: NoteBook): Registered[] {
  const given = titleOf(row);
  const place: Place = { table, row, rowName: given ?? row.id, notes };
  const { role } = table;
  if (role === "results")
    return [{ role, config: table.config, place, title: given ?? `${table.name}: ${row.id}` }];
  if (role === "learning") {
    const kind = kindOf(place, table.config);
    return kind === null
      ? []
      : [{ role, config: table.config, place, title: given ?? untitled(place, kind.kind), ...kind }];
  }
  const title = given ?? untitled(place, role === "goals" ? "goal" : "event");
  if (role === "events") return [{ role, config: table.config, place, title }];
  return [{ role, config: table.config, place, title, key: readText(place, "key", noIndex) }];
}

function untitled(place: Place, kind: TargetKind): string {
  note(place, "title", "noTitle", { kind });
  return noteIn(place.notes.locale, { message: "untitled", values: { kind } });
}

function titleOf(row: Row): string | null {
  const cell = row.cells["title"];
  switch (cell?.kind) {
    case "text":
      return cell.text.trim() || null;
    case "number":
      return String(cell.value);
    case "options":
      return cell.names.join(", ").trim() || null;
    case "date":
      return cell.start.trim() || null;
    default:
      return null;
  }
}

function kindOf(place: Place, config: LearningTable): { kind: ItemKind; when: Review["when"] } | null {
  if (typeof config.kind === "string") return itemKind(config.kind);
  const lists = kindLists(config.kind);
  const word = readWord(place, "kind", lists, noIndex);
  if (word?.meaning) return itemKind(word.meaning);
  const known = Object.values(config.kind).flatMap((value) => (Array.isArray(value) ? value : []));
  note(place, "kind", "noKind", { shown: word?.shown ?? "", known: known.length > 0 ? known : "" });
  return null;
}

const listsOf = new WeakMap<object, Readonly<Partial<Record<ConfigKind, ReadonlySet<string>>>>>();

/** The config's values; the usual words only when it gives none at all. */
function kindLists(
  kind: Exclude<LearningTable["kind"], string>,
): Readonly<Partial<Record<ConfigKind, ReadonlySet<string>>>> {
  const known = listsOf.get(kind);
  if (known !== undefined) return known;
  const own = configKinds.flatMap((name) =>
    kind[name] ? [[name, new Set(kind[name].map(fold))] as const] : [],
  );
  const lists = own.length > 0 ? Object.fromEntries(own) : kindValues;
  listsOf.set(kind, lists);
  return lists;
}

function itemKind(kind: ConfigKind): { kind: ItemKind; when: Review["when"] } {
  if (kind === "before-review") return { kind: "review", when: "before" };
  if (kind === "after-review") return { kind: "review", when: "after" };
  return { kind, when: null };
}

/** Nothing to link to yet. */
const noIndex: LinkIndex = buildLinkIndex([]);

function toTarget(registered: Registered): Target[] {
  if (registered.role === "results") return [];
  const { place, title } = registered;
  const kind =
    registered.role === "goals" ? "goal" : registered.role === "events" ? "event" : registered.kind;
  const key = registered.role === "goals" ? registered.key : null;
  return [{ id: place.row.id, kind, title, key, url: place.row.url }];
}

/** A status alone says nothing: services give a new row its first one by themselves. */
function isEmpty(row: Row, table: ReadTable): boolean {
  const cells = Object.entries(row.cells).filter(([field]) => field !== "status");
  return cells.every(([, cell]) => holdsNothing(cell)) && table.bodies?.has(row.id) !== true;
}

function holdsNothing(cell: Cell): boolean {
  switch (cell.kind) {
    case "empty":
      return true;
    case "text":
      return cell.text.trim() === "";
    // An unticked box is how every new row starts.
    case "boolean":
      return !cell.value;
    case "options":
      return cell.names.length === 0;
    case "people":
      return cell.people.length === 0;
    case "links":
      return cell.ids.length === 0 && cell.complete;
    case "number":
    case "date":
    case "unreadable":
      return false;
  }
}

function noteEmpty(table: ReadTable, count: number, { locale, notes }: NoteBook): void {
  const message = noteIn(locale, { message: "emptyRows", values: { count } });
  notes.push({ connection: table.connection, table: table.name, row: null, field: null, message });
}
