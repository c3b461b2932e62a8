/**
 * A sample team's workspace before any service's dialect: people, pages, and tables whose cells may link to
 * each other. The stand-ins seed themselves from it, so that every service holds the same team.
 */
export interface SampleTeam {
  readonly name: string;
  readonly people: readonly SamplePerson[];
  /** Ordinary pages that belong to the team; reports are put below the one with key "planning". */
  readonly pages: readonly SamplePage[];
  readonly tables: readonly SampleTable[];
}

export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

export interface SamplePage {
  readonly key: string;
  readonly title: string;
  /** CommonMark: headings, paragraphs, bullets. */
  readonly body: string;
}

export interface SampleTable {
  readonly key: string;
  /** As the team calls it. */
  readonly name: string;
  /** The first column is the title column. */
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly SampleRow[];
}

export type SampleColumn = {
  readonly key: string;
  readonly name: string;
} & (
  | { readonly type: "title" | "text" | "number" | "percent" | "date" | "people" | "checkbox" | "url" }
  | { readonly type: "select" | "multi-select" | "status"; readonly options: readonly string[] }
  /** Links to rows of the table with this key, by row key. */
  | { readonly type: "link"; readonly to: string }
);

export interface SampleRow {
  readonly key: string;
  /** ISO instant. */
  readonly createdAt: string;
  /** Person key. */
  readonly createdBy: string;
  readonly cells: Readonly<Record<string, SampleValue>>;
  /** CommonMark; absent when the page is empty. */
  readonly body?: string;
  readonly comments?: readonly { readonly by: string; readonly at: string; readonly text: string }[];
}

/**
 * By column key; absent means empty. title, text, url: string. number: number. percent: fraction (0.125).
 * date: "YYYY-MM-DD", or { start, end }. people: person keys. select, status: string. multi-select: strings.
 * link: row keys. checkbox: boolean.
 */
export type SampleValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly start: string; readonly end: string };
