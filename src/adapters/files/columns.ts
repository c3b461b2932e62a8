import { ServiceRefusedError } from "../../errors.ts";
import { closestTo } from "../../lib/did-you-mean.ts";
import { looseName } from "../../lib/text.ts";

export interface BindRequest {
  readonly table: string;
  readonly connection: string;
  /** The file, for messages. */
  readonly file: string;
  /** Field key → column, as the config has it. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly header: readonly string[];
}

/**
 * Field key → index of its column: by exact name, then by name without regard to case and spaces.
 * @throws ServiceRefusedError naming each that is missing, with its likely new name, or that is there twice.
 */
export function bindColumns(request: BindRequest): ReadonlyMap<string, number> {
  const { header, wanted } = request;
  const found = Object.entries(wanted).map(([key, name]) => ({ key, name, at: indexesOf(header, name) }));
  const bound = new Map(found.flatMap(({ key, at: [index] }) => (index === undefined ? [] : [[key, index]])));
  const used = new Set(bound.values());
  const free = header.filter((name, index) => name !== "" && !used.has(index));
  const problems = found.flatMap(({ key, name, at }) => {
    if (at.length === 1) return [];
    if (at.length > 1) return [`“${name}” (field ${key}): ${at.length} columns are called that.`];
    const likely = closestTo(name, free);
    const hint = likely === null ? "no column is called that." : `was it renamed to “${likely}”?`;
    return [`“${name}” (field ${key}): ${hint}`];
  });
  if (problems.length > 0) throw unbound(request, problems);
  return bound;
}

function indexesOf(header: readonly string[], wanted: string): readonly number[] {
  const matching = (same: (name: string) => boolean): readonly number[] =>
    header.flatMap((name, index) => (same(name) ? [index] : []));
  const exact = matching((name) => name === wanted);
  return exact.length > 0 ? exact : matching((name) => looseName(name) === looseName(wanted));
}

function unbound({ table, connection, file, header }: BindRequest, problems: readonly string[]) {
  const [first = ""] = problems;
  const one = problems.length === 1;
  const columns = header.filter((name) => name !== "").map((name) => `“${name}”`);
  return new ServiceRefusedError(
    `Files: table “${table}” (connection “${connection}”): ${one ? `column ${first}` : `${problems.length} columns of the config could not be found.`}`,
    {
      details: one ? [] : problems,
      hint: `Put the names of today into the config, each column under its own name. ${file} has: ${columns.join(", ")}.`,
    },
  );
}
