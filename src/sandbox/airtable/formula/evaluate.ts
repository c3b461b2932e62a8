import { FUNCTIONS, type RowFacts } from "./functions.ts";
import type { Expression, Operator } from "./parse.ts";
import { compareValues, ERROR, isError, isTruthy, toNumber, toText, type Value } from "./values.ts";

/** The row a formula is evaluated for. */
export interface FormulaRow extends RowFacts {
  /** By name or id; null when the cell is empty. */
  valueOf(fieldName: string): Value;
}

/** Everything in a formula that this stand-in, or this table, does not have. */
export interface FormulaProblems {
  readonly unknownFields: readonly string[];
  readonly unsupported: readonly string[];
}

/** Looks the whole formula over before any row is touched. */
export function findProblems(expression: Expression, hasField: (name: string) => boolean): FormulaProblems {
  const unknownFields: string[] = [];
  const unsupported: string[] = [];
  const visit = (node: Expression): void => {
    if (node.kind === "field" && !hasField(node.name)) unknownFields.push(node.name);
    if (node.kind === "negate") visit(node.operand);
    if (node.kind === "binary") [node.left, node.right].forEach(visit);
    if (node.kind !== "call") return;
    const [least, most] = arity(node);
    if (node.args.length < least || node.args.length > most) unsupported.push(node.name);
    node.args.forEach(visit);
  };
  visit(expression);
  return { unknownFields, unsupported };
}

/** The value of a formula for one row; mistakes in it become error values and never throw. */
export function evaluate(expression: Expression, row: FormulaRow): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "field":
      return row.valueOf(expression.name);
    case "negate":
      return arithmetic(0, evaluate(expression.operand, row), (a, b) => a - b);
    case "binary":
      return operate(expression.operator, evaluate(expression.left, row), evaluate(expression.right, row));
    default:
      return call(expression, row);
  }
}

function call({ name, args }: Expression & { kind: "call" }, row: FormulaRow): Value {
  if (name === "IF") {
    const [test, then, otherwise] = args;
    if (test === undefined || then === undefined) return ERROR;
    const verdict = evaluate(test, row);
    if (isError(verdict)) return verdict;
    if (isTruthy(verdict)) return evaluate(then, row);
    return otherwise === undefined ? null : evaluate(otherwise, row);
  }
  if (name === "LAST_MODIFIED_TIME") {
    const at = row.modifiedAt(args.flatMap((arg) => (arg.kind === "field" ? [arg.name] : [])));
    return at === null ? null : { moment: at, dateOnly: false };
  }
  const known = FUNCTIONS[name];
  if (known === undefined) return ERROR;
  return known.run(
    args.map((arg) => evaluate(arg, row)),
    row,
  );
}

function arity(node: Expression & { kind: "call" }): [least: number, most: number] {
  if (node.name === "IF") return [2, 3];
  if (node.name === "LAST_MODIFIED_TIME") {
    return node.args.every((arg) => arg.kind === "field") ? [0, Number.POSITIVE_INFINITY] : [-1, -1];
  }
  const known = FUNCTIONS[node.name];
  return known === undefined ? [-1, -1] : [known.least, known.most];
}

const OPERATORS: Readonly<Record<Operator, (left: Value, right: Value) => Value>> = {
  "&": (left, right) => toText(left) + toText(right),
  "+": (left, right) => arithmetic(left, right, (a, b) => a + b),
  "-": (left, right) => arithmetic(left, right, (a, b) => a - b),
  "*": (left, right) => arithmetic(left, right, (a, b) => a * b),
  "/": (left, right) => arithmetic(left, right, (a, b) => a / b),
  "=": (left, right) => compareValues(left, right) === 0,
  "!=": (left, right) => compareValues(left, right) !== 0,
  "<": (left, right) => compareValues(left, right) < 0,
  ">": (left, right) => compareValues(left, right) > 0,
  "<=": (left, right) => compareValues(left, right) <= 0,
  ">=": (left, right) => compareValues(left, right) >= 0,
};

function operate(operator: Operator, left: Value, right: Value): Value {
  if (isError(left)) return left;
  return isError(right) ? right : OPERATORS[operator](left, right);
}

function arithmetic(left: Value, right: Value, apply: (a: number, b: number) => number): Value {
  const [a, b] = [toNumber(left), toNumber(right)];
  return a === null || b === null ? ERROR : apply(a, b);
}
