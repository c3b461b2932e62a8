import type { Root } from "mdast";

import type { Cache } from "../lib/cache.ts";
import type { Clock } from "../lib/clock.ts";
import type { Provider } from "./provider.ts";

/**
 * What the job needs of a service, in two halves: reading tables and keeping reports.
 *
 * To add a service: make a folder beside `notion/`, export a factory of type `AdapterFactory`, enter it in
 * `index.ts`, and let the contract suite (test/adapters/contract.ts) tell you what is missing. Ids, types and
 * errors of the service stay inside the folder; only the shapes below leave it.
 */
export interface Adapter {
  readonly provider: Provider;
  /** The connection's name in the config; used in every message. */
  readonly connection: string;
  /**
   * Finds a table and binds the wanted columns to it.
   * @throws ServiceRefusedError when the token, the table or a column is not there or not visible; a missing
   *   column's message names the column, the table and the likely new name.
   */
  openTable(request: TableRequest): Promise<Table>;
  /**
   * Finds the place where reports are kept.
   * @throws ServiceRefusedError when it is not there, not visible or may not be written.
   */
  openPlace(destination: Destination): Promise<ReportPlace>;
  /** Requests sent so far, retries included. */
  requests(): RequestCounts;
}

export type AdapterFactory<Settings> = (settings: Settings, context: AdapterContext) => Adapter;

/** Everything an adapter may use of the outside world. */
export interface AdapterContext {
  readonly connection: string;
  /** Secret; empty for files. Never logged, never in an error. */
  readonly token: string;
  /** Overrides the service's address (a proxy, the sandbox); null for the real one. */
  readonly baseUrl: string | null;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  /** IANA zone in which times of day become days. */
  readonly timezone: string;
  /** Told of waits and retries, so that a person sees why nothing moves. */
  readonly onWait: (wait: { readonly reason: string; readonly seconds: number }) => void;
}

