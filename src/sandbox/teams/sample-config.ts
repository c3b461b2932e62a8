import { stringify } from "yaml";

import { layouts, type SampleVariant } from "./layouts/index.ts";
import type { TableLayout } from "./layouts/layout.ts";

/** Where a sandbox has put the sample team: all that the config cannot know from the team itself. */
export interface SampleWiring {
  /** The config's `connections`, as they should stand there. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** Connection and reference of the table with this key, such as a data source id, a table id or a file name. */
  readonly table: (key: string) => {
    readonly connection: string;
    readonly table: string;
    /** Fields that only this place has a column for. */
    readonly fields?: Readonly<Record<string, string>>;
  };
  /** The config's `report.to`, as it should stand there. */
  readonly to: readonly SampleDestination[];
}

export interface SampleDestination {
  readonly connection: string;
  readonly parent?: string;
  readonly table?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Neutral words of the goals that a team still works toward. */
const live = ["on-track", "at-risk", "off-track"];

/** The text of the `sothat.yaml` that reads this variant of the sample team, every column that a field exists for mapped. */
export function sampleConfig(variant: SampleVariant, wiring: SampleWiring): string {
  const layout = layouts[variant];
  const section = (role: TableLayout["role"]): object[] =>
    layout.tables.filter((table) => table.role === role).map((table) => toSection(table, wiring));
  const [goals] = section("goals");
  const [results] = section("results");
  const [events] = section("events");
  const config = {
    name: layout.name,
    timezone: "America/New_York",
    locale: "en-US",
    connections: wiring.connections,
    tables: { goals, results, events, learning: section("learning") },
    report: { template: "planning-meeting", period: "week", page: "per-period", to: wiring.to },
  };
  return stringify(config, { lineWidth: 0 });
}

function toSection(table: TableLayout, wiring: SampleWiring): object {
  const place = wiring.table(table.key);
  const kindColumn = typeof table.kind === "object" ? table.kind.column : null;
  return {
    from: place.connection,
    table: place.table,
    ...(table.kind === undefined ? {} : { kind: toKind(table, table.kind) }),
    fields: {
      ...Object.fromEntries(
        table.columns.filter(({ field }) => field !== kindColumn).map(({ field, name }) => [field, name]),
      ),
      ...place.fields,
    },
    ...(table.body === true ? { body: true } : {}),
    ...toValueLists(table),
  };
}

function toKind(table: TableLayout, kind: NonNullable<TableLayout["kind"]>): unknown {
  if (typeof kind === "string") return kind;
  const column = table.columns.find(({ field }) => field === kind.column);
  const words = Object.entries(kind.configKinds).map(([neutral, configKind]) => [
    configKind,
    [column?.words?.[neutral] ?? neutral],
  ]);
  return { field: column?.name, ...Object.fromEntries(words) };
}

/** The team's own words that decide something: which goals are live, which items are closed, how a bet came out. */
function toValueLists(table: TableLayout): object {
  const words = (field: string): Readonly<Record<string, string>> =>
    table.columns.find((column) => column.field === field)?.words ?? {};
  const { closed } = words("status");
  const outcomes = Object.entries(words("outcome")).map(([outcome, word]) => [outcome, [word]]);
  if (table.role === "goals") return { live: live.map((word) => words("status")[word]) };
  if (table.role !== "learning") return {};
  return {
    ...(closed === undefined ? {} : { closed: [closed] }),
    ...(outcomes.length === 0 ? {} : { outcomes: Object.fromEntries(outcomes) }),
  };
}
