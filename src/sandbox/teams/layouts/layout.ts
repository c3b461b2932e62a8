import type { FactKind } from "../facts/fact.ts";
import type { SampleColumn } from "../types.ts";

/**
 * How one team lays out the facts: its tables, its column names, its words. A layout holds no facts.
 * The config that reads the team is made from the same layout, so the two cannot part company.
 */
export interface Layout {
  /** The team, as its report calls it. */
  readonly name: string;
  readonly tables: readonly TableLayout[];
}

export interface TableLayout {
  readonly key: string;
  /** As the team calls it. */
  readonly name: string;
  /** The config's section; "reports" is where a report may be kept as a row, and is read by nobody. */
  readonly role: "goals" | "results" | "events" | "learning" | "reports";
  readonly holds: readonly FactKind[];
  /** The first column is the title column. */
  readonly columns: readonly ColumnLayout[];
  /** For learning tables: what the rows are, or the column (by field) whose words say so. */
  readonly kind?:
    | string
    | { readonly column: string; readonly configKinds: Readonly<Record<string, string>> };
  /** Whether the rows' pages hold text worth reading. */
  readonly body?: boolean;
}

export interface ColumnLayout {
  /** Field key of the config, and of the facts; it is also the column's key. */
  readonly field: string;
  readonly name: string;
  readonly type: SampleColumn["type"];
  /** For select and status: the facts' neutral word → the team's own, in the order of the options. */
  readonly words?: Readonly<Record<string, string>>;
  /** For links: key of the table linked to. */
  readonly to?: string;
}

/** A column that holds its value as it is. */
export function column(
  field: string,
  name: string,
  type: Exclude<SampleColumn["type"], "link" | "select" | "status" | "multi-select"> = "text",
): ColumnLayout {
  return { field, name, type };
}

export function link(field: string, name: string, to: string): ColumnLayout {
  return { field, name, type: "link", to };
}

export function choice(
  field: string,
  name: string,
  words: Readonly<Record<string, string>>,
  type: "select" | "status" = "select",
): ColumnLayout {
  return { field, name, type, words };
}
