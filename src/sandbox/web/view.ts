/**
 * What a workspace looks like to somebody who opens it, without any service's words. A stand-in turns its pages,
 * databases, bases and records into these; `renderPage` turns them into HTML. Everything is text until it is
 * rendered: nothing in here is HTML.
 */

/** The whole workspace, for the list of pages at the side. */
export interface WebWorkspace {
  readonly title: string;
  readonly pages: readonly WebTreeNode[];
}

export interface WebTreeNode {
  readonly title: string;
  /** Path on this server, such as `/pages/abc`. */
  readonly href: string;
  readonly children: readonly WebTreeNode[];
}

export interface WebPage {
  readonly title: string;
  /** The page's own path; marks it in the list of pages. */
  readonly href: string;
  /** From the top of the workspace down to the parent; the page itself is not among them. */
  readonly breadcrumbs: readonly { readonly title: string; readonly href: string | null }[];
  /** A row's cells by column name, in the table's order; empty for ordinary pages. */
  readonly properties: readonly WebProperty[];
  readonly blocks: readonly WebBlock[];
  /** The rows, when the page is a table. */
  readonly table: WebTable | null;
  readonly comments: readonly WebComment[];
}

export interface WebProperty {
  readonly name: string;
  readonly value: WebText;
}

export interface WebTable {
  readonly columns: readonly WebColumn[];
  readonly rows: readonly WebRow[];
}

export interface WebColumn {
  readonly name: string;
  /** Numbers line up on the right. */
  readonly numeric: boolean;
}

export interface WebRow {
  /** Where the row opens as a page; the first cell becomes the link. null when it does not. */
  readonly href: string | null;
  /** One cell a column; missing cells are shown empty. */
  readonly cells: readonly WebText[];
}

export interface WebComment {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly text: WebText;
}

/** A run of text; line feeds are line breaks. */
export type WebText = readonly WebSpan[];

export interface WebSpan {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** Only http, https, mailto and paths become links; anything else stays text. */
  readonly href?: string;
}

/** Blocks in reading order. `children` are shown below and inside their block. */
export type WebBlock =
  | {
      readonly type: "paragraph" | "bulleted" | "numbered" | "quote";
      readonly text: WebText;
      readonly children?: readonly WebBlock[];
    }
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly text: WebText }
  | {
      readonly type: "to-do";
      readonly checked: boolean;
      readonly text: WebText;
      readonly children?: readonly WebBlock[];
    }
  | { readonly type: "toggle"; readonly text: WebText; readonly children: readonly WebBlock[] }
  | {
      readonly type: "callout";
      readonly icon: string | null;
      readonly text: WebText;
      readonly children?: readonly WebBlock[];
    }
  | { readonly type: "code"; readonly language: string | null; readonly text: string }
  | {
      readonly type: "table";
      readonly headerRow: boolean;
      readonly headerColumn: boolean;
      readonly rows: readonly (readonly WebText[])[];
    }
  | { readonly type: "page-link"; readonly title: string; readonly href: string }
  | { readonly type: "divider" }
  /** What the view has no drawing for; `label` says what stands there. */
  | { readonly type: "other"; readonly label: string };

/** Text without any marks; empty text has no spans. */
export function plainText(text: string): WebText {
  return text === "" ? [] : [{ text }];
}
