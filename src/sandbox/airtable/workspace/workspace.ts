import type { Database } from "../model.ts";
import type { State } from "../state.ts";
import { accountEdits, type AccountEdits } from "./account.ts";
import { recordEdits, type RecordEdits } from "./record-edits.ts";
import { schemaEdits, type SchemaEdits } from "./schema-edits.ts";

/** The stand-in seen from inside: seeding, looking, and acting as a person in the product. */
export interface AirtableWorkspace extends AccountEdits, SchemaEdits, RecordEdits {
  /** For looking; change it through the verbs. */
  readonly db: Database;
}

/** All verbs over one state. */
export function createWorkspace(state: State): AirtableWorkspace {
  return { db: state.store.db, ...accountEdits(state), ...schemaEdits(state), ...recordEdits(state) };
}
