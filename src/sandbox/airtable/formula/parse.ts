/** A formula as a tree. The grammar is the part of Airtable's that filters use; the rest is refused. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "negate"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** What may stand between two values. */
export type Operator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/";

/** The formula cannot be read; the message says where. */
export class FormulaSyntaxError extends Error {}

type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "field"; readonly value: string }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "mark"; readonly value: string };

/** From loosest to tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ["=", "!=", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
];

/** Reads a whole formula. @throws {FormulaSyntaxError} */
export function parseFormula(source: string): Expression {
  const tokens = tokenise(source);
  let at = 0;

  const isMark = (value: string): boolean => tokens[at]?.kind === "mark" && tokens[at]?.value === value;
  const expectMark = (value: string): void => {
    if (!isMark(value)) throw new FormulaSyntaxError(`"${value}" expected`);
    at += 1;
  };

  const binary = (level: number): Expression => {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = tokens[at];
      if (token?.kind !== "mark" || !operators.includes(token.value)) return left;
      at += 1;
      left = { kind: "binary", operator: token.value as Operator, left, right: binary(level + 1) };
    }
  };

  const unary = (): Expression => {
    if (!isMark("-")) return primary();
    at += 1;
    return { kind: "negate", operand: unary() };
  };

  const primary = (): Expression => {
    const token = tokens[at];
    if (token === undefined) throw new FormulaSyntaxError("it ends too early");
    at += 1;
    if (token.kind === "number" || token.kind === "string") return { kind: "literal", value: token.value };
    if (token.kind === "field") return { kind: "field", name: token.value };
    if (token.kind === "name") {
      return isMark("(")
        ? { kind: "call", name: token.value.toUpperCase(), args: callArguments() }
        : { kind: "field", name: token.value };
    }
    if (token.value !== "(") throw new FormulaSyntaxError(`"${token.value}" is out of place`);
    const inner = binary(0);
    expectMark(")");
    return inner;
  };

  const callArguments = (): Expression[] => {
    expectMark("(");
    const args: Expression[] = [];
    if (isMark(")")) {
      at += 1;
      return args;
    }
    for (;;) {
      args.push(binary(0));
      if (!isMark(",")) break;
      at += 1;
    }
    expectMark(")");
    return args;
  };

  const whole = binary(0);
  if (at < tokens.length) throw new FormulaSyntaxError("something follows its end");
  return whole;
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let rest = source;
  const take = (pattern: RegExp): string | null => {
    const text = pattern.exec(rest)?.[0] ?? null;
    if (text !== null) rest = rest.slice(text.length);
    return text;
  };
  for (;;) {
    take(/^\s+/);
    if (rest === "") return tokens;
    const number = take(/^(?:\d+\.?\d*|\.\d+)/);
    if (number !== null) {
      tokens.push({ kind: "number", value: Number(number) });
      continue;
    }
    const string = take(/^"(?:[^"\\]|\\.)*"/s) ?? take(/^'(?:[^'\\]|\\.)*'/s);
    if (string !== null) {
      tokens.push({ kind: "string", value: unescape(string.slice(1, -1)) });
      continue;
    }
    const field = take(/^\{(?:[^}\\]|\\.)*\}/s);
    if (field !== null) {
      tokens.push({ kind: "field", value: field.slice(1, -1).replace(/\\(.)/gs, "$1") });
      continue;
    }
    const name = take(/^[\p{L}_][\p{L}\p{N}_]*/u);
    if (name !== null) {
      tokens.push({ kind: "name", value: name });
      continue;
    }
    const mark = take(/^(?:!=|<=|>=|[=<>&+\-*/(),])/);
    if (mark === null) throw new FormulaSyntaxError(`"${rest.slice(0, 10)}" cannot be read`);
    tokens.push({ kind: "mark", value: mark });
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
}
