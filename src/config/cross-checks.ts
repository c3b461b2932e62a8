import { didYouMean } from "../lib/did-you-mean.ts";
import type { Outline, OutlineTable } from "./outline.ts";
import type { Path, Problem } from "./problem.ts";
import { anyOf, showFound, showPath } from "./problem.ts";

type CrossCheck = (outline: Outline) => readonly Problem[];

/** What one key alone cannot show. Each check looks at one thing and knows nothing of the others. */
export const crossChecks: readonly CrossCheck[] = [
  connectionsExist,
  tableSuitsConnection,
  tablesMappedOnce,
  kindValuesAreDistinct,
  destinationSuitsConnection,
];

/** Not wrong, but probably not meant. */
export const crossHints: readonly CrossCheck[] = [connectionsAreUsed, somethingToCheck];

function connectionsExist({ connections, tables, destinations }: Outline): readonly Problem[] {
  if (connections === null) return [];
  const named = [
    ...tables.map(({ path, from }) => ({ path: [...path, "from"], name: from })),
    ...destinations.map(({ path, connection }) => ({ path: [...path, "connection"], name: connection })),
  ];
  return named.flatMap(({ path, name }) => {
    if (name === null || connections.has(name)) return [];
    const known = [...connections.keys()];
    const accepted = known.length === 0 ? "there is none yet" : `there is ${known.join(", ")}`;
    return [
      value(
        path,
        `found ${showFound(name)}; no connection has this name: ${accepted}.${didYouMean(name, known)}`,
      ),
    ];
  });
}

function tableSuitsConnection({ connections, tables }: Outline): readonly Problem[] {
  return tables.flatMap(({ path, from, table }) => {
    const provider = connections?.get(from ?? "") ?? null;
    const problems: Problem[] = [];
    if (provider === "files" && table !== null && !/^[^/\\]+\.csv$/i.test(table)) {
      problems.push(
        value(
          [...path, "table"],
          `found ${showFound(table)}; must be the name of a .csv file in the connection's folder`,
        ),
      );
    }
    return problems;
  });
}

function tablesMappedOnce({ tables }: Outline): readonly Problem[] {
  const seen = new Map<string, OutlineTable>();
  return tables.flatMap((one) => {
    if (one.from === null || one.table === null) return [];
    const key = JSON.stringify([one.from, tableKey(one.table)]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, one);
      return [];
    }
    const way =
      one.role === "learning" ? "; rows of several kinds are told apart by `kind: { field: … }`" : "";
    return [
      value(
        [...one.path, "table"],
        `is mapped already at ${showPath(first.path)}; a row can be only one thing${way}`,
      ),
    ];
  });
}

/** The id within a Notion address or a dashed id, so that one table is known by all its spellings. */
function tableKey(table: string): string {
  const id = /[0-9a-f]{32}(?![0-9a-f])/i.exec((table.split("?")[0] ?? "").replaceAll("-", ""));
  return id === null ? table : id[0].toLowerCase();
}

function kindValuesAreDistinct({ tables }: Outline): readonly Problem[] {
  return tables.flatMap(({ path, kind }) => {
    if (typeof kind !== "object" || kind === null || Array.isArray(kind)) return [];
    const kindOf = new Map<string, string>();
    return Object.entries(kind as Readonly<Record<string, unknown>>).flatMap(([name, given]) => {
      if (name === "field") return [];
      const values = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === "string");
      return values.flatMap((one) => {
        const first = kindOf.get(one) ?? name;
        kindOf.set(one, first);
        return first === name
          ? []
          : [
              value(
                [...path, "kind", name],
                `the value ${showFound(one)} already means ${first}; keep it in one place`,
              ),
            ];
      });
    });
  });
}

function destinationSuitsConnection({ connections, destinations }: Outline): readonly Problem[] {
  return destinations.flatMap(({ path, connection, keys }) => {
    const provider = connections?.get(connection ?? "") ?? null;
    if (provider === null) return [];
    const wanted = provider === "airtable" ? "table" : "parent";
    const foreign = { notion: ["table"], airtable: ["parent"], files: ["table", "fields"] }[provider];
    const missing = keys.includes(wanted)
      ? []
      : [value(path, `${wanted} is missing; a report in ${provider} needs ${placeWords[provider]}`)];
    const surplus = foreign
      .filter((key) => keys.includes(key))
      .map((key) => ({
        path: [...path, key],
        at: "key" as const,
        text: `does not apply to ${provider}; a report there needs ${placeWords[provider]}`,
      }));
    return [...missing, ...surplus];
  });
}

const placeWords = {
  notion: "parent: the page, database or data source it is put below",
  airtable: "table: the table that holds the reports",
  files: "parent: the folder it is written to",
} as const;

function connectionsAreUsed({ connections, tables, destinations }: Outline): readonly Problem[] {
  const used = new Set([
    ...tables.map(({ from }) => from),
    ...destinations.map(({ connection }) => connection),
  ]);
  return [...(connections?.keys() ?? [])]
    .filter((name) => !used.has(name))
    .map((name) => ({
      path: ["connections", name],
      at: "key",
      text: "no table and no report uses this connection; its token is not asked for",
    }));
}

function somethingToCheck({ tables }: Outline): readonly Problem[] {
  const roles = new Set(tables.filter(({ table }) => table !== null).map(({ role }) => role));
  if (roles.has("learning") || !roles.has("goals")) return [];
  return [
    {
      path: ["tables"],
      at: "key",
      text: `no learning table is mapped, so only goals can be reported on; learning holds ${anyOf(["questions", "hypotheses", "reviews", "insights"])}`,
    },
  ];
}

function value(path: Path, text: string): Problem {
  return { path, at: "value", text };
}
