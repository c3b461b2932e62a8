import type { SampleTable, SampleTeam } from "../teams/types.ts";
import type { Scope } from "./model.ts";
import type { FieldInput } from "./schema.ts";
import { fieldInputs, hasNotes, notesName, plainCells } from "./seed-columns.ts";
import type { AirtableWorkspace } from "./workspace/workspace.ts";

/** What to make of the team. */
export interface SeedOptions {
  /** Default: the team's name. */
  readonly baseName?: string;
  /** Put page bodies into a long text column "Notes"; Airtable has no pages. Default true. */
  readonly bodies?: boolean;
  /** Give reports a table: the team's own with the key "reports", or a new one. Default true. */
  readonly reports?: boolean;
  /** The token's scopes. Default: what the job needs. */
  readonly scopes?: readonly Scope[];
  /** Which of the team's tables to seed, by key; links to the others are left out. Default: all. */
  readonly tables?: readonly string[];
}

/** Where everything of the team ended up. */
export interface SeededAirtable {
  readonly token: string;
  readonly baseId: string;
  /** Person key → user id. */
  readonly people: Readonly<Record<string, string>>;
  /** Table key → table id. */
  readonly tables: Readonly<Record<string, string>>;
  /** Table key → row key → record id. */
  readonly records: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where reports go; null when not asked for. */
  readonly reports: ReportsTable | null;
}

/** The table that the job writes its reports to. */
export interface ReportsTable {
  readonly tableId: string;
  /** Names of its columns: the plain-text key, the title, the long text and the rich text of a report. */
  readonly fields: Readonly<Record<"key" | "title" | "body" | "richBody", string>>;
}

/** The sample table, by key, that a team keeps its reports in. */
const REPORTS = "reports";
const RICH_BODY = "Report (rich text)";

/** Puts a sample team into a new base and issues a token for the job. */
export function seedAirtable(
  workspace: AirtableWorkspace,
  team: SampleTeam,
  options: SeedOptions = {},
): SeededAirtable {
  const { bodies = true, reports = true, scopes, baseName = team.name } = options;
  const base = workspace.addBase({ name: baseName });
  const people = addPeople(workspace, base.id, team);
  const wanted = team.tables.filter(({ key }) => options.tables?.includes(key) ?? true);

  const tables: Record<string, string> = {};
  for (const table of wanted) tables[table.key] = addPlainTable(workspace, base.id, table, bodies);
  for (const table of wanted) addLinkFields(workspace, table, tables);

  const records: Record<string, Record<string, string>> = {};
  for (const table of wanted)
    records[table.key] = addRows(workspace, table, tables[table.key] ?? "", people, bodies);
  for (const table of wanted) linkRows(workspace, table, tables, records);

  const job = workspace.addUser({ name: "Report job", email: "report.job@example.org" });
  workspace.share(base.id, job.id, "edit");
  return {
    token: workspace.issueToken({
      userId: job.id,
      bases: [base.id],
      ...(scopes === undefined ? {} : { scopes }),
    }),
    baseId: base.id,
    people,
    tables,
    records,
    reports: reports ? reportsTable(workspace, base.id, wanted, tables) : null,
  };
}

function addPeople(workspace: AirtableWorkspace, baseId: string, team: SampleTeam): Record<string, string> {
  const people: Record<string, string> = {};
  for (const { key, name, email } of team.people) {
    const user = workspace.addUser({ name, email });
    workspace.share(baseId, user.id, "create");
    people[key] = user.id;
  }
  return people;
}

/** Everything but links, which need all tables to be there. */
function addPlainTable(
  workspace: AirtableWorkspace,
  baseId: string,
  table: SampleTable,
  bodies: boolean,
): string {
  const fields = table.columns.flatMap((column) =>
    column.type === "link" ? [] : fieldInputs(table, column),
  );
  const notes: FieldInput[] = hasNotes(table, bodies)
    ? [{ name: notesName(table), type: "multilineText" }]
    : [];
  return workspace.addTable(baseId, { name: table.name, fields: [...fields, ...notes] }).id;
}

function addLinkFields(
  workspace: AirtableWorkspace,
  table: SampleTable,
  tables: Record<string, string>,
): void {
  for (const column of table.columns) {
    if (column.type !== "link") continue;
    const linkedTableId = tables[column.to];
    const tableId = tables[table.key];
    if (linkedTableId === undefined || tableId === undefined) continue;
    workspace.addField(tableId, {
      name: column.name,
      type: "multipleRecordLinks",
      options: { linkedTableId },
    });
  }
}

function addRows(
  workspace: AirtableWorkspace,
  table: SampleTable,
  tableId: string,
  people: Record<string, string>,
  bodies: boolean,
): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const row of table.rows) {
    const by = people[row.createdBy];
    const cells = {
      ...plainCells(table, row, people),
      ...(hasNotes(table, bodies) && row.body !== undefined ? { [notesName(table)]: row.body } : {}),
    };
    const id = workspace.createRecord(tableId, cells, {
      createdTime: row.createdAt,
      ...(by === undefined ? {} : { by }),
    });
    for (const comment of row.comments ?? []) {
      workspace.addComment(tableId, id, { ...comment, by: people[comment.by] ?? comment.by });
    }
    ids[row.key] = id;
  }
  return ids;
}

function linkRows(
  workspace: AirtableWorkspace,
  table: SampleTable,
  tables: Record<string, string>,
  records: Record<string, Record<string, string>>,
): void {
  for (const column of table.columns) {
    if (column.type !== "link" || tables[column.to] === undefined) continue;
    for (const row of table.rows) {
      const keys = row.cells[column.key];
      const id = records[table.key]?.[row.key];
      if (!Array.isArray(keys) || id === undefined) continue;
      const ids = keys.flatMap((key: string) => records[column.to]?.[key] ?? []);
      workspace.updateRecord(tables[table.key] ?? "", id, { [column.name]: ids });
    }
  }
}

/** The team's own table with a rich text column more, or a new one. */
function reportsTable(
  workspace: AirtableWorkspace,
  baseId: string,
  seeded: readonly SampleTable[],
  tables: Readonly<Record<string, string>>,
): ReportsTable {
  const own = seeded.find(({ key }) => key === REPORTS);
  const nameOf = (key: string, otherwise: string): string =>
    own?.columns.find((column) => column.key === key)?.name ?? otherwise;
  const fields = {
    key: nameOf("key", "Report key"),
    title: nameOf("title", "Name"),
    body: nameOf("body", "Report"),
    richBody: RICH_BODY,
  };
  const ownId = tables[REPORTS];
  if (ownId !== undefined) {
    workspace.addField(ownId, { name: fields.richBody, type: "richText" });
    return { tableId: ownId, fields };
  }
  const { id } = workspace.addTable(baseId, {
    name: "Reports",
    fields: [
      { name: fields.key, type: "singleLineText" },
      { name: fields.title, type: "singleLineText" },
      { name: fields.body, type: "multilineText" },
      { name: fields.richBody, type: "richText" },
    ],
  });
  return { tableId: id, fields };
}
