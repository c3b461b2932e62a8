import type { Root } from "mdast";

import type { Row } from "../adapters/types.ts";
import type { EventsTable, GoalsTable, LearningTable, ResultsTable } from "../config/schema.ts";
import type { ReadingNote } from "../domain/types.ts";

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
  readonly notes: ReadingNote[];
}

/** Records that something at this place could not be taken as it stood. */
export function note(place: Place, field: string | null, message: string): void {
  place.notes.push({
    connection: place.table.connection,
    table: place.table.name,
    row: place.rowName,
    field: field === null ? null : columnName(place.table, field),
    message,
  });
}

/** The column's name as people see it; the config's word for it, or the field key, when the adapter gave none. */
export function columnName(table: ReadTable, field: string): string {
  const configured: Readonly<Record<string, string | undefined>> = table.config.fields;
  return table.columnNames[field] ?? configured[field] ?? field;
}
