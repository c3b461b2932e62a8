import type { Json } from "../json.ts";
import type { Base, Cell, Field, Table } from "../model.ts";
import type { Store } from "../store.ts";

/** What writing needs to know besides the value. */
export interface Writer {
  readonly store: Store;
  readonly base: Base;
  /** Best effort from text instead of strict types. */
  readonly typecast: boolean;
  /** Whoever writes may also change fields, so typecast may add options. */
  readonly mayConfigure: boolean;
  /** Rich text goes through a document and comes back rewritten. */
  readonly normaliseRichText: boolean;
  /** Milliseconds until a file given by URL shows up. */
  readonly fetchDelay: number;
  /** Creates a row with this primary text; null when the writer may not. */
  createLinked(table: Table, primary: string): string | null;
}

/** Makes a cell of a value; null clears it. Throws a refusal when the field cannot hold it. */
export type ToCell = (writer: Writer, field: Field, value: Json) => Cell | null;
