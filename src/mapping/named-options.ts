import type { Table } from "../adapters/types.ts";
import { configKinds } from "../config/schema.ts";
import { ServiceRefusedError } from "../errors.ts";
import { closestTo } from "../lib/did-you-mean.ts";
import { fold } from "./normalise.ts";
import type { TableNote, WantedTable } from "./types.ts";
import { noteIn } from "./words/index.ts";

/** So many of a column's options are named in a message; a column may have hundreds. */
const shownOptions = 20;

/** Option names that a person wrote into the config, and the column they are looked for in. */
interface NamedOptions {
  /** Where in the config: `tables.goals.live`. */
  readonly entry: string;
  /** Field key of the column. */
  readonly field: string;
  readonly names: readonly string[];
  /** What nothing could say any more if every one of them were gone; null when the run can go on without. */
  readonly decides: string | null;
}

/** What the column offers today, beside what the config expects of it. */
interface Compared extends NamedOptions {
  readonly column: string;
  readonly options: readonly string[];
  /** Each name that the column has no more, with the likely new one. */
  readonly gone: readonly { readonly name: string; readonly likely: string | null }[];
}

/**
 * Compares the option names that the config relies on with those that the table's columns have now. Lists that the
 * config leaves to their defaults are not looked at, nor columns whose options the service does not tell.
 * @param path of the table in the config, such as `tables.learning[1]`
 * @returns a note in the language of this BCP 47 tag for each list of which a part is gone
 * @throws ServiceRefusedError when all names of `live` or of a kind are gone: read like that, the rows would mean
 *   something else than they say.
 */
export function checkNamedOptions(
  wanted: WantedTable,
  path: string,
  table: Table,
  locale: string,
): readonly TableNote[] {
  const lists = namedIn(wanted, path);
  const compared = lists.flatMap((list) => compare(list, lists, table) ?? []);
  const meaningless = compared.filter(isMeaningless);
  if (meaningless.length > 0) throw refusal(wanted, table, meaningless);
  return compared.map((one) => ({ field: one.column, message: noteText(one, locale) }));
}

function namedIn({ role, config }: WantedTable, path: string): readonly NamedOptions[] {
  const list = (
    entry: string,
    field: string,
    names: readonly string[] | undefined,
    decides: string | null = null,
  ): readonly NamedOptions[] =>
    names === undefined || names.length === 0 ? [] : [{ entry: `${path}.${entry}`, field, names, decides }];

  if (role === "goals") return list("live", "status", config.live, "which goals are live");
  if (role !== "learning") return [];
  const { kind, closed, outcomes = {} } = config;
  return [
    ...(typeof kind === "string"
      ? []
      : configKinds.flatMap((name) => list(`kind.${name}`, "kind", kind[name], `which rows are ${name}`))),
    ...list("closed", "status", closed),
    ...Object.entries(outcomes).flatMap(([outcome, names]) => list(`outcomes.${outcome}`, "outcome", names)),
  ];
}

/** Null when there is nothing to say. */
function compare(list: NamedOptions, lists: readonly NamedOptions[], table: Table): Compared | null {
  const options = table.options[list.field];
  if (options === undefined) return null;
  const present = new Set(options.map(fold));
  const gone = list.names.filter((name) => !present.has(fold(name)));
  if (gone.length === 0) return null;

  const named = new Set(
    lists.filter(({ field }) => field === list.field).flatMap(({ names }) => names.map(fold)),
  );
  const free = options.filter((option) => !named.has(fold(option)));
  return {
    ...list,
    column: table.columnNames[list.field] ?? list.field,
    options,
    gone: gone.map((name) => ({ name, likely: closestTo(name, free) })),
  };
}

/** A column without any option is one that nobody has filled in yet: there is nothing to misread. */
function isMeaningless({ decides, gone, names, options }: Compared): boolean {
  return decides !== null && gone.length === names.length && options.length > 0;
}

function refusal(
  { config }: WantedTable,
  table: Table,
  meaningless: readonly Compared[],
): ServiceRefusedError {
  const where = `Table “${table.name}” (connection “${config.from}”)`;
  const problems = meaningless.map(
    ({ entry, column, decides, ...one }) =>
      `column “${column}” has no option any more that ${entry} names, so nothing says ${decides ?? ""}: ${goneText(one, "en")}.`,
  );
  const [first = ""] = problems;
  const columns = new Map(meaningless.map(({ column, options }) => [column, options]));
  return new ServiceRefusedError(
    problems.length === 1
      ? `${where}: ${first}`
      : `${where}: ${problems.length} lists of the config name only options that are gone.`,
    {
      details: problems.length === 1 ? [] : problems,
      hint: `Put the options' names of today into the config. ${[...columns].map(([column, options]) => `Column “${column}” has: ${optionsText(options, "en")}.`).join(" ")}`,
    },
  );
}

function noteText({ entry, options, ...one }: Compared, locale: string): string {
  const values = { entry, gone: goneText(one, locale), options: optionsText(options, locale) };
  return noteIn(locale, { message: "optionsGone", values });
}

function goneText({ gone }: Pick<Compared, "gone">, locale: string): string {
  return gone
    .map(({ name, likely }) =>
      noteIn(locale, { message: "optionGone", values: { name, likely: likely ?? "" } }),
    )
    .join(", ");
}

function optionsText(options: readonly string[], locale: string): string {
  if (options.length === 0) return noteIn(locale, { message: "noOptions", values: {} });
  const shown = options.slice(0, shownOptions).map((option) => `“${option}”`);
  const more = options.length - shown.length;
  return noteIn(locale, { message: "options", values: { shown, more } });
}
