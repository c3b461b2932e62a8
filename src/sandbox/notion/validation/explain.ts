import { isUuid } from "./uuid.ts";

/** The parts of JSON Schema that the generated schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly not?: Schema;
}

export interface SchemaFault {
  readonly path: string;
  readonly expectation: string;
  /** Undefined for something that is missing. */
  readonly value: unknown;
}

type Definitions = Readonly<Record<string, Schema>>;

/**
 * Says what is wrong with a value that does not fit, one fault for each way to mend it.
 * A validator alone would list every alternative of every union; this follows the alternative that was meant.
 */
export function explain(definitions: Definitions, name: string, value: unknown, path: string): SchemaFault[] {
  return faultsOf(definitions, { $ref: `#/definitions/${name}` }, value, path);
}

function faultsOf(definitions: Definitions, given: Schema, value: unknown, path: string): SchemaFault[] {
  const schema = resolve(definitions, given);
  if (schema.anyOf !== undefined) return unionFaults(definitions, schema.anyOf, value, path);
  if (schema.not !== undefined) return [{ path, expectation: "not present", value }];
  if (schema.const !== undefined) {
    return value === schema.const
      ? []
      : [{ path, expectation: `\`${JSON.stringify(schema.const)}\``, value }];
  }
  if (schema.enum !== undefined) {
    if (schema.enum.includes(value)) return [];
    const choices = schema.enum.map((choice) => `\`${JSON.stringify(choice)}\``);
    return [{ path, expectation: choices.length === 1 ? String(choices[0]) : anyOf(choices), value }];
  }
  if (schema.type !== undefined && !hasType(schema.type, value)) {
    return [{ path, expectation: described(schema.type), value }];
  }
  if (schema.format === "uuid" && typeof value === "string" && !isUuid(value)) {
    return [{ path, expectation: "a valid uuid", value }];
  }
  if (Array.isArray(value)) return arrayFaults(definitions, schema, value, path);
  if (value !== null && typeof value === "object") {
    return objectFaults(definitions, schema, value as Record<string, unknown>, path);
  }
  return [];
}

function objectFaults(
  definitions: Definitions,
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  path: string,
): SchemaFault[] {
  const known = schema.properties ?? {};
  for (const key of schema.required ?? []) {
    if (value[key] === undefined) {
      return [
        { path: `${path}.${key}`, expectation: expected(definitions, known[key] ?? {}), value: undefined },
      ];
    }
  }
  for (const [key, inner] of Object.entries(value)) {
    const own =
      known[key] ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : null);
    if (own === null) {
      if (schema.additionalProperties !== false) continue;
      return [{ path: `${path}.${key}`, expectation: "not present", value: inner }];
    }
    const faults = faultsOf(definitions, own, inner, `${path}.${key}`);
    if (faults.length > 0) return faults;
  }
  return [];
}

function arrayFaults(
  definitions: Definitions,
  schema: Schema,
  value: readonly unknown[],
  path: string,
): SchemaFault[] {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems) {
    return [{ path: `${path}.length`, expectation: `≥ \`${minItems}\``, value: value.length }];
  }
  if (value.length > maxItems) {
    return [{ path: `${path}.length`, expectation: `≤ \`${maxItems}\``, value: value.length }];
  }
  for (const [index, inner] of value.entries()) {
    const own = Array.isArray(items) ? (items as readonly Schema[])[index] : (items as Schema | undefined);
    if (own === undefined) continue;
    const faults = faultsOf(definitions, own, inner, `${path}[${index}]`);
    if (faults.length > 0) return faults;
  }
  return [];
}

/** Follows the alternatives that share most with the value; when several are as close, each is one line. */
function unionFaults(
  definitions: Definitions,
  alternatives: readonly Schema[],
  value: unknown,
  path: string,
): SchemaFault[] {
  const flat = alternatives.flatMap((alternative) => flatten(definitions, alternative));
  const attempts = flat.map((alternative) => ({
    likeness: likeness(definitions, alternative, value),
    faults: faultsOf(definitions, alternative, value, path),
  }));
  if (attempts.some(({ faults }) => faults.length === 0)) return [];
  const closest = Math.max(...attempts.map((attempt) => attempt.likeness));
  const faults = attempts
    .filter((attempt) => attempt.likeness === closest)
    .flatMap((attempt) => attempt.faults);
  return distinct(faults);
}

function flatten(definitions: Definitions, given: Schema): Schema[] {
  const schema = resolve(definitions, given);
  if (schema.anyOf === undefined) return [schema];
  return schema.anyOf.flatMap((alternative) => flatten(definitions, alternative));
}

/** How much a value looks as if this alternative was meant: its kind first, then its telling keys. */
function likeness(definitions: Definitions, schema: Schema, value: unknown): number {
  if (schema.type !== undefined && !hasType(schema.type, value)) return 0;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return 1;
  const record = value as Readonly<Record<string, unknown>>;
  let score = 1;
  for (const key of schema.required ?? []) if (record[key] !== undefined) score += 4;
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const { const: wanted } = resolve(definitions, inner);
    if (record[key] === undefined) continue;
    score += wanted === undefined ? 0.1 : wanted === record[key] ? 8 : -8;
  }
  return score;
}

function resolve(definitions: Definitions, schema: Schema): Schema {
  let current = schema;
  while (current.$ref !== undefined) {
    current = definitions[current.$ref.slice(current.$ref.lastIndexOf("/") + 1)] ?? {};
  }
  return current;
}

function expected(definitions: Definitions, given: Schema): string {
  const schema = resolve(definitions, given);
  if (schema.anyOf !== undefined) return "defined";
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  return schema.type === undefined || schema.type === "object" ? "defined" : described(schema.type);
}

function hasType(type: string | readonly string[], value: unknown): boolean {
  const types = typeof type === "string" ? [type] : type;
  return types.some((name) => {
    if (name === "null") return value === null;
    if (name === "array") return Array.isArray(value);
    if (name === "integer") return Number.isInteger(value);
    if (name === "object") return value !== null && typeof value === "object" && !Array.isArray(value);
    return typeof value === name;
  });
}

function described(type: string | readonly string[]): string {
  const words = (typeof type === "string" ? [type] : type).map((name) =>
    name === "null" ? "`null`" : name === "object" || name === "array" ? `an ${name}` : `a ${name}`,
  );
  return words.length === 1 ? String(words[0]) : anyOf(words);
}

function anyOf(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}

function distinct(faults: readonly SchemaFault[]): SchemaFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.path} ${fault.expectation}`, fault]));
  return [...seen.values()];
}
