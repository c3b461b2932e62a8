import type { SandboxClock } from "../server/clock.ts";
import type { QueryBehaviour } from "./query/run.ts";

/** How the stand-in behaves; every default is the service's own way, as far as it is documented. */
export interface NotionStandInOptions {
  /** The machine's clock by default. */
  readonly clock?: SandboxClock;
  /** Ids and shuffles follow from it; equal seeds give equal runs. */
  readonly seed?: string | number;
  readonly workspaceName?: string;
  /** Prefix of page and database links. */
  readonly urlBase?: string;
  /** Requests per connection and minute; null for no limit. Default 180, the number for most plans. */
  readonly requestsPerMinute?: number | null;
  /** Requests of all connections together per minute; null, the default, for no limit. */
  readonly workspaceRequestsPerMinute?: number | null;
  /** Rows one query can reach. Default 10,000. */
  readonly resultCap?: number;
  /** Order of a query without sorts; the service promises none. Default "newest-first". */
  readonly unsortedOrder?: QueryBehaviour["unsortedOrder"];
  /** Every n-th query page holds fewer rows than asked for. Default null: never. */
  readonly shortPageEvery?: number | null;
  /** Milliseconds after which an unused query cursor is refused. Default one hour. */
  readonly cursorLifetime?: number;
  /**
   * The known faults of the first Markdown dialect: an escaped pipe splits a cell of a pipe table, entities stay as
   * they are, bare domains become links. Default true.
   */
  readonly markdownQuirks?: boolean;
  /** Counts a link as an edit of the page at the other side of a two-way relation. Default false; the service does not say. */
  readonly relationTouchesFarSide?: boolean;
  /** Every n-th search hit lacks its `properties`; null, the default, for none. */
  readonly bareSearchHitEvery?: number | null;
  /** Milliseconds until the search index knows a new page or title. Default 2,000. */
  readonly searchDelay?: number;
  /** Blocks that connections may make in all, as on the Free plan; null, the default, for no limit. */
  readonly blockLimit?: number | null;
  /** Answers one of two writes to one page that overlap with 409. Default false. */
  readonly conflicts?: boolean;
  /** Adds fields, property types and blocks nobody has heard of to answers. Default false. */
  readonly unknownFields?: boolean;
  /** Bytes that one uploaded file may have. Default 5 MiB, as on the Free plan; 5 GiB on others. */
  readonly maxUploadBytes?: number;
  /** Milliseconds until a file of an external address is imported. Default 2,000. */
  readonly importDelay?: number;
  /** An async task is done after this many polls. Default 2. */
  readonly taskPolls?: number;
}

export type Settings = Required<Omit<NotionStandInOptions, "clock" | "workspaceName" | "seed">>;

export function settingsOf(options: NotionStandInOptions): Settings {
  return {
    urlBase: "https://app.notion.com/p/",
    // https://developers.notion.com/reference/request-limits
    requestsPerMinute: 180,
    workspaceRequestsPerMinute: null,
    // https://developers.notion.com/reference/query-a-data-source
    resultCap: 10_000,
    unsortedOrder: "newest-first",
    shortPageEvery: null,
    cursorLifetime: 3_600_000,
    markdownQuirks: true,
    relationTouchesFarSide: false,
    bareSearchHitEvery: null,
    searchDelay: 2_000,
    blockLimit: null,
    conflicts: false,
    unknownFields: false,
    // https://developers.notion.com/docs/working-with-files-and-media
    maxUploadBytes: 5 * 1024 * 1024,
    importDelay: 2_000,
    taskPolls: 2,
    ...options,
  };
}
