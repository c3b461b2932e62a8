import type { SentBlock } from "../blocks/create.ts";
import type { PlainValue } from "../properties/plain.ts";
import type {
  Capabilities,
  CommentRecord,
  DataSourceRecord,
  Json,
  Node,
  PageRecord,
  User,
} from "../records.ts";
import type { Store } from "../store.ts";

/** Markdown (CommonMark with GFM), or blocks in the API's write form. */
export type Body = string | readonly SentBlock[];

/** Who did something, and when. */
export interface Authored {
  /** Who does it: a user's id. The first person when left out. */
  readonly by?: string;
  /** When: an ISO instant. The clock's time when left out. */
  readonly at?: string;
  /** The id to give; a fresh one when left out. */
  readonly id?: string;
}

interface NewDataSource {
  readonly name: string;
  /** Name → configuration in the API's form, `{ title: {} }` for example. */
  readonly properties: Readonly<Record<string, Json>>;
  readonly id?: string;
}

/**
 * The stand-in's workspace, to seed it, to look into it, and to act as a person in it.
 * Everything here skips sharing, capabilities, limits and the rate window: people have none of these.
 */
export interface Workspace {
  readonly store: Store;
  addUser(user: { readonly name: string; readonly email?: string; readonly id?: string }): string;
  /** A group of people, as a people column may hold it. */
  addGroup(group: { readonly name: string; readonly id?: string }): string;
  /** Makes a connection with its bot; returns the bot's user id. */
  addBot(bot: {
    readonly token: string;
    readonly name?: string;
    readonly capabilities?: Partial<Capabilities>;
    /** Ids of pages and databases to share with it. */
    readonly shared?: readonly string[];
    readonly id?: string;
  }): string;
  share(token: string, id: string): void;
  /** Takes a page or database away from a connection, also below a shared root. */
  unshare(token: string, id: string): void;
  setCapabilities(token: string, change: Partial<Capabilities>): void;

  /** `parent` null: the top of the workspace. Returns the id. */
  addPage(
    page: { readonly parent: string | null; readonly title: string; readonly body?: Body } & Authored,
  ): string;
  addDatabase(
    database: {
      readonly parent: string | null;
      readonly title: string;
      readonly dataSources: readonly NewDataSource[];
    } & Authored,
  ): { readonly id: string; readonly dataSources: readonly string[] };
  addDataSource(databaseId: string, source: NewDataSource & Authored): string;
  addRow(
    dataSourceId: string,
    row?: { readonly values?: Readonly<Record<string, PlainValue>>; readonly body?: Body } & Authored,
  ): string;

  setCell(pageId: string, property: string, value: PlainValue, author?: Authored): void;
  renamePage(pageId: string, title: string, author?: Authored): void;
  appendBlocks(
    parentId: string,
    body: Body,
    options?: Authored & { readonly after?: string | null },
  ): readonly string[];
  /** Replaces a block's words; with an object, the fields of its content. */
  editBlock(blockId: string, change: string | Json, author?: Authored): void;
  deleteBlock(blockId: string, author?: Authored): void;
  addComment(
    parentId: string,
    text: string,
    options?: Authored & { readonly discussionId?: string; readonly resolved?: boolean },
  ): string;

  addProperty(dataSourceId: string, name: string, config: Json): string;
  renameProperty(dataSourceId: string, property: string, name: string): void;
  deleteProperty(dataSourceId: string, property: string): void;
  renameOption(dataSourceId: string, property: string, from: string, to: string): void;
  /** Takes an option from a select, multi-select or status; cells that held it read as empty. */
  deleteOption(dataSourceId: string, property: string, name: string): void;

  trash(id: string, author?: Authored): void;
  restore(id: string, author?: Authored): void;
  /** The archived state of rows, which is not the trash. */
  archive(pageId: string, archived?: boolean): void;
  lock(id: string, locked?: boolean): void;

  // ── Looking ──
  node(id: string): Node;
  page(id: string): PageRecord;
  dataSource(id: string): DataSourceRecord;
  user(id: string): User | null;
  /** Pages and databases at the top of the workspace, trash left out. */
  roots(): readonly Node[];
  /** What lies below, in order, trash left out: blocks, pages, databases, data sources or rows. */
  children(id: string): readonly Node[];
  comments(parentId: string): readonly CommentRecord[];
  /** Pages whose title is this, trash left out unless asked for. */
  findPages(title: string, options?: { readonly trashed?: boolean }): readonly PageRecord[];
}
