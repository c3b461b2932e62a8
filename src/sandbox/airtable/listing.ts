import { createHash } from "node:crypto";
import { invalidFormula, refusal, unknownField } from "./errors.ts";
import { readCell, rowForFormula, textOfJson, type Reader } from "./fields/read.ts";
import { evaluate, findProblems } from "./formula/evaluate.ts";
import { FormulaSyntaxError, parseFormula, type Expression } from "./formula/parse.ts";
import { isTruthy } from "./formula/values.ts";
import type { Json } from "./json.ts";
import { findField, findView } from "./lookup.ts";
import { looksLikeId } from "./ids.ts";
import type { Base, Field, Row, Table, View } from "./model.ts";

/** Which rows, in which order; names or ids. Null: no filter, no view. */
export interface Selection {
  readonly formula: string | null;
  readonly view: string | null;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
}

/** The rows of a list, in its order. @throws {Refusal} 422 for an unknown view, field or formula part */
export function selectRows(reader: Reader, table: Table, wanted: Selection, seed: string): Row[] {
  const view = wanted.view === null ? null : requireView(reader.base, table, wanted.view);
  const sort = wanted.sort.map(({ field: name, descending }) => ({
    field: requireField(table, name),
    descending,
  }));
  const tests = [wanted.formula, view?.filter ?? null].flatMap((formula) =>
    formula === null ? [] : [readFilter(table, formula)],
  );

  const kept = startingOrder(reader, table, view, seed).filter((row) =>
    tests.every((test) => isTruthy(evaluate(test, rowForFormula(reader, table, row)))),
  );
  return sortRows(reader, table, kept, sort);
}

/** By name or id. @throws {Refusal} 422 */
export function requireField(table: Table, nameOrId: string): Field {
  const field = findField(table, nameOrId);
  if (field === null) throw unknownField(nameOrId);
  return field;
}

function requireView(base: Base, table: Table, nameOrId: string): View {
  const view = findView(table, nameOrId);
  if (view !== null) return view;
  if (!looksLikeId("viw", nameOrId)) {
    throw refusal(422, "VIEW_NAME_NOT_FOUND", `View ${nameOrId} not found`);
  }
  const elsewhere = base.tables.some(({ views }) => views.some(({ id }) => id === nameOrId));
  throw elsewhere
    ? refusal(422, "FAILED_STATE_CHECK")
    : refusal(422, "VIEW_ID_NOT_FOUND", `View ${nameOrId} not found`);
}

/** Nothing is passed over: a part that cannot be evaluated refuses the whole request. */
function readFilter(table: Table, formula: string): Expression {
  const expression = parsed(formula);
  const { unknownFields, unsupported } = findProblems(expression, (name) => findField(table, name) !== null);
  if (unknownFields.length > 0) {
    throw invalidFormula(`Unknown field names: ${unknownFields.join(", ").toLowerCase()}`);
  }
  if (unsupported.length > 0)
    throw invalidFormula(`Unknown or wrongly used functions: ${unsupported.join(", ")}`);
  return expression;
}

function parsed(formula: string): Expression {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw invalidFormula(error.message);
    throw error;
  }
}

/** A view has an order of its own; without one nothing is promised, so the rows come in a seeded jumble. */
function startingOrder(reader: Reader, table: Table, view: View | null, seed: string): Row[] {
  const rows = [...table.rows.values()];
  if (view === null) {
    const rank = (row: Row): string => createHash("md5").update(`${seed}/${row.id}`).digest("hex");
    return rows
      .map((row) => ({ row, rank: rank(row) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ row }) => row);
  }
  const sort = view.sort.flatMap(({ fieldId, direction }) => {
    const field = table.fields.find(({ id }) => id === fieldId);
    return field === undefined ? [] : [{ field, descending: direction === "desc" }];
  });
  return sortRows(reader, table, rows, sort);
}

interface SortBy {
  readonly field: Field;
  readonly descending: boolean;
}

function sortRows(reader: Reader, table: Table, rows: Row[], sort: readonly SortBy[]): Row[] {
  if (sort.length === 0) return rows;
  const keyed = rows.map((row) => ({
    row,
    keys: sort.map(({ field }) => sortKey(reader, table, row, field)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of sort.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** Options sort in the order of the field's list, numbers as numbers, the rest as text. Null: blank. */
function sortKey(reader: Reader, table: Table, row: Row, field: Field): number | string | null {
  const value: Json | undefined = readCell(reader, table, row, field);
  if (value === undefined) return null;
  if (field.type === "singleSelect") {
    return field.options?.choices?.findIndex(({ name }) => name === value) ?? 0;
  }
  return typeof value === "number" ? value : textOfJson(value);
}

/** Ascending puts blanks first. */
function compareKeys(a: number | string | null, b: number | string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
