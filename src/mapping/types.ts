import type { Root } from "mdast";

import type { Row, Unreadable } from "../adapters/types.ts";
import type { EventsTable, GoalsTable, LearningTable, ResultsTable } from "../config/schema.ts";
import type { ReadingNote } from "../domain/types.ts";
import type { Told } from "../lib/languages.ts";
import type { NoteName } from "./words/en.ts";
import { noteIn } from "./words/index.ts";

/** One table as an adapter gave it, next to what the config says about it. */
export type ReadTable =
  | (ReadRows & { readonly role: "goals"; readonly config: GoalsTable })
  | (ReadRows & { readonly role: "results"; readonly config: ResultsTable })
  | (ReadRows & { readonly role: "events"; readonly config: EventsTable })
  | (ReadRows & { readonly role: "learning"; readonly config: LearningTable });

/** A table of the config, before its adapter was asked for it. */
export type WantedTable = {
  [Role in ReadTable["role"]]: Pick<Extract<ReadTable, { role: Role }>, "role" | "config">;
}[ReadTable["role"]];

/** One sentence about a whole table, or about one of its columns. */
export type TableNote = Pick<ReadingNote, "field" | "message">;

interface ReadRows {
  /** The connection's name in the config. */
  readonly connection: string;
  /** As people see it. */
  readonly name: string;
  /** Field key → the column's name as people see it now. */
  readonly columnNames: Readonly<Record<string, string>>;
  /** By field key; where a column says what a row is (`kind.field`), that cell is under `kind`. */
  readonly rows: readonly Row[];
  /** By row id, for rows that have a body and tables that map it. */
  readonly bodies?: ReadonlyMap<string, Body>;
  /** False when the service could not give every row; `notes` say why. */
  readonly complete: boolean;
  readonly notes: readonly TableNote[];
}

export interface Body {
  readonly document: Root;
  /** How many parts of the page could not be read. */
  readonly unreadable: number;
}

/** Where a value is being read: enough to name the place in a note. */
export interface Place {
  readonly table: ReadTable;
  readonly row: Row;
  /** The row's title, or its id. */
  readonly rowName: string;
  readonly notes: NoteBook;
}

/** The notes of one run, in the order they were made. */
export interface NoteBook {
  /** BCP 47 tag of who reads them. */
  readonly locale: string;
  readonly notes: ReadingNote[];
}

/** Records that something at this place could not be taken as it stood. */
export function note(
  { table, rowName, notes }: Place,
  field: string | null,
  message: NoteName,
  values: Told<NoteName>["values"] = {},
): void {
  notes.notes.push({
    connection: table.connection,
    table: table.name,
    row: rowName,
    field: field === null ? null : columnName(table, field),
    message: noteIn(notes.locale, { message, values }),
  });
}

/** Records why a cell has no value. */
export function noteUnreadable(place: Place, field: string, { why, ...known }: Unreadable): void {
  note(place, field, why, known);
}

/** The column's name as people see it; the config's word for it, or the field key, when the adapter gave none. */
export function columnName(table: ReadTable, field: string): string {
  const configured: Readonly<Record<string, string | undefined>> = table.config.fields;
  return table.columnNames[field] ?? configured[field] ?? field;
}
