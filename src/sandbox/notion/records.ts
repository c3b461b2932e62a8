/** What the stand-in's workspace holds. Times are milliseconds since 1970; they are cut to the minute when shown. */

export type Json = Record<string, unknown>;

/** Rich text as the API answers it: neighbouring equal runs merged, every field filled. */
export interface RichText {
  readonly type: "text" | "mention" | "equation";
  readonly [key: string]: unknown;
  readonly annotations: Annotations;
  readonly plain_text: string;
  readonly href: string | null;
}

export interface Annotations {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: boolean;
  readonly code: boolean;
  readonly color: string;
}

export interface User {
  readonly id: string;
  readonly type: "person" | "bot";
  readonly name: string;
  /** Null for bots. */
  readonly email: string | null;
}

/** Null parent: the top of the workspace. */
interface RecordBase {
  readonly id: string;
  parent: string | null;
  readonly createdTime: number;
  lastEditedTime: number;
  readonly createdBy: string;
  lastEditedBy: string;
  /** Trashed itself; what lies below a trashed record keeps its own flag. */
  inTrash: boolean;
}

export interface PageRecord extends RecordBase {
  readonly kind: "page";
  /** By property id. A page outside a data source has only `title`. */
  values: Record<string, unknown>;
  icon: Json | null;
  cover: Json | null;
  /** Blocks, child pages and child databases in order, trashed ones too. */
  children: string[];
  isLocked: boolean;
  isArchived: boolean;
}

export interface BlockRecord extends RecordBase {
  readonly kind: "block";
  readonly type: string;
  /** The part under the type's own key, as answered. */
  content: Json;
  children: string[];
}

export interface DatabaseRecord extends RecordBase {
  readonly kind: "database";
  title: RichText[];
  description: RichText[];
  icon: Json | null;
  cover: Json | null;
  isInline: boolean;
  isLocked: boolean;
  dataSources: string[];
}

export interface DataSourceRecord extends RecordBase {
  readonly kind: "data_source";
  title: RichText[];
  description: RichText[];
  icon: Json | null;
  properties: Property[];
  /** Pages in order of creation, trashed ones too. */
  rows: string[];
  /** Highest number given by a `unique_id` property. */
  lastNumber: number;
}

export interface Property {
  /** Already URL-encoded where needed, as answered. */
  readonly id: string;
  name: string;
  readonly type: string;
  description: string | null;
  /** The part under the type's own key. */
  config: Json;
}

export interface CommentRecord {
  readonly id: string;
  /** Page or block. */
  readonly parent: string;
  readonly discussionId: string;
  richText: RichText[];
  readonly createdTime: number;
  lastEditedTime: number;
  readonly createdBy: string;
  resolved: boolean;
}

/** Everything that lies in the tree. */
export type Node = PageRecord | BlockRecord | DatabaseRecord | DataSourceRecord;

/** Capabilities of a connection (https://developers.notion.com/reference/capabilities). */
export interface Capabilities {
  readonly readContent: boolean;
  readonly updateContent: boolean;
  readonly insertContent: boolean;
  readonly readComments: boolean;
  readonly insertComments: boolean;
  readonly users: "none" | "without-email" | "with-email";
}

/** A bot's token and what it was given. */
export interface Connection {
  readonly token: string;
  readonly name: string;
  readonly botId: string;
  capabilities: Capabilities;
  /** Pages and databases shared with it; what lies below is shared too. */
  readonly shared: Set<string>;
  /** Taken away again somewhere below a shared root. */
  readonly withheld: Set<string>;
}

export interface SelectOption {
  readonly id: string;
  name: string;
  color: string;
  description: string | null;
}

export interface StatusGroup {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  option_ids: string[];
}