export interface RequestCounts {
  readonly reads: number;
  readonly writes: number;
  /** Reads of page bodies, included in `reads`. */
  readonly bodies: number;
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────

export interface TableRequest {
  /** Id, URL or name, as written in the config. */
  readonly table: string;
  /** Field key (`title`, `goal`, …) → column name or id, as written in the config. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether the rows' page bodies will be asked for. */
  readonly body: boolean;
}

export interface Table {
  readonly id: string;
  /** As people see it. */
  readonly name: string;
  readonly url: string | null;
  /** Field key → the column's name as people see it now. */
  readonly columnNames: Readonly<Record<string, string>>;
  /**
   * Field key → the options that a column offers now, in the service's order. Only columns of choices are there, and
   * only where the service tells their options.
   */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Every row once, in any order. Trashed and archived rows are left out. */
  rows(): AsyncIterable<Row>;
  /**
   * The page's body, or null when it has none. Only for tables opened with `body: true`.
   * Parts that may not be read are left out and named in `unreadable`.
   */
  body(row: Row): Promise<{ readonly document: Root; readonly unreadable: number } | null>;
}

export interface Row {
  readonly id: string;
  readonly url: string | null;
  /** ISO instants, UTC; null when the service does not say. */
  readonly createdAt: string | null;
  readonly editedAt: string | null;
  /** By field key; a cell for every column asked for. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What one cell says. */
export type Cell =
  | { readonly kind: "empty" }
  /** Plain text, as typed; line breaks are "\n". */
  | { readonly kind: "text"; readonly text: string }
  /** `percent`: the column shows percentages, and `value` is the fraction (0.125 for 12.5 %). */
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `YYYY-MM-DD`, or an ISO instant with offset when the column holds a time of day. `end` is null for a single date. */
  | { readonly kind: "date"; readonly start: string; readonly end: string | null }
  /** Names of the chosen options, in order. */
  | { readonly kind: "options"; readonly names: readonly string[] }
  | {
      readonly kind: "people";
      readonly people: readonly { readonly id: string; readonly name: string | null }[];
    }
  /** Ids of linked rows, in order; `complete` is false when the service gave only part of them. */
  | { readonly kind: "links"; readonly ids: readonly string[]; readonly complete: boolean }
  /** There may be a value, but it cannot be had. */
  | { readonly kind: "unreadable"; readonly reason: Unreadable };

/** Why a value cannot be had; people are told in their own language. */
export type Unreadable =
  /** `type` is the service's own word for the column. */
  | { readonly why: "unknownType" | "unlikeType"; readonly type: string }
  | { readonly why: "unknownForm" | "noDate" }
  | {
      readonly why: "notComputed";
      readonly service: string;
      readonly what: "formula" | "rollup" | "cell";
      /** What the service says of it; "" when it says nothing. */
      readonly code: string;
    }
  /** The service's own writer has not finished. */
  | { readonly why: "notWritten"; readonly service: string };

// ── Keeping reports ──────────────────────────────────────────────────────────────────────────────────────

/** One entry of the config's `report.to`. */
export interface Destination {
  /** Page, data source, table or folder: id, URL or name. */
  readonly target: string;
  /** Which column takes what, where the place is a table: role (`key`, `title`, `body`, …) → column. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A finished report, before any service's dialect. */
export interface ReportDraft {
  /** Stable: config name, report name and period. The same key is the same report. */
  readonly key: string;
  readonly title: string;
  /** BCP 47 tag of the report: what a place adds to it in words of its own is said in the same language. */
  readonly locale: string;
  readonly period: { readonly label: string; readonly start: string; readonly end: string };
  /** Named numbers worth a column: goals, items, findings … */
  readonly counts: Readonly<Record<string, number>>;
  /** The report as mdast; folded parts are `details` nodes (render/document.ts). */
  readonly document: Root;
  /** The same with its charts, where the config wants pictures kept with the report; null otherwise. */
  readonly illustrated: IllustratedReport | null;
  readonly markdown: string;
  readonly html: string | null;
}

export interface IllustratedReport {
  /** Pictures stand in it as nodes of type "chart" that hold one as `chart` (render/document.ts). */
  readonly document: Root;
  /** The same pictures, in their order. */
  readonly pictures: readonly Picture[];
}

/** A chart as an SVG file: an equal name means an equal file. */
export interface Picture {
  readonly title: string;
  /** What it shows, in sentences, for those who do not see it. */
  readonly words: string;
  readonly file: { readonly name: string; readonly svg: string };
}

/**
 * A part of a report that can be written, compared and left alone by itself: a Notion block, for example.
 * `content` is canonical: two pieces with equal `type` and `content` show the same thing (children aside).
 */
export interface Piece {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Piece[];
  /** The service's own form; opaque outside the adapter. */
  readonly payload: unknown;
}

/** A value beside the body: a property, a field, a file's content. Compared by `content`. */
export interface PlaceField {
  readonly name: string;
  readonly content: string;
  readonly payload: unknown;
}

export interface ComposedReport {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly PlaceField[];
  readonly pieces: readonly Piece[];
}

/** A report found in its place, without its body. */
export interface FoundReport {
  readonly id: string;
  readonly url: string | null;
  /** Changes whenever anything in the report may have changed; null when the service cannot say. */
  readonly version: string | null;
}

export interface PresentReport extends FoundReport {
  /** By field name, in the same canonical form as `PlaceField.content`; absent when empty. */
  readonly fields: Readonly<Record<string, string>>;
  readonly pieces: readonly PresentPiece[];
}

export interface PresentPiece {
  readonly id: string;
  readonly type: string;
  readonly content: string;
  /** Written by this job's own identity. */
  readonly ours: boolean;
  /** Changed by somebody else since. */
  readonly edited: boolean;
  readonly children: readonly PresentPiece[];
}

/** One step toward making a present report match. Ids in `parent` and `after` are of pieces that exist already. */
export type Change =
  | { readonly do: "set-fields"; readonly fields: readonly PlaceField[] }
  /** `parent` null: top level. `after` null: at the start. */
  | {
      readonly do: "insert";
      readonly parent: string | null;
      readonly after: string | null;
      readonly pieces: readonly Piece[];
    }
  /** Same type, other content, in place. */
  | { readonly do: "update"; readonly id: string; readonly piece: Piece }
  | { readonly do: "remove"; readonly id: string };

/** Where reports are kept: below a page, in a table, in a folder. */
export interface ReportPlace {
  /** For messages: "page “Planning”", "table Reports". */
  readonly name: string;
  /** The draft in this service's dialect and within its limits. Pure. */
  compose(draft: ReportDraft): ComposedReport;
  /** Every report with this key, the one to keep first. Usually none or one. */
  find(report: ComposedReport): Promise<readonly FoundReport[]>;
  read(found: FoundReport): Promise<PresentReport>;
  /**
   * Makes the report; in one request where the service's limits allow.
   * @throws WriteInDoubtError when the answer was lost.
   */
  create(report: ComposedReport): Promise<FoundReport>;
  /**
   * Carries out one change.
   * @throws WriteInDoubtError when the answer was lost and repeating it could do harm.
   */
  change(report: FoundReport, change: Change): Promise<void>;
  /** Takes away a report of ours that a concurrent run made twice. */
  discard(report: FoundReport): Promise<void>;
}
