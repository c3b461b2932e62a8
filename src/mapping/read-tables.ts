import PQueue from "p-queue";

import type { Adapter, Row, Table } from "../adapters/types.ts";
import type { Config } from "../config/schema.ts";
import { AppError } from "../errors.ts";
import { checkNamedOptions } from "./named-options.ts";
import type { Body, ReadTable, TableNote, WantedTable } from "./types.ts";

/** Told as reading goes on, in the order it happens. */
export interface ReadProgress {
  onTable(table: {
    readonly connection: string;
    readonly name: string;
    readonly rows: number;
    readonly bodies: number;
    /** Tables read so far, this one included, and tables to read. */
    readonly share: { readonly done: number; readonly of: number };
  }): void;
}

interface Opened {
  readonly wanted: WantedTable;
  readonly table: Table;
  readonly notes: readonly TableNote[];
}

/** Bodies asked for at the same time; the adapter's limiter keeps the service's pace, this keeps its line busy. */
const bodiesAtOnce = 4;

/**
 * Reads every table of the config through its adapter. All tables are opened before any row is read, so that
 * everything wrong with the set-up comes to light at once and early.
 * @throws AppError of the first table that cannot be opened, with the others' messages as its details.
 */
export async function readTables(
  config: Config,
  adapters: ReadonlyMap<string, Adapter>,
  progress: ReadProgress,
): Promise<readonly ReadTable[]> {
  const opened = await openAll(wantedTables(config), adapters, config.locale);
  const byConnection = new Map<string, Opened[]>();
  for (const one of opened) {
    const { from } = one.wanted.config;
    byConnection.set(from, [...(byConnection.get(from) ?? []), one]);
  }
  const read = new Map<Opened, ReadTable>();
  // Connections side by side, since each has its own pace; tables of one connection one after the other.
  await Promise.all(
    [...byConnection.values()].map(async (group) => {
      for (const one of group) {
        const table = await readOne(one);
        read.set(one, table);
        progress.onTable({
          connection: table.connection,
          name: table.name,
          rows: table.rows.length,
          bodies: table.bodies?.size ?? 0,
          share: { done: read.size, of: opened.length },
        });
      }
    }),
  );
  return opened.map((one) => read.get(one)!);
}

function wantedTables({ tables }: Config): readonly WantedTable[] {
  return [
    ...tables.goals.map((config) => ({ role: "goals" as const, config })),
    ...tables.results.map((config) => ({ role: "results" as const, config })),
    ...tables.events.map((config) => ({ role: "events" as const, config })),
    ...tables.learning.map((config) => ({ role: "learning" as const, config })),
  ];
}

async function openAll(
  wanted: readonly WantedTable[],
  adapters: ReadonlyMap<string, Adapter>,
  locale: string,
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const failures: AppError[] = [];
  for (const one of wanted) {
    try {
      const table = await adapterFor(one.config.from, adapters).openTable({
        table: one.config.table,
        columns: columnsOf(one),
        body: hasBody(one),
      });
      opened.push({
        wanted: one,
        table,
        notes: checkNamedOptions(one, pathOf(one, wanted), table, locale),
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push(error);
    }
  }
  const [first, ...others] = failures;
  if (first === undefined) return opened;
  if (others.length === 0) throw first;
  const messages = new Set(
    failures.flatMap(({ message, details }) => [message, ...details.map((line) => `  ${line}`)]),
  );
  // One cause (a wrong token, say) met at every table is one problem.
  if (new Set(failures.map(({ message }) => message)).size === 1) throw first;
  throw new AppError(first.exitCode, `${failures.length} tables could not be opened as the config says.`, {
    details: [...messages],
    hint: first.hint ?? undefined,
    cause: first,
  });
}

function adapterFor(connection: string, adapters: ReadonlyMap<string, Adapter>): Adapter {
  const adapter = adapters.get(connection);
  if (adapter === undefined) throw new Error(`No adapter was made for connection ${connection}.`);
  return adapter;
}

/** Where a table stands in the config: `tables.goals`, or `tables.learning[1]` where there are several. */
function pathOf(one: WantedTable, wanted: readonly WantedTable[]): string {
  const siblings = wanted.filter(({ role }) => role === one.role);
  return siblings.length === 1 ? `tables.${one.role}` : `tables.${one.role}[${siblings.indexOf(one)}]`;
}

/** Field key → column; where a column says what a row is, it is bound as `kind`. */
function columnsOf({ role, config }: WantedTable): Readonly<Record<string, string>> {
  const mapped = Object.entries(config.fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const kind =
    role === "learning" && typeof config.kind === "object" ? [["kind", config.kind.field] as const] : [];
  return Object.fromEntries([...mapped, ...kind]);
}

function hasBody({ role, config }: WantedTable): boolean {
  return role === "learning" && config.body;
}

async function readOne({ wanted, table, notes }: Opened): Promise<ReadTable> {
  const rows: Row[] = [];
  for await (const row of table.rows()) rows.push(row);
  return {
    ...wanted,
    connection: wanted.config.from,
    name: table.name,
    columnNames: table.columnNames,
    rows,
    ...(hasBody(wanted) ? { bodies: await readBodies(table, rows) } : {}),
    complete: true,
    notes,
  };
}

async function readBodies(table: Table, rows: readonly Row[]): Promise<ReadonlyMap<string, Body>> {
  const bodies = new Map<string, Body>();
  const queue = new PQueue({ concurrency: bodiesAtOnce });
  try {
    await queue.addAll(
      rows.map((row) => async () => {
        const body = await table.body(row);
        if (body !== null) bodies.set(row.id, body);
      }),
    );
  } finally {
    // After a failure nothing more may be asked of the service.
    queue.clear();
  }
  return bodies;
}
