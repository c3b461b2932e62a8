import type { Json, JsonObject } from "./json.ts";

/** What the stand-in keeps in memory: a small copy of Airtable's own nouns. */

/** From least to most; a token acts with its user's role (authentication page of the API docs). */
export const ROLES = ["none", "read", "comment", "edit", "create"] as const;
export type Role = (typeof ROLES)[number];

/** What a token may do (scopes page of the API docs). */
export type Scope =
  | "data.records:read"
  | "data.records:write"
  | "data.recordComments:read"
  | "data.recordComments:write"
  | "schema.bases:read"
  | "schema.bases:write"
  | "user.email:read";

/** Somebody with an account, or invited to one. */
export interface User {
  readonly id: string;
  readonly email: string;
  /** Null: a collaborator without a name, as invited people are until they sign up. */
  readonly name: string | null;
}

/** A personal access token: it acts as its user, within its scopes and bases. */
export interface Token {
  readonly secret: string;
  readonly userId: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The bases on the token's access list. */
  readonly bases: Set<string>;
}

/** An option of a select; cells hold its id, the API shows its name. */
export interface Choice {
  readonly id: string;
  name: string;
  readonly color: string;
}

/** The `options` of a field as the schema route shows them; which keys exist depends on the type. */
/** A column. */
export interface FieldOptions {
  choices?: Choice[];
  precision?: number;
  symbol?: string;
  max?: number;
  icon?: string;
  color?: string;
  timeZone?: string;
  dateFormat?: JsonObject;
  timeFormat?: JsonObject;
  durationFormat?: string;
  linkedTableId?: string;
  isReversed?: boolean;
  prefersSingleRecordLink?: boolean;
  inverseLinkFieldId?: string;
  recordLinkFieldId?: string | null;
  fieldIdInLinkedTable?: string | null;
  formula?: string;
  referencedFieldIds?: string[] | null;
  isValid?: boolean;
  result?: JsonObject | null;
}

/** How a rollup adds up; Airtable keeps this out of its schema. */
export type Aggregation = "sum" | "max" | "min" | "counta" | "arrayjoin";

export interface Field {
  readonly id: string;
  name: string;
  /** A type of the field model, or one that nobody has documented yet: those are opaque. */
  readonly type: string;
  description?: string;
  options: FieldOptions | null;
  readonly aggregation?: Aggregation;
  /** True: editing through the API is refused, as under a field's edit permission. */
  locked: boolean;
}

export interface Sort {
  readonly fieldId: string;
  readonly direction: "asc" | "desc";
}

export interface View {
  readonly id: string;
  name: string;
  readonly type: "grid" | "form" | "calendar" | "gallery" | "kanban" | "timeline" | "block";
  /** A formula that rows must satisfy; null: all rows. */
  readonly filter: string | null;
  /** Empty: the order of creation. */
  readonly sort: readonly Sort[];
  /** Null: every field shows. Hidden fields are still answered by the records routes. */
  readonly visibleFieldIds: readonly string[] | null;
}

export interface RecordComment {
  readonly id: string;
  readonly authorId: string;
  text: string;
  readonly createdTime: string;
  lastUpdatedTime: string | null;
}

/** A file in a cell. One given by URL is never fetched here: its content is the URL. */
export interface StoredAttachment {
  readonly id: string;
  readonly filename: string;
  readonly type: string;
  readonly content: Buffer;
  /** Milliseconds since the epoch from which reads show it; files given by URL arrive later. */
  readonly visibleFrom: number;
}

/**
 * A cell as stored: choices as choice ids, links as record ids, people as user ids, dates as text, files as
 * attachment ids. Never "", [], false or null: such a cell is absent.
 */
export type Cell = string | number | true | readonly string[] | JsonObject;

/** A record. */
export interface Row {
  readonly id: string;
  readonly createdTime: string;
  readonly createdBy: string;
  readonly autoNumber: number;
  readonly cells: Map<string, Cell>;
  /** By field id: what the API shows whatever the field would compute (errors, `specialValue`s, odd arrays). */
  readonly forced: Map<string, Json>;
  /** By field id: when a person or the API last changed the cell, ISO. */
  readonly modified: Map<string, string>;
  lastModifiedBy: string;
  readonly comments: RecordComment[];
}

export interface Table {
  readonly id: string;
  name: string;
  description: string | null;
  primaryFieldId: string;
  readonly fields: Field[];
  readonly views: View[];
  readonly rows: Map<string, Row>;
  nextAutoNumber: number;
}

export interface Base {
  readonly id: string;
  name: string;
  readonly workspaceId: string;
  readonly tables: Table[];
  /** By user id. */
  readonly roles: Map<string, Role>;
}

export interface Database {
  readonly users: Map<string, User>;
  /** By secret. */
  readonly tokens: Map<string, Token>;
  readonly bases: Map<string, Base>;
  /** By attachment id. */
  readonly attachments: Map<string, StoredAttachment>;
}

/** An empty account. */
export function emptyDatabase(): Database {
  return { users: new Map(), tokens: new Map(), bases: new Map(), attachments: new Map() };
}
